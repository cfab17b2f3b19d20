using Dateline.Evaluation.Records;

namespace Dateline.Evaluation.Places;

/// <summary>What the place finder scores on one file.</summary>
/// <param name="Table">Rows, and the errors told one by one.</param>
/// <param name="Errors">How far each recognised place is from the annotated one, in kilometres, ascending.</param>
public sealed record PlaceScores(ScoreTable Table, IReadOnlyList<double> Errors)
{
    /// <summary>Mean distance between recognised places and the annotated ones, in kilometres; 0 when none was recognised.</summary>
    public double MeanKm => Errors.Count == 0 ? 0 : Errors.Average();

    /// <summary>Half of the recognised places are nearer than this, in kilometres.</summary>
    public double MedianKm => Errors.Count == 0 ? 0 : (Errors[(Errors.Count - 1) / 2] + Errors[Errors.Count / 2]) / 2;
}
