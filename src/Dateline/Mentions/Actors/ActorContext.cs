using Dateline.Language;

namespace Dateline.Mentions.Actors;

/// <summary>Whether the words around a wording leave it its meaning.</summary>
internal static class ActorContext
{
    public static bool Allows(ActorList actors, Document document, TokenRange words, ActorAlias alias)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[words.First]];
        if (document.Article.AllCapitals && alias.Has(AliasUse.NotInCapitals)) return false;
        if (alias.Has(AliasUse.AfterThe) && !(words.First > sentence.First && document.Lowers[words.First - 1] == "the")) return false;
        if (alias.Has(AliasUse.Alone) && HasCapitalisedNeighbour(actors, document, words, sentence)) return false;
        if (alias.Actor.IsGeneric && words.Count == 1 && !IsNominal(document, words.First)) return false;
        if (words.End < sentence.End && alias.Actor.IsGeneric && actors.NotBefore.Contains(document.Lowers[words.End])) return false;
        if (words is { Count: 1 } && words.End < sentence.End && !alias.Actor.IsGeneric && actors.PlaceWords.Contains(document.Lowers[words.End])) return false;
        return !IsLinkedOnly(actors, document, words, sentence);
    }

    /// <summary>"to police the border", "military vehicles": the tagger says that the word is no noun here.</summary>
    private static bool IsNominal(Document document, int token) =>
        document.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.X || document.Xpos[token].Length == 0;

    private static bool HasCapitalisedNeighbour(ActorList actors, Document document, TokenRange words, TokenRange sentence)
    {
        if (document.Article.AllCapitals) return false;
        var before = words.First - 1;
        if (before > sentence.First && IsNamePart(actors, document, before)) return true;
        if (before == sentence.First && IsNamePart(actors, document, before) && document.Upos[before] is Upos.PROPN or Upos.X) return true;
        return words.End < sentence.End && IsNamePart(actors, document, words.End) && document.Upos[words.End] is Upos.PROPN or Upos.X;
    }

    private static bool IsNamePart(ActorList actors, Document document, int token) =>
        document[token].IsCapitalised && !actors.NoNamePart.Contains(document.Lowers[token]);

    /// <summary>"al-Qaeda-linked militants", "Iran-backed": the actor meant is another one, close to it.</summary>
    private static bool IsLinkedOnly(ActorList actors, Document document, TokenRange words, TokenRange sentence)
    {
        if (words.End >= sentence.End) return false;
        var after = document.Lowers[words.End];
        if (after is "-" or "‑") return words.End + 1 < sentence.End && actors.Linked.Contains(document.Lowers[words.End + 1]);
        return after.Length is > 2 and < 16 && after[0] is '-' && actors.Linked.Contains(after[1..]);
    }
}
