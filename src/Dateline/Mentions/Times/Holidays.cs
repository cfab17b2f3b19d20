using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Dateline.Mentions.Times;

/// <summary>Days of holidays by the rules of data/en/lexicons/holidays.yaml.</summary>
public static class Holidays
{
    private static readonly ChineseLunisolarCalendar Chinese = new();

    private static readonly CalendarSystem Hebrew = CalendarSystem.GetHebrewCalendar(HebrewMonthNumbering.Scriptural);

    /// <summary>The holiday's first day in a year; null when the rule is not understood or tells nothing of that year.</summary>
    public static LocalDate? Day(string rule, int year) => Days(rule, year)?.Start;

    /// <summary>The holiday's days in a year of the civil calendar; null when the rule is not understood, or the year is outside 1583 to 4099 or what the holiday's own calendar covers.</summary>
    /// <remarks>An Islamic holiday can come twice in a civil year or never: the first is given, or null.</remarks>
    public static DayInterval? Days(string rule, int year)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (year is < 1583 or > 4099) return null;
        var parts = rule.Split(" for ");
        if (FirstDay(parts[0], year) is not { } start) return null;
        if (parts.Length == 1) return DayInterval.Of(start);
        return Whole(parts[1]) is > 0 and { } days ? new DayInterval(start, start.PlusDays(days - 1)) : null;
    }

    private static LocalDate? FirstDay(string rule, int year)
    {
        if (Offset(rule, "easter") is { } west) return Easter(year).PlusDays(west);
        if (Offset(rule, "orthodox") is { } east) return OrthodoxEaster(year).PlusDays(east);
        var words = rule.Split(' ');
        if (words.Length == 2 && MonthAndDay(words[1]) is { } other) return OfCalendar(words[0], other.Month, other.Day, year);
        if (words.Length == 3 && Whole(words[0]) is { } which && Whole(words[2]) is ({ } month and >= 1 and <= 12) && Enum.TryParse<IsoDayOfWeek>(words[1], true, out var weekday))
        {
            if (which < 0) return new LocalDate(year, month, CalendarGrain.DaysInMonth(year, month)).PlusDays(1).Previous(weekday);
            return new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(which - 1);
        }

        return MonthAndDay(rule) is { } civil ? new LocalDate(year, civil.Month, civil.Day) : null;
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

    /// <summary>The first day within a civil year that has a month and day of another calendar; null when that calendar does not reach so far.</summary>
    private static LocalDate? OfCalendar(string calendar, int month, int day, int year)
    {
        switch (calendar)
        {
            case "islamic" when year is > 1937 and < 2077:
                return Converted(CalendarSystem.UmAlQura, month, day, year);
            case "hebrew":
                return Converted(Hebrew, month, day, year);
            case "persian" when year is > 800 and < 3000:
                return Converted(CalendarSystem.PersianArithmetic, month, day, year);
            case "chinese" when year is > 1901 and < 2101:
                return LocalDate.FromDateTime(Chinese.ToDateTime(year, month, day, 0, 0, 0, 0));
            default:
                return null;
        }
    }

    private static LocalDate? Converted(CalendarSystem calendar, int month, int day, int year)
    {
        var own = new LocalDate(year, 1, 1).WithCalendar(calendar).Year;
        for (var candidate = own; candidate <= own + 1; candidate++)
        {
            // In a Hebrew leap year Purim is in the second Adar, the month before Nisan.
            var inMonth = calendar == Hebrew && month == 12 ? calendar.GetMonthsInYear(candidate) : month;
            var found = new LocalDate(candidate, inMonth, day, calendar).WithCalendar(CalendarSystem.Iso);
            if (found.Year == year) return found;
        }

        return null;
    }

    private static (int Month, int Day)? MonthAndDay(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && Whole(parts[0]) is { } month && Whole(parts[1]) is { } day ? (month, day) : null;
    }

    private static int? Offset(string rule, string from) => rule.StartsWith(from, StringComparison.Ordinal) ? Whole(rule[from.Length..]) : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
