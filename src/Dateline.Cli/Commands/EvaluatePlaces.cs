using System.CommandLine;
using System.Text;
using Dateline.Evaluation.Places;
using Dateline.Evaluation.Records;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate places</c>: scores which place names are recognised and where they are put.</summary>
internal static class EvaluatePlaces
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ExampleCommand Create(Func<ReportCoder> coder)
    {
        var files = new Argument<string[]>("FILES") { Description = "Articles with annotated places (JSON Lines).", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON." };
        var errors = new Option<int>("--errors") { Description = "Show the first N errors of each file.", HelpName = "N" };
        var sample = new Option<int>("--sample") { Description = "Read only every Nth article of each file.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var predictions = new Option<string?>("--predictions") { Description = "Write the places that were scored, one article per line.", HelpName = "FILE" };
        var against = new Option<string?>("--against") { Description = "Compare with frozen scores; exit 5 when a row falls.", HelpName = "FILE" };
        var freeze = new Option<string?>("--freeze") { Description = "Write the scores as the frozen ones.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "places",
            "Score which place names are recognised and how near to the annotated point they are put.",
            "dateline evaluate places geovirus.jsonl lgl.jsonl --errors 20")
        {
            files, json, errors, sample, predictions, against, freeze,
        };
        sample.Validators.Add(result =>
        {
            if (result.Tokens is [var number] && int.TryParse(number.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value < 1) result.AddError("--sample takes a number from 1.");
        });
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var frozen = parsed.GetValue(against) is { } frozenFile ? FrozenScores.Read(frozenFile) : null;
                using var found = parsed.GetValue(predictions) is { } path ? new StreamWriter(path, append: false, Utf8) { NewLine = "\n" } : null;
                var scorer = new PlaceScorer(coder(), Gazetteer.Load(KnowledgeFolder.BesideProgram));
                var scores = parsed.GetRequiredValue(files).Select(file => scorer.Score(file, parsed.GetValue(sample), found)).ToList();
                if (parsed.GetValue(json)) output.WriteLine(PlaceScores.ToJson(scores));
                else foreach (var score in scores) score.WriteTable(output, parsed.GetValue(errors));
                var joined = PlaceScores.Joined(scores);
                var falls = frozen?.Falls(joined, row => scores.Exists(score => row.StartsWith(score.File + ": ", StringComparison.Ordinal))) ?? [];
                if (parsed.GetValue(freeze) is { } target) File.WriteAllText(target, FrozenScores.ToCsv(joined), Utf8);
                foreach (var fall in falls) error.WriteLine("dateline: fell: " + fall);
                return falls.Count > 0 ? ExitCode.ValidationFailed : ExitCode.Ok;
            }
            catch (DataException e)
            {
                error.WriteLine("dateline: " + e.Errors[0] + ".");
                return ExitCode.Usage;
            }
            catch (Exception e) when (e is EvaluationFileException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine("dateline: " + e.Message);
                return ExitCode.Usage;
            }
        });
        return command;
    }
}
