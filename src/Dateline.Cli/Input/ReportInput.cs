using Dateline.Evaluation.Treebanks;
using Dateline.Reports;

namespace Dateline.Cli.Input;

/// <summary>One report to code, or the reason why an input gives none.</summary>
/// <param name="Name">What the record calls it: a path, <c>-</c>, <c>FILE:LINE</c>, or the <c>id</c> of a JSON line.</param>
/// <param name="Report">The report; null when it could not be read.</param>
/// <param name="Error">One sentence with name and reason; null when the report was read.</param>
internal sealed record ReportInput(string Name, Report? Report, string? Error)
{
    /// <summary>Remarks on how the input was read, such as a guessed encoding; they end up in the record's notes.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The words and sentences that came in place of a text; null for a text.</summary>
    public TreebankDocument? Pretokenized { get; init; }

    /// <summary>Whether the input that holds it may hold others: a folder, JSON Lines, a list.</summary>
    public bool InBulk { get; init; }

    public static ReportInput Failed(string name, string error) => new(name, null, error);
}

/// <summary>What the command line says about every report.</summary>
/// <param name="Published">Day of <c>--published</c>; used where the input names none.</param>
/// <param name="Outlet">Name of <c>--outlet</c>; used where the input names none.</param>
internal sealed record InputDefaults(NodaTime.LocalDate? Published, string? Outlet);
