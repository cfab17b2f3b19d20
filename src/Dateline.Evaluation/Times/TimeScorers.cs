namespace Dateline.Evaluation.Times;

/// <summary>The scorers of <c>dateline evaluate time</c>.</summary>
public static class TimeScorers
{
    /// <summary>Every scorer. A file goes to each one that reads it.</summary>
    public static IReadOnlyList<LanguageScorer> All { get; } =
    [
        new("time expressions", TimexScorer.Reads, TimexScorer.Score),
        new("phrases of Recognizers-Text", PhraseScorer.ReadsRecognizers, PhraseScorer.ScoreRecognizers),
        new("phrases of duckling", PhraseScorer.ReadsDuckling, PhraseScorer.ScoreDuckling),
    ];
}
