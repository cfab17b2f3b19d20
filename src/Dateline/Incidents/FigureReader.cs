using Dateline.Language;
using Dateline.Mentions.Counts;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads the figures that a report states for an incident: counted fates, "20 dead", tolls, and "no casualties".</summary>
internal sealed class FigureReader(ReportReading reading, FateLexicon fates, SumReader sums)
{
    private readonly Document _document = reading.Document;

    /// <summary>The figures of an incident, in text order.</summary>
    /// <param name="type">The incident's type.</param>
    /// <param name="parts">The mentions of its participants.</param>
    /// <param name="of">The participant of each mention.</param>
    /// <param name="unreal">Tellings that say what did not happen: "no one was hurt".</param>
    /// <param name="isAbout">Whether a sentence is about this incident.</param>
    public IReadOnlyList<Figure> Read(string type, IReadOnlyList<PartMention> parts, IReadOnlyList<int> of, IEnumerable<Telling> unreal, Func<int, bool> isAbout)
    {
        var figures = new List<Figure>();
        var used = new HashSet<int>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part is { Role: Role.Hostage, Count: { } captives } && part.Fate != "captive" && fates.IsCaptiveHere(part.Lemma) && fates.Measure("captive", type) is { } held)
            {
                figures.Add(new Figure(held, captives.Count, captives.IsPart, false, of[i], part.Statement with { By = captives.By }));
            }

            if (part.Fate is not { } fate || part.IsPronoun || fates.Measure(Plain(fate), type) is not { } measure) continue;
            if (part.Count is { } count)
            {
                used.Add(count.Quantity.First);
                figures.Add(new Figure(measure, count.Count, count.IsPart, IsSuperseded(part.Statement), of[i], part.FateStatement! with { By = count.By }));
            }
            else if (!part.IsPlural && !part.IsMember && _document.Upos[part.Phrase.Head] is Upos.NOUN or Upos.PROPN && part.Name is not null && measure == "killed")
            {
                figures.Add(new Figure(measure, StatedCount.Exactly(1), false, false, of[i], part.FateStatement! with { By = "counts/one" }));
            }
        }

        foreach (var count in reading.Mentions.Counts)
        {
            if (used.Contains(count.Quantity.First) || sums.IsSum(count.Quantity.First) || !isAbout(_document.SentenceOf[count.Quantity.First])) continue;
            if (FateBeside(count) is not { } fate || fates.Measure(fate, type) is not { } measure) continue;
            used.Add(count.Quantity.First);
            var words = Words(count);
            var statement = reading.State(words, Modality.Stated, count.By, 0.7);
            figures.Add(new Figure(measure, count.Count, count.IsPart, IsSuperseded(statement), -1, statement));
        }

        foreach (var telling in unreal)
        {
            if (telling.Frame.Fate is not { } fate || fates.Measure(Plain(fate), type) is not { } measure || !isAbout(telling.Sentence) || measure is not ("killed" or "injured")) continue;
            if (telling.Patients.Count == 0) continue;
            figures.Add(new Figure(measure, StatedCount.Exactly(0), false, false, -1, telling.Statement with { By = "counts/none" }));
        }

        return [.. figures.OrderBy(figure => figure.Statement.Span.Start).ThenBy(figure => figure.Measure, StringComparer.Ordinal)
            .DistinctBy(figure => (figure.Measure, figure.Count, figure.Statement.Span))];
    }

    private static string Plain(string fate) => fate is "shot" or "hurt" ? "injured" : fate;

    /// <summary>The fate that stands beside a number: "20 dead", "53 others injured", "death toll … 276".</summary>
    private string? FateBeside(CountMention count)
    {
        var sentence = _document.SentenceRanges[_document.SentenceOf[count.Quantity.First]];
        if (count.Of is { } of && fates.Status(of) is { } counted) return counted;
        if (count.Of == "casualty" && count.Count == StatedCount.Exactly(0)) return "killed";
        for (var token = count.Tokens.End; token < Math.Min(sentence.End, count.Tokens.End + 3); token++)
        {
            if (fates.Status(_document.Lowers[token]) is { } status) return IsVerbWithOwnSubject(token) ? null : status;
            if (_document.Lowers[token] is not ("people" or "others" or "persons" or "were" or "was" or "are" or "is" or "as" or "more" or "left" or "been" or "have" or "had" or "seriously" or "critically" or "of" or "reported" or "feared" or "confirmed" or "them" or "also")) break;
        }

        return count.Noun < 0 ? TollBefore(count, sentence) : null;
    }

    /// <summary>"The death toll … has climbed to 276", "the toll stands at 19", "put the number of villagers killed at 160": the fate that a toll before the number counts.</summary>
    private string? TollBefore(CountMention count, TokenRange sentence)
    {
        var reached = false;
        for (var token = count.Quantity.First - 1; token >= sentence.First; token--)
        {
            var near = count.Quantity.First - token <= 9;
            var lemma = _document.Lemmas[token].ToLowerInvariant();
            reached |= count.Quantity.First - token <= 4 && fates.Reaches(lemma);
            if (fates.IsToll(lemma) && (near || reached)) return "killed";
            if (lemma == "number" && near && _document.Lowers[count.Quantity.First - 1] is "at" or "to") return StatusBetween(token, count.Quantity.First);
        }

        return null;
    }

    private string? StatusBetween(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            // The hostages of "the number of hostage-takers" are not those counted.
            if (_document.Relations[token] != Relation.Compound && fates.Status(_document.Lowers[token]) is { } status) return status;
        }

        return null;
    }

    /// <summary>"20 wounded six" counts the wounders: the participle has an object.</summary>
    private bool IsVerbWithOwnSubject(int token) => reading.Tree.Child(token, Relation.Obj) >= 0 && _document.Upos[token] == Upos.VERB;

    private TokenRange Words(CountMention count)
    {
        var end = count.Tokens.End;
        var sentence = _document.SentenceRanges[_document.SentenceOf[count.Quantity.First]];
        for (var token = end; token < Math.Min(sentence.End, end + 4); token++)
        {
            if (fates.Status(_document.Lowers[token]) is not null) return new TokenRange(count.Tokens.First, token + 1);
        }

        return count.Tokens;
    }

    /// <summary>"an earlier bulletin gave 14", "a first count had spoken of 20": the report itself tells it as overtaken.</summary>
    private bool IsSuperseded(Statement statement)
    {
        var sentence = reading.Document.SentenceRanges[_document.SentenceOf[_document.TokensIn(statement.Span).First]];
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (_document.Lowers[token] is "earlier" or "initially" or "initial" or "previously" or "provisional" or "misstated" or "withdrawn") return true;
            if (_document.Lowers[token] == "first" && token + 1 < sentence.End && _document.Lemmas[token + 1] is "count" or "toll" or "report" or "estimate" or "provisional") return true;
        }

        return false;
    }
}
