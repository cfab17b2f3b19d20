namespace Dateline.Language.Neural;

/// <summary>How far a head stands from its dependent, in twenty steps that widen with the distance.</summary>
public static class ArcDistance
{
    /// <summary>Rows or columns that a table by distance has: twenty steps, the root's, and room to the next group.</summary>
    public const int Count = 32;

    /// <summary>The step of an arc from no word: the root's.</summary>
    public const int Root = 20;

    /// <param name="words">Place of the head less that of the dependent; not 0.</param>
    public static int Step(int words)
    {
        var step = Math.Abs(words) switch
        {
            <= 5 => Math.Abs(words) - 1,
            <= 7 => 5,
            <= 10 => 6,
            <= 15 => 7,
            <= 25 => 8,
            _ => 9,
        };
        return words < 0 ? step : step + 10;
    }
}
