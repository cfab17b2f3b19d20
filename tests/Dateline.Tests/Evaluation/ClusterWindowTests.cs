using Dateline.Evaluation.Training.Clusters;

namespace Dateline.Tests.Evaluation;

/// <summary>Merge costs that are kept up to date agree with costs that are worked out from nothing.</summary>
public class ClusterWindowTests
{
    private const int Width = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_cheapest_merge_is_the_one_that_a_slow_twin_finds(int seed)
    {
        var random = new Random(seed);
        // Words outnumber places, so that merging and taking in take turns as in training.
        var words = 16;
        var counts = new int[words, words];
        for (var i = 0; i < words * words * 2; i++) counts[random.Next(words), random.Next(words)] += random.Next(1, 9);
        var all = counts.Cast<int>().Sum();
        var window = new ClusterWindow(Width, all);
        var members = new List<int>?[Width];
        for (var word = 0; word < words; word++)
        {
            var slot = Array.IndexOf(members, null);
            members[slot] = [word];
            int Beside(int other, bool after) => (members[other] ?? []).Sum(member => after ? counts[word, member] : counts[member, word]);
            window.Add(
                slot,
                [.. Enumerable.Range(0, Width).Select(other => Beside(other, true))],
                [.. Enumerable.Range(0, Width).Select(other => Beside(other, false))],
                Enumerable.Range(0, words).Sum(other => counts[word, other]),
                Enumerable.Range(0, words).Sum(other => counts[other, word]));
            if (word < Width - 1) continue;
            MergeAsTheTwinDoes(window, members, counts, all);
        }

        while (members.Count(cluster => cluster is not null) > 1) MergeAsTheTwinDoes(window, members, counts, all);
        Assert.Equal((-1, -1), window.Cheapest());
    }

    private static void MergeAsTheTwinDoes(ClusterWindow window, List<int>?[] members, int[,] counts, int all)
    {
        var pairs = from a in Enumerable.Range(0, Width)
                    from b in Enumerable.Range(a + 1, Width - a - 1)
                    where members[a] is not null && members[b] is not null
                    select (a, b);
        var cheapest = pairs.MaxBy(pair => Information([.. members.Where((cluster, at) => cluster is not null && at != pair.a && at != pair.b)!, [.. members[pair.a]!, .. members[pair.b]!]], counts, all));
        Assert.Equal(cheapest, window.Cheapest());
        window.Merge(cheapest.a, cheapest.b);
        members[cheapest.a] = [.. members[cheapest.a]!, .. members[cheapest.b]!];
        members[cheapest.b] = null;
    }

    /// <summary>The mutual information of neighbours among these clusters, times the number of bigrams.</summary>
    private static double Information(IReadOnlyList<List<int>> clusters, int[,] counts, int all)
    {
        var sum = 0.0;
        foreach (var first in clusters)
        {
            var asFirst = first.Sum(word => Enumerable.Range(0, counts.GetLength(0)).Sum(other => counts[word, other]));
            foreach (var second in clusters)
            {
                var asSecond = second.Sum(word => Enumerable.Range(0, counts.GetLength(0)).Sum(other => counts[other, word]));
                double both = first.Sum(one => second.Sum(other => counts[one, other]));
                if (both > 0) sum += both * Math.Log(both * all / ((double)asFirst * asSecond));
            }
        }

        return sum;
    }
}
