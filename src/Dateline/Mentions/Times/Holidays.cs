using System.Globalization;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>Days of holidays by the rules of data/en/lexicons/holidays.yaml.</summary>
public static class Holidays
{
    /// <summary>The holiday's day in a year; null when the rule is not understood or the year is outside 1583 to 4099.</summary>
    public static LocalDate? Day(string rule, int year)
    {
        if (year is < 1583 or > 4099) return null;
        if (Offset(rule, "easter") is { } west) return Easter(year).PlusDays(west);
        if (Offset(rule, "orthodox") is { } east) return OrthodoxEaster(year).PlusDays(east);
        var words = rule.Split(' ');
        if (words.Length == 3 && Whole(words[0]) is { } which && Whole(words[2]) is ({ } month and >= 1 and <= 12) && Enum.TryParse<IsoDayOfWeek>(words[1], true, out var weekday))
        {
            if (which < 0) return new LocalDate(year, month, CalendarGrain.DaysInMonth(year, month)).PlusDays(1).Previous(weekday);
            return new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(which - 1);
        }

        var parts = rule.Split('-');
        return parts.Length == 2 && Whole(parts[0]) is { } fixedMonth && Whole(parts[1]) is { } day ? new LocalDate(year, fixedMonth, day) : null;
    }

    /// <summary>Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>Orthodox Easter: Meeus's Julian algorithm, carried over to the Gregorian calendar.</summary>
    public static LocalDate OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = ((19 * c) + 15) % 30, e = ((2 * a) + (4 * b) - d + 34) % 7;
        var sum = d + e + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }

    private static int? Offset(string rule, string from) => rule.StartsWith(from, StringComparison.Ordinal) ? Whole(rule[from.Length..]) : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
