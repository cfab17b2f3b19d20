using System.Formats.Tar;
using System.IO.Compression;
using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Which tags words have in larger text that a machine tagged: coarser than a treebank, and far wider.</summary>
/// <remarks>
/// Input: <c>word_TAG</c> tokens between white space, as MASC is given out; a text file, or an archive (.tgz, .tar.gz) of them.
/// Words seen once are left out. A class is the set of tags that a tenth of the word's occurrences or more have, three at most.
/// </remarks>
public static class TagClassCounts
{
    private const int MostTags = 3;

    /// <summary>A class number for every word seen twice or more, by <see cref="FeatureHash.Word"/> of its lower-cased form; the commonest classes have numbers, the others
    /// fall to the class of their first tag.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyDictionary<uint, byte> Of(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var counts = new Dictionary<uint, Dictionary<string, int>>();
        foreach (var file in files)
        {
            foreach (var token in Texts(file).SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) Count(counts, token);
        }

        var sets = counts.Where(word => word.Value.Values.Sum() >= 2).ToDictionary(word => word.Key, word => Tags(word.Value));
        var common = sets.Values.SelectMany(tags => new[] { string.Join('|', tags), tags[0] }).GroupBy(set => set, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(TaggerModel.MostClasses)
            .Select((group, number) => (group.Key, Number: (byte)number)).ToDictionary(pair => pair.Key, pair => pair.Number, StringComparer.Ordinal);
        var classes = new Dictionary<uint, byte>();
        foreach (var (word, tags) in sets)
        {
            if (common.TryGetValue(string.Join('|', tags), out var number) || common.TryGetValue(tags[0], out number)) classes[word] = number;
        }

        return classes;
    }

    private static void Count(Dictionary<uint, Dictionary<string, int>> counts, string token)
    {
        var bar = token.LastIndexOf('_');
        if (bar <= 0 || bar == token.Length - 1) return;
        var word = FeatureHash.Word(token[..bar].ToLowerInvariant());
        if (!counts.TryGetValue(word, out var tags)) counts[word] = tags = new Dictionary<string, int>(StringComparer.Ordinal);
        var tag = token[(bar + 1)..];
        tags[tag] = tags.GetValueOrDefault(tag) + 1;
    }

    private static string[] Tags(Dictionary<string, int> counts)
    {
        var all = counts.Values.Sum();
        return [.. counts.OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).Where((tag, rank) => rank == 0 || tag.Value * 10 >= all).Take(MostTags).Select(tag => tag.Key)];
    }

    private static IEnumerable<string> Texts(string file)
    {
        if (!file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase))
        {
            yield return File.ReadAllText(file);
            yield break;
        }

        using var bytes = File.OpenRead(file);
        using var unpacked = new GZipStream(bytes, CompressionMode.Decompress);
        using var archive = new TarReader(unpacked);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return reader.ReadToEnd();
        }
    }
}
