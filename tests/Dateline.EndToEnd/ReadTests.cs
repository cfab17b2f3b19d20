using System.Globalization;
using System.Text.Json;
using Dateline.Claims;

namespace Dateline.EndToEnd;

public sealed class ReadTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Output_is_the_same_for_any_number_of_threads()
    {
        _desk.Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 300).Select(i =>
            i % 50 == 17 ? "{broken" : $$"""{"id":"r{{i}}","text":"On Sunday {{i}} people were killed in an attack near Example Town, police said.","published":"2024-06-16"}""")));
        var one = _desk.Start("read", "many.jsonl", "--threads", "1");
        var two = _desk.Start("read", "many.jsonl", "--threads", "2");
        var eight = _desk.Start("read", "many.jsonl", "--threads", "8");
        Assert.Equal(300, one.Lines.Length);
        Assert.Equal(one, two);
        Assert.Equal(one, eight);
    }

    [Fact]
    public void Records_come_in_the_order_of_the_inputs()
    {
        _desk.Write("b.txt", "Second.");
        _desk.Write("a.txt", "First.");
        Assert.Equal(["b.txt", "a.txt", "b.txt"], Inputs(_desk.Start("read", "b.txt", "a.txt", "b.txt")));
    }

    [Fact]
    public void A_folder_is_read_by_name_with_its_subfolders_and_without_other_files()
    {
        foreach (var name in (string[])["r/b.txt", "r/B.txt", "r/a/z.txt", "r/c.jsonl", "r/photo.png", "r/.hidden.txt"]) _desk.Write(name, name.EndsWith("jsonl", StringComparison.Ordinal) ? "{\"text\":\"x\"}" : "Text.");
        Assert.Equal(["r/B.txt", "r/a/z.txt", "r/b.txt", "r/c.jsonl:1"], Inputs(_desk.Start("read", "r")));
    }

    [Fact]
    public void Standard_input_is_a_text_or_JSON_Lines_by_its_beginning()
    {
        Assert.Equal("A text.", RecordJson.Read(Assert.Single(_desk.Feed("A text.", "read", "-").Lines)).Article!.Body);
        Assert.Equal(["x", "-:2"], Inputs(_desk.Feed("{\"id\":\"x\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", "read", "-")));
        Assert.Equal(["p"], Inputs(_desk.Feed("{\n  \"id\": \"p\",\n  \"text\": \"One.\"\n}\n", "read")));
    }

    [Fact]
    public void A_JSON_file_holds_one_report_or_a_list_or_lines()
    {
        _desk.Write("one.json", "{\n \"id\": \"one\", \"text\": \"One.\"}");
        _desk.Write("list.json", "[{\"id\":\"a\",\"text\":\"A.\"},{\"text\":\"B.\"}]");
        _desk.Write("lines.json", "{\"id\":\"l\",\"text\":\"L.\"}\n{\"id\":\"m\",\"text\":\"M.\"}\n");
        Assert.Equal(["one", "a", "list.json:2", "l", "m"], Inputs(_desk.Start("read", "one.json", "list.json", "lines.json")));
    }

    [Fact]
    public void What_a_line_says_about_a_report_stands_before_what_the_options_say()
    {
        _desk.Write("r.jsonl", """
            {"id":7,"text":"A.","published":"2016-04-02T10:00:00Z","outlet":"TASS","url":"https://example.org/a"}
            {"text":"B.","published":"last week"}
            """);
        var run = _desk.Start("read", "r.jsonl", "--published", "2024-06-16", "--outlet", "AFP");
        var (first, second) = (RecordJson.Read(run.Lines[0]), RecordJson.Read(run.Lines[1]));
        Assert.Equal(("7", "2016-04-02", "metadata", "TASS", "https://example.org/a"), (first.Report!.Id, first.Report.Published, first.Report.PublishedFrom, first.Report.Outlet, first.Report.Address));
        Assert.Equal(("2024-06-16", "option", "AFP"), (second.Report!.Published, second.Report.PublishedFrom, second.Report.Outlet));
        Assert.Contains(second.Notes, note => note.Why.Contains("no ISO day", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_a_record_for_one_text_and_a_list_for_several()
    {
        _desk.Write("a.txt", "Text.");
        _desk.Write("one.jsonl", "{\"text\":\"x\"}");
        Assert.Equal(JsonValueKind.Object, Kind("a.txt"));
        Assert.Equal(JsonValueKind.Array, Kind("a.txt", "a.txt"));
        Assert.Equal(JsonValueKind.Array, Kind("one.jsonl"));

        JsonValueKind Kind(params string[] inputs)
        {
            using var json = JsonDocument.Parse(_desk.Start(["read", .. inputs, "--format", "json"]).Output);
            return json.RootElement.ValueKind;
        }
    }

    [Fact]
    public void Nothing_found_is_exit_code_1()
    {
        _desk.Write("a.txt", "The weather stays fine.");
        var run = _desk.Start("read", "a.txt");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(RecordJson.Read(run.Lines[0]).Incidents);
    }

    [Fact]
    public void What_read_prints_passes_check()
    {
        _desk.Write("a.txt", "Gunmen killed two guards near Example Town on Sunday, police said.");
        _desk.Write("records.jsonl", _desk.Start("read", "a.txt", "missing.txt").Output);
        var run = _desk.Start("check", "records.jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Check_names_line_and_problem_and_exits_with_5()
    {
        _desk.Write("records.jsonl", """
            {"input":"a","report":{"id":"1","revision":"sha256:0"},"article":{"body":"x"},"coder":{"version":"0","data":"d","models":"m"}}
            {"input":"b","article":{"body":"x"},"notes":[{"stage":"Times","text":"y","start":0,"end":1,"why":"test"}]}
            no record
            """);
        var run = _desk.Start("check", "records.jsonl");
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("records.jsonl:2: A note's words \"y\" do not stand at 0..1 of the body.", run.Lines);
        Assert.Contains(run.Lines, line => line.StartsWith("records.jsonl:3: The line is no record: ", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, line => line.StartsWith("records.jsonl:1:", StringComparison.Ordinal));
    }

    [Fact]
    public void Mentions_prints_one_line_for_each_report()
    {
        _desk.Write("a.txt", "Gunmen killed two guards near Example Town on Sunday, police said.");
        var run = _desk.Start("mentions", "a.txt", "missing.txt");
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains("\"schema\":\"dateline/mentions/1\"", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task A_live_feed_is_answered_line_by_line_and_Ctrl_C_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        using var process = _desk.Begin("read", "-");
        await process.StandardInput.WriteLineAsync("{\"id\":\"live\",\"text\":\"One.\"}");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("live", RecordJson.Read(line!).Input);
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "did not stop");
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("dateline: interrupted after 1 report.\n", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Inputs(Run run) => run.Lines.Select(line => RecordJson.Read(line).Input);
}
