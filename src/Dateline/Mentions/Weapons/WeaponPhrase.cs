using Dateline.Language;

namespace Dateline.Mentions.Weapons;

/// <summary>Widens a weapon's words to the left, over what describes it: "a loaded gun", "home-made bomb".</summary>
internal static class WeaponPhrase
{
    private const int MostWords = 6;

    /// <param name="lexicon">Knows the words that may describe a weapon.</param>
    /// <param name="document">The document; its tags decide where there are any, else the listed modifiers.</param>
    /// <param name="words">The words found.</param>
    /// <param name="free">First token that may be taken in.</param>
    public static TokenRange Widen(WeaponLexicon lexicon, Document document, TokenRange words, int free)
    {
        var floor = Math.Max(free, Math.Max(document.SentenceRanges[document.SentenceOf[words.First]].First, words.First - MostWords));
        var first = words.First;
        var at = first - 1;
        while (at >= floor)
        {
            if (JoinsWords(document, at) && at > floor)
            {
                at--;
                first = IsWord(document, at) ? at : first;
                if (first != at) break;
                at--;
                continue;
            }

            if (!Describes(lexicon, document, at, words)) break;
            first = at--;
        }

        return new TokenRange(first, words.End);
    }

    private static bool Describes(WeaponLexicon lexicon, Document document, int token, TokenRange words)
    {
        var lower = document.Lowers[token];
        if (lexicon.NotModifiers.Contains(lower)) return false;
        if (lexicon.Modifiers.Contains(lower)) return true;
        if (document.Xpos[token].Length == 0) return false;
        if (document.Heads[token] >= 0 && document.Upos[token] is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.VERB)
        {
            return document.Relations[token] is Relation.Amod or Relation.Compound && words.Contains(document.Heads[token]);
        }

        return document.Upos[token] is Upos.ADJ or Upos.NOUN;
    }

    /// <summary>A hyphen without white space around it.</summary>
    private static bool JoinsWords(Document document, int token) =>
        document.Lowers[token] is "-" or "‑" && token > 0 && document.Spans[token - 1].End == document.Spans[token].Start
        && document.Spans[token].End == document.Spans[token + 1].Start;

    private static bool IsWord(Document document, int token) => char.IsLetterOrDigit(document.Text[document.Spans[token].Start]);
}
