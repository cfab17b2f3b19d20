using Dateline.Claims;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline;

/// <summary>Report → record: reads one report from text to sourced incidents.</summary>
/// <remarks>Built once and shared by threads.</remarks>
public sealed class ReportCoder
{
    private readonly KnowledgeFolder _folder;

    private ReportCoder(KnowledgeFolder folder) => _folder = folder;

    /// <summary>Loads lexicons, rules and models.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static ReportCoder Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ReportCoder(folder);
    }

    /// <summary>Codes one report; never throws for anything that a text can hold.</summary>
    public ReportRecord Code(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportRecord
        {
            Input = report.Input,
            Report = new ReportInfo
            {
                Id = ReportId.Of(report),
                Revision = ReportId.Revision(report),
                Address = report.Address,
                Outlet = report.Outlet,
                Published = report.Published?.ToString("uuuu-MM-dd", null),
                PublishedFrom = report.PublishedFrom?.Code(),
                Language = "en",
            },
            Article = new ArticleInfo { Title = report.Title, Body = report.Text },
            Coder = new CoderInfo { Version = "0.1.0", Data = Path.GetFileName(_folder.Data), Models = Path.GetFileName(_folder.Models) },
        };
    }

    /// <summary>What the finders found, as one line of schema <c>dateline/mentions/1</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withLanguage">Whether sentences and tokens are added.</param>
    public string MentionsJson(Report report, bool withLanguage)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "dateline/mentions/1");
            writer.WriteString("data", Path.GetFileName(_folder.Data));
            writer.WriteString("input", report.Input);
            writer.WriteString("text", report.Text);
            writer.WriteStartArray("mentions");
            writer.WriteEndArray();
            if (withLanguage) writer.WriteStartArray("sentences");
            if (withLanguage) writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
