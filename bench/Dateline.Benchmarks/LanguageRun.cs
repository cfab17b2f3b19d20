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
    private readonly DocumentBuffers _buffers = new();
    private readonly Dictionary<string, Cost[]> _least = [];
    private readonly List<string> _order = [];
    private int _article;
    private int _articles;

    /// <summary>Stages in their order; for each the sum over the articles of the least that it took since the last <see cref="Forget"/>.</summary>
    /// <remarks>Other work on the machine only ever adds, so the least of several times is what the stage itself takes.</remarks>
    public IReadOnlyList<(string Stage, Cost Cost)> Costs =>
        [.. _order.Select(stage => (stage, new Cost(TimeSpan.FromTicks(_least[stage].Sum(cost => cost.Time.Ticks)), _least[stage].Sum(cost => cost.Bytes))))];

    /// <summary>Tokens of the articles.</summary>
    public long Tokens { get; private set; }

    /// <summary>Begins to measure anew.</summary>
    public void Forget()
    {
        _least.Clear();
        _order.Clear();
    }

    /// <summary>Goes through articles: the same ones each time until <see cref="Forget"/>.</summary>
    public void Run(Article[] articles)
    {
        (_articles, Tokens) = (articles.Length, 0);
        for (_article = 0; _article < articles.Length; _article++) Run(articles[_article]);
    }

    private void Run(Article article)
    {
        var clock = new Clock();
        var document = models.Language.Cut(article, _buffers);
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
        var now = clock.Stop();
        if (!_least.TryGetValue(stage, out var costs))
        {
            _order.Add(stage);
            _least.Add(stage, costs = new Cost[_articles]);
        }

        ref var least = ref costs[_article];
        least = least.Time == default ? now : new Cost(now.Time < least.Time ? now.Time : least.Time, Math.Min(now.Bytes, least.Bytes));
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
