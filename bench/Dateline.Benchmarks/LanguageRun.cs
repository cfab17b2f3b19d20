using System.Diagnostics;
using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>Takes articles from text to trees and names on one thread, and tells what time and memory each stage takes.</summary>
/// <remarks>Names are joined with places and actors, which are found beforehand and are not measured: they are stages of their own.</remarks>
internal sealed class LanguageRun(LanguageModels models)
{
    private readonly Dictionary<string, Cost> _costs = [];
    private readonly List<string> _order = [];

    /// <summary>Stages in their order, with what they took since the last <see cref="Forget"/>.</summary>
    public IReadOnlyList<(string Stage, Cost Cost)> Costs => [.. _order.Select(stage => (stage, _costs[stage]))];

    /// <summary>Tokens met since the last <see cref="Forget"/>.</summary>
    public long Tokens { get; private set; }

    /// <summary>Begins to count anew.</summary>
    public void Forget()
    {
        Tokens = 0;
        foreach (var stage in _order) _costs[stage] = default;
    }

    public void Run(IEnumerable<Article> articles)
    {
        foreach (var article in articles) Run(article);
    }

    private void Run(Article article)
    {
        var clock = new Clock();
        var document = models.Language.Cut(article);
        Take("tokens and sentences", clock);
        foreach (var stage in models.Language.Stages)
        {
            clock = new Clock();
            stage.Run(document);
            Take(stage.Name, clock);
        }

        var mentions = new MentionLayer(document);
        models.Places.Find(document, mentions);
        models.Actors.Find(document, mentions);
        clock = new Clock();
        models.Names.Find(document, mentions);
        Take("names", clock);
        Tokens += document.TokenCount;
    }

    private void Take(string stage, Clock clock)
    {
        var more = clock.Stop();
        if (_costs.TryAdd(stage, more))
        {
            _order.Add(stage);
            return;
        }

        var sum = _costs[stage];
        _costs[stage] = new Cost(sum.Time + more.Time, sum.Bytes + more.Bytes);
    }

    /// <summary>What a stage takes.</summary>
    /// <param name="Time">Wall time.</param>
    /// <param name="Bytes">Bytes allocated by this thread.</param>
    internal readonly record struct Cost(TimeSpan Time, long Bytes);

    private readonly struct Clock()
    {
        private readonly long _bytes = GC.GetAllocatedBytesForCurrentThread();
        private readonly long _start = Stopwatch.GetTimestamp();

        public Cost Stop()
        {
            var time = Stopwatch.GetElapsedTime(_start);
            return new Cost(time, GC.GetAllocatedBytesForCurrentThread() - _bytes);
        }
    }
}

/// <summary>Models and lists of the language layer and of names, shared by all threads.</summary>
internal sealed class LanguageModels
{
    public LanguageModels(KnowledgeFolder folder)
    {
        var actors = ActorList.Load(folder);
        Language = LanguageAnalyser.Load(folder, Tagger.Load(folder.ModelFile("tagger.bin")).Tag, GraphParser.Load(folder.ModelFile("parser.bin")).Parse);
        Places = PlaceFinder.Load(folder);
        Actors = new ActorFinder(actors, CountryWords.Load(folder));
        Names = NameFinder.Load(folder, actors);
    }

    public LanguageAnalyser Language { get; }

    public IMentionFinder Places { get; }

    public IMentionFinder Actors { get; }

    public NameFinder Names { get; }
}
