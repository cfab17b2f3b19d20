using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Weighs whether a cue word ascribes something to somebody where it stands.</summary>
/// <remarks>
/// Points by hand, whole or half: the word's own strength; then what the place adds or takes. A past tense with a name before it tells what somebody did;
/// a modal, an infinitive or a condition tells of something that nobody said yet.
/// </remarks>
internal static class CueJudge
{
    /// <summary>What a cue must reach.</summary>
    public const double Enough = 0.5;

    public static double Points(CueSurroundings around, Document document, CueEntry entry, SourcePhrase? phrase)
    {
        var points = entry.Strength switch { CueStrength.Strong => 2.0, CueStrength.Fair => 1.0, _ => 0.0 };
        points += Form(around, document);
        points += Holder(document, phrase);
        points += Place(document, around.Token);
        if (around.Has("that") || around.Has("quote")) points += 0.5;
        if (around.Has("bare")) points -= 0.5;
        if (around.Mark is "if" or "unless" or "for" or "because" or "of" or "without" or "that" or "whether") points -= 1;
        return points;
    }

    private static double Form(CueSurroundings around, Document document)
    {
        var token = around.Token;
        if (document.Relations[token] is Relation.Amod or Relation.Compound or Relation.Case && document.Upos[token] == Upos.VERB) return -3;
        if (around.HasModal) return -1;
        if (around.HasTo) return -1;
        var points = document.Xpos[token] switch
        {
            "VBD" => 1.0,
            "VBZ" or "VBP" => 0.5,
            "VB" => -0.5,
            "VBN" when around.IsPassive && document.Relations[token] == Relation.Acl => -1,
            _ => 0.0,
        };
        if (document.Relations[token] is Relation.Ccomp or Relation.Xcomp && document.Upos[token] == Upos.VERB) points -= 1;
        return points;
    }

    /// <summary>What the main verb of a sentence tells is its news; what a noun beside others or under them tells is said in passing.</summary>
    private static double Place(Document document, int token) => (document.Relations[token], document.Upos[token]) switch
    {
        (Relation.Root, _) => 0.5,
        (Relation.AclRelcl or Relation.Amod, Upos.VERB) => -0.5,
        (Relation.Conj or Relation.Nmod or Relation.Compound, Upos.NOUN) => -0.5,
        _ => 0,
    };

    private static double Holder(Document document, SourcePhrase? phrase)
    {
        if (phrase is not { } words) return document.Upos.Length == 0 ? 0 : -0.5;
        var lower = document.Lowers[words.Head];
        return lower switch
        {
            "i" or "we" or "you" or "me" or "us" or "my" or "our" or "your" => -1.5,
            "it" or "that" or "this" or "which" or "what" or "there" => -1,
            "he" or "she" or "his" or "her" => 1,
            _ => document.Upos[words.Head] == Upos.PROPN ? 1 : 0,
        };
    }
}
