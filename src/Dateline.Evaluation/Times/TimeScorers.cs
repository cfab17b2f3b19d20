namespace Dateline.Evaluation.Times;

/// <summary>The scorers of <c>dateline evaluate time</c>.</summary>
public static class TimeScorers
{
    /// <summary>Every scorer. A file goes to each one that reads it.</summary>
    public static IReadOnlyList<LanguageScorer> All { get; } =
    [
        new("time expressions", TimexScorer.Reads, TimexScorer.Score),
        new("phrases with days", PhraseScorer.ReadsDays, PhraseScorer.ScoreDays),
        new("phrases with moments", PhraseScorer.ReadsMoments, PhraseScorer.ScoreMoments),
    ];
}
