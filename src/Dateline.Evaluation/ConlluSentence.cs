using System.Text;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Evaluation;

/// <summary>One word of a treebank, as annotated. <see cref="Head"/> is an index in the sentence, from 0; -1 for the root.</summary>
public sealed record ConlluWord(string Form, string Lemma, Upos Upos, string Xpos, int Head, Relation Relation)
{
    /// <summary>The FEATS column, such as <c>Number=Sing</c>; "_" for none.</summary>
    public string Features { get; init; } = "_";

    /// <summary>The MISC column, such as <c>SpaceAfter=No</c>; "_" for none.</summary>
    public string Misc { get; init; } = "_";
}

/// <summary>Neighbouring words that are printed as one token: "don't" is do and n't.</summary>
/// <param name="First">Index of its first word in the sentence, from 0.</param>
/// <param name="Count">How many words it holds.</param>
/// <param name="Form">As printed.</param>
/// <param name="Misc">Its MISC column.</param>
public sealed record ConlluContraction(int First, int Count, string Form, string Misc);

/// <summary>One sentence of a treebank. Contracted forms ("don't") are given by their words and listed apart; empty nodes are left out.</summary>
public sealed record ConlluSentence(IReadOnlyList<ConlluWord> Words)
{
    private const string NewDocument = "# newdoc";

    /// <summary>The words that are printed as one token, in order.</summary>
    public IReadOnlyList<ConlluContraction> Contractions { get; init; } = [];

    /// <summary>The comment lines above the sentence, with their "#".</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Whether the sentence begins a document.</summary>
    public bool StartsDocument => Comments.Any(comment => comment.StartsWith(NewDocument, StringComparison.Ordinal));

    /// <summary>The id of the document that begins here; empty when it has none.</summary>
    public string DocumentId => Comments.FirstOrDefault(comment => comment.StartsWith(NewDocument + " id = ", StringComparison.Ordinal))?[(NewDocument.Length + 6)..] ?? "";

    /// <summary>Whether the sentence begins a paragraph.</summary>
    public bool StartsParagraph => Comments.Any(comment => comment == "# newpar" || comment.StartsWith("# newpar ", StringComparison.Ordinal));

    /// <summary>Forms as printed, contractions whole, each with its words and whether a space follows.</summary>
    public IEnumerable<(string Form, TokenRange Words, bool SpaceAfter)> Tokens()
    {
        var contraction = 0;
        for (var word = 0; word < Words.Count;)
        {
            if (contraction < Contractions.Count && Contractions[contraction].First == word)
            {
                var whole = Contractions[contraction++];
                yield return (whole.Form, new TokenRange(word, word + whole.Count), HasSpaceAfter(whole.Misc));
                word += whole.Count;
            }
            else
            {
                yield return (Words[word].Form, new TokenRange(word, word + 1), HasSpaceAfter(Words[word].Misc));
                word++;
            }
        }
    }

    /// <summary>Whether a MISC column leaves the space behind its word.</summary>
    public static bool HasSpaceAfter(string misc)
    {
        ArgumentNullException.ThrowIfNull(misc);
        return misc.Length < 12 || !misc.Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
    }

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
