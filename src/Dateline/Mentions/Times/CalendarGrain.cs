using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Dateline.Mentions.Times;

/// <summary>Writes TIMEX3 values of calendar units and says which days they cover.</summary>
internal static class CalendarGrain
{
    private static readonly IWeekYearRule Iso = WeekYearRules.Iso;

    public static int DaysInMonth(int year, int month) => CalendarSystem.Iso.GetDaysInMonth(Math.Clamp(year, 1, 9998), month);

    public static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    public static string Month(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}");

    public static string Week(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{Iso.GetWeekYear(day):0000}-W{Iso.GetWeekOfWeekYear(day):00}");

    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>Value of the unit (TIMEX3 letter) that holds a day.</summary>
    public static string Value(string unit, LocalDate day) => unit switch
    {
        "W" or "FN" => Week(day),
        "WE" => Week(day) + "-WE",
        "M" => Month(day),
        "Q" => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}"),
        "HY" => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-H{(day.Month + 5) / 6}"),
        "Y" => day.Year.ToString("0000", CultureInfo.InvariantCulture),
        "DE" => (day.Year / 10).ToString("000", CultureInfo.InvariantCulture),
        "CE" => (day.Year / 100).ToString("00", CultureInfo.InvariantCulture),
        "NI" => Day(day) + "TNI",
        _ => Day(day),
    };

    /// <summary>The days of the unit that holds a day.</summary>
    public static DayInterval Days(string unit, LocalDate day)
    {
        var first = unit switch
        {
            "W" or "FN" => Monday(day),
            "WE" => Monday(day).PlusDays(5),
            "M" => new LocalDate(day.Year, day.Month, 1),
            "Q" => new LocalDate(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
            "HY" => new LocalDate(day.Year, day.Month <= 6 ? 1 : 7, 1),
            "Y" => new LocalDate(day.Year, 1, 1),
            "DE" => new LocalDate(Math.Max(1, (day.Year / 10) * 10), 1, 1),
            "CE" => new LocalDate(Math.Max(1, (day.Year / 100) * 100), 1, 1),
            _ => day,
        };
        var next = unit switch
        {
            "W" or "FN" => first.PlusDays(7),
            "WE" => first.PlusDays(2),
            "M" => first.PlusMonths(1),
            "Q" => first.PlusMonths(3),
            "HY" => first.PlusMonths(6),
            "Y" => first.PlusYears(1),
            "DE" => new LocalDate(((day.Year / 10) * 10) + 10, 1, 1),
            "CE" => new LocalDate(((day.Year / 100) * 100) + 100, 1, 1),
            _ => first.PlusDays(1),
        };
        return new DayInterval(first, next.PlusDays(-1));
    }

    public static TimePrecision Precision(string unit) => unit switch
    {
        "W" or "FN" => TimePrecision.Week,
        "WE" => TimePrecision.Days,
        "M" => TimePrecision.Month,
        "Q" or "HY" => TimePrecision.Season,
        "Y" => TimePrecision.Year,
        "DE" or "CE" => TimePrecision.Decade,
        "H" or "TM" or "S" => TimePrecision.Time,
        _ => TimePrecision.Day,
    };

    /// <summary>Whether a shift by so many units stays within the years that dates can hold.</summary>
    public static bool InRange(string unit, decimal amount) => Math.Abs(amount) * YearsIn(unit) < 900;

    public static LocalDate Plus(LocalDate day, string unit, decimal amount)
    {
        var whole = (int)amount;
        var half = amount != whole;
        return unit switch
        {
            "W" => day.PlusDays((int)(amount * 7)),
            "FN" => day.PlusDays((int)(amount * 14)),
            "WE" => day.PlusWeeks(whole),
            "M" => half ? day.PlusDays((int)(amount * 30)) : day.PlusMonths(whole),
            "Q" => day.PlusMonths((int)(amount * 3)),
            "HY" => day.PlusMonths((int)(amount * 6)),
            "Y" => day.PlusMonths((int)(amount * 12)),
            "DE" => day.PlusMonths((int)(amount * 120)),
            "CE" => day.PlusMonths((int)(amount * 1200)),
            "H" or "TM" or "S" => day.PlusDays((int)(amount * YearsIn(unit) * 365)),
            _ => day.PlusDays(whole),
        };
    }

    private static decimal YearsIn(string unit) => unit switch
    {
        "S" => 1m / 31536000,
        "TM" => 1m / 525600,
        "H" => 1m / 8760,
        "W" or "WE" => 1m / 52,
        "FN" => 1m / 26,
        "M" => 1m / 12,
        "Q" => 0.25m,
        "HY" => 0.5m,
        "Y" => 1,
        "DE" => 10,
        "CE" => 100,
        "ML" => 1000,
        _ => 1m / 365,
    };
}
