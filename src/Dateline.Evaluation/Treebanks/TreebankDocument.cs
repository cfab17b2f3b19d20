using System.Text;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Evaluation.Treebanks;

/// <summary>One document of a treebank with its text put together again from the tokens, an empty line before a paragraph.</summary>
public sealed class TreebankDocument
{
    private TreebankDocument(string id, IReadOnlyList<ConlluSentence> sentences) => (Id, Sentences) = (id, sentences);

    /// <summary>The id of <c># newdoc</c>; empty when the file has none.</summary>
    public string Id { get; }

    public IReadOnlyList<ConlluSentence> Sentences { get; }

    /// <summary>The text as printed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where each sentence stands in <see cref="Text"/>.</summary>
    public IReadOnlyList<TextSpan> SentenceSpans { get; private set; } = [];

    /// <summary>Where each token stands, contractions whole.</summary>
    public IReadOnlyList<TextSpan> TokenSpans { get; private set; } = [];

    /// <summary>Where each word stands: a contraction is cut where its words' forms end, or counts whole when they do not spell it.</summary>
    public IReadOnlyList<TextSpan> WordSpans { get; private set; } = [];

    /// <summary>What kind of text the id names: "news" of <c>GUM_news_crane</c>, "weblog" of <c>weblog-juancole…</c>; empty when none.</summary>
    public string Genre
    {
        get
        {
            var parts = Id.Split('_', '-');
            var name = parts.Length > 1 && parts[0].All(char.IsUpper) ? parts[1] : parts[0];
            return parts.Length > 1 && name.Length is > 2 and < 20 && name.All(char.IsLower) ? name : "";
        }
    }

    /// <summary>Groups sentences into documents.</summary>
    public static IEnumerable<TreebankDocument> Of(IEnumerable<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var id = "";
        var gathered = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.StartsDocument)
            {
                if (gathered.Count > 0) yield return Build(id, [.. gathered]);
                gathered.Clear();
                id = sentence.DocumentId;
            }

            gathered.Add(sentence);
        }

        if (gathered.Count > 0) yield return Build(id, [.. gathered]);
    }

    /// <summary>The document with perfect tokens and sentences, ready for the tagger. Its text spells every word as the treebank does.</summary>
    public Document WithGoldTokens(bool inCapitals)
    {
        var text = new StringBuilder();
        var (tokens, ranges) = (new List<TextSpan>(), new List<TokenRange>());
        foreach (var sentence in Sentences)
        {
            if (text.Length > 0 && sentence.StartsParagraph) text.Append("\n\n");
            var first = tokens.Count;
            foreach (var (_, words, spaceAfter) in sentence.Tokens())
            {
                for (var word = words.First; word < words.End; word++)
                {
                    var form = sentence.Words[word].Form;
                    tokens.Add(new TextSpan(text.Length, text.Length + form.Length));
                    text.Append(form);
                }

                if (spaceAfter) text.Append(' ');
            }

            ranges.Add(new TokenRange(first, tokens.Count));
        }

        return new Document(ArticleOf(text.ToString(), inCapitals), [.. tokens], [.. ranges]);
    }

    /// <summary>A text that is all body.</summary>
    public static Article ArticleOf(string text, bool inCapitals)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (inCapitals) text = text.ToUpperInvariant();
        return new Article { Report = new Report("conllu", text), Text = text, Body = new TextSpan(0, text.Length), AllCapitals = inCapitals };
    }

    private static TreebankDocument Build(string id, IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var (sentenceSpans, tokens, words) = (new List<TextSpan>(), new List<TextSpan>(), new List<TextSpan>());
        foreach (var sentence in sentences)
        {
            if (text.Length > 0 && sentence.StartsParagraph) text.Append("\n\n");
            var start = text.Length;
            var end = start;
            foreach (var (form, range, spaceAfter) in sentence.Tokens())
            {
                var token = new TextSpan(text.Length, text.Length + form.Length);
                tokens.Add(token);
                AddWords(sentence, range, form, token, words);
                text.Append(form);
                end = text.Length;
                if (spaceAfter) text.Append(' ');
            }

            sentenceSpans.Add(new TextSpan(start, end));
        }

        return new TreebankDocument(id, sentences) { Text = Report.WellFormed(text.ToString()), SentenceSpans = sentenceSpans, TokenSpans = tokens, WordSpans = words };
    }

    private static void AddWords(ConlluSentence sentence, TokenRange range, string form, TextSpan token, List<TextSpan> words)
    {
        var spelt = range.Count == 1 || string.Concat(Enumerable.Range(range.First, range.Count).Select(word => sentence.Words[word].Form)) == form;
        var at = token.Start;
        for (var word = range.First; word < range.End; word++)
        {
            if (!spelt)
            {
                words.Add(token);
                continue;
            }

            words.Add(new TextSpan(at, at + sentence.Words[word].Form.Length));
            at += sentence.Words[word].Form.Length;
        }
    }
}
