using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>Cuts the phrases that may refer out of trees: names, nouns with all that belongs to them, pronouns.</summary>
/// <remarks>
/// Spans follow the guidelines of GUM: the longest phrase with its relative clauses, without appositions and further conjuncts, which are
/// phrases of their own. Names and nouns within compounds count ("the Crown prosecutor" also holds "Crown"). Relative pronouns do not.
/// </remarks>
public static class ReferringPhraseFinder
{
    /// <summary>The phrases of a document in text order; of two that begin together the longer comes first.</summary>
    public static IReadOnlyList<(int Head, TokenRange Tokens, bool IsPair)> Find(Tree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var document = tree.Document;
        var found = new List<(int Head, TokenRange Tokens, bool IsPair)>(document.TokenCount / 3);
        var whole = WordsByThemselves(document);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (!Refers(tree, token) || (document.Relations[token] == Relation.Compound && !StandsInside(document, token, whole))) continue;
            found.Add((token, Extent(tree, token), false));
            if (Pair(tree, token) is { } pair) found.Add((token, pair, true));
        }

        found.Sort((a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First) : a.Tokens.End != b.Tokens.End ? b.Tokens.End.CompareTo(a.Tokens.End) : a.Head.CompareTo(b.Head));
        return found;
    }

    /// <summary>The nouns and names that stand somewhere by themselves and not only before another.</summary>
    private static HashSet<string> WordsByThemselves(Document document)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (document.Upos[token] is Upos.NOUN or Upos.PROPN && document.Relations[token] is not (Relation.Compound or Relation.Flat)) words.Add(document.Lemmas[token]);
        }

        return words;
    }

    /// <summary>Within a name ("San Francisco", "Durham University") or a compound only what the text speaks of elsewhere; before a noun any name ("the Crown prosecutor").</summary>
    private static bool StandsInside(Document document, int token, HashSet<string> whole) =>
        whole.Contains(document.Lemmas[token]) || (document.Upos[token] == Upos.PROPN && document.Upos[document.Heads[token]] == Upos.NOUN);

    private static bool Refers(Tree tree, int token)
    {
        var document = tree.Document;
        var relation = document.Relations[token];
        if (relation is Relation.Flat or Relation.Fixed or Relation.Goeswith or Relation.Case or Relation.Mark or Relation.Punct or Relation.Discourse) return false;
        switch (document.Upos[token])
        {
            case Upos.NOUN:
                return relation is not (Relation.Advmod or Relation.Cc or Relation.NmodDesc) && !IsWhole(document, token);
            case Upos.PROPN:
                return relation is not Relation.NmodDesc;
            case Upos.PRON:
                return document.Xpos[token] is "PRP" or "PRP$" or "DT" or "NN" && document.Lowers[token] is not ("there" or "what" or "which" or "who");
            case Upos.NUM:
                return relation is not (Relation.Nummod or Relation.Compound or Relation.Amod or Relation.Det or Relation.Advmod);
            case Upos.DET or Upos.ADJ:
                return IsArgument(relation) && document.Xpos[token] is not ("WDT" or "WP") && (document.Upos[token] == Upos.DET || tree.Child(token, Relation.Det) >= 0 || tree.Child(token, Relation.Nmod) >= 0);
            case Upos.ADV:
                return document.Lowers[token] is "here" or "there" && relation is Relation.Advmod or Relation.Obl or Relation.Nmod;
            case Upos.X:
                return IsArgument(relation) || relation is Relation.Appos;
            default:
                return false;
        }
    }

    /// <summary>"in order", "of course": nouns that only make up a phrase.</summary>
    private static bool IsWhole(Document document, int token) =>
        token > 0 && (document.Lowers[token - 1], document.Lowers[token]) is ("of", "course") or ("for", "example") or ("for", "instance") or ("in", "fact") or ("in", "order") or ("at", "least");

    private static bool IsArgument(Relation relation) =>
        relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nmod or Relation.NmodPoss;

    private static TokenRange Extent(Tree tree, int head)
    {
        var document = tree.Document;
        int first = head, last = head;
        var isPredicate = tree.Child(head, Relation.Cop) >= 0;
        var cut = int.MaxValue;
        foreach (var child in tree.Children(head))
        {
            if (document.Relations[child] == Relation.Punct) continue;
            var below = tree.Subtree(child);
            if (Belongs(document, head, child, isPredicate))
            {
                if (below.Last < head) first = Math.Min(first, below.First);
                else if (child < cut) last = Math.Max(last, below.Last);
            }
            else if (child > head)
            {
                cut = Math.Min(cut, child);
            }
            else if (child < head && below.First >= first)
            {
                // What stands between a modifier and the noun but is no part of it: begin behind it.
                first = head;
            }
        }

        return Trim(document, first, head, last);
    }

    private static bool Belongs(Document document, int head, int child, bool isPredicate) => document.Relations[child] switch
    {
        Relation.Case => child > head && document.Xpos[child] == "POS",
        Relation.Cc or Relation.CcPreconj or Relation.Conj or Relation.Mark or Relation.Appos or Relation.Cop or Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter
            or Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter or Relation.Aux or Relation.AuxPass or Relation.Parataxis or Relation.Discourse or Relation.Vocative
            or Relation.Expl or Relation.Dislocated or Relation.List or Relation.Orphan or Relation.Reparandum or Relation.Dep or Relation.Advcl or Relation.AdvclRelcl or Relation.Ccomp => document.Relations[child] == Relation.Ccomp && !isPredicate,
        Relation.Advmod => !isPredicate && (child > head ? child == head + 1 : document.Lowers[child] is not ("also" or "even" or "only" or "just" or "not" or "then" or "now")),
        Relation.Obl or Relation.OblUnmarked or Relation.OblTmod or Relation.OblNpmod or Relation.OblAgent => !isPredicate,
        _ => true,
    };

    /// <summary>Takes punctuation, conjunctions and prepositions off the edges; a bracket or quotation mark stays when its twin is inside.</summary>
    private static TokenRange Trim(Document document, int first, int head, int last)
    {
        while (first < head && document.Upos[first] is Upos.PUNCT or Upos.CCONJ && !HasTwin(document, first, last)) first++;
        while (last > head && document.Upos[last] == Upos.PUNCT && !HasTwin(document, last, first)) last--;
        // A bracket that opens and does not close inside belongs to what follows.
        for (var token = last; token > head; token--)
        {
            var letter = document.Text[document.Spans[token].Start];
            if (letter is ')' or ']') break;
            if (letter is '(' or '[') last = token - 1;
        }

        return new TokenRange(first, last + 1);
    }

    private static bool HasTwin(Document document, int mark, int to)
    {
        var letter = document.Text[document.Spans[mark].Start];
        if (letter is not ('(' or ')' or '"' or '“' or '”')) return false;
        for (var token = mark; token != to; token += mark < to ? 1 : -1)
        {
            var other = document.Text[document.Spans[token].Start];
            if (token != mark && other == letter switch { '(' => ')', ')' => '(', '“' => '”', '”' => '“', _ => letter }) return true;
        }

        return false;
    }

    /// <summary>A noun with all its conjuncts; null when it has none or is a conjunct itself.</summary>
    private static TokenRange? Pair(Tree tree, int head)
    {
        var document = tree.Document;
        if (document.Relations[head] == Relation.Conj || document.Upos[head] is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return null;
        var last = -1;
        foreach (var child in tree.Children(head))
        {
            if (document.Relations[child] == Relation.Conj && document.Upos[child] is Upos.NOUN or Upos.PROPN or Upos.PRON) last = child;
        }

        return last < 0 ? null : new TokenRange(Extent(tree, head).First, Math.Max(Extent(tree, last).End, last + 1));
    }
}
