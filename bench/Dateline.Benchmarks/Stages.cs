using System.Diagnostics;
using Dateline.Claims;
using Dateline.Incidents;
using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Weapons;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Benchmarks;

/// <summary>The stages of <see cref="ReportCoder"/>, one by one, each with the time it takes.</summary>
/// <remarks>Takes the stages from the library as <see cref="ReportCoderBuilder"/> does; one thread.</remarks>
internal sealed class Stages
{
    /// <summary>Name of the row that is no stage: from report to record, as <see cref="ReportCoder.Code"/> does it.</summary>
    public const string Whole = "whole, as the coder does it";

    private readonly Codebook _codebook;
    private readonly PlainTextReader _reader;
    private readonly LanguageAnalyser _language;
    private readonly Tagger _tagger;
    private readonly GraphParser _parser;
    private readonly IMentionFinder[] _finders;
    private readonly AttributionFinder _attributions;
    private readonly IncidentExtractor _incidents;
    private readonly ReportCoder _coder;
    private readonly Dictionary<string, TimeSpan> _times = [];
    private long _last;
    private TimeSpan _tagging;
    private TimeSpan _parsing;

    public Stages(KnowledgeFolder folder)
    {
        _codebook = Codebook.Read(folder.Read("codebooks/dateline.yaml"));
        _reader = PlainTextReader.Load(folder);
        _tagger = Tagger.Load(folder.ModelFile("tagger.bin"));
        _parser = GraphParser.Load(folder.ModelFile("parser.bin"));
        _language = LanguageAnalyser.Load(folder, document => Timed(ref _tagging, () => _tagger.Tag(document)), document => Timed(ref _parsing, () => _parser.Parse(document)));
        _finders =
        [
            new WeaponFinder(WeaponLexicon.Load(folder)),
            new ActorFinder(ActorList.Load(folder), CountryWords.Load(folder)),
            new GroupReference(),
            PlaceFinder.Load(folder),
            TimeFinder.Load(folder),
            CountFinder.Load(folder),
        ];
        var sources = SourceLexicon.Read(folder);
        _attributions = new AttributionFinder(sources, CueLexicon.Read(folder));
        _incidents = IncidentExtractor.Load(folder, _codebook, ThingLexicon.Load(folder), sources);
        _coder = ReportCoder.Load(folder);
    }

    /// <summary>Time spent in each stage so far, in the order of the stages.</summary>
    public IReadOnlyList<(string Stage, TimeSpan Time)> Times => [.. _times.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Tokens met so far.</summary>
    public long Tokens { get; private set; }

    public void Run(Report report)
    {
        _last = Stopwatch.GetTimestamp();
        var article = _reader.Read(report);
        Take("reading");
        (_tagging, _parsing) = (TimeSpan.Zero, TimeSpan.Zero);
        var document = _language.Analyse(article);
        Take("tokens, sentences, lemmas", -_tagging - _parsing);
        Add("tagging", _tagging);
        Add("parsing", _parsing);
        Tokens += document.TokenCount;
        var tree = new Tree(document);
        Take("tree");
        var mentions = new MentionLayer(document);
        foreach (var finder in _finders)
        {
            finder.Find(document, mentions);
            Take(finder.Gives == Layer.Chains ? "group references" : finder.Gives.Code());
        }

        var attributions = _attributions.Find(tree, mentions);
        Take("attribution");
        var incidents = _incidents.Extract(tree, mentions, attributions);
        Take("incidents");
        ClaimWriter.Write(document, _codebook, incidents);
        Take("claims");
        var record = _coder.Code(report);
        Take(Whole);
        RecordJson.WriteLine(record);
        Take("JSON");
    }

    private static void Timed(ref TimeSpan sum, Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        sum += Stopwatch.GetElapsedTime(start);
    }

    private void Take(string stage, TimeSpan more = default)
    {
        Add(stage, Stopwatch.GetElapsedTime(_last) + more);
        _last = Stopwatch.GetTimestamp();
    }

    private void Add(string stage, TimeSpan time) => _times[stage] = _times.GetValueOrDefault(stage) + time;
}
