using Dateline.Language;
using Dateline.Mentions.Counts;

namespace Dateline.Mentions.Times;

/// <summary>Word classes that are read from the text's shape and not from a lexicon.</summary>
internal static class BuiltIn
{
    public const int Number = 0, Day = 1, Year = 2, Decade = 3, Clock = 4, BareClock = 5, Date = 6, Ordinal = 7, Hour = 8, ShortYear = 9, MonthDay = 10, AmericanDate = 11, ShortClock = 12, SpokenClock = 13, DayInWords = 14, ShortClockDigits = 15;

    /// <summary>Names as rules write them, by number.</summary>
    public static string[] Names { get; } = ["number", "day", "year", "decade", "clock", "bare-clock", "date", "ordinal", "hour", "short-year", "month-day", "american-date", "short-clock", "spoken-clock", "day-in-words", "short-clock-digits"];

    /// <summary>Reads one of the classes at a token.</summary>
    public static bool TryRead(int kind, Document document, NumberReader numbers, int token, out WordValue value)
    {
        value = default;
        var first = document.Text[document.Spans[token].Start];
        var isDigit = char.IsAsciiDigit(first);
        switch (kind)
        {
            case Number:
                if (!numbers.TryRead(document, token, out var number)) return false;
                value = new WordValue(number.Tokens.End, null, number.Value);
                return true;
            case Day:
                if (isDigit) return DigitShapes.TryDay(document, token, out value);
                if (!numbers.TryReadOrdinal(document, token, out var day, out var dayEnd) || day > 31) return false;
                value = new WordValue(dayEnd, "words", day);
                return true;
            case Year:
                return isDigit || first is '\'' or '’' ? DigitShapes.TryYear(document, token, out value) : TryYearInWords(document, numbers, token, out value);
            case Decade:
                return (isDigit || first is '\'' or '’') && DigitShapes.TryDecade(document, token, out value);
            case Clock:
                return isDigit && DigitShapes.TryClock(document, token, out value, out var certain) && certain;
            case BareClock:
                return isDigit && DigitShapes.TryClock(document, token, out value, out _);
            case Date:
                return isDigit && DigitShapes.TryDate(document, token, out value);
            case ShortYear:
                if (!isDigit) return false;
                return DigitShapes.TryTwoDigits(document, token, out value) || DigitShapes.TryYear(document, token, out value);
            case MonthDay:
                return isDigit && LooseShapes.TryMonthDay(document, token, out value);
            case AmericanDate:
                return isDigit && (LooseShapes.TryCompactDate(document, token, out value) || DigitShapes.TryDate(document, token, out value, monthFirst: true));
            case ShortClock:
                return isDigit && LooseShapes.TryClock(document, token, out value, mayBeDigits: false);
            case ShortClockDigits:
                return isDigit && LooseShapes.TryClock(document, token, out value, mayBeDigits: true);
            case SpokenClock:
                return LooseShapes.TrySpokenClock(document, numbers, token, out value);
            case DayInWords:
                if (isDigit || !numbers.TryRead(document, token, out var cardinal) || cardinal.Whole is not ({ } inWords and >= 1 and <= 31)) return false;
                value = new WordValue(cardinal.Tokens.End, null, inWords);
                return true;
            case Hour:
                if (!numbers.TryRead(document, token, out var hour) || hour.Value is < 1 or > 12 || hour.Whole is null) return false;
                value = new WordValue(hour.Tokens.End, null, hour.Value);
                return true;
            default:
                if (!numbers.TryReadOrdinal(document, token, out var ordinal, out var end)) return false;
                value = new WordValue(end, null, ordinal);
                return true;
        }
    }

    /// <summary>"nineteen ninety-six", "two thousand", "two thousand and four", "twenty twenty-four".</summary>
    private static bool TryYearInWords(Document document, NumberReader numbers, int token, out WordValue value)
    {
        value = default;
        if (!numbers.TryRead(document, token, out var first) || !first.IsWords) return false;
        // "nineteen hundred ninety-three"; "fifteen hundred" is a count.
        if (first.Value is >= 2000 and < 2100 || (first.Value is > 1100 and < 2000 && first.Value % 100 != 0))
        {
            value = new WordValue(first.Tokens.End, null, first.Value);
            return true;
        }

        if (first.Value is not (>= 13 and <= 20) || !numbers.TryRead(document, first.Tokens.End, out var second) || !second.IsWords || second.Value is < 10 or > 99) return false;
        value = new WordValue(second.Tokens.End, null, (first.Value * 100) + second.Value);
        return true;
    }
}
