using Dateline.Mentions.Places;

namespace Dateline.Mentions.Names;

/// <summary>Hashes a phrase word by word, folded as <see cref="NameFold"/> folds: "Deir ez-Zor", "DEIR EZ ZOR" and "Dēir ez‑Zōr" meet.</summary>
public static class NameHash
{
    /// <summary>The hash of no words.</summary>
    public const uint Empty = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The hash of a whole phrase; <see cref="Empty"/> when it has no letter or digit.</summary>
    public static uint Of(ReadOnlySpan<char> phrase) => Append(Empty, phrase);

    /// <summary>The hash of a phrase that goes on with a word. Marks alone change nothing, so that a hyphen between tokens does not count.</summary>
    public static uint Append(uint hash, ReadOnlySpan<char> word)
    {
        if (word.Length > NameFold.MaxBytes) return hash;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return AppendFolded(hash, word);
        }

        if (word.IsEmpty) return hash;
        if (hash != Empty) hash = (hash ^ ' ') * Prime;
        // NameFold's three short forms, so that both ways give one hash.
        word = Short(word);
        foreach (var c in word) hash = (hash ^ (char.IsAsciiDigit(c) ? c : c | 0x20u)) * Prime;
        return hash;
    }

    private static uint AppendFolded(uint hash, ReadOnlySpan<char> word)
    {
        Span<byte> key = stackalloc byte[NameFold.MaxBytes];
        var length = NameFold.Fold(word, key);
        if (length == 0) return hash;
        if (hash != Empty) hash = (hash ^ ' ') * Prime;
        foreach (var letter in key[..length]) hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static ReadOnlySpan<char> Short(ReadOnlySpan<char> word) => word.Length switch
    {
        5 when word.Equals("saint", StringComparison.OrdinalIgnoreCase) => "st",
        5 when word.Equals("mount", StringComparison.OrdinalIgnoreCase) => "mt",
        4 when word.Equals("fort", StringComparison.OrdinalIgnoreCase) => "ft",
        _ => word,
    };
}
