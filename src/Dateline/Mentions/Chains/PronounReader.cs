using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>Finds whom a pronoun stands for, where the sentence leaves little doubt.</summary>
/// <remarks>
/// In the order of trust: the subject of the verb that the pronoun's clause depends on ("authorities said that they …"), an
/// earlier subject of the same sentence, the subject of the sentence before. Number must agree; no gender is guessed from names.
/// </remarks>
public static class PronounReader
{
    /// <summary>Head of the noun phrase that a pronoun stands for; -1 when it is no such pronoun or nothing agrees.</summary>
    public static int Antecedent(Tree tree, int pronoun)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var document = tree.Document;
        var number = document.Lowers[pronoun] switch
        {
            "they" or "them" or "their" => Number.Plural,
            "he" or "him" or "his" or "she" or "her" => Number.Person,
            _ => Number.None,
        };
        if (number == Number.None) return -1;
        // "Officials tried to talk them into …": an object is nobody's own subject, unless another one's saying lies between.
        var isObject = document.Lowers[pronoun] is "them" or "him" or "her" && document.Relations[pronoun] != Relation.NmodPoss;
        var clause = tree.Clause(pronoun);
        var crossesSaying = false;
        for (int at = clause, above = document.Heads[clause]; above >= 0; at = above, above = document.Heads[above])
        {
            crossesSaying |= document.Relations[at] == Relation.Ccomp;
            if (isObject && !crossesSaying) continue;
            var subject = tree.Child(above, Relation.Nsubj, Relation.NsubjPass);
            if (subject >= 0 && subject < pronoun && Agrees(tree, subject, number)) return subject;
        }

        var sentence = document.SentenceOf[pronoun];
        for (var earlier = isObject ? sentence - 1 : sentence; earlier >= Math.Max(0, sentence - 1); earlier--)
        {
            var range = document.SentenceRanges[earlier];
            for (var token = Math.Min(pronoun, range.End) - 1; token >= range.First; token--)
            {
                if (document.Relations[token] is Relation.Nsubj or Relation.NsubjPass && Agrees(tree, token, number)) return token;
            }
        }

        return -1;
    }

    private static bool Agrees(Tree tree, int noun, Number number)
    {
        var document = tree.Document;
        if (document.Upos[noun] is not (Upos.NOUN or Upos.PROPN)) return false;
        var isPlural = document.Xpos[noun] is "NNS" or "NNPS" || document.Lemmas[noun] is "people" or "police" || tree.Child(noun, Relation.Conj) >= 0;
        return isPlural == (number == Number.Plural);
    }

    private enum Number
    {
        None, Person, Plural,
    }
}
