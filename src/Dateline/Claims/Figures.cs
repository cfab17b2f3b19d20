using Dateline.Incidents;
using Dateline.Mentions.Counts;
using Dateline.Sourcing;

namespace Dateline.Claims;

/// <summary>Low, best and high of what several statements say of one number, with the policy that chose best.</summary>
/// <param name="Low">The lowest floor stated.</param>
/// <param name="Best">The number to quote; null when nothing but open ends is stated.</param>
/// <param name="High">The highest ceiling stated; null when the figure quoted is a floor.</param>
/// <param name="Policy">How best was chosen.</param>
internal sealed record Figures(int Low, int? Best, int? High, string Policy)
{
    /// <summary>
    /// Totals outrank parts, figures that stand outrank those told as overtaken, and of these the last that the report
    /// gives in its own voice or by name wins: reports correct themselves downwards in the text, and the headline rounds.
    /// </summary>
    public static (Figures Resolved, IReadOnlyList<Figure> Used)? Resolve(IReadOnlyList<Figure> stated)
    {
        var totals = stated.Where(figure => !figure.IsPart && !figure.IsSuperseded && figure.Statement.Modality is not Modality.Denied).ToList();
        if (totals.Count == 0) totals = [.. stated.Where(figure => !figure.IsPart)];
        if (totals.Count == 0) totals = [.. stated];
        if (totals.Count == 0) return null;
        var best = totals.MaxBy(figure => figure.Count.Low)!;
        var rivals = totals.Where(figure => figure.Participant == best.Participant || figure.Count.Low * 2 >= best.Count.Low).ToList();
        var low = rivals.Min(figure => figure.Count.Low);
        int? high = rivals.Exists(figure => figure.Count.High is null) ? null : rivals.Max(figure => figure.Count.High);
        var policy = rivals.Select(figure => figure.Count).Distinct().Count() > 1 ? "highest total not told as overtaken"
            : rivals.Count < stated.Count ? "the total; the others are parts of it or overtaken"
            : "only figure stated";
        return (new Figures(low, best.Count.Low, high, policy), rivals);
    }

    /// <summary>What stated counts of one group span; null when there are none.</summary>
    public static Figures? Span(IReadOnlyList<StatedCount> counts)
    {
        if (counts.Count == 0) return null;
        int? high = counts.Any(count => count.High is null) ? null : counts.Max(count => count.High);
        return new Figures(counts.Min(count => count.Low), counts[^1].Low, high, counts.Distinct().Count() == 1 ? "only figure stated" : "last figure stated");
    }
}
