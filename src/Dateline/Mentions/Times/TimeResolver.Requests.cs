using System.Globalization;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>Clock times and counted days as requests tell them.</summary>
internal sealed partial class TimeResolver
{
    private const int Noon = 12 * 60;
    private const int DayLength = 24 * 60;

    /// <summary>A time so many units from another: "two days" from "January 15", "15 minutes" before "3 pm".</summary>
    /// <param name="amount">The match of "two days".</param>
    /// <param name="sign">1 for after, -1 for before.</param>
    /// <param name="from">What is counted from.</param>
    /// <returns>Null when either cannot be counted.</returns>
    public static TimeReading? Offset(TimeMatch amount, int sign, TimeReading from)
    {
        var unit = UnitOf(amount);
        if (amount.Rule.Meaning != TimeMeaning.Duration || Amount(amount) is not { } number || !CalendarGrain.InRange(unit, number) || from.Days is not { } days) return null;
        if (from.Clock is { } clock && unit is "H" or "TM" or "S") return After(days.Start + clock, unit, number * sign);
        return unit is "H" or "TM" or "S" ? null : TimeReading.Of(CalendarGrain.Plus(days.Start, unit, number * sign));
    }

    private static TimeReading After(LocalDateTime start, string unit, decimal amount)
    {
        var seconds = (long)(amount * unit switch { "H" => 3600, "TM" => 60, _ => 1 });
        return At(start.PlusSeconds(seconds));
    }

    private static TimeReading At(LocalDateTime moment) =>
        new(TimexType.Time, moment.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)) { Days = DayInterval.Of(moment.Date), Precision = TimePrecision.Time, Clock = moment.TimeOfDay };

    /// <summary>"2 weeks and 2 days ago".</summary>
    private static TimeReading Compound(TimeMatch match, LocalDate start, int sign)
    {
        var day = CalendarGrain.Plus(start, UnitOf(match), (Amount(match) ?? 0) * sign);
        return TimeReading.Of(CalendarGrain.Plus(day, match.Text(TimeSlot.SecondUnit)!, (match.Number(TimeSlot.SecondAmount) ?? 0) * sign));
    }

    /// <summary>A clock time on the day told, else the next time that the clock shows it.</summary>
    private TimeReading? Moment(TimeMatch match)
    {
        if (context.Published is not { } today) return Missing(match, "XXXX-XX-XX");
        if (Minutes(match) is not var (minutes, isOpen)) return null;
        var hasDay = match.Has(TimeSlot.DayWord) || match.Has(TimeSlot.DayName) || match.Has(TimeSlot.Weekday) || match.Has(TimeSlot.Month) || match.Has(TimeSlot.MonthDay) || match.Has(TimeSlot.Date) || match.Has(TimeSlot.Holiday);
        var day = today;
        if (hasDay)
        {
            var reading = match.Has(TimeSlot.Holiday) ? Holiday(match) : match.Has(TimeSlot.MonthDay) || match.Has(TimeSlot.Date) ? Numeric(match) : Date(match);
            if (reading?.Days is not { IsDay: true } days) return null;
            day = days.Start;
        }

        minutes += match.Rule.Direction * (match.Rule.Amount ?? match.Whole(TimeSlot.SecondAmount) ?? 0) ?? 0;
        var now = context.Clock is { } clock ? (clock.Hour * 60) + clock.Minute : 0;
        var part = match.Text(TimeSlot.Part) ?? match.Rule.Part;
        if (isOpen && part is "AF" or "EV" or "NI" or "PM" && minutes < Noon) minutes += Noon;
        else if (isOpen && part is "EV" or "NI" && minutes / 60 == 12) minutes += Noon;
        else if (isOpen && part is "MO" or "AM" && minutes / 60 == 12) minutes -= Noon;
        else if (isOpen && part is null && day == today && minutes <= now && minutes < Noon) minutes += Noon;
        if (!hasDay && part is null or "MO" or "AM" or "PM" && minutes <= now) minutes += DayLength;
        return At((day + LocalTime.Midnight).PlusMinutes(minutes));
    }

    /// <summary>Minutes from midnight, and whether the words leave open which half of the day is meant.</summary>
    private static (int Minutes, bool IsOpen)? Minutes(TimeMatch match)
    {
        if ((match.Text(TimeSlot.Clock) ?? match.Text(TimeSlot.FixedTime) ?? match.Text(TimeSlot.ShortClock)) is { } told) return (OfClock(told), false);
        if (match.Text(TimeSlot.BareClock) is { } bare) return (OfClock(bare), OfClock(bare) is >= 60 and < 13 * 60);
        if (match.Whole(TimeSlot.ShortClock) is { } shortly) return (shortly, shortly < 13 * 60);
        if (match.Whole(TimeSlot.SpokenClock) is { } spoken) return (spoken, true);
        return match.Whole(TimeSlot.Hour) is { } hour ? (hour * 60, true) : null;
    }

    private static int OfClock(string clock) =>
        (int.Parse(clock.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture) * 60) + int.Parse(clock.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>"the first Monday of October", "the last week of 2018", "the 15th day of next month".</summary>
    /// <remarks>Weeks are counted by their Mondays; from behind, a week counts that ends within the month or year.</remarks>
    private TimeReading? Nth(TimeMatch match)
    {
        var rank = match.Whole(TimeSlot.Ordinal) ?? match.Whole(TimeSlot.Day) ?? 1;
        if (match.Rule.Direction is < 0) rank = -rank;
        if (Frame(match) is not { } frame) return null;
        var (first, last) = (frame.Start, frame.End);
        if ((match.Whole(TimeSlot.Weekday) ?? match.Whole(TimeSlot.DayName)) is { } name)
        {
            var weekday = (IsoDayOfWeek)name;
            var day = rank > 0 ? first.PlusDays(-1).Next(weekday).PlusWeeks(rank - 1) : last.PlusDays(1).Previous(weekday).PlusWeeks(rank + 1);
            return Within(day, frame) ? TimeReading.Of(day) : null;
        }

        if (match.Text(TimeSlot.OneUnit) == "W")
        {
            var monday = rank > 0 ? first.PlusDays(-1).Next(IsoDayOfWeek.Monday).PlusWeeks(rank - 1) : last.PlusDays(1).Previous(IsoDayOfWeek.Sunday).PlusDays(-6).PlusWeeks(rank + 1);
            return TimeReading.Of("W", monday);
        }

        var nth = rank > 0 ? first.PlusDays(rank - 1) : last.PlusDays(rank + 1);
        return Within(nth, frame) ? TimeReading.Of(nth) : null;
    }

    private static bool Within(LocalDate day, DayInterval frame) => day >= frame.Start && day <= frame.End;

    /// <summary>The month or year that something is the nth of.</summary>
    private DayInterval? Frame(TimeMatch match)
    {
        if (match.Whole(TimeSlot.Month) is { } month)
        {
            var year = match.Whole(TimeSlot.Year) ?? context.YearNear(match.Tokens.First, month) ?? NearestYear(match, month, null);
            return year is > 0 and { } y ? CalendarGrain.Days("M", new LocalDate(y, month, 1)) : null;
        }

        if (match.Whole(TimeSlot.Year) is > 0 and { } bare) return CalendarGrain.Days("Y", new LocalDate(bare, 1, 1));
        var unit = match.Rule.Unit ?? "M";
        var from = context.IsHistory ? AnchorFor(unit, match) : context.Published;
        return from is { } day ? CalendarGrain.Days(unit, CalendarGrain.Plus(day, unit, match.Whole(TimeSlot.Direction) ?? 0)) : null;
    }
}
