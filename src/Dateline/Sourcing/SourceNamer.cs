using Dateline.Language;
using Dateline.Mentions.Actors;

namespace Dateline.Sourcing;

/// <summary>Turns the noun phrase of a source into a <see cref="Source"/>: its name as printed, its kind, its entry in the actor list.</summary>
internal sealed class SourceNamer(SourceLexicon lexicon)
{
    /// <summary>The source that a phrase names; null when it is the paper's own voice.</summary>
    public Source? Name(SpeechText text, SourcePhrase phrase)
    {
        var document = text.Document;
        if (lexicon.IsOwnVoice(document.Lowers[phrase.Head])) return null;
        var tokens = phrase.Tokens;
        while (tokens.Count > 1 && (document.Lowers[tokens.First] == "the" || document.Upos[tokens.First] is Upos.PUNCT or Upos.CCONJ)) tokens = tokens with { First = tokens.First + 1 };
        var actor = ActorIn(text, phrase);
        return new Source(document.TextOf(tokens), KindOf(text, phrase.Head, actor), actor?.Actor.Id, document.SpanOf(tokens));
    }

    /// <summary>Whether a phrase can be a reporter's ear: "told TASS", "told a local newspaper"; "told reporters" is none.</summary>
    public bool IsListeningOutlet(SpeechText text, SourcePhrase phrase)
    {
        if (ActorIn(text, phrase) is { Actor: var actor } && (actor.Kind is ActorKind.NewsAgency or ActorKind.Outlet || !actor.IsGeneric)) return actor.Kind is ActorKind.NewsAgency or ActorKind.Outlet;
        var lemma = text.Lemma(phrase.Head);
        return lemma is not ("reporter" or "journalist" or "report" or "account" or "press" or "media" or "correspondent" or "website" or "page")
            && lexicon.KindOf(lemma) is SourceKind.Outlet or SourceKind.NewsAgency && text.Lower(phrase.Tokens.First) is not ("this" or "our");
    }

    /// <summary>The most telling actor of a phrase: an outlet or agency wherever it stands ("the news agency TASS"), else the one at the head.</summary>
    private static ActorMention? ActorIn(SpeechText text, SourcePhrase phrase)
    {
        var atHead = text.ActorAt(phrase.Head);
        if (atHead is { Actor.IsGeneric: false }) return atHead;
        for (var token = phrase.Head; token < phrase.Tokens.End; token++)
        {
            if (text.ActorAt(token) is { Actor: { IsGeneric: false, Kind: ActorKind.NewsAgency or ActorKind.Outlet } } outlet) return outlet;
        }

        return atHead;
    }

    private SourceKind KindOf(SpeechText text, int head, ActorMention? actor)
    {
        SourceKind? byActor = actor?.Actor.Kind switch
        {
            ActorKind.NewsAgency => SourceKind.NewsAgency,
            ActorKind.Outlet => SourceKind.Outlet,
            ActorKind.ArmedGroup => SourceKind.ArmedGroup,
            _ => null,
        };
        if (byActor is { } known) return known;
        if (lexicon.KindOf(text.Lemma(head)) is { } byNoun) return byNoun;
        return actor?.Actor.Kind switch
        {
            ActorKind.StateForce => SourceKind.Military,
            ActorKind.Government or ActorKind.International => SourceKind.Official,
            ActorKind.Organisation or ActorKind.Party => SourceKind.Organisation,
            _ => text.Document.Upos[head] is Upos.PROPN or Upos.PRON ? SourceKind.Person : SourceKind.Unknown,
        };
    }
}
