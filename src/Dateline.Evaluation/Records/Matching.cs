namespace Dateline.Evaluation.Records;

/// <summary>Pairs two lists one to one, each gold item with the first that fits and is free.</summary>
internal static class Matching
{
    /// <summary>How many of the gold items find a partner.</summary>
    public static int Count<TGold, TCoded>(IReadOnlyList<TGold> gold, IReadOnlyList<TCoded> coded, Func<TGold, TCoded, bool> fits)
    {
        var taken = new bool[coded.Count];
        return gold.Count(g => TryTake(g, coded, taken, fits) >= 0);
    }

    /// <summary>Takes the first free item that fits; -1 when there is none.</summary>
    public static int TryTake<TGold, TCoded>(TGold gold, IReadOnlyList<TCoded> coded, bool[] taken, Func<TGold, TCoded, bool> fits)
    {
        for (var j = 0; j < coded.Count; j++)
        {
            if (taken[j] || !fits(gold, coded[j])) continue;
            taken[j] = true;
            return j;
        }

        return -1;
    }
}
