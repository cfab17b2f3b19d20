namespace Dateline.Evaluation.Chains;

/// <summary>The one-to-one pairing of rows with columns that adds up to most (Kuhn 1955, Munkres 1957), in cubic time.</summary>
public static class Assignment
{
    /// <summary>The largest sum of weights of pairs in which no row and no column stands twice.</summary>
    /// <param name="weights">Weight of each pair of row and column, 0 or more.</param>
    public static double Best(double[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        if (rows > columns) return Best(Turned(weights));
        var (rowPrice, columnPrice) = (new double[rows + 1], new double[columns + 1]);
        var (rowOf, way) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            var least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[columns + 1];
            rowOf[0] = row;
            var column = 0;
            do
            {
                used[column] = true;
                var (delta, next) = (double.PositiveInfinity, 0);
                for (var other = 1; other <= columns; other++)
                {
                    if (used[other]) continue;
                    var slack = -weights[rowOf[column] - 1, other - 1] - rowPrice[rowOf[column]] - columnPrice[other];
                    if (slack < least[other]) (least[other], way[other]) = (slack, column);
                    if (least[other] < delta) (delta, next) = (least[other], other);
                }

                for (var other = 0; other <= columns; other++)
                {
                    if (used[other])
                    {
                        rowPrice[rowOf[other]] += delta;
                        columnPrice[other] -= delta;
                    }
                    else
                    {
                        least[other] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }

        var sum = 0.0;
        for (var column = 1; column <= columns; column++)
        {
            if (rowOf[column] > 0) sum += weights[rowOf[column] - 1, column - 1];
        }

        return sum;
    }

    private static double[,] Turned(double[,] weights)
    {
        var turned = new double[weights.GetLength(1), weights.GetLength(0)];
        for (var row = 0; row < weights.GetLength(0); row++)
        {
            for (var column = 0; column < weights.GetLength(1); column++) turned[column, row] = weights[row, column];
        }

        return turned;
    }
}
