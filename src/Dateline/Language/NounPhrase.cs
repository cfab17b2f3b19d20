namespace Dateline.Language;

/// <summary>A noun with what belongs to it.</summary>
/// <param name="Head">Index of the noun, name, number or pronoun that heads it.</param>
/// <param name="Core">From its first modifier to its head: "the Islamic State (IS) hostage-takers", "two guards".</param>
/// <param name="Whole">The core with the phrases that follow and tell which: "four suspected gunmen from Tajikistan", "two guards at Detention Centre 1".</param>
public readonly record struct NounPhrase(int Head, TokenRange Core, TokenRange Whole);

/// <summary>Cuts noun phrases out of trees.</summary>
public static class NounPhrases
{
    /// <summary>The noun phrase that a token heads. A token within a name or compound stands for that name's head.</summary>
    public static NounPhrase At(Tree tree, int token)
    {
        var document = tree.Document;
        int first = token, last = token;
        foreach (var child in tree.Children(token))
        {
            var belongs = document.Relations[child] switch
            {
                Relation.Det or Relation.DetPredet or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss
                    or Relation.Flat or Relation.Goeswith or Relation.NmodDesc or Relation.Fixed => true,
                Relation.Punct => child < token && document.Text[document.Spans[child].Start] is '-' or '‑' or '(' or ')',
                Relation.Advmod or Relation.NmodNpmod or Relation.NmodUnmarked => child < token && child >= token - 3,
                Relation.Appos => child < token || IsBracketed(document, child),
                _ => false,
            };
            if (document.Relations[child] is Relation.Acl && child == token + 1 && document.Lowers[token] == "those") last = EndOfParticiple(document, child);
            if (!belongs) continue;
            var below = tree.Subtree(child);
            if (child < token) first = Math.Min(first, below.First);
            else if (document.Relations[child] is Relation.Flat or Relation.Goeswith or Relation.Compound or Relation.Nummod or Relation.NmodDesc) last = Math.Max(last, below.Last);
        }

        var sentence = document.SentenceRanges[document.SentenceOf[token]];
        first = Math.Max(first, sentence.First);
        first = BehindBreak(document, first, token);
        while (first < token && document.Upos[first] is Upos.PUNCT or Upos.CCONJ && document.Text[document.Spans[first].Start] is not ('"' or '“')) first++;
        var core = new TokenRange(first, last + 1);
        return new NounPhrase(token, core, new TokenRange(first, EndOfWhole(tree, token, last + 1)));
    }

    /// <summary>"three months after gunmen", "DAVAO CITY - suspected rebels": what stands before a conjunction or a dash between spaces is no part of the phrase, wherever the tree hangs it.</summary>
    private static int BehindBreak(Document document, int first, int head)
    {
        for (var token = head - 1; token >= first; token--)
        {
            var isDash = document.Lowers[token] is "-" or "–" or "—" && token > 0 && document.Spans[token].Start > document.Spans[token - 1].End && document.Spans[token + 1].Start > document.Spans[token].End;
            if (isDash || (document.Upos[token] is Upos.SCONJ or Upos.ADP && document.Lowers[token] is "after" or "before" or "since" or "until" or "when" or "as" or "that")) return token + 1;
        }

        return first;
    }

    /// <summary>A phrase and those joined to it by "and" or commas: "a maid and another domestic worker" gives two.</summary>
    public static IEnumerable<NounPhrase> WithConjuncts(Tree tree, int token)
    {
        yield return At(tree, token);
        foreach (var child in tree.Children(token))
        {
            if (tree.Document.Relations[child] == Relation.Conj && IsNominal(tree.Document, child)) yield return At(tree, child);
        }
    }

    public static bool IsNominal(Document document, int token) =>
        document.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM
        || (document.Upos[token] is Upos.ADJ or Upos.DET && document.Relations[token] is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Obl or Relation.OblAgent or Relation.Nmod);

    private static int EndOfWhole(Tree tree, int token, int end)
    {
        var document = tree.Document;
        foreach (var child in tree.Children(token))
        {
            if (child < token || document.Relations[child] != Relation.Nmod) continue;
            if (tree.Preposition(child) is not ("of" or "from" or "for" or "at" or "in" or "on" or "with")) break;
            var below = tree.Subtree(child);
            if (below.First > end || below.Count > 10 || IsWeekday(document.Lowers[child])) break;
            end = Math.Max(end, below.End);
        }

        return end;
    }

    /// <summary>"those arrested in 2022": the participle and a year or place right behind it.</summary>
    private static int EndOfParticiple(Document document, int participle) =>
        participle + 2 < document.TokenCount && document.Lowers[participle + 1] == "in" && document.Upos[participle + 2] is Upos.NUM or Upos.PROPN ? participle + 2 : participle;

    /// <summary>"a mall on Sunday": the day says when, not which mall.</summary>
    private static bool IsWeekday(string lower) => lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "today" or "yesterday";

    private static bool IsBracketed(Document document, int token) =>
        token > 0 && document.Text[document.Spans[token - 1].Start] is '(' or '[';
}
