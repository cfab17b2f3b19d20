using System.Globalization;
using System.Text;
using Dateline.Language;

namespace Dateline.Evaluation.Treebanks;

/// <summary>Writes analysed documents as CoNLL-U, as the treebanks of UD English are written.</summary>
public static class ConlluWriter
{
    /// <summary>A document that our own tokens and sentences were found in: comments, contractions and <c>SpaceAfter=No</c> as in UD.</summary>
    /// <param name="document">The document.</param>
    /// <param name="id">What <c># newdoc</c> calls it; sentences are numbered after it.</param>
    /// <param name="morphology">Gives the features.</param>
    public static string Write(Document document, string id, Morphology morphology)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(morphology);
        id = OneLine(id);
        var output = new StringBuilder().Append("# newdoc id = ").Append(id).Append('\n');
        for (var index = 0; index < document.SentenceRanges.Length; index++)
        {
            var sentence = document.SentenceRanges[index];
            if (index == 0 || StartsParagraph(document, sentence.First)) output.Append("# newpar\n");
            output.Append(CultureInfo.InvariantCulture, $"# sent_id = {id}-{index + 1}\n# text = ");
            for (var token = sentence.First; token < sentence.End; token++)
            {
                output.Append(document[token].Form);
                if (token < sentence.Last && HasSpaceAfter(document, token)) output.Append(' ');
            }

            output.Append('\n');
            for (var token = sentence.First; token < sentence.End; token++)
            {
                var last = LastOfContraction(document, token, sentence.End);
                if (last > token && (token == sentence.First || !Contractions.Joins(document, token)))
                {
                    var form = document.TextOf(new TokenRange(token, last + 1));
                    output.Append(CultureInfo.InvariantCulture, $"{token - sentence.First + 1}-{last - sentence.First + 1}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{Space(document, last)}\n");
                }

                var inside = (token > sentence.First && Contractions.Joins(document, token)) || last > token;
                AppendWord(output, document, sentence, token, document[token].Form, morphology, inside ? "_" : Space(document, token));
            }

            output.Append('\n');
        }

        return output.ToString();
    }

    /// <summary>A document whose tokens and sentences were given: forms, comments, contractions and MISC stay; tags, lemmas, features and trees are ours.</summary>
    /// <param name="given">What was read.</param>
    /// <param name="document">The same words, analysed.</param>
    /// <param name="morphology">Gives the features.</param>
    public static string Write(TreebankDocument given, Document document, Morphology morphology)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(morphology);
        var output = new StringBuilder();
        for (var index = 0; index < given.Sentences.Count; index++)
        {
            var (sentence, range) = (given.Sentences[index], document.SentenceRanges[index]);
            foreach (var comment in sentence.Comments) output.Append(comment).Append('\n');
            var contraction = 0;
            for (var word = 0; word < sentence.Words.Count; word++)
            {
                if (contraction < sentence.Contractions.Count && sentence.Contractions[contraction] is var whole && whole.First == word)
                {
                    output.Append(CultureInfo.InvariantCulture, $"{word + 1}-{word + whole.Count}\t{whole.Form}\t_\t_\t_\t_\t_\t_\t_\t{whole.Misc}\n");
                    contraction++;
                }

                AppendWord(output, document, range, range.First + word, sentence.Words[word].Form, morphology, sentence.Words[word].Misc);
            }

            output.Append('\n');
        }

        return output.ToString();
    }

    private static void AppendWord(StringBuilder output, Document document, TokenRange sentence, int token, ReadOnlySpan<char> form, Morphology morphology, string misc)
    {
        var head = document.Heads[token] < 0 ? 0 : document.Heads[token] - sentence.First + 1;
        var relation = head == 0 ? Relation.Root : document.Relations[token];
        output.Append(CultureInfo.InvariantCulture, $"{token - sentence.First + 1}\t").Append(form).Append('\t');
        output.Append(document.Lemmas[token]).Append('\t').Append(document.Upos[token]).Append('\t');
        output.Append(document.Xpos[token].Length > 0 ? document.Xpos[token] : "_").Append('\t');
        output.Append(morphology.FeaturesOf(document, token)).Append('\t');
        output.Append(CultureInfo.InvariantCulture, $"{head}\t{relation.Name()}\t_\t{misc}\n");
    }

    private static int LastOfContraction(Document document, int token, int end)
    {
        while (token + 1 < end && Contractions.Joins(document, token + 1)) token++;
        return token;
    }

    private static string Space(Document document, int token) => HasSpaceAfter(document, token) ? "_" : "SpaceAfter=No";

    private static bool HasSpaceAfter(Document document, int token) => token + 1 >= document.TokenCount || document.Spans[token + 1].Start > document.Spans[token].End;

    /// <summary>Whether an empty line stands before a token.</summary>
    private static bool StartsParagraph(Document document, int token)
    {
        var gap = document.Text.AsSpan(document.Spans[token - 1].End, document.Spans[token].Start - document.Spans[token - 1].End);
        return gap.Count('\n') > 1 || gap.Contains('\u2029');
    }

    private static string OneLine(string id) => string.Concat(id.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
