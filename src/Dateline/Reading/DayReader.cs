using NodaTime;

namespace Dateline.Reading;

/// <summary>A day read in a text: where it stands and what it says.</summary>
/// <param name="Span">From weekday or first number to the last.</param>
/// <param name="Year">The year; null when none is given.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; the month may be shorter.</param>
internal readonly record struct PrintedDay(TextSpan Span, int? Year, int Month, int Day)
{
    /// <summary>The day; null without a year, or when the calendar has no such day.</summary>
    public LocalDate? Date => Year is { } year ? On(year) : null;

    /// <summary>The day in a year; null when that year has no such day.</summary>
    public LocalDate? On(int year) =>
        year is >= 1800 and <= 2199 && Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null;
}

/// <summary>Reads printed days: "Sun Jun 16 2024", "16 June 2024", "June 16th, 2024", "4 FEB 90", "2024-06-16", "28.04.2017", "8/19/2013".</summary>
/// <remarks>"8/4/2016" and "03-07-2015" can mean two days and are not read: a number above 12 must show which one is the day.</remarks>
internal static class DayReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The day that begins at an offset; null when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where its first letter or digit stands.</param>
    /// <param name="end">Where to stop reading.</param>
    public static PrintedDay? Read(string text, int at, int end)
    {
        end = Math.Min(end, at + 60);
        var start = at;
        if (WeekdayLength(text, at, end) is > 0 and var weekday) at = SkipMarks(text, at + weekday, end);
        if (at >= end) return null;
        if (char.IsAsciiDigit(text[at])) return (ReadNumeric(text, at, end) ?? ReadDayFirst(text, at, end)) is { } day ? day with { Span = new TextSpan(start, day.Span.End) } : null;
        return ReadMonthFirst(text, at, end) is { } found ? found with { Span = new TextSpan(start, found.Span.End) } : null;
    }

    /// <summary>Letters of the weekday, in full or short, that begins at an offset, with its full stop; 0 when none does.</summary>
    public static int WeekdayLength(string text, int at, int end) => Name(text, at, end, Weekdays, out _);

    private static PrintedDay? ReadMonthFirst(string text, int at, int end)
    {
        var letters = Name(text, at, end, Months, out var month);
        if (letters == 0) return null;
        var next = SkipMarks(text, at + letters, end, comma: false);
        var length = Number(text, next, end, out var day);
        if (next == at + letters || length is not (1 or 2) || day is < 1 or > 31) return null;
        var to = SkipOrdinal(text, next + length, end);
        if (to < end && char.IsLetterOrDigit(text[to])) return null;
        return WithYear(text, new PrintedDay(new TextSpan(at, to), null, month + 1, day), end, shortYear: false);
    }

    private static PrintedDay? ReadDayFirst(string text, int at, int end)
    {
        var length = Number(text, at, end, out var day);
        if (length is not (1 or 2) || day is < 1 or > 31) return null;
        var next = SkipOrdinal(text, at + length, end);
        var gap = SkipMarks(text, next, end, comma: false);
        if (gap == next) return null;
        if (gap + 3 < end && text.AsSpan(gap, 3).Equals("of ", StringComparison.OrdinalIgnoreCase)) gap += 3;
        var letters = Name(text, gap, end, Months, out var month);
        return letters == 0 ? null : WithYear(text, new PrintedDay(new TextSpan(at, gap + letters), null, month + 1, day), end, shortYear: true);
    }

    private static PrintedDay? ReadNumeric(string text, int at, int end)
    {
        var first = Number(text, at, end, out var a);
        var mark = at + first < end ? text[at + first] : ' ';
        if (mark is not ('-' or '/' or '.')) return null;
        var second = Number(text, at + first + 1, end, out var b);
        var third = at + first + second + 1;
        if (second is not (1 or 2) || third >= end || text[third] != mark) return null;
        var last = Number(text, third + 1, end, out var c);
        var to = third + 1 + last;
        if (to < end && char.IsAsciiDigit(text[to])) return null;
        if (first == 4 && last is 1 or 2) return Valid(at, to, a, b, c);
        if (last != 4 || first is not (1 or 2)) return null;
        if (mark == '.' || (a > 12 && b <= 12)) return Valid(at, to, c, b, a);
        return b > 12 || a == b ? Valid(at, to, c, a, b) : null;
    }

    private static PrintedDay? Valid(int at, int to, int year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is >= 1900 and <= 2100 ? new PrintedDay(new TextSpan(at, to), year, month, day) : null;

    /// <summary>Adds ", 2024", " 2024" or, in the head of a wire story, " 90" of "4 FEB 90".</summary>
    private static PrintedDay WithYear(string text, PrintedDay day, int end, bool shortYear)
    {
        var at = SkipMarks(text, day.Span.End, end);
        var digits = Number(text, at, end, out var year);
        var behind = at + digits;
        if (at == day.Span.End || (behind < end && (char.IsLetterOrDigit(text[behind]) || (text[behind] == ':' && digits < 4)))) return day;
        if (digits == 4 && year is >= 1900 and <= 2100) return day with { Span = new TextSpan(day.Span.Start, behind), Year = year };
        var isShort = shortYear && digits == 2 && text.AsSpan(day.Span.End, at - day.Span.End) is " " or "-";
        return isShort ? day with { Span = new TextSpan(day.Span.Start, behind), Year = year >= 30 ? 1900 + year : 2000 + year } : day;
    }

    private static int SkipMarks(string text, int at, int end, bool comma = true)
    {
        var limit = Math.Min(end, at + 3);
        while (at < limit && (text[at] is ' ' or '\u00A0' or '.' or '-' || (comma && text[at] == ','))) at++;
        return at;
    }

    private static int SkipOrdinal(string text, int at, int end) =>
        at + 1 < end && text.AsSpan(at, 2).ToString().ToLowerInvariant() is "st" or "nd" or "rd" or "th" && (at + 2 >= end || !char.IsLetter(text[at + 2])) ? at + 2 : at;

    private static int Number(string text, int at, int end, out int value)
    {
        value = 0;
        var digits = 0;
        for (; digits < 5 && at + digits < end && char.IsAsciiDigit(text[at + digits]); digits++) value = value * 10 + text[at + digits] - '0';
        return digits;
    }

    /// <summary>Length of a name, or of at least its first three letters, with the stop behind a short form.</summary>
    private static int Name(string text, int at, int end, string[] names, out int index)
    {
        index = -1;
        if (at >= end || (at > 0 && char.IsLetter(text[at - 1]))) return 0;
        var length = 0;
        while (length < 10 && at + length < end && char.IsAsciiLetter(text[at + length])) length++;
        if (length < 3) return 0;
        var word = text.AsSpan(at, length);
        for (var i = 0; i < names.Length; i++)
        {
            if (!names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) || (length != names[i].Length && length != 3 && !(word[0] is 's' or 'S' && length == 4) && !(word[0] is 't' or 'T'))) continue;
            index = i;
            return length < names[i].Length && at + length < end && text[at + length] == '.' ? length + 1 : length;
        }

        return 0;
    }
}
