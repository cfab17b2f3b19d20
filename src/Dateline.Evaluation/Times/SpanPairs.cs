namespace Dateline.Evaluation.Times;

/// <summary>Pairs annotated spans with found ones.</summary>
internal static class SpanPairs
{
    /// <summary>Pairs that overlap, each span at most once: those that share most characters first, then equal ones, then the earliest.</summary>
    public static IReadOnlyList<(int Gold, int Found)> Of(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found)
    {
        var candidates = new List<(int Distance, bool Differs, int GoldStart, int FoundStart, int Gold, int Found)>();
        for (var g = 0; g < gold.Count; g++)
        {
            for (var f = 0; f < found.Count; f++)
            {
                var shared = Math.Min(gold[g].End, found[f].End) - Math.Max(gold[g].Start, found[f].Start);
                if (shared > 0) candidates.Add((-shared, gold[g] != found[f], gold[g].Start, found[f].Start, g, f));
            }
        }

        candidates.Sort();
        bool[] goldTaken = new bool[gold.Count], foundTaken = new bool[found.Count];
        var pairs = new List<(int, int)>();
        foreach (var (_, _, _, _, g, f) in candidates)
        {
            if (goldTaken[g] || foundTaken[f]) continue;
            goldTaken[g] = foundTaken[f] = true;
            pairs.Add((g, f));
        }

        return pairs;
    }
}
