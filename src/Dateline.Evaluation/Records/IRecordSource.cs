namespace Dateline.Evaluation.Records;

/// <summary>Codes the reports of a gold set, on the same path as <c>dateline read</c>: a score is a score of what ships.</summary>
public interface IRecordSource
{
    /// <summary>The record of one report as one line of JSON; <see cref="GoldReport.Doc"/> comes back as <c>report.id</c>. Must not look at the gold incidents.</summary>
    string Code(GoldReport report);
}
