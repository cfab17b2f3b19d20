using Dateline.Resources;

namespace Dateline.Language;

/// <summary>The word lists of <c>en/lexicons/tokens.yaml</c>, by which <see cref="Tokenizer"/> cuts words.</summary>
internal sealed class TokenWords
{
    public const string File = "en/lexicons/tokens.yaml";

    private const int MaxLength = 16;

    private const int MaxEmoticon = 4;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _clitics;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _keptUnits;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _domains;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _dollars;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _emoticons;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _splits;

    public TokenWords(KnowledgeNode file)
    {
        file.AllowKeys("prefixes", "whole", "clitics", "splits", "units", "kept-units", "domains", "dollars", "emoticons");
        _prefixes = Words(file, "prefixes", StringComparer.OrdinalIgnoreCase);
        _whole = Words(file, "whole", StringComparer.OrdinalIgnoreCase);
        _clitics = Words(file, "clitics", StringComparer.OrdinalIgnoreCase);
        _units = Words(file, "units", StringComparer.OrdinalIgnoreCase);
        _keptUnits = Words(file, "kept-units", StringComparer.OrdinalIgnoreCase);
        _domains = Words(file, "domains", StringComparer.Ordinal);
        _dollars = Words(file, "dollars", StringComparer.Ordinal);
        _emoticons = Words(file, "emoticons", StringComparer.Ordinal);
        foreach (var emoticon in file.TextsOf("emoticons"))
        {
            if (emoticon.Length > MaxEmoticon) throw file.Error($"emoticon \"{emoticon}\" is longer than {MaxEmoticon}");
        }

        var splits = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var split in file.TextsOf("splits"))
        {
            var bar = split.IndexOf('|', StringComparison.Ordinal);
            if (bar <= 0) throw file.Error($"split \"{split}\" needs a bar where it is cut");
            splits[split.Remove(bar, 1)] = bar;
        }

        _splits = splits.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a hyphen behind the word stays in it.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= MaxLength && _prefixes.Contains(word);

    /// <summary>Whether a word with an apostrophe or hyphen stays whole; curly apostrophes count as straight ones.</summary>
    public bool IsWhole(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength) return false;
        Span<char> plain = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) plain[i] = Tokenizer.IsApostrophe(word[i]) ? '\'' : word[i];
        return _whole.Contains(plain);
    }

    /// <summary>Whether the letters behind an apostrophe are a token with it.</summary>
    public bool IsClitic(ReadOnlySpan<char> letters) => letters.Length <= 2 && _clitics.Contains(letters);

    /// <summary>Whether letters behind a number are a token of their own.</summary>
    public bool IsUnit(ReadOnlySpan<char> letters) => letters.Length <= MaxLength && _units.Contains(letters) && !_keptUnits.Contains(letters);

    /// <summary>Whether a word can end an address.</summary>
    public bool IsDomain(ReadOnlySpan<char> word) => word.Length <= 6 && _domains.Contains(word);

    /// <summary>Whether letters before a dollar sign belong to it.</summary>
    public bool IsDollar(ReadOnlySpan<char> letters) => letters.Length <= 3 && _dollars.Contains(letters);

    /// <summary>Length of the longest emoticon at the head of a text; 0 when none stands there.</summary>
    public int EmoticonLength(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(MaxEmoticon, text.Length); length >= 2; length--)
        {
            if (_emoticons.Contains(text[..length])) return length;
        }

        return 0;
    }

    /// <summary>Where a word without apostrophe is cut in two; 0 when it is not.</summary>
    public int SplitAt(ReadOnlySpan<char> word) => word.Length <= MaxLength && _splits.TryGetValue(word, out var at) ? at : 0;

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(KnowledgeNode file, string key, StringComparer comparer) =>
        new HashSet<string>(file.TextsOf(key), comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
