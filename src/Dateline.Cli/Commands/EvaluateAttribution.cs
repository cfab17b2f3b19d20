using System.CommandLine;
using Dateline.Evaluation.Attributions;
using Dateline.Evaluation.Records;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate attribution</c>: scores who says what against annotated articles.</summary>
internal static class EvaluateAttribution
{
    public static ExampleCommand Create(Func<ReportCoder> coder)
    {
        var gold = new Argument<string>("GOLD") { Description = "Articles with annotated attributions: JSON Lines, also packed as .gz." };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON." };
        var command = new ExampleCommand(
            "attribution",
            "Reads every article and scores its attributions: cues, sources and what is said.",
            "dateline evaluate attribution polnear_dev.jsonl.gz")
        {
            gold, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var file = parsed.GetRequiredValue(gold);
                var table = FactualityScorer.Reads(file) ? FactualityScorer.Score(file, coder()) : AttributionScorer.Score(file, coder());
                if (parsed.GetValue(json)) output.WriteLine(ScoreReport.ToJson(table));
                else ScoreReport.WriteTable(output, table);
                return 0;
            }
            catch (Exception e) when (e is EvaluationFileException or IOException)
            {
                error.WriteLine("dateline: " + e.Message);
                return ExitCode.Usage;
            }
        });
        return command;
    }
}
