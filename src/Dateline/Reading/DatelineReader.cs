using System.Buffers;
using NodaTime;

namespace Dateline.Reading;

/// <summary>Reads the head of a wire story: "WOODBURN, Ore. (KOIN) —", "NEW DELHI, March 17 (Southline) -", "MOSCOW:".</summary>
/// <remarks>
/// The head must stand at the beginning of a paragraph and be closed by a colon, dash or bar, and what follows must begin as a
/// sentence does. Capitals, an agency in brackets or a day are what tells a place from the first words of a sentence;
/// a place in small letters needs one of the latter two, or a long dash. A text without its dashes keeps the head when an
/// agency in brackets closes it. <see cref="ArticleDateline.Place"/> is empty where the head names only day and agency.
/// </remarks>
internal sealed class DatelineReader(HeadWords words)
{
    private const int MaxLength = 140;

    private const int MaxPlaceWords = 7;

    /// <summary>Marks that no name of a place holds.</summary>
    private static readonly SearchValues<char> NoPlace = SearchValues.Create("\"“”?!;:@=+");

    /// <summary>The head at the beginning of a line; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line of the story.</param>
    /// <param name="allCapitals">Whether capitals are no sign of a place in this text.</param>
    /// <param name="published">Completes a day without a year; the year given in the head comes back in <see cref="Head.Printed"/>.</param>
    public Head? Read(string text, TextSpan line, bool allCapitals, LocalDate? published)
    {
        var start = SkipLeadIn(text, line);
        var end = Math.Min(line.End, start + MaxLength);
        foreach (var (from, to) in Closers(text, start, end, line.End))
        {
            var following = to;
            while (following < line.End && text[following] is ' ' or '\u00A0' or '"' or '“' or '\'' or '‘' or '(' or '[' or '-') following++;
            if (following < line.End && char.IsLower(text[following])) continue;
            var mark = to > from ? text[to - 1] : ' ';
            if (Parse(text, new TextSpan(start, from)) is not { } parts) continue;
            if (!IsPlausible(text, parts, mark, from == to, allCapitals)) continue;
            var day = parts.Day is { } printed ? printed.Date ?? Complete(printed, published) : null;
            var place = parts.Place;
            return new Head(new ArticleDateline(new TextSpan(start, to), text.Substring(place.Start, place.Length), place, day, parts.Agency), parts.Day);
        }

        return null;
    }

    /// <summary>The day in the year of publication, or in the year before when it would lie more than a week ahead; null without a publication day.</summary>
    private static LocalDate? Complete(PrintedDay printed, LocalDate? published)
    {
        if (published is not { } reference) return null;
        var day = printed.On(reference.Year);
        if (day is { } same && same > reference.PlusDays(7)) return printed.On(reference.Year - 1);
        return day is { } early && early < reference.PlusDays(-330) ? printed.On(reference.Year + 1) ?? day : day;
    }

    /// <summary>Ends of the head (before and behind the mark), in order; last the end of a bracket and of a line of its own, for heads without a dash.</summary>
    private static IEnumerable<(int From, int To)> Closers(string text, int start, int end, int lineEnd)
    {
        var depth = 0;
        var bracket = -1;
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (c is '(' or '[') depth++;
            if (c is ')' or ']')
            {
                depth = Math.Max(0, depth - 1);
                if (bracket < 0 && c == ')') bracket = at + 1;
            }

            if (depth > 0 || at == start) continue;
            var spaced = char.IsWhiteSpace(text[at - 1]) || text[at - 1] == ')';
            var next = at + 1;
            while (next < end && text[next] == c) next++;
            var spaceBehind = next >= end || char.IsWhiteSpace(text[next]) || text[next] is '"' or '“';
            var closes = c switch
            {
                ':' => spaceBehind,
                '—' or '–' or '―' or '‒' or '−' => true,
                '-' => next - at > 1 || (spaced && (spaceBehind || char.IsUpper(text[next]))),
                '_' or '|' or '/' or '•' or '~' => spaced && spaceBehind,
                _ => false,
            };
            if (!closes) continue;
            var from = at;
            while (from > start && char.IsWhiteSpace(text[from - 1])) from--;
            yield return (from, next);
            at = next - 1;
        }

        if (bracket > start) yield return (bracket, bracket);
        if (end == lineEnd && end > start) yield return (end, end);
    }

    private int SkipLeadIn(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End && text[at] is '×' or '*' or '•' or '|' or '[' or '■' or '▪' or ' ') at++;
        foreach (var leadIn in words.LeadIns)
        {
            if (line.End - at <= leadIn.Length || !text.AsSpan(at, leadIn.Length).Equals(leadIn, StringComparison.OrdinalIgnoreCase)) continue;
            var behind = at + leadIn.Length;
            while (behind < line.End && text[behind] is ' ' or ':' or '-' or '–' or '—' or '|') behind++;
            if (behind > at + leadIn.Length) return behind;
        }

        return at;
    }

    private Parts? Parse(string text, TextSpan head)
    {
        var rest = TextLines.Trim(text, head);
        string? agency = null;
        PrintedDay? day = null;
        for (var step = 0; step < 5 && !rest.IsEmpty; step++)
        {
            var last = text[rest.End - 1];
            if (last == ')' && text.AsSpan(rest.Start, rest.Length).LastIndexOf('(') is >= 0 and var open)
            {
                var inside = TextLines.Trim(text, new TextSpan(rest.Start + open + 1, rest.End - 1));
                if (inside.IsEmpty) return null;
                if (DayReader.Read(text, inside.Start, inside.End) is { } bracketed && bracketed.Span.End == inside.End) day ??= bracketed;
                else if (agency is null && IsAgency(text, inside)) agency = text.Substring(inside.Start, inside.Length);
                else break;
                rest = TextLines.Trim(text, new TextSpan(rest.Start, rest.Start + open));
            }
            else if (last is ',' or ';')
            {
                rest = TextLines.Trim(text, new TextSpan(rest.Start, rest.End - 1));
            }
            else if (text.AsSpan(rest.Start, rest.Length).EndsWith(", NO DATE", StringComparison.Ordinal))
            {
                // As foreign broadcasts were headed when the day of broadcast was not known.
                rest = new TextSpan(rest.Start, rest.End - ", NO DATE".Length);
            }
            else if (day is null && TrailingDay(text, rest) is { } printed)
            {
                day = printed;
                rest = TextLines.Trim(text, new TextSpan(rest.Start, printed.Span.Start));
            }
            else
            {
                break;
            }
        }

        if (agency is null && text.AsSpan(rest.Start, rest.Length).IndexOf(") ") is > 0 and var close && text.AsSpan(rest.Start, close).IndexOf('(') is >= 0 and var bracket)
        {
            // "KOTV (CBS/AP) TULSA, Okla. -": the agency stands before the place.
            var inside = new TextSpan(rest.Start + bracket + 1, rest.Start + close);
            if (IsAgency(text, inside))
            {
                agency = text.Substring(inside.Start, inside.Length);
                rest = TextLines.Trim(text, new TextSpan(rest.Start + close + 1, rest.End));
            }
        }

        return rest.IsEmpty || IsPlace(text, rest) ? new Parts(rest, day, agency) : null;
    }

    /// <summary>A day that ends the span: "Sept 11", ", 4 FEB 90", ", Oct. 3, 2016".</summary>
    private static PrintedDay? TrailingDay(string text, TextSpan span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > span.Start && char.IsLetterOrDigit(text[at - 1]))) continue;
            if (DayReader.Read(text, at, span.End) is { } day && day.Span.End == span.End) return day;
        }

        return null;
    }

    private static bool IsAgency(string text, TextSpan inside)
    {
        if (inside.Length is < 2 or > 48) return false;
        return (char.IsUpper(text[inside.Start]) || char.IsAsciiDigit(text[inside.Start])) && text.AsSpan(inside.Start, inside.Length).Count(' ') <= 5;
    }

    /// <summary>Capitalised words, few of them, perhaps with particles: "PORT-AU-PRINCE, Haiti", "Rio de Janeiro", "CAIRO/GAZA".</summary>
    private bool IsPlace(string text, TextSpan span)
    {
        if (LineWords.Of(text, span) is not { Count: > 0 and <= MaxPlaceWords } read) return false;
        for (var i = 0; i < read.Count; i++)
        {
            var word = read.SpanOf(i);
            if (char.IsAsciiDigit(text[word.Start]) && i == 0) return false;
            if (!char.IsUpper(text[word.Start]) && (i == 0 || !words.PlaceParticles.Contains(read[i]))) return false;
        }

        return text.AsSpan(span.Start, span.Length).IndexOfAny(NoPlace) < 0;
    }

    private bool IsPlausible(string text, Parts parts, char mark, bool noMark, bool allCapitals)
    {
        if (IsOtherLabel(text, parts)) return false;
        var known = parts.Agency is { } agency && words.Agencies.Contains(agency.Split('/', ',', ' ')[0]);
        if (parts.Place.IsEmpty) return parts.Agency is not null && (known || parts.Day is not null || mark != ':');
        var first = parts.Place.Start;
        var comma = text.AsSpan(first, parts.Place.Length).IndexOf(',');
        var city = new TextSpan(first, comma > 0 ? first + comma : parts.Place.End);
        var inCapitals = !allCapitals && AreCapitals(text, city);
        if (noMark) return inCapitals && (parts.Agency is not null || parts.Day is not null);
        if (parts.Agency is not null || parts.Day is not null) return true;
        if (inCapitals) return true;
        var dash = mark is '—' or '–' or '-' or '―' or '_';
        var few = LineWords.Of(text, parts.Place) is { Count: <= 4 };
        return allCapitals ? mark is '-' or '—' && few : dash && mark != '-' && few;
    }

    /// <summary>
    /// "POLICE:", "UPDATE (AP) -": words that are no place. Beside others they can name one (Key West, Newport News), which a
    /// comma, an agency or a day then shows.
    /// </summary>
    private bool IsOtherLabel(string text, Parts parts)
    {
        if (parts.Place.IsEmpty || LineWords.Of(text, parts.Place) is not { } read) return false;
        var others = 0;
        for (var i = 0; i < read.Count; i++)
        {
            if (words.NotPlaces.Contains(read[i])) others++;
        }

        var shown = parts.Agency is not null || parts.Day is not null || text.AsSpan(parts.Place.Start, parts.Place.Length).Contains(',');
        return others > 0 && (!shown || others == read.Count);
    }

    private static bool AreCapitals(string text, TextSpan span)
    {
        var (upper, lower) = (0, 0);
        for (var at = span.Start; at < span.End; at++)
        {
            if (char.IsUpper(text[at])) upper++;
            if (char.IsLower(text[at])) lower++;
        }

        return upper >= 2 && lower * 4 <= upper;
    }

    /// <summary>A dateline and the day as printed, with its year if it has one.</summary>
    internal readonly record struct Head(ArticleDateline Dateline, PrintedDay? Printed);

    private readonly record struct Parts(TextSpan Place, PrintedDay? Day, string? Agency);
}
