using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;

namespace Dateline.Sourcing;

/// <summary>Turns the noun phrase of a source into a <see cref="Source"/>: its name as printed, its kind, its entry in the actor list.</summary>
public sealed class SourceNamer(SourceLexicon lexicon)
{
    /// <summary>The source that a token heads; null when it is the paper's own voice or no source at all.</summary>
    public Source? Name(Tree tree, MentionLayer mentions, int head)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(mentions);
        var document = tree.Document;
        if (lexicon.IsOwnVoice(document.Lowers[head])) return null;
        var phrase = NounPhrases.At(tree, head);
        var tokens = WithoutArticle(document, phrase.Whole);
        var apposition = tree.Child(head, Relation.Appos);
        var actor = (apposition >= 0 ? mentions.Actors.At(apposition) : null) ?? mentions.Actors.At(head);
        if (apposition > head && actor?.Tokens.Contains(apposition) == true) tokens = new TokenRange(tokens.First, Math.Max(tokens.End, apposition + 1));
        return new Source(document.TextOf(tokens), KindOf(document, head, actor), actor?.Actor.Id, document.SpanOf(tokens));
    }

    /// <summary>Whether a noun phrase can be a reporter's ear: "told TASS", "told a local newspaper"; "told reporters" is none.</summary>
    public bool IsListeningOutlet(Document document, MentionLayer mentions, int head)
    {
        if (mentions.Actors.At(head) is { } actor) return actor.Actor.Kind is ActorKind.NewsAgency or ActorKind.Outlet;
        return document.Lemmas[head] is not ("reporter" or "journalist" or "report" or "account" or "press" or "media")
            && lexicon.KindOf(document.Lemmas[head]) is SourceKind.Outlet or SourceKind.NewsAgency;
    }

    private SourceKind KindOf(Document document, int head, ActorMention? actor)
    {
        var byActor = actor?.Actor.Kind switch
        {
            ActorKind.NewsAgency => SourceKind.NewsAgency,
            ActorKind.Outlet => SourceKind.Outlet,
            ActorKind.ArmedGroup => SourceKind.ArmedGroup,
            _ => (SourceKind?)null,
        };
        if (byActor is { } known) return known;
        if (lexicon.KindOf(document.Lemmas[head].ToLowerInvariant()) is { } byNoun) return byNoun;
        return actor?.Actor.Kind switch
        {
            ActorKind.StateForce => SourceKind.Military,
            ActorKind.Government or ActorKind.International => SourceKind.Official,
            ActorKind.Organisation or ActorKind.Party => SourceKind.Organisation,
            _ => document.Upos[head] is Upos.PROPN or Upos.PRON ? SourceKind.Person : SourceKind.Unknown,
        };
    }

    private static TokenRange WithoutArticle(Document document, TokenRange tokens) =>
        tokens.Count > 1 && document.Lowers[tokens.First] == "the"
            ? new TokenRange(tokens.First + 1, tokens.End)
            : tokens;
}
