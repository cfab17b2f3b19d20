namespace Dateline.Evaluation.Records;

/// <summary>What a set of records scores, row by row, with the incidents that were missed or extra.</summary>
/// <param name="Rows">The rows in ordinal order of their names; rows that nothing was counted in are left out.</param>
/// <param name="Differences">Reports in which an incident was missed or extra, in the order of the gold.</param>
public sealed record ScoreTable(IReadOnlyList<ScoreRow> Rows, IReadOnlyList<IncidentDifference> Differences)
{
    /// <summary>Rows that make up the headline, with their weights.</summary>
    private static readonly (string Row, double Weight)[] Weights =
    [
        ("incidents", 2),
        ("type family", 1),
        ("salience", 1),
        ("date exact", 1),
        ("country", .5),
        ("place within 25 km or its tolerance", 1),
        ("participants", 2),
        ("fates", 1),
        ("figures", 2),
        ("figure source", 1),
        ("weapons", .5),
        ("attribution of other facts", 1),
    ];

    /// <summary>What went wrong, a line each, where a scorer tells it in words of its own.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What a scorer has to say of the whole beside its rows, a line each: "error of the recognised: mean 158 km".</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Reports of the gold that no record was given for; each counts as one in which nothing was found.</summary>
    public IReadOnlyList<string> WithoutRecord { get; init; } = [];

    /// <summary>One number for the whole: the weighted mean of F over the rows that matter most; null when none of them was counted.</summary>
    public double? Headline
    {
        get
        {
            var (sum, weights) = (0.0, 0.0);
            foreach (var (name, weight) in Weights)
            {
                if (this[name] is not { } row) continue;
                sum += weight * row.F;
                weights += weight;
            }

            return weights > 0 ? sum / weights : null;
        }
    }

    /// <summary>The row of that name; null when nothing was counted in it.</summary>
    public ScoreRow? this[string name] => Rows.FirstOrDefault(row => row.Name == name);
}

/// <summary>Counts of one row and what follows from them.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Hits">Right answers.</param>
/// <param name="Gold">Answers in the gold.</param>
/// <param name="System">Answers given.</param>
public sealed record ScoreRow(string Name, int Hits, int Gold, int System)
{
    /// <summary>Hits by answers given, 0 to 1; 0 when none was given.</summary>
    public double Precision => System != 0 ? (double)Hits / System : 0;

    /// <summary>Hits by answers in the gold, 0 to 1; 0 when there is none.</summary>
    public double Recall => Gold != 0 ? (double)Hits / Gold : 0;

    /// <summary>Harmonic mean of the two.</summary>
    public double F => Precision + Recall is var sum and not 0 ? 2 * Precision * Recall / sum : 0;
}

/// <summary>The incidents of one report that the records miss, and those that the gold does not have.</summary>
public sealed record IncidentDifference(string Doc, string Title, IReadOnlyList<IncidentLine> Missed, IReadOnlyList<IncidentLine> Extra);

/// <summary>One incident in a line: salience, type, and the trigger or summary.</summary>
public sealed record IncidentLine(string? Salience, string? Type, string? Words)
{
    public override string ToString() => $"{Salience ?? "?"} {Type ?? "?"}: {Words ?? "?"}";
}
