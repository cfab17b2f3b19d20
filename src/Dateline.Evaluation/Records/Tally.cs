namespace Dateline.Evaluation.Records;

/// <summary>Adds up hits, gold and system counts under row names.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, ScoreRow> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows so far, without those that are zero on both sides.</summary>
    public IReadOnlyList<ScoreRow> Rows => [.. _rows.Values.Where(row => row.Gold != 0 || row.System != 0)];

    public void Count(string row, int hits, int gold, int system)
    {
        var sum = _rows.TryGetValue(row, out var known) ? known : new ScoreRow(row, 0, 0, 0);
        _rows[row] = sum with { Hits = sum.Hits + hits, Gold = sum.Gold + gold, System = sum.System + system };
    }

    /// <summary>Counts one question with one answer, right or wrong.</summary>
    public void Judge(string row, bool right) => Count(row, right ? 1 : 0, 1, 1);
}
