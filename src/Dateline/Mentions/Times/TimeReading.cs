using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>What the words of a match mean, before it becomes a mention.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value; unknown parts are X.</param>
internal sealed record TimeReading(TimexType Type, string Value)
{
    public string? Mod { get; init; }

    public DayInterval? Days { get; init; }

    public TimePrecision Precision { get; init; }

    public LocalTime? Clock { get; init; }

    /// <summary>Why no day could be resolved; null when one was, or none is to be expected.</summary>
    public string? Why { get; init; }

    public static TimeReading Of(LocalDate day) =>
        new(TimexType.Date, CalendarGrain.Day(day)) { Days = DayInterval.Of(day), Precision = TimePrecision.Day };

    /// <summary>The calendar unit (TIMEX3 letter) that holds a day.</summary>
    public static TimeReading Of(string unit, LocalDate day) =>
        new(TimexType.Date, CalendarGrain.Value(unit, day)) { Days = CalendarGrain.Days(unit, day), Precision = CalendarGrain.Precision(unit) };

    public static TimeReading Unresolved(string value, string why = "no day can be resolved") => new(TimexType.Date, value) { Why = why };
}
