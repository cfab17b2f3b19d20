using Dateline.Language;

namespace Dateline.Mentions.Counts;

/// <summary>Finds the noun that a quantity counts: "gunmen" of "two masked gunmen", "captives" of "two prison guard captives".</summary>
internal sealed class CountedNoun(CountLexicon lexicon)
{
    // Longer runs between a number and its noun were lists, not phrases.
    private const int MostWords = 9;

    /// <summary>The head noun behind a quantity; -1 when none follows.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ids">Word ids of its tokens.</param>
    /// <param name="from">First token behind the quantity.</param>
    /// <param name="wantsPlural">Whether more than one is counted.</param>
    /// <param name="lemma">The noun's lemma.</param>
    public int Find(Document document, int[] ids, int from, bool wantsPlural, out string? lemma)
    {
        lemma = null;
        if (from >= document.TokenCount) return -1;
        var end = Math.Min(document.SentenceRanges[document.SentenceOf[Math.Max(0, from - 1)]].End, from + MostWords);
        var found = -1;
        for (var i = from; i < end; i++)
        {
            var lower = document.Lowers[i];
            if (lower is "-" or "‑" or "\"" or "“" or "”" or "‘" or "’") continue;
            if (lower == "," && found < 0 && IsDescribing(document, ids, from, i)) continue;
            if (!char.IsLetterOrDigit(lower[0]) && found >= 0) break;
            if (lexicon.EndsPhrase.TryMatch(document, ids, i, end, out _) || !char.IsLetterOrDigit(lower[0])) break;
            if (lower is "'s" or "’s") break;
            if (char.IsAsciiDigit(lower[0]))
            {
                // "two 15-year-old boys": only the digits of an age may stand between.
                if (found >= 0 || i + 1 >= end || document.Lowers[i + 1] is not ("-" or "year" or "‑")) break;
                continue;
            }

            var isNoun = lexicon.TryNoun(lower, out var noun);
            if (isNoun && (noun.IsPlural == wantsPlural || noun.IsEither))
            {
                (found, lemma) = (i, noun.Lemma);
                if (wantsPlural && !IsModifier(noun, document, ids, i + 1, end)) break;
            }
            else if (!isNoun && wantsPlural && LooksPlural(document, i))
            {
                if (found >= 0 && !Tagged(document, i)) break;
                (found, lemma) = (i, LemmaOf(document, i));
                if (!Tagged(document, i)) break;
            }
            else if (found >= 0)
            {
                // A verb or another word behind the noun ends the phrase; a further noun carries it on ("prison guard captives").
                if (!isNoun) break;
                if (!wantsPlural && noun.IsPlural) return -1;
            }
        }

        return found;
    }

    /// <summary>"three young, unarmed men": a comma between describing words.</summary>
    private bool IsDescribing(Document document, int[] ids, int from, int comma) =>
        comma > from && comma + 2 < document.TokenCount && !lexicon.State.TryMatch(document, ids, comma - 1, comma, out _)
        && !char.IsUpper(document.Text[document.Spans[comma + 1].Start]) && !lexicon.EndsPhrase.TryMatch(document, ids, comma + 1, comma + 2, out _);

    /// <summary>Whether a plural noun only describes the next one: "women police officers", "police officers".</summary>
    private bool IsModifier(CountNoun noun, Document document, int[] ids, int next, int end) =>
        next < end && (noun.IsEither || noun.Lemma is "woman" or "man" or "people") && !lexicon.EndsPhrase.TryMatch(document, ids, next, end, out _)
        && (lexicon.TryNoun(document.Lowers[next], out _) || (next + 1 < end && document.Lowers[next] != "," && lexicon.TryNoun(document.Lowers[next + 1], out var after) && after.IsPlural && char.IsLetter(document.Lowers[next][0])));

    private static bool Tagged(Document document, int token) => document.Upos[token] is Upos.NOUN or Upos.PROPN;

    private static bool LooksPlural(Document document, int token)
    {
        if (document.Upos[token] is Upos.NOUN) return document.Xpos[token] is "NNS" or "" && document.Lowers[token].EndsWith('s');
        if (document.Upos[token] is not Upos.X) return false;
        var lower = document.Lowers[token];
        return lower.Length is > 3 and < 24 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) && !lower.EndsWith("us", StringComparison.Ordinal)
            && !lower.EndsWith("is", StringComparison.Ordinal) && !lower.EndsWith("'s", StringComparison.Ordinal) && !lower.EndsWith("’s", StringComparison.Ordinal);
    }

    private static string LemmaOf(Document document, int token)
    {
        var lower = document.Lowers[token];
        if (document.Lemmas[token] is var lemma && lemma != lower) return lemma;
        if (lower.EndsWith("ies", StringComparison.Ordinal)) return lower[..^3] + "y";
        return lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("xes", StringComparison.Ordinal)
            ? lower[..^2] : lower[..^1];
    }
}
