using System.Globalization;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>Turns the words that a rule kept into a TIMEX3 value and days. Units and durations are in the other half.</summary>
internal sealed partial class TimeResolver(TimeContext context)
{
    /// <summary>Longer spans in digits are hardly years: "1500-1999 people".</summary>
    private const int LongestYearRange = 200;

    /// <summary>The meaning of a match; null when its words turn out to be no time.</summary>
    public TimeReading? Resolve(TimeMatch match)
    {
        var reading = match.Rule.Meaning switch
        {
            TimeMeaning.Date => Date(match),
            TimeMeaning.Numeric => Numeric(match),
            TimeMeaning.Weekday => Weekday(match),
            TimeMeaning.Day => Day(match),
            TimeMeaning.Unit => Unit(match),
            TimeMeaning.Shift => Shift(match),
            TimeMeaning.Span => Span(match),
            TimeMeaning.Duration => Duration(match),
            TimeMeaning.Set => Set(match),
            TimeMeaning.Ref => new TimeReading(TimexType.Date, match.Rule.Value ?? "PRESENT_REF"),
            TimeMeaning.Clock => Clock(match),
            TimeMeaning.Moment => Moment(match),
            TimeMeaning.Nth => Nth(match),
            TimeMeaning.Season => Season(match),
            TimeMeaning.Quarter => Quarter(match),
            TimeMeaning.Half => Half(match),
            TimeMeaning.Decade => Decade(match),
            TimeMeaning.Century => Century(match),
            TimeMeaning.Holiday => Holiday(match),
            _ => null,
        };
        if (reading is null) return null;
        return WithMod(match.Rule.Meaning == TimeMeaning.Moment ? reading : WithClock(reading, match), match);
    }

    private static TimeReading WithMod(TimeReading reading, TimeMatch match)
    {
        var mod = match.Rule.Mod ?? match.Text(TimeSlot.Edge) ?? match.Text(TimeSlot.TheEdge) ?? match.Text(TimeSlot.Rough);
        return mod is null || reading.Mod is not null ? reading : reading with { Mod = mod };
    }

    /// <summary>Adds a part of the day or a clock time to a day.</summary>
    private static TimeReading WithClock(TimeReading reading, TimeMatch match)
    {
        var clock = match.Text(TimeSlot.Clock) ?? match.Text(TimeSlot.BareClock) ?? match.Text(TimeSlot.FixedTime) ?? HourIn(match);
        if (clock is not null && reading.Type == TimexType.Date && reading.Precision is TimePrecision.Day or TimePrecision.Unknown)
        {
            if (match.Text(TimeSlot.Part) is { } half && clock.StartsWith('0') is var early) clock = InPart(clock, half, early);
            return reading with { Type = TimexType.Time, Value = reading.Value + "T" + clock, Precision = TimePrecision.Time, Clock = Parse(clock) };
        }

        var part = match.Rule.Part ?? match.Text(TimeSlot.Part);
        if (part is null || reading.Type != TimexType.Date || reading.Precision is not (TimePrecision.Day or TimePrecision.Unknown)) return reading;
        return reading with { Type = TimexType.Time, Value = reading.Value + "T" + part };
    }

    /// <summary>"six" of "six in the evening".</summary>
    private static string? HourIn(TimeMatch match) =>
        match.Whole(TimeSlot.Hour) is { } hour ? string.Create(CultureInfo.InvariantCulture, $"{hour % 12:00}:00") : null;

    /// <summary>A clock below noon moves behind it when the words say afternoon, evening or (from six on) night.</summary>
    private static string InPart(string clock, string part, bool early)
    {
        var hour = int.Parse(clock.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        if ((early || hour is 10 or 11) && hour < 12 && (part is "AF" or "EV" || (part == "NI" && hour >= 6))) hour += 12;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}{clock.AsSpan(2)}");
    }

    private static LocalTime? Parse(string clock)
    {
        var hour = int.Parse(clock.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = int.Parse(clock.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return hour == 24 ? minute == 0 ? LocalTime.Midnight : null : new LocalTime(hour, minute);
    }

    private TimeReading? Date(TimeMatch match)
    {
        if (match.Has(TimeSlot.DayWord)) return Day(match);
        if (match.Has(TimeSlot.Weekday) || (match.Has(TimeSlot.DayName) && match.Lacks(TimeSlot.Month))) return Weekday(match);
        var month = match.Whole(TimeSlot.Month);
        var day = match.Whole(TimeSlot.Day) ?? match.Whole(TimeSlot.Ordinal);
        int? year = YearOf(match, TimeSlot.Year);
        if (year is null && Direction(match) is { } direction)
        {
            var from = match.Rule.FromAnchor ? context.YearSpokenOf(match.Tokens.First) : context.Published?.Year;
            year = from + direction;
            if (match.Rule.Unit != "Y") year = from is null || month is null ? null : DirectedYear(month.Value, day, direction);
        }

        if (match.Rule.Value == "modern" && (year > 2040 || (year < 1850 && !context.IsHistory))) return null;
        if (year < 0) return Before(-year.Value, month, day);
        if (match.Rule.Value == "short")
        {
            if (match.Whole(TimeSlot.SecondYear) is not ({ } two and >= 0 and <= 99)) return null;
            year = two + (two < 50 ? 2000 : 1900);
        }

        if (match.Rule.Value == "month-number")
        {
            month = match.Whole(TimeSlot.SecondMonth);
            if (month is not (>= 1 and <= 12)) return null;
        }

        if (month is null && day is null) return year is null ? Missing(match, "XXXX") : TimeReading.Of("Y", new LocalDate(year.Value, 1, 1));
        if (match.Rule.Value == "ordinal-only" && match.Text(TimeSlot.Day) != "ordinal") return null;
        if (month is null) return DayOfMonth(match, day!.Value);
        if (day is { } d && d > (year is { } y ? CalendarGrain.DaysInMonth(y, month.Value) : CalendarGrain.DaysInMonth(2000, month.Value))) return null;
        year ??= match.Rule.FromAnchor ? null : context.YearNear(match.Tokens.First, month.Value) ?? NearestYear(match, month.Value, day);
        if (year is null) return TimeReading.Unresolved(day is null ? Text($"XXXX-{month:00}") : Text($"XXXX-{month:00}-{day:00}"), "the year is not known");
        if (day is null) return TimeReading.Of("M", new LocalDate(year.Value, month.Value, 1));
        return day > CalendarGrain.DaysInMonth(year.Value, month.Value) ? null : TimeReading.Of(new LocalDate(year.Value, month.Value, day.Value));
    }

    /// <summary>A year of the match; negative before our era.</summary>
    private static int? YearOf(TimeMatch match, TimeSlot slot) => match.Has(TimeSlot.Era) ? -match.Whole(slot) : match.Whole(slot);

    private static TimeReading Before(int year, int? month, int? day) =>
        TimeReading.Unresolved(Text($"BC{year:0000}") + (month is { } m ? Text($"-{m:00}") : "") + (month is not null && day is { } d ? Text($"-{d:00}") : ""), "years before our era have no days");

    private TimeReading? DayOfMonth(TimeMatch match, int day)
    {
        var from = context.IsHistory || match.Rule.FromAnchor ? context.Month : context.Month ?? context.Published;
        if (from is not { } near) return TimeReading.Unresolved(Text($"XXXX-XX-{day:00}"), "the month is not known");
        if (day > CalendarGrain.DaysInMonth(near.Year, near.Month)) return null;
        var found = new LocalDate(near.Year, near.Month, day);
        if (context.Published is { } published && context.Month is null && found > published && !context.IsFuture(match.Tokens))
        {
            var before = near.PlusMonths(-1);
            if (day > CalendarGrain.DaysInMonth(before.Year, before.Month)) return null;
            found = new LocalDate(before.Year, before.Month, day);
        }
        else if (context.IsRequest && context.Month is null && found < context.Published && context.IsFuture(match.Tokens))
        {
            found = found.PlusMonths(1);
        }

        return TimeReading.Of(found);
    }

    /// <summary>The year of a date without one: the latest that is past, or the next where the clause looks ahead.</summary>
    private int? NearestYear(TimeMatch match, int month, int? day)
    {
        if (context.IsHistory || context.Published is not { } published) return null;
        var date = new LocalDate(published.Year, month, Math.Min(day ?? 1, CalendarGrain.DaysInMonth(published.Year, month)));
        var looksAhead = context.LooksAhead(match.Tokens);
        if (day is null && month == published.Month) return published.Year;
        var past = date > published ? date.PlusYears(-1) : date;
        var future = date < published ? date.PlusYears(1) : date;
        int toPast = Period.DaysBetween(past, published), toFuture = Period.DaysBetween(published, future);
        return looksAhead switch
        {
            true => toPast <= 3 ? past.Year : future.Year,
            // Outlets drop the year within a year or so: a date some days ahead is hardly one of a year ago.
            false => toFuture * 10 < toPast ? future.Year : past.Year,
            null => toFuture * 4 < toPast ? future.Year : past.Year,
        };
    }

    /// <summary>"last March", "next May", "this September", "last June 5".</summary>
    private int? DirectedYear(int month, int? day, int direction)
    {
        if (context.Published is not { } published) return null;
        var isPast = month < published.Month || (month == published.Month && day is { } d && d < published.Day);
        return direction switch
        {
            < 0 => isPast ? published.Year : published.Year - 1,
            0 => published.Year,
            _ => isPast || month == published.Month ? published.Year + 1 : published.Year,
        };
    }

    private TimeReading? Numeric(TimeMatch match)
    {
        if (match.Whole(TimeSlot.MonthDay) is { } pair)
        {
            var (month, day) = (pair / 100, pair % 100);
            if (NearestYear(match, month, day) is not { } year) return TimeReading.Unresolved(Text($"XXXX-{month:00}-{day:00}"), "the year is not known");
            // 29 February waits for a year that has it.
            while (day > CalendarGrain.DaysInMonth(year, month)) year++;
            return TimeReading.Of(new LocalDate(year, month, day));
        }

        var packed = (int)match.Number(TimeSlot.Date)!.Value;
        var reading = TimeReading.Of(new LocalDate(packed / 10000, (packed / 100) % 100, packed % 100));
        return match.Text(TimeSlot.Date) is { } clock
            ? reading with { Type = TimexType.Time, Value = reading.Value + "T" + clock, Precision = TimePrecision.Time, Clock = Parse(clock) }
            : reading;
    }

    private TimeReading Weekday(TimeMatch match)
    {
        var weekday = (IsoDayOfWeek)(match.Whole(TimeSlot.Weekday) ?? match.Whole(TimeSlot.DayName) ?? match.Whole(TimeSlot.Weekdays) ?? 1);
        var fromAnchor = match.Rule.FromAnchor || (context.IsHistory && Direction(match) is null);
        if ((fromAnchor ? context.Day ?? (match.Rule.FromAnchor ? null : context.Published) : context.Published) is not { } from) return Missing(match, Text($"XXXX-WXX-{(int)weekday}"));
        if (match.Rule.Value == "count")
        {
            if (Amount(match) is not (> 0 and < 1000 and { } weeks)) return Missing(match, "XXXX-XX-XX");
            return TimeReading.Of(match.Rule.Direction > 0 ? from.Next(weekday).PlusWeeks((int)weeks - 1) : from.Previous(weekday).PlusWeeks(1 - (int)weeks));
        }

        if (DayOf(match) is { } date) return WeekdayOn(match, weekday, date, from);
        if (context.IsRequest && !fromAnchor)
        {
            if (match.Rule.Value != "nearest" && Direction(match) is { } weeks) return TimeReading.Of(CalendarGrain.Monday(from).PlusWeeks(weeks).PlusDays((int)weekday - 1));
            if (match.Rule.Value != "nearest" && context.LooksAhead(match.Tokens) != false) return TimeReading.Of(from.Next(weekday).PlusWeeks(match.Rule.Amount ?? 0));
        }

        var direction = Direction(match) ?? (fromAnchor || context.IsFuture(match.Tokens) ? 2 : -2);
        var day = direction switch
        {
            -1 => from.Previous(weekday),
            1 => from.Next(weekday),
            -2 => from.DayOfWeek == weekday ? from : from.Previous(weekday),
            0 when from.DayOfWeek != weekday && !context.IsFuture(match.Tokens) && match.Rule.Unit == "past" => from.Previous(weekday),
            _ => from.DayOfWeek == weekday ? from : from.Next(weekday),
        };
        return TimeReading.Of(day.PlusWeeks(match.Rule.Amount ?? 0));
    }

    private static int? DayOf(TimeMatch match) => match.Whole(TimeSlot.Day) ?? match.Whole(TimeSlot.Ordinal);

    /// <summary>"Friday the 13th": the nearest month in which that day of the month is that weekday, on the side that the clause tells.</summary>
    private TimeReading WeekdayOn(TimeMatch match, IsoDayOfWeek weekday, int date, LocalDate from)
    {
        var step = context.LooksAhead(match.Tokens) == true ? 1 : -1;
        for (var months = 0; months <= 28; months++)
        {
            var month = new LocalDate(from.Year, from.Month, 1).PlusMonths(step * months);
            if (date > CalendarGrain.DaysInMonth(month.Year, month.Month)) continue;
            var day = month.PlusDays(date - 1);
            if (day.DayOfWeek == weekday && (step > 0 ? day >= from : day <= from)) return TimeReading.Of(day);
        }

        return TimeReading.Unresolved(Text($"XXXX-XX-{date:00}"), "no month near has that day on that weekday");
    }

    private TimeReading Day(TimeMatch match)
    {
        var offset = match.Whole(TimeSlot.DayWord) ?? match.Rule.Direction ?? 0;
        var from = match.Rule.FromAnchor ? context.Day ?? (context.IsRequest ? context.Published : null) : context.Published;
        if (from is not { } day || match.Rule.Value == "later") return from is null ? Missing(match, "XXXX-XX-XX") : TimeReading.Of(from.Value);
        var reading = TimeReading.Of(day.PlusDays(offset));
        // A night told without a date reaches from one day into the next; both may be meant.
        if (match.Rule.Value == "overnight") reading = reading with { Days = new DayInterval(day.PlusDays(-1), day), };
        return reading;
    }

    private TimeReading? Clock(TimeMatch match) =>
        (context.IsHistory ? context.Day : context.Published) is { } day ? TimeReading.Of(context.Day ?? day) : Missing(match, "XXXX-XX-XX");

    /// <summary>The two ends of a range; both cover all its days. Null when the words turn out to be none.</summary>
    public (TimeReading First, TimeReading Second)? Range(TimeMatch match)
    {
        if (match.Has(TimeSlot.Month)) return DayRange(match);
        return match.Has(TimeSlot.Year) ? YearRange(match) : null;
    }

    /// <summary>"1939-45", "1792-1797".</summary>
    private static (TimeReading First, TimeReading Second)? YearRange(TimeMatch match)
    {
        if (YearOf(match, TimeSlot.Year) is not { } first || YearOf(match, TimeSlot.SecondYear) is not { } second) return null;
        if (first < 0 || second < 0)
        {
            // "499-493 BC": both are, and the first is the greater number.
            return Math.Abs(first) <= Math.Abs(second) ? null : (Before(Math.Abs(first), null, null), Before(Math.Abs(second), null, null));
        }

        if (second < 100) second += first / 100 * 100;
        if (second <= first || second - first > LongestYearRange) return null;
        return Joined(TimeReading.Of("Y", new LocalDate(first, 1, 1)), TimeReading.Of("Y", new LocalDate(second, 1, 1)));
    }

    private static (TimeReading First, TimeReading Second) Joined(TimeReading first, TimeReading second)
    {
        var days = first.Days is { } start && second.Days is { } end ? new DayInterval(start.Start, end.End) : (DayInterval?)null;
        return (first with { Days = days }, second with { Days = days });
    }

    private (TimeReading First, TimeReading Second)? DayRange(TimeMatch match)
    {
        var month = match.Whole(TimeSlot.Month) ?? 0;
        if (match.Whole(TimeSlot.Day) is not { } first || match.Whole(TimeSlot.SecondDay) is not { } second || month == 0) return null;
        var secondMonth = match.Whole(TimeSlot.SecondMonth) ?? month;
        if (month == secondMonth && second <= first) return null;
        var year = match.Whole(TimeSlot.Year) ?? context.YearNear(match.Tokens.First, month) ?? NearestYear(match, month, first);
        if (year is not { } y)
        {
            const string Why = "the year is not known";
            return (TimeReading.Unresolved(Text($"XXXX-{month:00}-{first:00}"), Why), TimeReading.Unresolved(Text($"XXXX-{secondMonth:00}-{second:00}"), Why));
        }

        if (match.Has(TimeSlot.Year) && secondMonth < month) y--;
        var secondYear = secondMonth < month ? y + 1 : y;
        if (first > CalendarGrain.DaysInMonth(y, month) || second > CalendarGrain.DaysInMonth(secondYear, secondMonth)) return null;
        var (opening, closing) = Joined(TimeReading.Of(new LocalDate(y, month, first)), TimeReading.Of(new LocalDate(secondYear, secondMonth, second)));
        return (opening with { Precision = TimePrecision.Days }, closing with { Precision = TimePrecision.Days });
    }

    private TimeReading Holiday(TimeMatch match)
    {
        var rule = match.Text(TimeSlot.Holiday) ?? "?";
        if (rule == "?") return TimeReading.Unresolved("XXXX-XX-XX", "the civil calendar does not give this day");
        int? year = match.Whole(TimeSlot.Year);
        if (year is null && context.Published is { } published && !(context.IsHistory && Direction(match) is null && context.Year is null))
        {
            var direction = Direction(match);
            year = published.Year;
            if (match.Rule.Unit == "Y") year += direction;
            else
            {
                var day = Holidays.Day(rule, published.Year);
                if (direction is < 0 && day >= published) year--;
                else if (direction is > 0 && day <= published) year++;
                else if (direction is null && day > published.PlusDays(3) && !context.IsFuture(match.Tokens)) year--;
                else if (direction is null && day < published.PlusDays(-3) && context.IsFuture(match.Tokens)) year++;
            }

            year = context.YearNear(match.Tokens.First, 12) ?? year;
        }

        if (year is not { } y || Holidays.Days(rule, y) is not { } found) return Missing(match, "XXXX-XX-XX");
        return found.IsDay
            ? TimeReading.Of(found.Start)
            : new TimeReading(TimexType.Date, CalendarGrain.Day(found.Start) + "/" + CalendarGrain.Day(found.End)) { Days = found, Precision = TimePrecision.Days };
    }

    private static int? Direction(TimeMatch match) => match.Whole(TimeSlot.Direction) ?? match.Rule.Direction;

    private static TimeReading Missing(TimeMatch match, string value) =>
        TimeReading.Unresolved(value, match.Rule.FromAnchor ? "no earlier day in the text to count from" : "the publication day is not known");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
