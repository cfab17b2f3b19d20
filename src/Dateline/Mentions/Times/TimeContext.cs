using Dateline.Language;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>What times of one document are counted from: publication day, days named earlier, tense.</summary>
internal sealed class TimeContext
{
    /// <summary>How many years an account hardly leaps in one step.</summary>
    private const int FarYears = 12;

    /// <summary>How many words from the beginning of a sentence a time still tells when all of it happens.</summary>
    private const int SentenceHead = 3;

    /// <summary>How many sentences a quarter is spoken of.</summary>
    private const int QuarterReach = 10;

    private readonly Document _document;
    private readonly int[] _ids;
    private readonly ClauseTense _tense;
    private int _yearSentence = -1;
    private int? _aside;
    private (int Sentence, int Year)? _named;
    private (int Sentence, LocalDate Start)? _quarter;

    public TimeContext(TimeRules rules, Document document, int[] ids)
    {
        (_document, _ids) = (document, ids);
        _tense = new ClauseTense(rules, document, ids);
        Published = document.Article.Published ?? document.Article.Dateline?.Day;
        Clock = document.Article.Report.PublishedClock;
        IsRequest = rules.Register == TimeRegister.Request;
        IsHistory = LooksLikeHistory(rules);
    }

    /// <summary>Publication day, or the dateline's when no other is known.</summary>
    public LocalDate? Published { get; }

    /// <summary>Clock time of publication; null when only the day is known.</summary>
    public LocalTime? Clock { get; }

    /// <summary>Whether the text is a request: see <see cref="TimeRegister.Request"/>.</summary>
    public bool IsRequest { get; }

    /// <summary>The nearest earlier day in the text; null before the first.</summary>
    public LocalDate? Day { get; private set; }

    /// <summary>A day within the month named last.</summary>
    public LocalDate? Month { get; private set; }

    /// <summary>The year named last, by itself or within a date.</summary>
    public int? Year { get; private set; }

    /// <summary>Whether the text tells of years long past, so that "September 17" takes its year from the text and not from publication.</summary>
    public bool IsHistory { get; }

    /// <summary>The year that a date without one takes from its surroundings; null when publication decides.</summary>
    /// <remarks>An account goes forward: a month well before the one told last belongs to the next year ("October 1776 … in January").</remarks>
    public int? YearNear(int token, int month)
    {
        if (IsHistory && _named is { } named && named.Sentence == _document.SentenceOf[token] && (Year is null || Math.Abs(named.Year - Year.Value) <= FarYears)) return named.Year;
        if (Year is not { } year || !(IsHistory || _yearSentence == _document.SentenceOf[token])) return null;
        return IsHistory && Month is { } last && last.Year == year && last.Month - month >= 7 ? year + 1 : year;
    }

    /// <summary>Remembers a resolved time for those that follow.</summary>
    /// <remarks>"The day before" and "a year earlier" only look back: the story goes on where it was. "Today" in an account of 1918 is no day of that account.</remarks>
    public void Remember(TimeMatch match, TimeReading reading)
    {
        if (reading.Days is not { } days || reading.Type is TimexType.Duration or TimexType.Set) return;
        if (match.Rule is { FromAnchor: true, Direction: < 0 }) return;
        var token = match.Tokens.First;
        var namesYear = match.Has(TimeSlot.Year) || match.Has(TimeSlot.Date);
        if (match.Rule is { Meaning: TimeMeaning.Quarter, Direction: null } && !(days.End > Published)) _quarter = (_document.SentenceOf[token], days.Start);
        if (IsHistory && !namesYear && (match.Rule.CountsFromPublication || days.Start.Year >= Published?.Year - 1)) return;
        if (namesYear) _named = (_document.SentenceOf[token], days.Start.Year);
        if (IsHistory && namesYear && (IsAside(days.Start.Year) || IsMentionedInPassing(reading, match.Tokens))) return;
        if (days.IsDay) Day = days.Start;
        if (reading.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Week or TimePrecision.Month) Month = days.Start;
        if (reading.Precision is TimePrecision.Unknown or TimePrecision.Decade) return;
        Year = days.Start.Year;
        if (namesYear) _yearSentence = _document.SentenceOf[token];
    }

    /// <summary>The year that "that year" means: the one named in this sentence or the one before, else the story's.</summary>
    public int? YearSpokenOf(int token) => _named is { } named && _document.SentenceOf[token] - named.Sentence <= 1 ? named.Year : Year;

    /// <summary>The quarter told in this sentence or the few before: what "a year earlier" compares with in a report of earnings.</summary>
    public LocalDate? QuarterNear(int token) =>
        _quarter is { } told && _document.SentenceOf[token] - told.Sentence <= QuarterReach ? told.Start : null;

    /// <summary>Whether a bare year stands within a sentence of an account that has come to a month: "for a planned campaign in 1976" does not move it.</summary>
    private bool IsMentionedInPassing(TimeReading reading, TokenRange tokens) =>
        reading.Precision == TimePrecision.Year && Month is { } month && month.Year == Year && tokens.First - _document.SentenceRanges[_document.SentenceOf[tokens.First]].First > SentenceHead
        && (reading.Days?.Start.Year < Year || LooksAhead(tokens) == true);

    /// <summary>Whether a year is far from those told last: "as in 1812" does not move an account of 1920 until another such year follows.</summary>
    private bool IsAside(int year)
    {
        if (Year is not { } told || Math.Abs(year - told) <= FarYears) return false;
        if (_aside is { } other && Math.Abs(year - other) <= FarYears) return false;
        _aside = year;
        return true;
    }

    /// <summary>Whether the clause speaks of what is to come.</summary>
    public bool IsFuture(TokenRange tokens) => LooksAhead(tokens) == true;

    /// <summary>Whether the clause speaks of what is to come or of what was; null when no word tells.</summary>
    public bool? LooksAhead(TokenRange tokens) => _tense.LooksAhead(tokens) ?? (IsRequest ? true : null);

    /// <summary>Years long before publication, and hardly a weekday or "yesterday": an account of history, not news.</summary>
    private bool LooksLikeHistory(TimeRules rules)
    {
        int oldYears = 0, newsWords = 0;
        var latest = (Published?.Year ?? int.MaxValue) - 2;
        var weekdays = rules.Lexicon.Class("weekday");
        var newsDays = rules.Lexicon.Class("day-word");
        for (var i = 0; i < _ids.Length; i++)
        {
            if (_document.Spans[i].Length == 4 && char.IsAsciiDigit(_document.Text[_document.Spans[i].Start]))
            {
                if (DigitShapes.TryYear(_document, i, out var year) && year.Number <= latest) oldYears++;
            }
            else if (_ids[i] >= 0 && (weekdays?.Begins(_ids[i]) == true || newsDays?.Begins(_ids[i]) == true))
            {
                newsWords++;
            }
        }

        return newsWords == 0 ? oldYears >= 4 : newsWords * 3 < oldYears && oldYears >= 10;
    }
}
