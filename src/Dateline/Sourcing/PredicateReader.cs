using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Sourcing;

/// <summary>Reads polarity and factuality of every predicate of a document off its own helpers and off the words above it.</summary>
/// <remarks>
/// A predicate is first read by itself (helpers, negation, the word that opens its clause). Where that leaves it told as so, the word above decides:
/// "failed to", "wants to", "hopes that"; and what joins another by "and" without a subject shares its helpers.
/// Agreement with UDS factuality on EWT is what <c>dateline evaluate</c> measures.
/// </remarks>
public sealed class PredicateReader(ModalityLexicon lexicon)
{
    /// <summary>How many words above can colour a predicate.</summary>
    private const int Reach = 4;

    /// <summary>The predicates of a document, in the order of the text.</summary>
    public IReadOnlyList<Predicate> Read(Tree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var document = tree.Document;
        var found = new List<Predicate>();
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (IsPredicate(tree, token)) found.Add(ReadAt(tree, token));
        }

        return found;
    }

    /// <summary>What the text makes of one word.</summary>
    public Predicate ReadAt(Tree tree, int token)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (factuality, negated) = Told(tree, token, 0);
        return new Predicate(token, negated, factuality);
    }

    private static bool IsPredicate(Tree tree, int token) =>
        tree.Document.Upos[token] == Upos.VERB && tree.Document.Relations[token] is not (Relation.Case or Relation.Compound) || tree.Child(token, Relation.Cop) >= 0;

    private (Factuality Factuality, bool Negated) Told(Tree tree, int token, int steps)
    {
        var own = ReadOwn(tree, token, out var negated, out var hasSubject, out var hasHelper);
        if (own != Factuality.Stated || steps > Reach) return (own, negated);
        var document = tree.Document;
        if (document.Heads[token] is not (>= 0 and var head)) return (IsOrder(document, token, hasSubject, hasHelper) ? Factuality.Wanted : Asks(document, token) ? Factuality.Asked : own, negated);
        return document.Relations[token] switch
        {
            Relation.Xcomp => UnderVerb(tree, token, head, steps),
            Relation.Ccomp or Relation.Csubj => UnderClause(tree, token, head, steps, hasHelper),
            Relation.Acl or Relation.Advcl when IsInfinitive(tree, token) => (Factuality.Wanted, false),
            Relation.Conj when !hasSubject && !hasHelper && SharesHelpers(document, token, head) => Told(tree, head, steps + 1),
            Relation.Parataxis or Relation.Conj when IsOrder(document, token, hasSubject, hasHelper) => (Factuality.Wanted, false),
            Relation.Parataxis when Asks(document, token) => (Factuality.Asked, false),
            _ => (own, negated),
        };
    }

    /// <summary>A predicate by itself: helpers, negation, and the word that opens its clause.</summary>
    private Factuality ReadOwn(Tree tree, int token, out bool negated, out bool hasSubject, out bool hasHelper)
    {
        var document = tree.Document;
        (negated, hasSubject, hasHelper) = (false, false, false);
        var factuality = Factuality.Stated;
        foreach (var child in tree.Children(token))
        {
            var lower = document.Lowers[child];
            switch (document.Relations[child])
            {
                case Relation.Aux or Relation.AuxPass or Relation.Cop:
                    hasHelper |= lower != "to";
                    if (document.Lemmas[child] is var lemma && OfHelper(lemma, lower) is { } code) factuality = code;
                    break;
                case Relation.Advmod or Relation.Det or Relation.CcPreconj or Relation.Cc:
                    negated |= lower is "not" or "n't" or "n’t" or "never" or "neither" or "nor" or "hardly" or "scarcely" || (lower == "no" && child < token);
                    if (lexicon.Adverbs.TryGetValue(lower, out var surety) && surety == "speculated" && factuality == Factuality.Stated) factuality = Factuality.Possible;
                    break;
                case Relation.Mark:
                    if (lower == "without") negated = true;
                    else if (lower == "due" && document.Xpos[token] == "VB") factuality = Factuality.Future;
                    else if (lexicon.OpenMarks.Contains(lower) && factuality == Factuality.Stated) factuality = Factuality.Conditional;
                    break;
                case Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.Expl:
                    hasSubject = true;
                    negated |= IsNothing(tree, child);
                    break;
                case Relation.Obj:
                    negated |= document.Lowers[child] == "nothing" || tree.HasChild(child, "no", Relation.Det);
                    break;
                default:
                    break;
            }
        }

        return negated && factuality == Factuality.Stated ? Factuality.Denied : factuality;
    }

    private Factuality? OfHelper(string lemma, string lower) => lexicon.Auxiliaries.TryGetValue(lower, out var code) || lexicon.Auxiliaries.TryGetValue(lemma, out code)
        ? code switch { "future" => Factuality.Future, "speculated" => Factuality.Possible, _ => lower is "would" or "'d" or "’d" ? Factuality.Conditional : lower is "can" or "ca" ? Factuality.Possible : Factuality.Wanted }
        : null;

    /// <summary>An infinitive or participle under a verb or adjective: what that says of it, if that itself is so.</summary>
    private (Factuality Factuality, bool Negated) UnderVerb(Tree tree, int token, int head, int steps)
    {
        var document = tree.Document;
        var above = Told(tree, head, steps + 1);
        var isBare = document.Xpos[token] is "VB" or "";
        if (document.Lemmas[head] == "go" && IsInfinitive(tree, token)) return (Factuality.Future, above.Negated);
        if (document.Lemmas[head] == "have" && IsInfinitive(tree, token)) return (Factuality.Wanted, above.Negated);
        if (!lexicon.Implicatives.TryGetValue(document.Lemmas[head], out var code)) return isBare || IsInfinitive(tree, token) ? (Factuality.Wanted, above.Negated) : above;
        var factuality = CodeNames.Parse<Factuality>(code) ?? Factuality.Wanted;
        return factuality switch
        {
            Factuality.Stated => above,
            Factuality.Denied => (above.Factuality == Factuality.Stated ? Factuality.Denied : above.Factuality, !above.Negated),
            _ => (isBare || document.Xpos[token] != "VBG" ? factuality : above.Factuality, above.Negated),
        };
    }

    /// <summary>A clause under a verb: open when that verb leaves it so, or when nobody says or knows it.</summary>
    private (Factuality Factuality, bool Negated) UnderClause(Tree tree, int token, int head, int steps, bool hasHelper)
    {
        var document = tree.Document;
        if (IsInfinitive(tree, token)) return (Factuality.Wanted, false);
        if (tree.Document.Xpos[token] == "VB" && !hasHelper) return (Factuality.Wanted, false);
        if (document.Xpos[token] == "VBG" && lexicon.Implicatives.ContainsKey(document.Lemmas[head])) return UnderVerb(tree, token, head, steps);
        if (!lexicon.OpenClauses.TryGetValue(document.Lemmas[head], out var code)) return (Factuality.Stated, false);
        var factuality = CodeNames.Parse<Factuality>(code) ?? Factuality.Possible;
        var negated = ReadAt(tree, head, steps).Negated;
        return factuality == Factuality.Denied && negated ? (Factuality.Stated, false) : (factuality, factuality == Factuality.Denied);
    }

    private Predicate ReadAt(Tree tree, int token, int steps)
    {
        var (factuality, negated) = Told(tree, token, steps + 1);
        return new Predicate(token, negated, factuality);
    }

    /// <summary>"Call the police", "and tell us": a bare verb without subject or helper.</summary>
    private static bool IsOrder(Document document, int token, bool hasSubject, bool hasHelper) => document.Xpos[token] == "VB" && !hasSubject && !hasHelper;

    private static bool SharesHelpers(Document document, int token, int head) => document.Xpos[token] == document.Xpos[head] && document.Xpos[token] is "VB" or "VBG" or "VBN";

    private static bool IsInfinitive(Tree tree, int token) => tree.Mark(token) == "to" || tree.HasChild(token, "to", Relation.Mark, Relation.Aux);

    private static bool IsNothing(Tree tree, int noun) =>
        tree.Document.Lowers[noun] is "nobody" or "none" or "no-one" or "nothing" || tree.HasChild(noun, "no", Relation.Det);

    private static bool Asks(Document document, int token) => document.Lowers[document.SentenceRanges[document.SentenceOf[token]].Last] == "?";
}
