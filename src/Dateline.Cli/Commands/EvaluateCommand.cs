using System.CommandLine;
using System.Text;
using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate records</c>: scores coded reports against gold records.</summary>
public static class EvaluateCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Builds the command.</summary>
    /// <param name="coder">Makes the coder that reads the gold reports, called only when it is needed; null when only ready records can be scored.</param>
    /// <param name="reader">Makes the coder that reads articles with annotated attributions; null when only records can be scored.</param>
    public static Command Create(Func<IRecordSource>? coder = null, Func<ReportCoder>? reader = null)
    {
        var command = new ExampleCommand("evaluate", "Measure how well reports are coded.", "dateline evaluate records corpus/reports") { Records(coder) };
        if (reader is null) return command;
        command.Add(EvaluateAttribution.Create(reader));
        command.Add(EvaluateLanguage.Create(reader));
        command.Add(EvaluateTime.Create(reader));
        command.Add(EvaluatePlaces.Create(reader));
        return command;
    }

    private static ExampleCommand Records(Func<IRecordSource>? coder)
    {
        var gold = new Argument<string[]>("GOLD")
        {
            Description = "Gold reports: a JSON Lines file, a gold.json, or a folder with one gold.json per report.",
            Arity = ArgumentArity.OneOrMore,
        };
        var system = new Option<string?>("--system") { Description = "Score these records (JSON Lines of `dateline read`) and read nothing.", HelpName = "FILE" };
        var predictions = new Option<string?>("--predictions") { Description = "Write the records that were scored, one per line.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON." };
        var errors = new Option<int>("--errors") { Description = "Show the missed and extra incidents of the first N reports that have any.", HelpName = "N" };
        var against = new Option<string?>("--against") { Description = "Compare with frozen scores; exit 5 when a row falls.", HelpName = "FILE" };
        var freeze = new Option<string?>("--freeze") { Description = "Write the scores as the frozen ones.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "records",
            "Read every gold report as `dateline read` would and score the incidents found: precision, recall, F and counts, row by row.",
            "dateline evaluate records corpus/reports --errors 5")
        {
            gold, system, predictions, json, errors, against, freeze,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(system) is not null && result.GetValue(predictions) is not null)
                result.AddError("--predictions writes what the coder says; with --system nothing is coded.");
        });
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var reports = GoldFile.Read(parsed.GetRequiredValue(gold));
                var frozen = parsed.GetValue(against) is { } frozenFile ? FrozenScores.Read(frozenFile) : null;
                var records = parsed.GetValue(system) is { } file
                    ? [.. JsonLines.Read(file).Select(line => line.Element)]
                    : Coded(reports, coder, parsed.GetValue(predictions));
                var table = RecordScorer.Score(reports, records);
                if (table.WithoutRecord is [var first, ..])
                    error.WriteLine($"dateline: {table.WithoutRecord.Count} of {reports.Count} reports have no record, the first \"{first}\"");
                Print(output, table, parsed.GetValue(json), parsed.GetValue(errors));
                var falls = frozen?.Falls(table) ?? [];
                if (parsed.GetValue(freeze) is { } target) File.WriteAllText(target, FrozenScores.ToCsv(table), Utf8);
                foreach (var fall in falls) error.WriteLine("dateline: fell: " + fall);
                return falls.Count > 0 ? ExitCode.ValidationFailed : ExitCode.Ok;
            }
            catch (Exception e) when (e is EvaluationFileException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine("dateline: " + e.Message);
                return ExitCode.Usage;
            }
        });
        return command;
    }

    private static void Print(TextWriter output, ScoreTable table, bool asJson, int errors)
    {
        if (asJson)
        {
            output.WriteLine(ScoreReport.ToJson(table));
            return;
        }

        ScoreReport.WriteTable(output, table);
        ScoreReport.WriteDifferences(output, table, errors);
    }

    private static List<JsonElement> Coded(IReadOnlyList<GoldReport> reports, Func<IRecordSource>? coder, string? predictions)
    {
        if (coder is null) throw new EvaluationFileException("--system", 0, "give the records to score; this program has no coder built in");
        var source = coder();
        using var file = predictions is null ? null : new StreamWriter(predictions, append: false, Utf8) { NewLine = "\n" };
        var records = new List<JsonElement>(reports.Count);
        foreach (var report in reports)
        {
            var record = source.Code(report);
            file?.WriteLine(record);
            records.Add(Parsed(record, report));
        }

        return records;
    }

    private static JsonElement Parsed(string record, GoldReport report)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new EvaluationFileException("the coder", 0, $"the record of report \"{report.Doc}\" is not readable as JSON");
        }
    }
}
