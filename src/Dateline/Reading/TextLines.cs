using Dateline.Language;

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
        while (start < end && Tokenizer.IsSpace(text[start])) start++;
        while (end > start && Tokenizer.IsSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a blank line, or more than one line break, lies between two lines.</summary>
    public static bool Apart(string text, TextSpan line, TextSpan next) =>
        text.AsSpan(line.End, next.Start - line.End).Count('\n') != 1;
}
