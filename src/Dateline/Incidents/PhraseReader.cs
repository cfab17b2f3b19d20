using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;

namespace Dateline.Incidents;

/// <summary>Reads a noun phrase of a participant: how many, which actor or name, which standing before the law, one or several.</summary>
internal sealed class PhraseReader(ReportReading reading, ThingReader things, FateLexicon fates)
{
    private readonly Document _document = reading.Document;

    public CountMention? CountIn(NounPhrase phrase)
    {
        CountMention? best = null;
        foreach (var count in reading.Mentions.Counts)
        {
            if (count.Tokens.First >= phrase.Core.End) break;
            if (count.Noun == phrase.Head || phrase.Core.Contains(count.Quantity) || count.Quantity.Contains(phrase.Head)) best ??= count;
        }

        return best ?? NumberPut(phrase.Head);
    }

    /// <summary>"Put the number of hostage-takers at six": the count stands behind its noun.</summary>
    private CountMention? NumberPut(int head)
    {
        var first = head;
        while (first > 1 && head - first < 4 && _document.Lowers[first - 1] is not "of") first--;
        if (first < 2 || _document.Lowers[first - 1] != "of" || _document.Lemmas[first - 2] != "number") return null;
        return reading.Mentions.Counts.FirstOrDefault(count => count.Quantity.First > head && count.Quantity.First - head <= 3 && count.Noun < 0 && _document.Lowers[count.Quantity.First - 1] is "at" or "to");
    }

    public static NounPhrase Cover(NounPhrase phrase, TokenRange words)
    {
        var core = new TokenRange(Math.Min(phrase.Core.First, words.First), Math.Max(phrase.Core.End, words.End));
        return phrase with { Core = core, Whole = new TokenRange(core.First, Math.Max(core.End, phrase.Whole.End)) };
    }

    public ActorMention? ActorIn(NounPhrase phrase)
    {
        foreach (var actor in reading.Mentions.Actors)
        {
            if (phrase.Core.Contains(actor.Tokens)) return actor;
        }

        return reading.Mentions.Actors.At(phrase.Head) ?? reading.Mentions.Actors.FirstOrDefault(actor => phrase.Whole.Contains(actor.Tokens) && actor.Actor.Kind == ActorKind.ArmedGroup);
    }

    public string? NameIn(NounPhrase phrase, ThingKind kind)
    {
        if (kind is not (ThingKind.Person or ThingKind.Facility or ThingKind.Vehicle or ThingKind.Organisation or ThingKind.StateForce)) return null;
        if (_document.Upos[phrase.Head] != Upos.PROPN)
        {
            var appositive = reading.Tree.Child(phrase.Head, Relation.Appos, Relation.Flat);
            if (kind != ThingKind.Person || appositive < 0 || _document.Upos[appositive] != Upos.PROPN || reading.Mentions.Places.At(appositive) is not null) return null;
            return _document.TextOf(NounPhrases.At(reading.Tree, appositive).Core);
        }

        var first = phrase.Head;
        while (first > phrase.Core.First && IsNamePart(first - 1)) first--;
        while (first < phrase.Head && _document.Upos[first] != Upos.PROPN) first++;
        return _document.TextOf(new TokenRange(first, phrase.Core.End));
    }

    private bool IsNamePart(int token) =>
        (_document.Upos[token] == Upos.PROPN && !things.IsRoleNoun(token)) || _document.Lowers[token] is "-" or "al" or "bin" or "ibn" or "de" or "da" or "la" or "el" or "van" or "von" or "der" or "di" or ".";

    public string? LegalStatusIn(NounPhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Core.End; token++)
        {
            if (fates.Legal(_document.Lowers[token]) is { } status) return status;
        }

        return null;
    }

    public bool IsPlural(int head) => _document.Xpos[head] is "NNS" or "NNPS" || _document.Lowers[head] is "they" or "them" or "people" or "police" or "we" or "us" or "those" or "others" or "all" or "both" or "many" or "some" or "several" or "dozens" or "everyone"
        || (_document.Upos[head] == Upos.NUM && _document.Lowers[head] is not ("one" or "1"));

    public TokenRange Together(NounPhrase phrase, Telling telling)
    {
        var words = _document.TokensIn(telling.Statement.Span);
        var all = new TokenRange(Math.Min(words.First, phrase.Core.First), Math.Max(words.End, phrase.Core.End));
        return all.Count <= 30 && _document.SentenceOf[all.First] == _document.SentenceOf[all.Last] ? all : words;
    }
}
