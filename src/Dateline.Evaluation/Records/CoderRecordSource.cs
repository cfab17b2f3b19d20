using Dateline.Claims;
using Dateline.Reports;
using NodaTime.Text;

namespace Dateline.Evaluation.Records;

/// <summary>Codes gold reports with the coder that <c>dateline read</c> uses.</summary>
public sealed class CoderRecordSource(ReportCoder coder) : IRecordSource
{
    public string Code(GoldReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var published = report.Published is { } day && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? parsed.Value : (NodaTime.LocalDate?)null;
        return RecordJson.WriteLine(coder.Code(new Report(report.Doc, Report.WellFormed(report.Text))
        {
            Id = report.Doc,
            Title = report.Title,
            Outlet = report.Outlet,
            Published = published,
            PublishedFrom = published is null ? null : PublishedFrom.Metadata,
        }));
    }
}
