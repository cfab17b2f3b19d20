using NodaTime;

namespace Dateline.Reading;

/// <summary>How surely a line states the day of publication; the higher wins, of equals the first.</summary>
internal enum DayRank
{
    None,

    /// <summary>"Last updated …".</summary>
    Updated,

    /// <summary>A day and nothing else.</summary>
    Plain,

    /// <summary>"Published …".</summary>
    Published,
}

/// <summary>Finds lines that hold a day, perhaps a time and a label, and nothing of the story.</summary>
internal sealed class DateLines(HeadWords words)
{
    private const int MaxLength = 160;

    /// <summary>Words, other than the day's and the label's, that a labelled line may hold: "Posted on August 3 2016 by Jane Doe".</summary>
    private const int MaxOthers = 6;

    /// <summary>Whether the line is a date line, and the day it gives: null with a rank when the day cannot be told.</summary>
    public (DayRank Rank, LocalDate? Day) Read(string text, TextSpan line)
    {
        if (line.Length > MaxLength || LineWords.Of(text, line) is not { Count: > 0 and <= 24 } read) return default;
        var label = Label(read);
        var (days, others, digits) = (0, 0, 0);
        LocalDate? day = null;
        for (var i = 0; i < read.Count; i++)
        {
            if (DayReader.Read(text, read.SpanOf(i).Start, line.End) is { } printed)
            {
                days++;
                day ??= printed.Date;
                while (i + 1 < read.Count && read.SpanOf(i + 1).Start < printed.Span.End) i++;
            }
            else if (char.IsAsciiDigit(read[i][0]))
            {
                digits++;
            }
            else if (!words.DateLine.Contains(read[i]))
            {
                others++;
            }
        }

        var ends = text[line.End - 1] is '.' && others > 1;
        if (label == DayRank.None) return others == 0 && days > 0 && digits <= 6 ? (Unlabelled(read), day) : default;
        return others <= MaxOthers && !ends && (days > 0 || digits > 0) ? (label, day) : default;
    }

    /// <summary>
    /// The end of a day at the head of a text that runs on without a line break, "Wed 05 Apr 2017 at 0914 Homs governor says":
    /// only a day with a year, and only before a capital, a number or a quote.
    /// </summary>
    public (int End, LocalDate Day)? ReadRunIn(string text, TextSpan body)
    {
        var end = Math.Min(body.End, body.Start + MaxLength);
        if (LineWords.Of(text, new TextSpan(body.Start, end)) is not { Count: > 0 } read) return null;
        var first = 0;
        while (first < read.Count && first < 4 && IsBeforeDay(read, first) && DayReader.Read(text, read.SpanOf(first).Start, end) is null) first++;
        if (first >= read.Count || DayReader.Read(text, read.SpanOf(first).Start, end) is not { Year: not null } printed) return null;
        if (printed.Date is { } stated && first > 0 && Label(read) == DayRank.Published) return (printed.Span.End, stated);
        var numeric = char.IsAsciiDigit(text[printed.Span.Start]) && !text.AsSpan(printed.Span.Start, printed.Span.Length).ContainsAnyInRange('A', 'Z');
        var at = printed.Span.End;
        for (var i = first; i < read.Count; i++)
        {
            var span = read.SpanOf(i);
            if (span.Start < at) continue;
            var clock = char.IsAsciiDigit(text[span.Start]) && (text.AsSpan(span.Start - 1, 1) is ":" || (span.End < end && text[span.End] == ':') || (span.Length == 4 && read[i - 1] == "at"));
            var zone = words.DateLine.Contains(read[i]) && (char.IsLower(text[span.Start]) || read[i] is "am" or "pm" or "gmt" or "utc" or "bst" or "est" or "edt" or "ist");
            if (!clock && !zone) break;
            at = span.End;
        }

        while (at < end && text[at] is ' ' or ')' or ']' or '|' or '-' or '–' or '—' or ':' or '/' or '\u00A0') at++;
        if (at >= end || at == printed.Span.End) return null;
        var begins = char.IsUpper(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '"' or '“' or '\'' or '‘';
        if (!begins || printed.Date is not { } day) return null;
        return !numeric || char.IsUpper(text[at]) ? (at, day) : null;
    }

    private bool IsBeforeDay(LineWords line, int word) => words.DateLine.Contains(line[word]) || words.Agencies.Contains(line[word]);

    private DayRank Label(LineWords line)
    {
        foreach (var label in words.Updated)
        {
            if (line.Has(label, 0)) return DayRank.Updated;
        }

        foreach (var label in words.Published)
        {
            if (line.Has(label, 0)) return DayRank.Published;
        }

        return DayRank.None;
    }

    private static DayRank Unlabelled(LineWords line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] is "published" or "posted") return DayRank.Published;
        }

        return DayRank.Plain;
    }
}
