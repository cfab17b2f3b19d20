namespace Dateline.Reading;

/// <summary>Tells the author's line: "By Jane Doe", "By JANE DOE, Associated Press", "Jane Doe in Nairobi".</summary>
internal sealed class Bylines(HeadWords words)
{
    private const int MaxLength = 140;

    /// <summary>Whether the line, standing above the story's first sentence, names the author.</summary>
    public bool IsByline(string text, TextSpan line)
    {
        if (line.Length > MaxLength || LineWords.Of(text, line) is not { Count: >= 2 and <= 18 } read) return false;
        var first = read[0] switch
        {
            "by" => 1,
            "written" or "reported" or "words" or "story" or "report" or "text" when read[1] == "by" => 2,
            "author" or "authors" or "reporter" or "correspondent" or "writer" when read.MarkBehind(0) == ':' => 1,
            _ => 0,
        };
        if (first == 0) return IsNameAndPlace(text, line, read);
        if (first >= read.Count || !char.IsUpper(text[read.SpanOf(0).Start])) return false;
        if (text[line.End - 1] is '.' or '?' or '!' && read[read.Count - 1].Length > 3) return false;
        return IsNamed(text, read, first, read.Count) && (read.Count - first >= 2 || read[0] != "by");
    }

    /// <summary>"Jane Doe in Nairobi", "Jane Doe and John Roe in Beirut and agencies".</summary>
    private bool IsNameAndPlace(string text, TextSpan line, LineWords read)
    {
        var at = -1;
        for (var i = 2; i < read.Count - 1 && at < 0; i++)
        {
            if (read[i] == "in" && text[read.SpanOf(i).Start] == 'i') at = i;
        }

        if (at is < 2 or > 7 || read.Count > 12 || text[line.End - 1] is '.' or '?' or '!' or ':') return false;
        return AreNames(text, read, 0, at) && IsNamed(text, read, at + 1, read.Count) && read.Count - at <= 6;
    }

    /// <summary>Full names of two to four words, joined by "and" and commas.</summary>
    private static bool AreNames(string text, LineWords read, int from, int end)
    {
        var length = 0;
        for (var i = from; i <= end; i++)
        {
            var isJoint = i == end || read[i] is "and";
            if (isJoint)
            {
                if (length is < 2 or > 4) return false;
                length = 0;
                continue;
            }

            var span = read.SpanOf(i);
            if (!char.IsUpper(text[span.Start]) || span.Length < 2 || char.IsUpper(text[span.End - 1])) return false;
            length++;
            if (read.MarkBehind(i) == ',') length = length is >= 2 and <= 4 ? 0 : 99;
        }

        return end - from >= 2;
    }

    private bool IsNamed(string text, LineWords read, int from, int end)
    {
        var capitals = 0;
        for (var i = from; i < end; i++)
        {
            if (char.IsUpper(text[read.SpanOf(i).Start])) capitals++;
            else if (!words.BylineParticles.Contains(read[i]) && !text.AsSpan(read.SpanOf(i).Start, read.Line.End - read.SpanOf(i).Start).Contains('@') && !IsBehindAt(text, read.SpanOf(i))) return false;
        }

        return capitals > 0;
    }

    private static bool IsBehindAt(string text, TextSpan word)
    {
        for (var at = word.Start - 1; at >= 0 && word.Start - at < 60 && !char.IsWhiteSpace(text[at]); at--)
        {
            if (text[at] == '@') return true;
        }

        return false;
    }
}
