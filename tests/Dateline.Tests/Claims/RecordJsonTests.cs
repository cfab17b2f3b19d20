using System.Text.Json;
using Dateline.Claims;

namespace Dateline.Tests.Claims;

public class RecordJsonTests
{
    [Fact]
    public void A_record_without_findings_has_empty_lists_and_no_absent_fields() =>
        Assert.Equal(
            """{"schema":"dateline/report/1","input":"a.txt","incidents":[],"notes":[]}""",
            RecordJson.WriteLine(new ReportRecord { Input = "a.txt" }));

    [Fact]
    public void Unknown_values_that_readers_expect_are_written_as_null() =>
        Assert.Contains(
            """{"low":144,"best":144,"high":null}""",
            RecordJson.WriteLine(Some.Record(new CasualtiesRecord { Killed = new CountRecord { Low = 144, Best = 144 } })),
            StringComparison.Ordinal);

    [Fact]
    public void Text_in_any_script_stays_readable() =>
        Assert.Contains("Ростов \"тюрьма\" مصر".Replace("\"", "\\\"", StringComparison.Ordinal), RecordJson.WriteLine(new ReportRecord
        {
            Input = "a.txt",
            Article = new ArticleInfo { Body = "Ростов \"тюрьма\" مصر" },
        }), StringComparison.Ordinal);

    [Fact]
    public void A_record_is_one_line() =>
        Assert.DoesNotContain('\n', RecordJson.WriteLine(new ReportRecord { Input = "a", Article = new ArticleInfo { Body = "one\r\ntwo\u2028three" } }));

    [Fact]
    public void Reading_gives_back_what_was_written()
    {
        var line = RecordJson.WriteLine(Some.Record(new CasualtiesRecord { Freed = new CountRecord { Low = 2, Best = 2, High = 2, Claims = ["c1"] } }));
        Assert.Equal(line, RecordJson.WriteLine(RecordJson.Read(line)));
    }

    [Fact]
    public void Lists_that_a_line_leaves_out_are_empty_not_null()
    {
        var record = RecordJson.Read("""{"input":"a"}""");
        Assert.Empty(record.Incidents);
        Assert.Empty(record.Notes);
        Assert.Equal(ReportRecord.CurrentSchema, record.Schema);
    }

    [Fact]
    public void A_line_without_its_required_fields_is_refused() =>
        Assert.Throws<JsonException>(() => RecordJson.Read("""{"schema":"dateline/report/1"}"""));
}
