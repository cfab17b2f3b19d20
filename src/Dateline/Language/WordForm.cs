using System.Runtime.CompilerServices;

namespace Dateline.Language;

/// <summary>A word as printed, with what it shows by itself: its small letters, and hashes of it and of its ends.</summary>
/// <remarks>Every stage asks for the same hashes of the same few thousand words; <see cref="WordForms"/> keeps them, so that they are computed once. Immutable.</remarks>
internal sealed class WordForm
{
    /// <summary>Longest ending or beginning that has a hash, in code units.</summary>
    public const int LongestEnd = 4;

    private readonly Ends _endings;
    private readonly Ends _beginnings;

    public WordForm(ReadOnlySpan<char> form, uint key)
    {
        Key = key;
        Text = form.ToString();
        Lower = Text.ToLowerInvariant();
        Hash = FeatureHash.Word(form);
        LowerHash = FeatureHash.Word(Lower);
        Shape = FeatureHash.Shape(form);
        IsCapital = form.Length > 0 && char.IsUpper(form[0]);
        IsWord = form.Length > 0 && char.IsLetter(form[0]);
        HasSmall = form.ContainsAnyInRange('a', 'z');
        for (var size = 1; size <= Math.Min(LongestEnd, Lower.Length); size++)
        {
            _endings[size - 1] = FeatureHash.Word(Lower.AsSpan(Lower.Length - size));
            _beginnings[size - 1] = FeatureHash.Word(Lower.AsSpan(0, size));
        }
    }

    /// <summary>Where tables of words keep it: as good a hash as <see cref="Hash"/>, but of the letters as they are, and cheaper.</summary>
    public uint Key { get; }

    /// <summary>The word as printed.</summary>
    public string Text { get; }

    /// <summary>In lower case, with curly quotes left as they stand.</summary>
    public string Lower { get; }

    /// <summary><see cref="FeatureHash.Word"/> of the word as printed.</summary>
    public uint Hash { get; }

    /// <summary><see cref="FeatureHash.Word"/> of the word in lower case.</summary>
    public uint LowerHash { get; }

    /// <summary><see cref="FeatureHash.Shape"/> of the word as printed.</summary>
    public uint Shape { get; }

    /// <summary>Whether it begins with an upper-case letter.</summary>
    public bool IsCapital { get; }

    /// <summary>Whether it begins with a letter.</summary>
    public bool IsWord { get; }

    /// <summary>Whether a small letter of the plain alphabet is in it.</summary>
    public bool HasSmall { get; }

    /// <summary>Hash of the last letters in lower case.</summary>
    /// <param name="size">1 to <see cref="LongestEnd"/>, and no more than the word has.</param>
    public uint Ending(int size) => _endings[size - 1];

    /// <summary>Hash of the first letters in lower case; sizes as for <see cref="Ending"/>.</summary>
    public uint Beginning(int size) => _beginnings[size - 1];

    [InlineArray(LongestEnd)]
    private struct Ends
    {
        private uint _first;
    }
}
