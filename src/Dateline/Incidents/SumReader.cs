using Dateline.Language;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Times;

namespace Dateline.Incidents;

/// <summary>Tells figures of one incident from sums over a war or a year: "more than 1,000 civilians slain since 2014", "104 people shot this year".</summary>
internal sealed class SumReader
{
    private readonly Document _document;
    private readonly NarrationLexicon _narration;
    private readonly Mentions.MentionLayer _mentions;
    private readonly HashSet<int> _summed;

    public SumReader(ReportReading reading, NarrationLexicon narration)
    {
        (_document, _mentions, _narration) = (reading.Document, reading.Mentions, narration);
        _summed = [.. reading.Mentions.Counts.Where(IsSummed).SelectMany(count => Enumerable.Range(count.Tokens.First, count.Tokens.Count))];
    }

    /// <summary>Whether a token belongs to a count over a year or longer.</summary>
    public bool IsSum(int token) => _summed.Contains(token);

    /// <summary>"The war has killed more than 220,000 people", "… since the conflict began in 2011": a sentence that sums up a war.</summary>
    public bool IsOfWar(int sentence, int agent)
    {
        var range = _document.SentenceRanges[sentence];
        var isWar = agent >= 0 && _narration.IsWar(_document.Lemmas[agent]);
        bool war = isWar, period = isWar;
        for (var token = range.First; token < range.End; token++)
        {
            war |= _narration.IsWar(_document.Lemmas[token]);
            period |= _narration.IsPeriod(_document.Lowers[token]);
        }

        return war && period && !HasDay(range);
    }

    private bool IsSummed(CountMention count)
    {
        if (count.Count.Low < 2) return false;
        var sentence = _document.SentenceRanges[_document.SentenceOf[count.Tokens.First]];
        if (IsOfWar(_document.SentenceOf[count.Tokens.First], agent: -1)) return true;
        foreach (var time in _mentions.Times.Within(sentence))
        {
            if (time.Precision != TimePrecision.Year || time.Tokens.First == sentence.First) continue;
            var first = time.Tokens.First;
            var before = _document.Lowers[first - 1];
            if (before == "since" && count.Tokens.End <= first && IsLastBefore(count, first)) return true;
            if (_document.Lowers[first] == "this" && before is not ("earlier" or "later" or "of") && !HasDay(sentence)) return true;
        }

        return false;
    }

    /// <summary>Whether a "since 2014" counts from a year what stands before it: no other number lies between, and nothing is the deadliest since then.</summary>
    private bool IsLastBefore(CountMention count, int year)
    {
        for (var token = count.Tokens.End; token < year; token++)
        {
            if (_document.Xpos[token] is "JJS" or "RBS" || _document.Lowers[token] is "first") return false;
        }

        return !_mentions.Counts.Within(new TokenRange(count.Tokens.End, year)).Any();
    }

    private bool HasDay(TokenRange sentence) => _mentions.Times.Within(sentence).Any(time => time.Precision is TimePrecision.Day or TimePrecision.Time);
}
