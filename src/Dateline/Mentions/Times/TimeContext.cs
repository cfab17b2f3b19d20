using Dateline.Language;
using Dateline.Mentions.Counts;
using NodaTime;

namespace Dateline.Mentions.Times;

/// <summary>What times of one document are counted from: publication day, days named earlier, tense.</summary>
internal sealed class TimeContext
{
    private const int TenseWindow = 16;

    private readonly Document _document;
    private readonly int[] _ids;
    private readonly WordClasses.Phrases? _future;
    private readonly WordClasses.Phrases? _past;
    private int _yearSentence = -1;

    public TimeContext(TimeRules rules, Document document, int[] ids)
    {
        (_document, _ids) = (document, ids);
        _future = rules.Lexicon.Class("future-cue");
        _past = rules.Lexicon.Class("past-cue");
        Published = document.Article.Published ?? document.Article.Dateline?.Day;
        IsHistory = LooksLikeHistory(rules);
    }

    /// <summary>Publication day, or the dateline's when no other is known.</summary>
    public LocalDate? Published { get; }

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
        if (Year is not { } year || !(IsHistory || _yearSentence == _document.SentenceOf[token])) return null;
        return IsHistory && Month is { } last && last.Year == year && last.Month - month >= 7 ? year + 1 : year;
    }

    /// <summary>Remembers a resolved time for those that follow.</summary>
    /// <param name="reading">What was resolved.</param>
    /// <param name="token">Where it begins.</param>
    /// <param name="namesYear">Whether its words name the year.</param>
    /// <param name="fromPublication">Whether it is counted from publication: "today" in an account of 1918 is no day of that account.</param>
    public void Remember(TimeReading reading, int token, bool namesYear, bool fromPublication)
    {
        if (reading.Days is not { } days || reading.Type is TimexType.Duration or TimexType.Set) return;
        if (IsHistory && !namesYear && (fromPublication || days.Start.Year >= Published?.Year - 1)) return;
        if (days.IsDay) Day = days.Start;
        if (reading.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Week or TimePrecision.Month) Month = days.Start;
        if (reading.Precision is TimePrecision.Unknown or TimePrecision.Decade) return;
        Year = days.Start.Year;
        if (namesYear) _yearSentence = _document.SentenceOf[token];
    }

    /// <summary>Whether the clause speaks of what is to come: the cue nearest to the words decides, one before them first.</summary>
    public bool IsFuture(TokenRange tokens) => LooksAhead(tokens) == true;

    /// <summary>Whether the clause speaks of what is to come or of what was; null when no word tells.</summary>
    public bool? LooksAhead(TokenRange tokens)
    {
        var sentence = _document.SentenceRanges[_document.SentenceOf[tokens.First]];
        for (var i = tokens.First - 1; i >= Math.Max(sentence.First, tokens.First - TenseWindow); i--)
        {
            if (Cue(i, sentence.End) is { } isFuture) return isFuture;
        }

        for (var i = tokens.End; i < Math.Min(sentence.End, tokens.End + TenseWindow); i++)
        {
            if (Cue(i, sentence.End) is { } isFuture) return isFuture;
        }

        return null;
    }

    private bool? Cue(int token, int sentenceEnd)
    {
        if (_future is not null && _future.TryMatch(_document, _ids, token, sentenceEnd, out _)) return true;
        // "will be held": a participle behind "be" tells nothing; the word before it does.
        if (token > 0 && _document.Lowers[token - 1] is "be" or "to") return null;
        if (_past is not null && _past.TryMatch(_document, _ids, token, sentenceEnd, out _)) return false;
        var lower = _document.Lowers[token];
        if (_document.Xpos[token] is { Length: > 0 } tag) return tag == "VBD" ? false : null;
        return lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) ? false : null;
    }

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

        return oldYears >= 6 && newsWords * 4 < oldYears;
    }
}
