using Dateline.Claims;
using Dateline.Reports;
using NodaTime;

namespace Dateline.Tests.Incidents;

/// <summary>The real coder with the knowledge of the working tree, built once for all tests.</summary>
internal static class TheCoder
{
    private static readonly Lazy<ReportCoder> Built = new(() => ReportCoder.Load(Repository.Knowledge));

    public static ReportCoder Coder => Built.Value;

    public static ReportRecord Read(string text, string? title = null, LocalDate? published = null) =>
        Coder.Code(new Report("test", Report.WellFormed(text)) { Title = title, Published = published, PublishedFrom = published is null ? null : PublishedFrom.Metadata });
}
