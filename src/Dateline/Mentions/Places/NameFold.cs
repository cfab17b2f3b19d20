using System.Text;

namespace Dateline.Mentions.Places;

/// <summary>Folds a place name to the key it is looked up by, so that "Deir ez-Zor", "DEIR EZ ZOR" and "Dēir ez‑Zōr" meet.</summary>
/// <remarks>
/// Lower case, without diacritics, apostrophes and full stops; hyphens, slashes and runs of white space are one space; "&amp;" is "and";
/// the words "Saint", "Mount" and "Fort" are "st", "mt" and "ft". Letters of other scripts stay. The table is our own: the runtime's
/// normalisation is not there in invariant mode.
/// </remarks>
public static class NameFold
{
    /// <summary>Longest key in bytes; longer names have none.</summary>
    public const int MaxBytes = 80;

    /// <summary>U+00C0 to U+024F; digits stand for two letters, ? for the letter itself.</summary>
    private const string Latin =
        "aaaaaa1ceeeeiiiidnooooo?ouuuuy43aaaaaa1ceeeeiiiidnooooo?ouuuuy4yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll" +
        "nnnnnn?nnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs?b???????dd???aa?ff?????kk??????oo?????????????uu????????????????????" +
        "????????aaiioouuuuuuuuuuaaaaa11??ggkkoooo??j???gg??nnaa11ooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????";

    /// <summary>U+1E00 to U+1EFF.</summary>
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwww" +
        "wwwwwwxxxxyyzzzzzzhtwy?s??3?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    /// <summary>The key as UTF-8 bytes.</summary>
    /// <param name="name">The name as printed.</param>
    /// <param name="key">Room for at least <see cref="MaxBytes"/> bytes.</param>
    /// <returns>How many bytes were written; 0 when the name has no letter or is too long.</returns>
    public static int Fold(ReadOnlySpan<char> name, Span<byte> key)
    {
        if (name.Length > MaxBytes) return 0;
        var n = 0;
        var wordStart = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (n + 8 > MaxBytes) return 0;
            var c = name[i];
            if (char.IsAsciiLetterOrDigit(c)) key[n++] = (byte)(c | (char.IsAsciiDigit(c) ? 0 : 0x20));
            else if (IsSeparator(c)) EndWord(key, ref n, ref wordStart);
            else if (c == '&') "and"u8.CopyTo(key[n..((n += 3) + 0)]);
            else if (IsDropped(c)) continue;
            else n = AddOther(name, ref i, key, n);
        }

        EndWord(key, ref n, ref wordStart);
        return n > 0 && key[n - 1] == (byte)' ' ? n - 1 : n;
    }

    /// <summary>The key as a string; empty when there is none.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        Span<byte> key = stackalloc byte[MaxBytes];
        return Encoding.UTF8.GetString(key[..Fold(name, key)]);
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '/' or '_' or '\u00A0' or (>= '\u2010' and <= '\u2015') || char.IsWhiteSpace(c);

    private static bool IsDropped(char c) =>
        c < 0x80 || c is (>= '\u02B0' and <= '\u02FF') or (>= '\u0300' and <= '\u036F') or (>= '\u2018' and <= '\u201F') or (< '\u00C0' and >= '\u0080') || char.IsControl(c);

    private static void EndWord(Span<byte> key, ref int n, ref int wordStart)
    {
        if (n == wordStart) return;
        var word = key[wordStart..n];
        if (word.SequenceEqual("saint"u8)) n = Write("st"u8, key, wordStart);
        else if (word.SequenceEqual("mount"u8)) n = Write("mt"u8, key, wordStart);
        else if (word.SequenceEqual("fort"u8)) n = Write("ft"u8, key, wordStart);
        key[n++] = (byte)' ';
        wordStart = n;
    }

    private static int Write(ReadOnlySpan<byte> text, Span<byte> key, int at)
    {
        text.CopyTo(key[at..]);
        return at + text.Length;
    }

    private static int AddOther(ReadOnlySpan<char> name, ref int i, Span<byte> key, int n)
    {
        var c = name[i];
        var folded = c switch
        {
            >= '\u00C0' and < '\u0250' => Latin[c - '\u00C0'],
            >= '\u1E00' and < '\u1F00' => LatinAdditional[c - '\u1E00'],
            '\u0259' => 'a',
            _ => '?',
        };
        switch (folded)
        {
            case '1': return Write("ae"u8, key, n);
            case '2': return Write("oe"u8, key, n);
            case '3': return Write("ss"u8, key, n);
            case '4': return Write("th"u8, key, n);
            case '?': break;
            default: key[n] = (byte)folded; return n + 1;
        }

        if (Rune.DecodeFromUtf16(name[i..], out var rune, out var used) != System.Buffers.OperationStatus.Done) return n;
        i += used - 1;
        return n + Rune.ToLowerInvariant(rune).EncodeToUtf8(key[n..]);
    }
}
