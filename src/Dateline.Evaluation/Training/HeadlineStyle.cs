using System.Globalization;
using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Sentences reset as headlines or in capitals, with tags and tree kept: treebanks have few of either, newspapers many.</summary>
/// <remarks>
/// A headline drops articles, often the auxiliary ("12 killed in blast") and the final stop, tells the past in the
/// present ("Gunmen Kill 12"), and may capitalise every longer word.
/// Wire copy in capitals keeps all words.
/// </remarks>
public static class HeadlineStyle
{
    /// <summary>The sentences and, after them, copies of some: headlines of 18 in a hundred, capitals of 8 in a hundred.</summary>
    public static IReadOnlyList<ConlluSentence> AddTo(IReadOnlyList<ConlluSentence> sentences, Random random)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(random);
        var all = new List<ConlluSentence>(sentences);
        foreach (var sentence in sentences)
        {
            var draw = random.Next(100);
            if (draw < 18 && sentence.Words.Count is >= 4 and <= 25) all.Add(Headline(sentence, random.Next(3) > 0, random.Next(2) > 0));
            else if (draw is >= 18 and < 26) all.Add(Capitals(sentence));
        }

        return all;
    }

    /// <summary>All words in upper case.</summary>
    public static ConlluSentence Capitals(ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new([.. sentence.Words.Select(word => word with { Form = word.Form.ToUpperInvariant() })]);
    }

    /// <summary>Without articles and final stop; with capitals on longer words (<paramref name="titleCase"/>) and without forms
    /// of "be" that nothing hangs on (<paramref name="dropAuxiliary"/>) where asked for.</summary>
    public static ConlluSentence Headline(ConlluSentence sentence, bool titleCase, bool dropAuxiliary)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = InPresent(sentence.Words);
        var heads = words.Select(word => word.Head).ToHashSet();
        var kept = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var dropped = words[i] is { Relation: Relation.Det, Lemma: "the" or "a" }
                || (dropAuxiliary && words[i] is { Lemma: "be", Relation: Relation.AuxPass or Relation.Cop })
                || (i == words.Length - 1 && words[i].Form == ".");
            if (!dropped || heads.Contains(i)) kept.Add(i);
        }

        if (kept.Count == 0) return sentence;
        var place = kept.Select((old, now) => (old, now)).ToDictionary(pair => pair.old, pair => pair.now);
        return new([.. kept.Select((old, now) => words[old] with
        {
            Form = titleCase || now == 0 ? Capitalised(words[old], now == 0) : words[old].Form,
            Head = words[old].Head < 0 ? -1 : place[words[old].Head],
        })]);
    }

    /// <summary>The main verb, when it is a plain past with a noun for a subject, put in the present.</summary>
    private static ConlluWord[] InPresent(IReadOnlyList<ConlluWord> words)
    {
        var present = words.ToArray();
        var root = Array.FindIndex(present, word => word.Head < 0);
        var subject = Array.FindIndex(present, word => word.Head == root && word is { Relation: Relation.Nsubj, Upos: Upos.NOUN or Upos.PROPN });
        if (root < 0 || subject < 0 || present[root] is not { Upos: Upos.VERB, Xpos: "VBD" }) return present;
        var plural = present[subject].Xpos is "NNS" or "NNPS" || present.Any(word => word.Head == subject && word.Relation == Relation.Conj);
        var verb = present[root];
        present[root] = verb with { Form = plural ? verb.Lemma : ThirdPerson(verb.Lemma), Xpos = plural ? "VBP" : "VBZ" };
        return present;
    }

    private static string ThirdPerson(string lemma)
    {
        if (lemma.EndsWith('y') && lemma.Length > 1 && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal)) return lemma[..^1] + "ies";
        var hisses = lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal)
            || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith('o');
        return lemma + (hisses ? "es" : "s");
    }

    private static string Capitalised(ConlluWord word, bool first)
    {
        var small = word.Upos is Upos.ADP or Upos.CCONJ or Upos.DET or Upos.PART or Upos.SCONJ && word.Form.Length < 4;
        if (word.Form.Length == 0 || (small && !first) || word.Form[0] == '\'') return word.Form;
        return char.ToUpper(word.Form[0], CultureInfo.InvariantCulture) + word.Form[1..];
    }
}
