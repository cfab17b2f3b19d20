using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Article → Document: tokens, sentences, tags, lemmas, trees.</summary>
/// <remarks>Built once and shared by threads; every stage is read-only after construction.</remarks>
public sealed class LanguageAnalyser
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Lemmatizer _lemmatizer;

    private LanguageAnalyser(Tokenizer tokenizer, SentenceSplitter splitter, Lemmatizer lemmatizer)
    {
        _tokenizer = tokenizer;
        _splitter = splitter;
        _lemmatizer = lemmatizer;
    }

    /// <summary>Fills <see cref="Document.Upos"/> and <see cref="Document.Xpos"/>; null leaves them empty, and lemmas rest on the words alone.</summary>
    public Action<Document>? Tag { get; init; }

    /// <summary>Fills <see cref="Document.Heads"/> and <see cref="Document.Relations"/> of a tagged and lemmatised document; null leaves it without trees.</summary>
    public Action<Document>? Parse { get; init; }

    /// <summary>Loads the models and word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static LanguageAnalyser Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var abbreviations = new Abbreviations(folder.Read(Abbreviations.File));
        var tokenizer = new Tokenizer(new TokenWords(folder.Read(TokenWords.File)), abbreviations);
        return new LanguageAnalyser(tokenizer, new SentenceSplitter(abbreviations), Lemmatizer.Load(folder))
        {
            Tag = Tagger.Load(folder.ModelFile("tagger.bin")).Tag,
            Parse = Parser.Load(folder.ModelFile("parser.bin")).Parse,
        };
    }

    /// <summary>Analyses title and body; skipped lines get no tokens, and no sentence crosses the end of title or dateline.</summary>
    public Document Analyse(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = new List<TextSpan>(article.Text.Length / 5 + 1);
        var boundaries = new List<int>();
        foreach (var region in Regions(article))
        {
            _tokenizer.Tokenize(article.Text, region, tokens);
            boundaries.Add(region.End);
        }

        var document = new Document(article, [.. tokens], _splitter.Split(article.Text, tokens, boundaries));
        Tag?.Invoke(document);
        TagRepair.Mend(document);
        _lemmatizer.Lemmatize(document);
        if (Parse is not null) BracketParsing.Parse(document, Parse);
        CompoundRepair.Mend(document);
        return document;
    }

    /// <summary>The stretches of text to be analysed, in order: title, dateline head, and what lies between skipped lines.</summary>
    private static IEnumerable<TextSpan> Regions(Article article)
    {
        if (article.Title is { } title) yield return title;
        var at = article.Body.Start;
        var head = article.Dateline?.Span;
        foreach (var gap in article.Skipped.Append(new TextSpan(article.Body.End, article.Body.End)))
        {
            if (gap.End < at) continue;
            var end = Math.Clamp(gap.Start, at, article.Body.End);
            if (head is { } dateline && dateline.Start >= at && dateline.End < end)
            {
                if (dateline.Start > at) yield return new TextSpan(at, dateline.Start);
                yield return dateline;
                at = dateline.End;
                head = null;
            }

            if (end > at) yield return new TextSpan(at, end);
            at = Math.Max(at, gap.End);
        }
    }
}
