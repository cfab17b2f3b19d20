using System.Globalization;
using Dateline.Language;
using Dateline.Mentions.Counts;

namespace Dateline.Mentions.Times;

/// <summary>Reads the shapes of times in digits from the text itself: "2024-06-16", "16/06/2024", "10:35 p.m.", "1980s", "22nd".</summary>
/// <remarks>
/// Works on characters and then asks which token ends there, so that it does not matter whether the tokeniser makes one token
/// of "10.30pm" or four. Every reader looks at a bounded number of characters.
/// </remarks>
internal static class DigitShapes
{
    /// <summary>A date in digits; Number is yyyymmdd, Text the clock time behind a "T" if there is one.</summary>
    /// <remarks>"01/02/2018" begins with the day, unless <paramref name="monthFirst"/> says that an American wrote it.</remarks>
    public static bool TryDate(Document document, int token, out WordValue value, bool monthFirst = false)
    {
        value = default;
        var text = Rest(document, token, out var start, 32);
        var at = 0;
        var first = Digits(text, ref at, 4);
        if (first < 0 || at >= text.Length) return false;
        var mark = text[at];
        var firstLength = at;
        if (mark is not ('-' or '/' or '.') || firstLength is 3) return false;
        at++;
        var secondStart = at;
        var second = Digits(text, ref at, 2);
        if (second < 0 || at - secondStart > 2 || at >= text.Length || text[at] != mark) return false;
        at++;
        var thirdStart = at;
        var third = Digits(text, ref at, 4);
        var thirdLength = at - thirdStart;
        if (third < 0 || (at < text.Length && char.IsAsciiDigit(text[at]))) return false;
        int year, month, day;
        if (firstLength == 4 && thirdLength <= 2) (year, month, day) = (first, second, third);
        else if (firstLength <= 2 && thirdLength is 4 or 2 && (mark != '-' || monthFirst) || firstLength <= 2 && thirdLength == 4)
        {
            year = thirdLength == 4 ? third : third + (third < 50 ? 2000 : 1900);
            // The day comes first in most of the world; only a number above twelve tells that it does not.
            (day, month) = second > 12 || (monthFirst && first <= 12) ? (second, first) : (first, second);
        }
        else return false;

        if (year is < 1000 or > 2200 || month is < 1 or > 12 || day < 1 || day > CalendarGrain.DaysInMonth(year, month)) return false;
        string? clock = null;
        if (at + 4 < text.Length && text[at] == 'T' && char.IsAsciiDigit(text[at + 1]))
        {
            var clockAt = at + 1;
            var hour = Digits(text, ref clockAt, 2);
            if (hour is >= 0 and < 25 && clockAt + 2 < text.Length && text[clockAt] == ':')
            {
                clockAt++;
                var minute = Digits(text, ref clockAt, 2);
                if (minute is >= 0 and < 60)
                {
                    clock = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
                    if (clockAt + 2 < text.Length && text[clockAt] == ':') clockAt += 3;
                    if (clockAt < text.Length && text[clockAt] == 'Z') clockAt++;
                    at = clockAt;
                }
            }
        }

        return EndsAt(document, token, start + at, clock, (year * 10000m) + (month * 100) + day, out value);
    }

    /// <summary>A clock time; Text is "HH:MM". <paramref name="certain"/> is false for bare "22:15", which may be a score.</summary>
    public static bool TryClock(Document document, int token, out WordValue value, out bool certain)
    {
        value = default;
        certain = false;
        var text = Rest(document, token, out var start, 20);
        var at = 0;
        var hour = Digits(text, ref at, 2);
        if (hour < 0 || (at < text.Length && char.IsAsciiDigit(text[at]) && !FourDigitClock(text, out hour, ref at))) return false;
        var hourLength = at;
        var minute = 0;
        var hasMinutes = false;
        if (hourLength == 4) (minute, hour, hasMinutes) = (hour % 100, hour / 100, true);
        else if (at + 2 < text.Length + 0 && text[at] is ':' or '.' or 'h')
        {
            var minuteAt = at + 1;
            var minutes = Digits(text, ref minuteAt, 2);
            if (minutes >= 0 && minuteAt - at == 3 && !(minuteAt < text.Length && char.IsAsciiDigit(text[minuteAt])))
            {
                certain = text[at] == 'h';
                hasMinutes = text[at] != '.' || Meridiem(text, SkipSpaces(text, minuteAt), out _) >= 0;
                if (hasMinutes) (minute, at) = (minutes, minuteAt);
                if (hasMinutes && at + 3 <= text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])) at += 3;
            }
        }

        var beforeSpaces = at;
        var mark = Meridiem(text, SkipSpaces(text, at), out var isPm);
        if (mark >= 0 && hour is >= 1 and <= 12)
        {
            certain = true;
            hour = (hour % 12) + (isPm ? 12 : 0);
            at = mark;
        }
        else if (!hasMinutes || hourLength == 4)
        {
            // "2200 GMT" and "1830 hours" are clocks; a bare four-digit number is not.
            if (!ZoneFollows(text, SkipSpaces(text, at)) || hourLength != 4) return false;
            certain = true;
            at = beforeSpaces;
        }

        if (hour > 24 || minute > 59) return false;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
        if (EndsAt(document, token, start + at, clock, (hour * 60) + minute, out value)) return true;
        return mark >= 0 && text[at - 1] == '.' && EndsAt(document, token, start + at - 1, clock, (hour * 60) + minute, out value);
    }

    /// <summary>A four-digit year from 1000 to 2100, or "'98"; Number is the year.</summary>
    public static bool TryYear(Document document, int token, out WordValue value)
    {
        value = default;
        var span = document.Spans[token];
        var form = document.Text.AsSpan(span.Start, Math.Min(span.Length, 6));
        if (span.Length == 3 && form[0] is '\'' or '’' && char.IsAsciiDigit(form[1]) && char.IsAsciiDigit(form[2]))
        {
            var two = ((form[1] - '0') * 10) + form[2] - '0';
            value = new WordValue(token + 1, null, two + (two < 50 ? 2000 : 1900));
            return true;
        }

        if (span.Length != 4 || !int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1000 or > 2100) return false;
        value = new WordValue(token + 1, null, year);
        return true;
    }

    /// <summary>Two digits that a year is cut to, as in "1939-45"; Number is 0 to 99.</summary>
    public static bool TryTwoDigits(Document document, int token, out WordValue value)
    {
        var form = document.Lowers[token];
        value = new WordValue(token + 1, null, form.Length == 2 && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[1]) ? ((form[0] - '0') * 10) + form[1] - '0' : -1);
        return value.Number >= 0;
    }

    /// <summary>A day of the month, "16" or "22nd"; Number is 1 to 31.</summary>
    public static bool TryDay(Document document, int token, out WordValue value)
    {
        value = default;
        var lower = document.Lowers[token];
        var digits = lower.Length is 3 or 4 && lower[^2..] is "st" or "nd" or "rd" or "th" ? lower.Length - 2 : lower.Length;
        if (digits is < 1 or > 2 || !int.TryParse(lower.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 31) return false;
        var end = token + 1;
        if (digits == lower.Length && end < document.TokenCount && document.Lowers[end] is "st" or "nd" or "rd" or "th" && document.Spans[end].Start == document.Spans[token].End) end++;
        value = new WordValue(end, digits < lower.Length || end > token + 1 ? "ordinal" : null, day);
        return true;
    }

    /// <summary>A decade in digits, "1980s", "1980's", "80s", "'80s"; Number is its first year.</summary>
    public static bool TryDecade(Document document, int token, out WordValue value)
    {
        value = default;
        var text = Rest(document, token, out var start, 10);
        var at = text.Length > 0 && text[0] is '\'' or '’' ? 1 : 0;
        var from = at;
        var year = Digits(text, ref at, 4);
        var length = at - from;
        if (year < 0 || length is not (2 or 4) || year % 10 != 0 || (length == 4 && (year is < 1000 or > 2100 || from > 0))) return false;
        if (at < text.Length && text[at] is '\'' or '’') at++;
        if (at >= text.Length || text[at] is not ('s' or 'S')) return false;
        at++;
        if (length == 2) year += year < 30 ? 2000 : 1900;
        return EndsAt(document, token, start + at, null, year, out value);
    }

    private static bool FourDigitClock(ReadOnlySpan<char> text, out int clock, ref int at)
    {
        at = 0;
        clock = Digits(text, ref at, 4);
        return at == 4 && clock is >= 0 and <= 2400 && !(text.Length > 4 && char.IsAsciiDigit(text[4]));
    }

    public static ReadOnlySpan<char> Rest(Document document, int token, out int start, int most)
    {
        start = document.Spans[token].Start;
        var text = document.Text;
        return text.AsSpan(start, Math.Min(most, text.Length - start));
    }

    public static int Digits(ReadOnlySpan<char> text, ref int at, int most)
    {
        var from = at;
        var number = 0;
        while (at < text.Length && at - from < most && char.IsAsciiDigit(text[at])) number = (number * 10) + text[at++] - '0';
        return at == from ? -1 : number;
    }

    public static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F') at++;
        return at;
    }

    /// <summary>Where "a.m." or "pm" ends; -1 when there is none.</summary>
    private static int Meridiem(ReadOnlySpan<char> text, int at, out bool isPm)
    {
        isPm = false;
        if (at >= text.Length || text[at] is not ('a' or 'A' or 'p' or 'P')) return -1;
        isPm = text[at] is 'p' or 'P';
        at++;
        if (at < text.Length && text[at] == '.') at++;
        if (at >= text.Length || text[at] is not ('m' or 'M')) return -1;
        at++;
        if (at < text.Length && char.IsLetterOrDigit(text[at])) return -1;
        return at < text.Length && text[at] == '.' && text[at - 2] == '.' ? at + 1 : at;
    }

    private static bool ZoneFollows(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        return rest.StartsWith("GMT", StringComparison.Ordinal) || rest.StartsWith("UTC", StringComparison.Ordinal) || rest.StartsWith("hours", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("hrs", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("local time", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("IST", StringComparison.Ordinal);
    }

    public static bool EndsAt(Document document, int token, int offset, string? text, decimal number, out WordValue value)
    {
        var end = token;
        while (end < document.TokenCount && document.Spans[end].End < offset) end++;
        value = new WordValue(end + 1, text, number);
        return end < document.TokenCount && document.Spans[end].End == offset && document.SentenceOf[end] == document.SentenceOf[token];
    }
}
