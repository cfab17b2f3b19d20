using System.Globalization;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>Units, shifts, spans, durations, sets.</summary>
internal sealed partial class TimeResolver
{
    private TimeReading? Unit(TimeMatch match)
    {
        var unit = UnitOf(match);
        // "at that hour" tells no day.
        if (unit is "H" or "TM" or "S" && match.Rule.FromAnchor) return null;
        var direction = Direction(match) ?? 0;
        if (match.Rule.FromQuarter && context.QuarterNear(match.Tokens.First) is { } told) return TimeReading.Of(unit, CalendarGrain.Plus(told, unit, direction + 1));
        var isStory = context.IsHistory && (match.Rule.FromStory || direction == 0);
        var from = match.Rule.FromAnchor || isStory ? AnchorFor(unit, match) : context.Published;
        if (from is not { } day) return Missing(match, Unknown(unit));
        if (unit == "NI") return TimeReading.Of(day.PlusDays(direction)) with { Value = CalendarGrain.Day(day.PlusDays(direction)) + "TNI", Type = TimexType.Time };
        if (unit == "WE" && match.Rule.Value == "nearest")
        {
            // "the weekend" is the one that is on or just over, unless the clause looks ahead.
            direction = day.DayOfWeek >= IsoDayOfWeek.Saturday || context.IsFuture(match.Tokens) ? 0 : -1;
        }

        return TimeReading.Of(unit, CalendarGrain.Plus(day, unit, direction));
    }

    private TimeReading Shift(TimeMatch match)
    {
        var unit = UnitOf(match);
        var sign = match.Rule.Direction ?? -1;
        var amount = Amount(match);
        var from = match.Rule.FromAnchor ? AnchorFor(unit, match) : context.Published;
        if (amount is not { } number || !CalendarGrain.InRange(unit, number))
        {
            // "several years ago": before now, by how much nobody can say.
            return new TimeReading(TimexType.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF") { Why = "the amount is vague" };
        }

        if (from is not { } start) return Missing(match, Unknown(unit));
        if (number == 0 && context.Clock is null) return new TimeReading(TimexType.Date, "PRESENT_REF");
        if (context.Clock is { } clock && unit is "H" or "TM" or "S") return After(start + clock, unit, number * sign);
        if (context.IsRequest && !match.Has(TimeSlot.Weekday) && unit is not ("H" or "TM" or "S"))
            return match.Has(TimeSlot.SecondUnit) ? Compound(match, start, sign) : TimeReading.Of(CalendarGrain.Plus(start, unit, number * sign));
        if (unit == "Y" && number == 1 && sign < 0 && context.QuarterNear(match.Tokens.First) is { } quarter) return TimeReading.Of("Q", quarter.PlusYears(-1));
        var day = CalendarGrain.Plus(start, unit, number * sign);
        if (match.Whole(TimeSlot.Weekday) is { } weekday)
            return TimeReading.Of(Nearest(day, (IsoDayOfWeek)weekday));
        if (unit is "H" or "TM" or "S")
        {
            var days = number * (unit == "H" ? 1 : 0) < 24
                ? sign < 0 ? new DayInterval(start.PlusDays(-1), start) : new DayInterval(start, start.PlusDays(1))
                : DayInterval.Of(day);
            return new TimeReading(TimexType.Time, CalendarGrain.Day(day) + "TXX:XX") { Days = days, Precision = days.IsDay ? TimePrecision.Day : TimePrecision.Days };
        }

        if (match.Has(TimeSlot.Part) || match.Rule.Part is not null || unit is "D" or "NI") return TimeReading.Of(day);
        if (number != decimal.Truncate(number)) return TimeReading.Of("M", day);
        return TimeReading.Of(unit, day);
    }

    /// <summary>"the past two months", "the next three days": a duration whose days are known.</summary>
    private TimeReading Span(TimeMatch match)
    {
        var reading = Duration(match);
        var direction = Direction(match) ?? -1;
        var unit = UnitOf(match);
        var amount = Amount(match);
        if (context.Published is not { } now || amount is not { } number || !CalendarGrain.InRange(unit, number)) return reading;
        var other = CalendarGrain.Plus(now, unit, direction < 0 ? -number : number);
        return reading with
        {
            Days = direction < 0 ? new DayInterval(other, now) : new DayInterval(now, other),
            Precision = unit is "Y" or "DE" or "CE" ? TimePrecision.Year : TimePrecision.Days,
        };
    }

    private static TimeReading Duration(TimeMatch match)
    {
        var unit = UnitOf(match);
        var amount = match.Has(TimeSlot.Amount) || match.Rule.Amount is not null || match.Has(TimeSlot.Vague) ? Amount(match) : null;
        if (match.Rule.Value == "and-a-half") amount = (amount ?? 1) + 0.5m;
        var value = DurationValue(amount, unit);
        if (match.Text(TimeSlot.SecondUnit) is { } second && match.Number(TimeSlot.SecondAmount) is { } more)
        {
            var tail = DurationValue(more, second);
            value = tail.StartsWith("PT", StringComparison.Ordinal) && value.Contains('T', StringComparison.Ordinal) ? value + tail[2..] : value + tail[1..];
        }

        return new TimeReading(TimexType.Duration, value);
    }

    private static TimeReading Set(TimeMatch match)
    {
        var value = match.Rule.Value;
        if (value is null && match.Whole(TimeSlot.Weekday) is { } day) value = Text($"XXXX-WXX-{day}");
        if (value is null && match.Whole(TimeSlot.Weekdays) is { } days) value = Text($"XXXX-WXX-{days}");
        if (value is null && match.Whole(TimeSlot.Month) is { } month) value = Text($"XXXX-{month:00}") + (match.Whole(TimeSlot.Day) is { } date ? Text($"-{date:00}") : "");
        if (value is null && match.Text(TimeSlot.Season) is { } season) value = "XXXX-" + season;
        if ((match.Text(TimeSlot.Part) ?? match.Text(TimeSlot.Parts)) is { } part) value = (value ?? "XXXX-XX-XX") + "T" + part;
        if (value is null && UnitOf(match) is "WE") value = "XXXX-WXX-WE";
        if (value is null && UnitOf(match) is "NI") value = "XXXX-XX-XXTNI";
        value ??= DurationValue(match.Has(TimeSlot.Amount) || match.Rule.Amount is not null ? Amount(match) : 1, UnitOf(match));
        return new TimeReading(TimexType.Set, value);
    }

    private TimeReading? Season(TimeMatch match)
    {
        var season = match.Text(TimeSlot.Season) ?? match.Rule.Value ?? "SP";
        int? year = match.Whole(TimeSlot.Year) ?? context.YearNear(match.Tokens.First, 12);
        var direction = Direction(match);
        if (match.Whole(TimeSlot.Year) is null && context.Published is { } now && (direction is not null || (year is null && !context.IsHistory)))
        {
            var current = CurrentSeason(now, out var seasonYear);
            var distance = Order(season) - Order(current);
            year = direction switch
            {
                // "last summer" in June is still the summer before this one.
                < 0 => distance < 0 ? seasonYear : seasonYear - 1,
                0 => seasonYear,
                > 0 => distance > 0 ? seasonYear : seasonYear + 1,
                _ when match.Rule.Unit == "Y" => null,
                _ => distance <= 0 || context.IsFuture(match.Tokens) ? seasonYear : seasonYear - 1,
            };
        }

        if (match.Has(TimeSlot.OneUnit) && match.Text(TimeSlot.OneUnit) == "Y" && context.Published is { } published) year = published.Year + (direction ?? 0);
        if (year is not { } y) return TimeReading.Unresolved("XXXX-" + season, "the year is not known");
        var first = new LocalDate(y, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);
        return new TimeReading(TimexType.Date, Text($"{y:0000}-{season}")) { Days = new DayInterval(first, first.PlusMonths(3).PlusDays(-1)), Precision = TimePrecision.Season };
    }

    private TimeReading? Quarter(TimeMatch match)
    {
        if (match.Whole(TimeSlot.Ordinal) is not ({ } quarter and >= 1 and <= 4)) return null;
        int? year = match.Whole(TimeSlot.Year);
        if (year is null && context.Published is { } now)
        {
            year = now.Year;
            if (Direction(match) is { } direction) year += direction;
            else if (quarter * 3 - 2 > now.Month && !context.IsFuture(match.Tokens)) year--;
        }

        if (year is not { } y) return TimeReading.Unresolved(Text($"XXXX-Q{quarter}"), "the year is not known");
        return TimeReading.Of("Q", new LocalDate(y, (quarter * 3) - 2, 1));
    }

    private TimeReading? Half(TimeMatch match)
    {
        var year = match.Whole(TimeSlot.Year) ?? (context.IsHistory ? context.Year : context.Published?.Year);
        return year is { } y ? TimeReading.Of("HY", new LocalDate(y, match.Rule.Value == "H1" ? 1 : 7, 1)) : Missing(match, "XXXX-" + match.Rule.Value);
    }

    private static TimeReading Decade(TimeMatch match)
    {
        var year = match.Whole(TimeSlot.Decade) ?? 0;
        return TimeReading.Of("DE", new LocalDate(Math.Clamp(year, 1000, 2100), 1, 1));
    }

    private static TimeReading? Century(TimeMatch match)
    {
        if (match.Whole(TimeSlot.Ordinal) is not ({ } century and >= 2 and <= 22)) return null;
        return TimeReading.Of("CE", new LocalDate((century - 1) * 100, 1, 1));
    }

    private static string UnitOf(TimeMatch match) =>
        match.Rule.Unit ?? match.Text(TimeSlot.Unit) ?? match.Text(TimeSlot.OneUnit) ?? match.Text(TimeSlot.SomeUnits) ?? match.Text(TimeSlot.PerUnit) ?? "D";

    /// <summary>How many units; null when the words are vague ("several", "a few") or give none.</summary>
    private static decimal? Amount(TimeMatch match)
    {
        if (match.Number(TimeSlot.Amount) is { } amount) return amount;
        if (match.Text(TimeSlot.Vague) is { } vague) return vague == "X" ? null : match.Number(TimeSlot.Vague);
        return match.Rule.Amount;
    }

    private LocalDate? AnchorFor(string unit, TimeMatch match) => unit switch
    {
        "M" or "Q" or "HY" => context.Month ?? (context.IsRequest ? context.Published : null),
        "Y" or "DE" or "CE" => context.YearSpokenOf(match.Tokens.First) is { } year ? new LocalDate(year, context.Month is { } m && m.Year == year ? m.Month : 1, 1) : null,
        _ => context.Day ?? (context.IsRequest ? context.Published : null),
    };

    private static LocalDate Nearest(LocalDate day, IsoDayOfWeek weekday)
    {
        var after = day.DayOfWeek == weekday ? day : day.Next(weekday);
        return Period.DaysBetween(day, after) <= 3 ? after : after.PlusDays(-7);
    }

    private static string Unknown(string unit) => unit switch
    {
        "W" or "FN" => "XXXX-WXX",
        "WE" => "XXXX-WXX-WE",
        "M" => "XXXX-XX",
        "Q" => "XXXX-QX",
        "HY" => "XXXX-HX",
        "Y" => "XXXX",
        "DE" => "XXX",
        "CE" => "XX",
        _ => "XXXX-XX-XX",
    };

    private static string DurationValue(decimal? amount, string unit)
    {
        if (unit is "ML" or "CE" or "DE" && amount is { } big && big < 1_000_000) (amount, unit) = (big * (unit == "ML" ? 1000 : unit == "CE" ? 100 : 10), "Y");
        if (unit == "FN") (amount, unit) = (amount * 2, "W");
        if (unit == "WE" && amount is 1) (amount, unit) = (2, "D");
        if (unit == "NI" && amount is null) return "PXNI";
        var prefix = unit is "H" or "TM" or "S" ? "PT" : "P";
        var letter = unit switch { "TM" => "M", "Q" => "Q", _ => unit };
        if (amount is not { } number) return prefix + "X" + letter;
        var whole = decimal.Truncate(number);
        if (number - whole == 0.5m)
        {
            var half = unit switch { "Y" => "6M", "H" => "30M", "TM" => "30S", "D" => "T12H", _ => null };
            if (half is not null) return whole == 0 && unit != "D" ? prefix + half : whole == 0 ? "PT12H" : Text($"{prefix}{whole}{letter}{half}");
        }

        return prefix + number.ToString("0.##", CultureInfo.InvariantCulture) + letter;
    }

    private static string CurrentSeason(LocalDate day, out int year)
    {
        year = day.Month <= 2 ? day.Year - 1 : day.Year;
        return day.Month switch { >= 3 and <= 5 => "SP", >= 6 and <= 8 => "SU", >= 9 and <= 11 => "FA", _ => "WI" };
    }

    private static int Order(string season) => season switch { "SP" => 0, "SU" => 1, "FA" => 2, _ => 3 };
}
