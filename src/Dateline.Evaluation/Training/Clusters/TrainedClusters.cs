using Dateline.Language;

namespace Dateline.Evaluation.Training.Clusters;

/// <summary>What <see cref="ClusterTrainer"/> made: the words and their paths.</summary>
public sealed class TrainedClusters
{
    private readonly BigramCounts _words;
    private readonly int[] _clusterOf;
    private readonly string[] _paths;

    internal TrainedClusters(BigramCounts words, int[] clusterOf, string[] paths) => (_words, _clusterOf, _paths) = (words, clusterOf, paths);

    /// <summary>The bytes of a model file. Clusters that hold only looks of rare words are left out.</summary>
    public byte[] Model()
    {
        var paths = new List<uint>();
        var words = new Dictionary<uint, int>();
        foreach (var cluster in Enumerable.Range(0, _words.Words).GroupBy(word => _clusterOf[word]).OrderBy(cluster => _paths[cluster.Key], StringComparer.Ordinal))
        {
            foreach (var word in cluster) words.Add(_words.Hashes[word], paths.Count);
            paths.Add(WordClusters.PathOf(_paths[cluster.Key]));
        }

        return WordClusters.Write(paths, words);
    }

    /// <summary>Path, word and count, parted by tabs: by path, then the most frequent first.</summary>
    public IEnumerable<string> Lines() => Enumerable.Range(0, _words.Words)
        .OrderBy(word => _paths[_clusterOf[word]], StringComparer.Ordinal).ThenBy(word => word)
        .Select(word => $"{_paths[_clusterOf[word]]}\t{_words.Spellings[word]}\t{_words.Frequencies[word]}");
}
