namespace Dateline.Reading;

/// <summary>The lines of a text that hold more than white space, trimmed.</summary>
internal static class TextLines
{
    /// <summary>The lines of a region, in order.</summary>
    public static List<TextSpan> Of(string text, TextSpan region)
    {
        var lines = new List<TextSpan>();
        var at = region.Start;
        while (at < region.End)
        {
            var length = text.AsSpan(at, region.End - at).IndexOfAny('\n', '\r', '\u2029');
            var end = length < 0 ? region.End : at + length;
            if (Trim(text, new TextSpan(at, end)) is { IsEmpty: false } line) lines.Add(line);
            at = end + 1;
        }

        return lines;
    }

    /// <summary>The span without the white space and invisible marks at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a character prints nothing and parts words: white space, control characters, marks of direction and width.</summary>
    public static bool IsSpace(char c) =>
        c < 0x80 ? c <= ' ' || c == 0x7F
        : char.IsWhiteSpace(c) || c is (>= '\u0080' and <= '\u009F') or '\u200B' or '\u200E' or '\u200F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    /// <summary>Whether a blank line, or more than one line break, lies between two lines.</summary>
    public static bool Apart(string text, TextSpan line, TextSpan next) =>
        text.AsSpan(line.End, next.Start - line.End).Count('\n') != 1;
}
