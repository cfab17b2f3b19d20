using Dateline.Language;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>A time expression with its TIMEX3 type and value and, where the calendar allows it, the days it covers.</summary>
public sealed record Timex(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value: "2024-06-16", "2024-W24", "P3M", "PAST_REF", "2024-06-16TEV", "XXXX-03-22" when the year is unknown.</summary>
    public required string Value { get; init; }

    /// <summary>TIMEX3 mod: APPROX, MORE_THAN, LESS_THAN, START, MID, END …; null when none.</summary>
    public string? Mod { get; init; }

    /// <summary>The days meant, both ends included; null when no day can be resolved. Each end of a range ("3" and "5 March" of "from 3 to 5 March") has all its days.</summary>
    public DayInterval? Days { get; init; }

    public TimePrecision Precision { get; init; } = TimePrecision.Unknown;

    /// <summary>Clock time in the place's own time; null when the text gives none.</summary>
    public LocalTime? Clock { get; init; }

    /// <summary>Whether it is the day in the dateline, on which the report was filed and nothing needs to have happened.</summary>
    public bool InDateline { get; init; }
}

public enum TimexType
{
    Date, Time, Duration, Set,
}

/// <summary>How exactly a time is told.</summary>
public enum TimePrecision
{
    Unknown, Time, Day, Days, Week, Month, Season, Year, Decade,
}

/// <summary>Days from first to last, both included.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; the first for a single day.</param>
public readonly record struct DayInterval(LocalDate Start, LocalDate End)
{
    public static DayInterval Of(LocalDate day) => new(day, day);

    public bool IsDay => Start == End;

    public bool Overlaps(DayInterval other) => Start <= other.End && other.Start <= End;

    public bool Contains(DayInterval other) => Start <= other.Start && other.End <= End;
}
