using System.Text;

namespace Dateline.Cli.Input;

/// <summary>Bytes → text: finds the encoding, or says why the bytes are no text.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "a PDF file"), ([0x50, 0x4B, 3, 4], "a ZIP or Office file"), ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    /// <summary>Decodes the first bytes of an input.</summary>
    /// <param name="bytes">The bytes, at most <see cref="InputLimits.TextBytes"/> of them.</param>
    /// <param name="isWhole">Whether the input ends where <paramref name="bytes"/> do; if not, a last character may be cut in two.</param>
    public static Decoded Decode(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Utf8(bytes[3..], isWhole);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return new Decoded(Encoding.UTF32.GetString(bytes[4..]));
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return new Decoded(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return new Decoded(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        foreach (var (start, kind) in Signatures)
        {
            if (bytes.StartsWith(start)) return Decoded.Refused($"is {kind}, not text");
        }

        return Utf16WithoutMark(bytes) ?? (LooksBinary(bytes) ? Decoded.Refused("is binary data, not text") : Utf8(bytes, isWhole));
    }

    private static Decoded Utf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var end = isWhole ? bytes.Length : EndOfLastCharacter(bytes);
        if (System.Text.Unicode.Utf8.IsValid(bytes[..end])) return new Decoded(Encoding.UTF8.GetString(bytes[..end]));
        return IsWindows1252(bytes)
            ? new Decoded(Windows1252.GetString(bytes), "the text is not UTF-8 and was read as Windows-1252")
            : Decoded.Refused("is neither UTF-8 nor UTF-16 nor Windows-1252 text; convert it to UTF-8");
    }

    private static int EndOfLastCharacter(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.Length;
        while (at > 0 && bytes.Length - at < 4 && (bytes[at - 1] & 0xC0) == 0x80) at--;
        return at > 0 && bytes[at - 1] >= 0xC0 ? at - 1 : bytes.Length;
    }

    /// <summary>Western text: no byte that the code page leaves empty, and mostly ASCII. Cyrillic or Chinese in an old encoding fails the second test.</summary>
    private static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        var foreign = 0;
        foreach (var b in bytes)
        {
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return false;
            if (b >= 0x80) foreign++;
        }

        return foreign <= bytes.Length / 5;
    }

    /// <summary>UTF-16 without a byte order mark shows as zeros at every second place of Western text.</summary>
    private static Decoded? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        if (sample.Length < 8) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        var half = sample.Length / 2;
        if (odd > half * 7 / 10 && even == 0) return new Decoded(Encoding.Unicode.GetString(bytes), "the text was read as UTF-16 without a byte order mark");
        if (even > half * 7 / 10 && odd == 0) return new Decoded(Encoding.BigEndianUnicode.GetString(bytes), "the text was read as UTF-16 without a byte order mark");
        return null;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        int zeros = 0, controls = 0;
        foreach (var b in bytes)
        {
            if (b == 0) zeros++;
            else if (b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B)) controls++;
        }

        return zeros > bytes.Length / 1000 || controls > bytes.Length / 10;
    }
}

/// <summary>Text with a remark on how it was decoded, or the reason why there is none.</summary>
/// <param name="Text">The text; null when the bytes are refused.</param>
/// <param name="Remark">What a reader of the record should know about the decoding; null when nothing.</param>
/// <param name="Refusal">Continues a sentence that begins with the input's name: "is a PDF file, not text".</param>
internal sealed record Decoded(string? Text, string? Remark = null, string? Refusal = null)
{
    public static Decoded Refused(string why) => new(null, null, why);
}
