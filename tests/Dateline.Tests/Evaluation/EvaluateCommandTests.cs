using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Commands;
using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

public class EvaluateCommandTests
{
    [Fact]
    public void Ready_records_are_scored_and_printed_as_a_table()
    {
        using var gold = new TemporaryFile("gold.jsonl", SomeGold.Line(SomeGold.Siege));
        using var system = new TemporaryFile("system.jsonl", SomeGold.RecordLine());

        var (exit, output, _) = Run(null, "records", gold.Path, "--system", system.Path, "--errors", "3");

        Assert.Equal(0, exit);
        Assert.Contains("incidents                                                      P 0.000  R 0.000  F 0.000   0/1 gold, 0 system", output, StringComparison.Ordinal);
        Assert.Contains("d1  The title\n  missed  main hostage-taking/siege: held three wardens", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_coder_reads_every_report_and_its_records_are_kept()
    {
        using var gold = new TemporaryFile("gold.jsonl", SomeGold.Line(SomeGold.Siege));
        var predictions = Path.Combine(gold.Folder, "predictions.jsonl");

        var (exit, output, _) = Run(() => new ReadyCoder(SomeGold.RecordLine(SomeGold.CodedSiege)), "records", gold.Path, "--json", "--predictions", predictions);

        Assert.Equal(0, exit);
        using var scores = JsonDocument.Parse(output);
        Assert.Equal(1, scores.RootElement.GetProperty("headline").GetDouble());
        Assert.Equal(2, scores.RootElement.GetProperty("rows").GetProperty("participants").GetProperty("tp").GetInt32());
        Assert.Equal(SomeGold.RecordLine(SomeGold.CodedSiege) + "\n", File.ReadAllText(predictions));
    }

    [Fact]
    public void A_fall_below_the_frozen_scores_exits_with_five()
    {
        using var gold = new TemporaryFile("gold.jsonl", SomeGold.Line(SomeGold.Siege));
        using var worse = new TemporaryFile("system.jsonl", SomeGold.RecordLine(SomeGold.CodedSiege.Replace("EC", "PE", StringComparison.Ordinal)));
        var frozen = Path.Combine(gold.Folder, "records.csv");

        Assert.Equal(0, Run(() => new ReadyCoder(SomeGold.RecordLine(SomeGold.CodedSiege)), "records", gold.Path, "--freeze", frozen).Exit);
        Assert.Equal(0, Run(() => new ReadyCoder(SomeGold.RecordLine(SomeGold.CodedSiege)), "records", gold.Path, "--against", frozen).Exit);
        var (exit, _, error) = Run(null, "records", gold.Path, "--system", worse.Path, "--against", frozen);

        Assert.Equal(5, exit);
        Assert.Contains("dateline: fell: country: 1.0000 before, 0.0000 now", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Gold_that_cannot_be_used_is_one_sentence_and_exit_two()
    {
        var (exit, output, error) = Run(null, "records", "nowhere.jsonl");

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Equal("dateline: nowhere.jsonl: there is no such file", error.Trim());
    }

    [Fact]
    public void Reports_without_a_record_are_told()
    {
        using var gold = new TemporaryFile("gold.jsonl", SomeGold.Line());
        using var system = new TemporaryFile("system.jsonl", SomeGold.RecordLine().Replace("d1", "d2", StringComparison.Ordinal));

        var (exit, _, error) = Run(null, "records", gold.Path, "--system", system.Path);

        Assert.Equal(0, exit);
        Assert.Equal("dateline: 1 of 1 reports have no record, the first \"d1\"", error.Trim());
    }

    [Fact]
    public void Ready_records_are_not_written_again() =>
        Assert.NotEqual(0, Run(null, "records", "gold.jsonl", "--system", "a", "--predictions", "b").Exit);

    [Fact]
    public void A_record_that_is_not_json_is_named_with_its_report()
    {
        using var gold = new TemporaryFile("gold.jsonl", SomeGold.Line());

        var (exit, _, error) = Run(() => new ReadyCoder("oops"), "records", gold.Path);

        Assert.Equal(2, exit);
        Assert.Contains("the record of report \"d1\" is not readable as JSON", error, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Run(Func<IRecordSource>? coder, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = EvaluateCommand.Create(coder).Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class ReadyCoder(string record) : IRecordSource
    {
        public string Code(GoldReport report) => record;
    }
}
