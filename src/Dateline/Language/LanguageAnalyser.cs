using System.Runtime.InteropServices;
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

    private LanguageAnalyser(Tokenizer tokenizer, SentenceSplitter splitter, Recasing recasing, Lemmatizer lemmatizer, Morphology morphology, Action<Document>? tag, Action<Document>? parse)
    {
        _recasing = recasing;
        _tokenizer = tokenizer;
        _splitter = splitter;
        Lemmatizer = lemmatizer;
        Morphology = morphology;
        var stages = new List<LanguageStage>(5);
        if (tag is not null) stages.Add(new("tags", tag));
        stages.Add(new("tag repairs", new TagRepair(recasing).Mend));
        stages.Add(new("lemmas", lemmatizer.Lemmatize));
        if (parse is not null) stages.Add(new("trees", new BracketParsing(parse).Parse));
        stages.Add(new("tree repairs", document => MendTrees(document, lemmatizer)));
        Stages = stages;
    }

    /// <summary>What is done to a document once it has tokens and sentences, in this order.</summary>
    public IReadOnlyList<LanguageStage> Stages { get; }

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
    /// <param name="article">The article.</param>
    /// <param name="buffers">Room that the document is made in and that the next one takes over; null for a document to be kept.</param>
    public Document Analyse(Article article, DocumentBuffers? buffers = null)
    {
        var document = Cut(article, buffers);
        Fill(document);
        return document;
    }

    /// <summary>Cuts title and body into tokens and sentences: the document that <see cref="Fill"/> fills.</summary>
    /// <param name="article">The article.</param>
    /// <param name="buffers">As for <see cref="Analyse"/>.</param>
    public Document Cut(Article article, DocumentBuffers? buffers = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        buffers ??= new DocumentBuffers();
        buffers.End();
        AddRegions(article, buffers.Regions);
        foreach (var region in buffers.Regions)
        {
            _tokenizer.Tokenize(article.Text, region, buffers.Tokens);
            buffers.Boundaries.Add(region.End);
        }

        _splitter.Split(article.Text, CollectionsMarshal.AsSpan(buffers.Tokens), CollectionsMarshal.AsSpan(buffers.Boundaries), buffers.Sentences);
        return buffers.Make(article);
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
        foreach (var stage in Stages) stage.Run(document);
    }

    private static void MendTrees(Document document, Lemmatizer lemmatizer)
    {
        TreeRepair.Mend(document, lemmatizer);
        CompoundRepair.Mend(document);
        InclusionRepair.Mend(document);
    }

    /// <summary>Adds the stretches of text to be analysed, in order: title, dateline head, and what lies between skipped lines.</summary>
    private static void AddRegions(Article article, List<TextSpan> regions)
    {
        if ((article.Headline ?? article.Title) is { } title) regions.Add(title);
        var at = article.Body.Start;
        var head = article.Dateline?.Span;
        for (var i = 0; i <= article.Skipped.Count; i++)
        {
            var gap = i < article.Skipped.Count ? article.Skipped[i] : new TextSpan(article.Body.End, article.Body.End);
            if (gap.End < at) continue;
            var end = Math.Clamp(gap.Start, at, article.Body.End);
            if (head is { } dateline && dateline.Start >= at && dateline.End < end)
            {
                if (dateline.Start > at) regions.Add(new TextSpan(at, dateline.Start));
                regions.Add(dateline);
                at = dateline.End;
                head = null;
            }

            if (end > at) regions.Add(new TextSpan(at, end));
            at = Math.Max(at, gap.End);
        }
    }
}

/// <summary>One step from tokens to trees.</summary>
/// <param name="Name">What it gives: "tags", "lemmas", "trees".</param>
/// <param name="Run">Fills the document's arrays.</param>
public sealed record LanguageStage(string Name, Action<Document> Run);
