using System.Globalization;
using Dateline.Language;
using Dateline.Mentions.Counts;

namespace Dateline.Mentions.Times;

/// <summary>Reads the shapes of times that only requests have: "2/15", "7p", "ten thirty". In a report they would be scores, fractions and counts.</summary>
internal static class LooseShapes
{
    /// <summary>A month and a day, "2/15" or "22-04"; Number is month times 100 plus day. The month comes first unless it cannot.</summary>
    public static bool TryMonthDay(Document document, int token, out WordValue value)
    {
        value = default;
        var text = DigitShapes.Rest(document, token, out var start, 12);
        var at = 0;
        var first = DigitShapes.Digits(text, ref at, 2);
        at = DigitShapes.SkipSpaces(text, at);
        if (first < 1 || at >= text.Length || text[at] is not ('/' or '-')) return false;
        at = DigitShapes.SkipSpaces(text, at + 1);
        var second = DigitShapes.Digits(text, ref at, 2);
        if (second < 1 || (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '/' or '-' || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))) return false;
        var (month, day) = first > 12 ? (second, first) : (first, second);
        return month <= 12 && day <= CalendarGrain.DaysInMonth(2000, month) && DigitShapes.EndsAt(document, token, start + at, null, (month * 100) + day, out value);
    }

    /// <summary>A date of eight digits, "20200701"; Number is yyyymmdd.</summary>
    public static bool TryCompactDate(Document document, int token, out WordValue value)
    {
        value = default;
        var span = document.Spans[token];
        if (span.Length != 8 || !int.TryParse(document.Text.AsSpan(span.Start, 8), NumberStyles.None, CultureInfo.InvariantCulture, out var packed)) return false;
        var (year, month, day) = (packed / 10000, packed / 100 % 100, packed % 100);
        value = new WordValue(token + 1, null, packed);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarGrain.DaysInMonth(year, month);
    }

    /// <summary>A clock time in short, "7p", "3:20p", "15h" and, where <paramref name="mayBeDigits"/>, "1030" and "815"; Text is "HH:MM" where the half of the day is told, Number are minutes from midnight.</summary>
    public static bool TryClock(Document document, int token, out WordValue value, bool mayBeDigits)
    {
        value = default;
        var text = DigitShapes.Rest(document, token, out var start, 12);
        var at = 0;
        var digits = DigitShapes.Digits(text, ref at, 4);
        if (digits < 0) return false;
        var (hour, minute) = at >= 3 ? (digits / 100, digits % 100) : (digits, 0);
        var hasMinutes = at >= 3;
        if (!hasMinutes && at + 2 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]))
        {
            at++;
            (minute, hasMinutes) = (DigitShapes.Digits(text, ref at, 2), true);
        }

        string? half = null;
        if (at < text.Length && text[at] is 'a' or 'p' && hour is >= 1 and <= 12 && EndsWord(text, at + 1)) half = text[at++] == 'p' ? "pm" : "am";
        else if (at < text.Length && text[at] == 'h' && EndsWord(text, at + 1)) (half, at) = ("24", at + 1);
        // "2011" is a year.
        if (half is null && (!hasMinutes || !mayBeDigits || digits is >= 1900 and <= 2100)) return false;
        if (hour > 23 || minute > 59) return false;
        if (half is "am" or "pm") hour = (hour % 12) + (half == "pm" ? 12 : 0);
        var clock = half is not null || hour > 12 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}") : null;
        return DigitShapes.EndsAt(document, token, start + at, clock, (hour * 60) + minute, out value);
    }

    /// <summary>A clock time in words, "ten thirty", "twelve oh three"; Number are minutes from midnight.</summary>
    public static bool TrySpokenClock(Document document, NumberReader numbers, int token, out WordValue value)
    {
        value = default;
        if (!numbers.TryRead(document, token, out var hour) || hour.Value is < 1 or > 12 || hour.Whole is not { } h) return false;
        var at = SkipHyphen(document, hour.Tokens.End);
        var zero = at < document.TokenCount && document.Lowers[at] is "oh" or "o" or "ou" or "zero";
        if (zero) at = SkipHyphen(document, at + 1);
        if (!numbers.TryRead(document, at, out var minutes) || minutes.Whole is not ({ } m and <= 59) || (zero ? m is < 1 or > 9 : m < 10)) return false;
        value = new WordValue(minutes.Tokens.End, null, (h * 60) + m);
        return true;
    }

    private static int SkipHyphen(Document document, int token) => token < document.TokenCount && document.Lowers[token] == "-" ? token + 1 : token;

    private static bool EndsWord(ReadOnlySpan<char> text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
