using System.CommandLine;
using System.Text;
using Dateline.Evaluation;
using Dateline.Evaluation.Records;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary>The part of <c>dateline evaluate</c> that scores one layer against annotated files, each by the scorers that read it.</summary>
/// <param name="Name">What the part is called on the command line.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Files">What the files are.</param>
/// <param name="Examples">Command lines to copy.</param>
/// <param name="Scorers">The scorers of the layer.</param>
/// <param name="NoScorer">What is said of a file that none of them reads.</param>
internal sealed record EvaluateFiles(string Name, string Description, string Files, string[] Examples, IReadOnlyList<LanguageScorer> Scorers, string NoScorer)
{
    /// <summary>Builds the command.</summary>
    /// <param name="coder">Makes the coder that reads the files; called once they are known to be there.</param>
    public ExampleCommand Create(Func<ReportCoder> coder)
    {
        var files = new Argument<string[]>("FILES") { Description = Files, Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON." };
        var errors = new Option<int>("--errors") { Description = "Show the first N errors of each file.", HelpName = "N" };
        var sample = new Option<int>("--sample") { Description = "Read only every Nth document of each file.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var against = new Option<string?>("--against") { Description = "Compare with frozen scores; exit 5 when a row falls.", HelpName = "FILE" };
        var freeze = new Option<string?>("--freeze") { Description = "Write the scores as the frozen ones.", HelpName = "FILE" };
        var command = new ExampleCommand(Name, Description, Examples)
        {
            files, json, errors, sample, against, freeze,
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
                var work = parsed.GetRequiredValue(files).Select(file => (File: file, Scorers: ScorersOf(file))).ToList();
                var frozen = parsed.GetValue(against) is { } frozenFile ? FrozenScores.Read(frozenFile) : null;
                var scores = Scored(work, coder(), parsed.GetValue(sample));
                if (parsed.GetValue(json)) output.WriteLine(LanguageScores.ToJson(scores));
                else foreach (var score in scores) score.WriteTable(output, parsed.GetValue(errors));
                var joined = LanguageScores.Joined(scores);
                var falls = frozen?.Falls(joined, row => scores.Exists(score => row.StartsWith(score.File + ": ", StringComparison.Ordinal))) ?? [];
                if (parsed.GetValue(freeze) is { } target) File.WriteAllText(target, FrozenScores.ToCsv(joined), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
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

    private List<LanguageScorer> ScorersOf(string file)
    {
        if (!File.Exists(file)) throw new EvaluationFileException(file, 0, Directory.Exists(file) ? "this is a folder; name the files in it" : "there is no such file");
        var scorers = Scorers.Where(scorer => scorer.Reads(file)).ToList();
        return scorers.Count > 0 ? scorers : throw new EvaluationFileException(file, 0, NoScorer);
    }

    private static List<LanguageScores> Scored(List<(string File, List<LanguageScorer> Scorers)> work, ReportCoder coder, int sample) =>
        [.. from item in work from scorer in item.Scorers select new LanguageScores(Path.GetFileName(item.File), scorer.Name, scorer.Score(item.File, coder, sample))];
}
