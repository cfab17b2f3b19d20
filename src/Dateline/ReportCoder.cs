using System.Collections.Concurrent;
using Dateline.Claims;
using Dateline.Incidents;
using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Names;
using Dateline.Mentions.Triggers;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;
using Dateline.Sourcing;
using NodaTime.Text;

namespace Dateline;

/// <summary>Report → record: reads one report from text to sourced incidents.</summary>
/// <remarks>Built once by <see cref="ReportCoderBuilder"/>; immutable and shared by threads. The same report and knowledge give the same record.</remarks>
public sealed class ReportCoder
{
    private readonly IArticleReader _reader;
    private readonly LanguageAnalyser _language;
    private readonly IReadOnlyList<IMentionFinder> _finders;
    private readonly AttributionFinder _attributions;
    private readonly IncidentExtractor _incidents;
    private readonly KnowledgeStamp _stamp;
    private readonly Lazy<ChainResolver> _chains;
    private readonly ConcurrentBag<DocumentBuffers> _buffers = [];

    internal ReportCoder(
        IArticleReader reader, LanguageAnalyser language, IReadOnlyList<IMentionFinder> finders, AttributionFinder attributions, PredicateReader predicates, IncidentExtractor incidents, Codebook codebook, KnowledgeStamp stamp, PhraseDescriber phrases, Func<ChainModel> chains)
    {
        Phrases = phrases;
        _chains = new Lazy<ChainResolver>(() => new ChainResolver(phrases, chains()));
        _reader = reader;
        _language = language;
        _finders = finders;
        _attributions = attributions;
        Predicates = predicates;
        _incidents = incidents;
        Codebook = codebook;
        _stamp = stamp;
    }

    /// <summary>Reads what is told to have happened and what is not.</summary>
    public PredicateReader Predicates { get; }

    /// <summary>The codebook in use.</summary>
    public Codebook Codebook { get; }

    /// <summary>The language layer by itself: tokens to trees.</summary>
    public LanguageAnalyser Language => _language;

    /// <summary>What the lists know of words and phrases in names; empty when another finder of names is in use.</summary>
    public NameTable Names => _finders.OfType<NameFinder>().FirstOrDefault()?.Table ?? new NameTable(0);

    /// <summary>Finds who is meant by phrases all over a document. Not part of reading: its model is loaded when it is first asked for.</summary>
    /// <exception cref="DataException">The model is missing or broken.</exception>
    public ChainResolver Chains => _chains.Value;

    /// <summary>What phrases say of whom they mean; what the chains are made of.</summary>
    public PhraseDescriber Phrases { get; }

    /// <summary>Loads the default stages with the default codebook.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static ReportCoder Load(KnowledgeFolder folder, KnowledgeNode? codebook = null) => new ReportCoderBuilder(folder) { CodebookFile = codebook }.Build();

    /// <summary>Codes one report; never throws for anything that a text can hold.</summary>
    public ReportRecord Code(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        // Nothing of the document goes into the record, so that the next report may have its arrays.
        if (!_buffers.TryTake(out var buffers)) buffers = new DocumentBuffers();
        var record = RecordOf(report, Find(_language.Analyse(_reader.Read(report), buffers)));
        buffers.End();
        _buffers.Add(buffers);
        return record;
    }

    private ReportRecord RecordOf(Report report, AnalysedReport reading)
    {
        var document = reading.Document;
        var incidents = _incidents.Extract(reading.Tree, reading.Mentions, reading.Attributions);
        var article = document.Article;
        return new ReportRecord
        {
            Input = report.Input,
            Report = new ReportInfo
            {
                Id = ReportId.Of(report),
                Revision = ReportId.Revision(report),
                Address = report.Address,
                Outlet = article.Outlet,
                Published = article.Published is { } day ? LocalDatePattern.Iso.Format(day) : null,
                PublishedFrom = article.PublishedFrom?.Code(),
                Language = "en",
            },
            Article = new ArticleInfo
            {
                Title = article.TitleText,
                Byline = article.Byline,
                Dateline = DatelineOf(article, reading.Mentions),
                Body = article.BodyText,
            },
            Incidents = ClaimWriter.Write(document, Codebook, incidents),
            Notes = [.. reading.Mentions.Notes.Select(note => NoteOf(document, note))],
            Coder = _stamp.Coder,
        };
    }

    /// <summary>What the finders found, as one line of schema <c>dateline/mentions/1</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withLanguage">Whether sentences and tokens are added.</param>
    public string MentionsJson(Report report, bool withLanguage)
    {
        var reading = Read(report);
        new ChainFinder(Chains).Find(reading.Document, reading.Mentions);
        return MentionsWriter.Write(report, reading.Mentions, _incidents.Triggers(reading.Tree, reading.Mentions), reading.Attributions, withLanguage ? new LanguageDetail(_language.Morphology, Predicates.Read(reading.Tree)) : null);
    }

    /// <summary>Names of the frames that a text tells; see <see cref="FrameSet"/>.</summary>
    public IReadOnlyList<string> FramesTold(string text)
    {
        var reading = Read(new Report("example", text) { Title = "" });
        return _incidents.FramesTold(reading.Tree, reading.Mentions, reading.Attributions);
    }

    /// <summary>The frames in use.</summary>
    public FrameSet Frames => _incidents.Frames;

    /// <summary>Runs reading and language only: tokens, sentences, tags, lemmas and trees.</summary>
    public Document Analyse(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _language.Analyse(_reader.Read(report));
    }

    /// <summary>Runs reading, language, the finders and attribution; what <see cref="Code"/> builds incidents from.</summary>
    public AnalysedReport Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Find(Analyse(report));
    }

    /// <summary>The same for a document that has tokens and sentences already, such as one of a corpus.</summary>
    public AnalysedReport Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _language.Fill(document);
        return Find(document);
    }

    private AnalysedReport Find(Document document)
    {
        var tree = new Tree(document);
        var mentions = new MentionLayer(document);
        foreach (var finder in _finders) finder.Find(document, mentions);
        return new AnalysedReport(document, tree, mentions, _attributions.Find(tree, mentions));
    }

    private static DatelineInfo? DatelineOf(Article article, MentionLayer mentions)
    {
        if (article.Dateline is not { } dateline) return null;
        var place = mentions.Places.FirstOrDefault(toponym => dateline.PlaceSpan.Overlaps(toponym.Span))?.Place;
        return new DatelineInfo { Text = article.Text.Substring(dateline.PlaceSpan.Start, dateline.PlaceSpan.Length), Place = place?.Name, Country = place?.Country };
    }

    private static NoteRecord NoteOf(Document document, Note note)
    {
        var (inTitle, span) = document.Article.Locate(note.Span);
        return new NoteRecord { Stage = note.Stage, Text = document.TextOf(note.Span), In = inTitle ? "title" : "body", Start = span.Start, End = span.End, Why = note.Why };
    }
}

/// <summary>A report as far as sentences, mentions and attributions: before incidents are made of them.</summary>
public sealed record AnalysedReport(Document Document, Tree Tree, MentionLayer Mentions, IReadOnlyList<Attribution> Attributions);
