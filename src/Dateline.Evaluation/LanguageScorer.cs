using Dateline.Evaluation.Attributions;
using Dateline.Evaluation.Chains;
using Dateline.Evaluation.Entities;
using Dateline.Evaluation.Records;
using Dateline.Evaluation.Treebanks;

namespace Dateline.Evaluation;

/// <summary>Scores one kind of gold file of the language layer.</summary>
/// <param name="Name">What its tables are headed with.</param>
/// <param name="Reads">Whether it reads a file; a cheap look at name and first bytes, false for what cannot be opened.</param>
/// <param name="Score">Scores a file, every so manieth document of it (1 for all; a scorer that cannot sample reads all).</param>
public sealed record LanguageScorer(string Name, Func<string, bool> Reads, Func<string, ReportCoder, int, ScoreTable> Score)
{
    /// <summary>Every scorer. A file goes to each one that reads it.</summary>
    public static IReadOnlyList<LanguageScorer> All { get; } =
    [
        new("treebank", TreebankScorer.Reads, TreebankScorer.Score),
        new("coreference", ChainScorer.Reads, (file, coder, _) => ChainScorer.Score(file, coder)),
        new("entities", EntityScorer.Reads, (file, coder, _) => EntityScorer.Score(file, coder)),
        new("attribution", AttributionScorer.Reads, (file, coder, sample) => AttributionScorer.Score(Sampled(GoldSpeech.Read(file), sample), coder)),
        new("factuality", FactualityScorer.Reads, (file, coder, _) => FactualityScorer.Score(file, coder)),
    ];

    /// <summary>Every so manieth item, the first among them.</summary>
    public static IEnumerable<T> Sampled<T>(IEnumerable<T> items, int sample) => items.Where((_, index) => index % sample == 0);
}
