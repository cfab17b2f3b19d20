using System.Text;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Evaluation;

/// <summary>One word of a treebank, as annotated. <see cref="Head"/> is an index in the sentence, from 0; -1 for the root.</summary>
public sealed record ConlluWord(string Form, string Lemma, Upos Upos, string Xpos, int Head, Relation Relation);

/// <summary>One sentence of a treebank. Contracted forms ("don't") are given by their words; empty nodes are left out.</summary>
public sealed record ConlluSentence(IReadOnlyList<ConlluWord> Words)
{
    /// <summary>Sentences as the pipeline would see them with perfect tokens: forms joined by spaces, a line a sentence. Tags and trees are not filled.</summary>
    public static Document Untagged(IReadOnlyList<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var ranges = new List<TokenRange>();
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            foreach (var word in sentence.Words)
            {
                tokens.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                text.Append(word.Form).Append(' ');
            }

            text.Append('\n');
            ranges.Add(new TokenRange(first, tokens.Count));
        }

        var whole = text.ToString();
        var article = new Article { Report = new Report("conllu", whole), Text = whole, Body = new TextSpan(0, whole.Length) };
        return new Document(article, [.. tokens], [.. ranges]);
    }

    /// <summary>The same with the annotated tags and trees filled in.</summary>
    public static Document Annotated(IReadOnlyList<ConlluSentence> sentences)
    {
        var document = Untagged(sentences);
        var first = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                document.Upos[first + i] = word.Upos;
                document.Xpos[first + i] = word.Xpos;
                document.Lemmas[first + i] = word.Lemma;
                document.Heads[first + i] = word.Head < 0 ? -1 : first + word.Head;
                document.Relations[first + i] = word.Relation;
            }

            first += sentence.Words.Count;
        }

        return document;
    }
}
