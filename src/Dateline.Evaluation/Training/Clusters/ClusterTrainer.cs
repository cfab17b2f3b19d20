namespace Dateline.Evaluation.Training.Clusters;

/// <summary>Makes word clusters by Brown's method with a window: the frequent words first, each next word in turn, always the cheapest merge.</summary>
/// <remarks>Nothing is random: the same sentences give the same bytes.</remarks>
public sealed class ClusterTrainer
{
    public const int UsualCount = 256;

    public const int UsualLeast = 4;

    /// <summary>Clusters to make, 2 to 4096; time grows with its square.</summary>
    public int Count { get; init; } = UsualCount;

    /// <summary>Occurrences below which a word gets no cluster.</summary>
    public int Least { get; init; } = UsualLeast;

    /// <summary>Clusters the words of these sentences.</summary>
    /// <param name="sentences">Words as printed.</param>
    /// <param name="log">Is told how far it is.</param>
    /// <exception cref="ArgumentException">There are no words to cluster, or <see cref="Count"/> is out of range.</exception>
    public TrainedClusters Train(IReadOnlyList<string[]> sentences, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(log);
        if (Count is < 2 or > 4096) throw new ArgumentException($"there can be 2 to 4096 clusters, not {Count}");
        var bigrams = new BigramCounts(sentences, Math.Max(1, Least));
        log($"{bigrams.Tokens} tokens, {bigrams.Words} words with a cluster");
        if (bigrams.Words < 2) throw new ArgumentException($"the text has fewer than two words that occur {Least} times; give more text or a lower --min");
        var width = Math.Min(Count, bigrams.Types) + 1;
        var window = new ClusterWindow(width, bigrams.RightCounts.Sum(count => (long)count));
        var clusterOf = new int[bigrams.Types];
        Array.Fill(clusterOf, -1);
        var members = new List<int>[width];
        Fill(bigrams, window, width, clusterOf, members, log);
        var tree = Tree(window, bigrams, members);
        return new TrainedClusters(bigrams, clusterOf, tree);
    }

    /// <summary>Takes in all types, most frequent first, and merges as soon as there is one cluster too many.</summary>
    private static void Fill(BigramCounts bigrams, ClusterWindow window, int width, int[] clusterOf, List<int>[] members, Action<string> log)
    {
        var (follows, precedes) = (new int[width], new int[width]);
        var order = Enumerable.Range(0, bigrams.Types).OrderByDescending(type => bigrams.Frequencies[type]).ThenBy(type => type).ToArray();
        var free = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var type = order[i];
            clusterOf[type] = free;
            members[free] = [type];
            var first = Gather(type, bigrams.RightStarts, bigrams.RightWords, bigrams.RightCounts, clusterOf, follows);
            var second = Gather(type, bigrams.LeftStarts, bigrams.LeftWords, bigrams.LeftCounts, clusterOf, precedes);
            window.Add(free, follows, precedes, first, second);
            if (i % 5000 == 4999) log($"{i + 1} words of {order.Length}");
            if (i + 1 < width)
            {
                free++;
                continue;
            }

            var (kept, gone) = window.Cheapest();
            window.Merge(kept, gone);
            foreach (var word in members[gone]) clusterOf[word] = kept;
            members[kept].AddRange(members[gone]);
            members[gone] = [];
            free = gone;
        }
    }

    /// <summary>How often a type stands beside each cluster; returns how often beside anything.</summary>
    private static long Gather(int type, int[] starts, int[] words, int[] counts, int[] clusterOf, int[] beside)
    {
        Array.Clear(beside);
        var all = 0L;
        for (var at = starts[type]; at < starts[type + 1]; at++)
        {
            all += counts[at];
            if (clusterOf[words[at]] >= 0) beside[clusterOf[words[at]]] += counts[at];
        }

        return all;
    }

    /// <summary>Merges the clusters to one and returns the path of each from the root; empty for places without a cluster.</summary>
    private static string[] Tree(ClusterWindow window, BigramCounts bigrams, List<int>[] members)
    {
        var leaves = new List<int>[members.Length];
        var sizes = new long[members.Length];
        for (var slot = 0; slot < members.Length; slot++)
        {
            leaves[slot] = [slot];
            sizes[slot] = (members[slot] ?? []).Sum(word => (long)bigrams.Frequencies[word]);
        }

        var backwards = new List<char>[members.Length];
        for (var slot = 0; slot < members.Length; slot++) backwards[slot] = [];
        for (var (kept, gone) = window.Cheapest(); kept >= 0; (kept, gone) = window.Cheapest())
        {
            window.Merge(kept, gone);
            var (zero, one) = sizes[kept] >= sizes[gone] ? (kept, gone) : (gone, kept);
            foreach (var leaf in leaves[zero]) backwards[leaf].Add('0');
            foreach (var leaf in leaves[one]) backwards[leaf].Add('1');
            leaves[kept].AddRange(leaves[gone]);
            sizes[kept] += sizes[gone];
        }

        return [.. backwards.Select(path => string.Concat(Enumerable.Reverse(path)))];
    }
}
