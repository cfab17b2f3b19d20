using Dateline.Language;

namespace Dateline.Evaluation.Training.Clusters;

/// <summary>How often each word follows each other word within a sentence.</summary>
/// <remarks>
/// Types are told apart by <see cref="FeatureHash.Word"/> of the lower-case word, as the program will ask for them: digits are
/// folded and two words with one hash are one type. Words below the least frequency are counted by their look ("-ing", "-ed",
/// capitalised, with a digit …), so that "Mr." still has a name after it; these kinds take part in the merging and are not written.
/// </remarks>
internal sealed class BigramCounts
{
    private readonly Dictionary<ulong, int> _pairs = [];

    /// <param name="sentences">Words as printed.</param>
    /// <param name="least">Occurrences below which a word gets no cluster.</param>
    public BigramCounts(IReadOnlyList<string[]> sentences, int least)
    {
        var counts = new Dictionary<uint, int>();
        var spellings = new Dictionary<uint, string>();
        foreach (var word in sentences.SelectMany(sentence => sentence))
        {
            var lower = word.ToLowerInvariant();
            var hash = FeatureHash.Word(lower);
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
            spellings.TryAdd(hash, lower);
            Tokens++;
        }

        var kept = counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToArray();
        var types = new Dictionary<uint, int>();
        foreach (var (hash, count) in kept)
        {
            types.Add(hash, Hashes.Count);
            Hashes.Add(hash);
            Spellings.Add(spellings[hash]);
            Frequencies.Add(count);
        }

        Words = Hashes.Count;
        var looks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences) Count(sentence, types, looks);
        (RightStarts, RightWords, RightCounts) = Rows(pair => (int)(pair >> 32), pair => (int)(uint)pair);
        (LeftStarts, LeftWords, LeftCounts) = Rows(pair => (int)(uint)pair, pair => (int)(pair >> 32));
    }

    /// <summary>All tokens that were read.</summary>
    public int Tokens { get; }

    /// <summary>Types that are words, most frequent first; the types after them are looks of rare words.</summary>
    public int Words { get; }

    /// <summary>Words and looks.</summary>
    public int Types => Frequencies.Count;

    public List<uint> Hashes { get; } = [];

    /// <summary>How each word was first spelt, in lower case, for those who look at the clusters.</summary>
    public List<string> Spellings { get; } = [];

    public List<int> Frequencies { get; } = [];

    /// <summary>Where the followers of each type start in <see cref="RightWords"/> and <see cref="RightCounts"/>.</summary>
    public int[] RightStarts { get; }

    public int[] RightWords { get; }

    public int[] RightCounts { get; }

    /// <summary>The same for the types that stand before.</summary>
    public int[] LeftStarts { get; }

    public int[] LeftWords { get; }

    public int[] LeftCounts { get; }

    private void Count(string[] sentence, Dictionary<uint, int> types, Dictionary<string, int> looks)
    {
        var before = -1;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!types.TryGetValue(FeatureHash.Word(sentence[i].ToLowerInvariant()), out var type)) type = LookType(Look(sentence[i], i == 0), looks);
            if (before >= 0)
            {
                var pair = ((ulong)before << 32) | (uint)type;
                _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
            }

            before = type;
        }
    }

    private int LookType(string look, Dictionary<string, int> looks)
    {
        if (!looks.TryGetValue(look, out var type))
        {
            looks.Add(look, type = Frequencies.Count);
            Frequencies.Add(0);
        }

        Frequencies[type]++;
        return type;
    }

    private static string Look(string word, bool first)
    {
        if (word.AsSpan().ContainsAnyInRange('0', '9')) return "digit";
        if (!word.Any(char.IsLetter)) return "mark";
        if (!first && char.IsUpper(word[0])) return "name";
        if (word.Contains('-', StringComparison.Ordinal)) return "hyphen";
        string[] endings = ["ing", "ed", "ly", "ness", "ion", "al", "ous", "er", "ers", "s"];
        return Array.Find(endings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ?? (first && char.IsUpper(word[0]) ? "first" : "other");
    }

    private (int[] Starts, int[] Words, int[] Counts) Rows(Func<ulong, int> row, Func<ulong, int> column)
    {
        var starts = new int[Types + 1];
        foreach (var pair in _pairs.Keys) starts[row(pair) + 1]++;
        for (var i = 0; i < Types; i++) starts[i + 1] += starts[i];
        var (words, counts, next) = (new int[_pairs.Count], new int[_pairs.Count], starts[..^1]);
        foreach (var (pair, count) in _pairs.OrderBy(pair => pair.Key))
        {
            var at = next[row(pair)]++;
            (words[at], counts[at]) = (column(pair), count);
        }

        return (starts, words, counts);
    }
}
