namespace Dateline.Evaluation.Records;

/// <summary>Pairs gold incidents with coded ones, one to one, so that agreement is greatest.</summary>
internal static class Alignment
{
    /// <summary>Pairs that agree less are no pairs.</summary>
    private const double Floor = 3.5;

    /// <summary>Up to this many on either side every assignment is tried (720); beyond, the best pair is taken first.</summary>
    private const int MostForExact = 6;

    /// <summary>The coded incident of each gold one; -1 for those missed.</summary>
    /// <param name="agreement">Agreement of gold incident (row) and coded incident (column).</param>
    public static int[] Best(double[,] agreement)
    {
        var (gold, coded) = (agreement.GetLength(0), agreement.GetLength(1));
        if (gold == 0 || coded == 0) return Unpaired(gold);
        return gold <= MostForExact && coded <= MostForExact ? Exact(agreement) : Greedy(agreement);
    }

    /// <summary>Of equal assignments the first in lexicographic order wins, columns beyond the coded ones standing for "missed".</summary>
    private static int[] Exact(double[,] agreement)
    {
        var (gold, coded) = (agreement.GetLength(0), agreement.GetLength(1));
        var columns = new int[gold];
        var best = Unpaired(gold);
        var most = -1.0;
        Assign(0, 0, 0);
        return best;

        void Assign(int row, int used, double total)
        {
            if (row == gold)
            {
                if (total <= most) return;
                most = total;
                for (var i = 0; i < gold; i++) best[i] = columns[i] < coded && agreement[i, columns[i]] >= Floor ? columns[i] : -1;
                return;
            }

            for (var column = 0; column < Math.Max(gold, coded); column++)
            {
                if ((used & (1 << column)) != 0) continue;
                columns[row] = column;
                var gain = column < coded && agreement[row, column] >= Floor ? agreement[row, column] : 0;
                Assign(row + 1, used | (1 << column), total + gain);
            }
        }
    }

    /// <summary>Takes the best pair first; of equal ones the last gold incident, then the last coded one.</summary>
    private static int[] Greedy(double[,] agreement)
    {
        var (gold, coded) = (agreement.GetLength(0), agreement.GetLength(1));
        var pairs = new List<(double Score, int Row, int Column)>();
        for (var row = 0; row < gold; row++)
        {
            for (var column = 0; column < coded; column++)
            {
                if (agreement[row, column] >= Floor) pairs.Add((agreement[row, column], row, column));
            }
        }

        pairs.Sort(static (a, b) => b.CompareTo(a));
        var best = Unpaired(gold);
        var taken = new bool[coded];
        foreach (var (_, row, column) in pairs)
        {
            if (best[row] >= 0 || taken[column]) continue;
            best[row] = column;
            taken[column] = true;
        }

        return best;
    }

    private static int[] Unpaired(int gold)
    {
        var pairs = new int[gold];
        Array.Fill(pairs, -1);
        return pairs;
    }
}
