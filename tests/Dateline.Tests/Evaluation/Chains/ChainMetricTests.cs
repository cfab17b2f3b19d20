using Dateline.Evaluation.Chains;
using Dateline.Language;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dateline.Tests.Evaluation.Chains;

/// <summary>The measures on the worked examples of the papers that describe them and of the reference scorer's own tests.</summary>
public class ChainMetricTests
{
    /// <summary>Pradhan and others 2014, figure 1: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.</summary>
    private static readonly TokenRange[][] Key = Chains("abc", "defg");

    private static readonly TokenRange[][] Response = Chains("ab", "cd", "fghi");

    [Fact]
    public void Muc_of_the_published_example() => Is(ChainMetric.Muc(Key, Response), 2 / 5.0, 2 / 5.0, .40);

    [Fact]
    public void B_cubed_of_the_published_example() => Is(ChainMetric.BCubed(Key, Response), 35 / 84.0, 4 / 8.0, .4545);

    [Fact]
    public void Ceafe_of_the_published_example() => Is(ChainMetric.CeafE(Key, Response), 1.3 / 2, 1.3 / 3, .52);

    [Fact]
    public void Lea_of_the_published_example() => Is(ChainMetric.Lea(Key, Response), (1 + 4 / 6.0) / 7, (2 + 4 / 6.0) / 8, .2778);

    /// <summary>Test A2 of the reference scorer: a response with missing mentions.</summary>
    [Fact]
    public void A_response_without_some_mentions()
    {
        var (key, response) = (Chains("a", "bc", "def"), Chains("a", "de"));
        Is(ChainMetric.Muc(key, response), 1 / 3.0, 1, .5);
        Is(ChainMetric.BCubed(key, response), 7 / 3.0 / 6, 1, .56);
        Is(ChainMetric.CeafE(key, response), .6, .9, .72);
        Is(ChainMetric.Lea(key, response), 2 / 6.0, 1, .5);
    }

    [Fact]
    public void Two_chains_taken_for_one()
    {
        var (key, response) = (Chains("ab", "cd"), Chains("abcd"));
        Is(ChainMetric.Muc(key, response), 1, 2 / 3.0, .8);
        Is(ChainMetric.BCubed(key, response), 1, .5, .6667);
        Is(ChainMetric.CeafE(key, response), 1 / 3.0, 2 / 3.0, .4444);
    }

    [Fact]
    public void The_right_answer_scores_one_by_every_measure()
    {
        foreach (var measure in (Func<TokenRange[][], TokenRange[][], Ratio>[])[ChainMetric.Muc, ChainMetric.BCubed, ChainMetric.CeafE, ChainMetric.Lea]) Is(measure(Key, Key), 1, 1, 1);
    }

    [Fact]
    public void Nothing_found_scores_nothing()
    {
        foreach (var measure in (Func<TokenRange[][], TokenRange[][], Ratio>[])[ChainMetric.Muc, ChainMetric.BCubed, ChainMetric.CeafE, ChainMetric.Lea]) Is(measure(Key, []), 0, 0, 0);
    }

    /// <summary>The slow twin tries every pairing.</summary>
    [Property(MaxTest = 200)]
    public void Assignment_finds_the_best_of_all_pairings(PositiveInt rows, PositiveInt columns, int seed)
    {
        var random = new Random(seed);
        var weights = new double[rows.Get % 5 + 1, columns.Get % 5 + 1];
        for (var row = 0; row < weights.GetLength(0); row++)
        {
            for (var column = 0; column < weights.GetLength(1); column++) weights[row, column] = random.Next(3) == 0 ? 0 : random.NextDouble();
        }

        Assert.Equal(Try(weights, 0, new bool[weights.GetLength(1)]), Assignment.Best(weights), 9);
    }

    private static double Try(double[,] weights, int row, bool[] taken)
    {
        if (row == weights.GetLength(0)) return 0;
        var best = Try(weights, row + 1, taken);
        for (var column = 0; column < taken.Length; column++)
        {
            if (taken[column]) continue;
            taken[column] = true;
            best = Math.Max(best, weights[row, column] + Try(weights, row + 1, taken));
            taken[column] = false;
        }

        return best;
    }

    private static void Is(Ratio ratio, double recall, double precision, double f)
    {
        Assert.Equal(recall, ratio.Recall, 4);
        Assert.Equal(precision, ratio.Precision, 4);
        Assert.Equal(f, ratio.F, 4);
    }

    private static TokenRange[][] Chains(params string[] chains) => [.. chains.Select(chain => chain.Select(letter => new TokenRange(letter, letter + 1)).ToArray())];
}
