using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Article → Document: tokens, sentences, tags, lemmas, trees.</summary>
/// <remarks>Built once and shared by threads; every stage is read-only after construction.</remarks>
public sealed class LanguageAnalyser
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Recasing _recasing;
    private readonly TagRepair _tagRepair;
    private readonly Action<Document>? _tag;
    private readonly Action<Document>? _parse;

    private LanguageAnalyser(Tokenizer tokenizer, SentenceSplitter splitter, Recasing recasing, Lemmatizer lemmatizer, Morphology morphology, Action<Document>? tag, Action<Document>? parse)
    {
        _recasing = recasing;
        _tagRepair = new TagRepair(recasing);
        _tokenizer = tokenizer;
        _splitter = splitter;
        Lemmatizer = lemmatizer;
        Morphology = morphology;
        _tag = tag;
        _parse = parse;
    }

    public Lemmatizer Lemmatizer { get; }

    /// <summary>Gives morphological features when asked for.</summary>
    public Morphology Morphology { get; }

    /// <summary>Loads the models and word lists.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="tag">Fills <see cref="Document.Upos"/> and <see cref="Document.Xpos"/>; without it they stay empty and lemmas rest on the words alone.</param>
    /// <param name="parse">Fills <see cref="Document.Heads"/> and <see cref="Document.Relations"/> of a tagged and lemmatised document; without it there are no trees.</param>
    /// <param name="recasing">Recases what is shouted; null to load it from the folder.</param>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static LanguageAnalyser Load(KnowledgeFolder folder, Action<Document>? tag = null, Action<Document>? parse = null, Recasing? recasing = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var abbreviations = new Abbreviations(folder.Read(Abbreviations.File));
        var tokenizer = new Tokenizer(new TokenWords(folder.Read(TokenWords.File)), abbreviations);
        recasing ??= Recasing.Load(folder);
        return new LanguageAnalyser(tokenizer, new SentenceSplitter(abbreviations), recasing, Lemmatizer.Load(folder, recasing), Morphology.Load(folder), tag, parse);
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
        Fill(document);
        return document;
    }

    /// <summary>Fills tags, lemmas and trees of a document whose tokens and sentences are given.</summary>
    public void Fill(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_recasing.Copy(document) is not { } recased)
        {
            FillAsPrinted(document);
            return;
        }

        FillAsPrinted(recased);
        Recasing.CarryOver(recased, document);
    }

    private void FillAsPrinted(Document document)
    {
        _tag?.Invoke(document);
        _tagRepair.Mend(document);
        Lemmatizer.Lemmatize(document);
        if (_parse is not null) BracketParsing.Parse(document, _parse);
        TreeRepair.Mend(document, Lemmatizer);
        CompoundRepair.Mend(document);
        InclusionRepair.Mend(document);
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
