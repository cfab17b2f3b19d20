using System.Text.Json;
using Dateline.Claims;
using Dateline.Reports;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Incidents;

/// <summary>Real and hand-made news where it is here: every record keeps its promises and no text takes long.</summary>
public class SharedGoldTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("seed.jsonl")]
    [InlineData("fakes.dev.jsonl")]
    [InlineData("gvc.dev.jsonl")]
    [InlineData("world.dev.jsonl")]
    [InlineData("wikinews.dev.jsonl")]
    [InlineData("clusters.dev.jsonl")]
    public void Records_of_gold_reports_hold(string file)
    {
        foreach (var line in File.ReadLines(Repository.RequireShared("data/gold/" + file)))
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("text", out var text)) continue;
            var published = LocalDatePattern.Iso.Parse(json.RootElement.GetProperty("published").GetString()![..10]);
            var report = new Report(json.RootElement.GetProperty("doc").GetString()!, Report.WellFormed(text.GetString()!))
            {
                Title = json.RootElement.GetProperty("title").GetString(),
                Published = published.Success ? published.Value : (LocalDate?)null,
                PublishedFrom = PublishedFrom.Metadata,
            };
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var record = TheCoder.Coder.Code(report);
            Assert.True(watch.Elapsed < Longest, $"{report.Input} took {watch.Elapsed}");
            Assert.Empty(RecordChecker.Check(record, TheCoder.Coder.Codebook.Types.Select(type => type.Code).ToHashSet()).Select(problem => report.Input + ": " + problem));
        }
    }
}
