using System.CommandLine;
using System.Text;
using Dateline.Cli.Input;
using Dateline.Cli.Output;
using Dateline.Claims;
using Dateline.Evaluation.Treebanks;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline mentions</c>: prints what each finder found, before it became incidents.</summary>
internal static class MentionsCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand(
            "mentions",
            "Print the times, places, actors, counts, weapons and attributions found in reports.",
            "dateline mentions story.txt",
            "dateline mentions reports.jsonl --language > mentions.jsonl",
            "dateline mentions story.txt --format conllu");
        var input = new InputOptions().AddTo(command);
        var output = new OutputOptions("table", "conllu", "jsonl").AddTo(command);
        var language = new Option<bool>("--language") { Description = "Add sentences and tokens with tags, lemmas, features and heads." };
        var pretokenized = new Option<bool>("--pretokenized") { Description = "Inputs are CoNLL-U: their tokens and sentences are kept; prints CoNLL-U." };
        command.Add(language);
        command.Add(pretokenized);
        command.SetAction(parse =>
        {
            var given = parse.GetValue(pretokenized);
            if (given && output.Named(parse) is { } named and not "conllu") throw new UsageException($"--pretokenized prints CoNLL-U: leave --format {named} out, or say --format conllu.");
            var reports = given ? input.Pretokenized(parse) : input.Reports(parse);
            var style = output.Style(parse);
            var format = given ? "conllu" : output.Format(parse);
            var asTable = format == "table";
            var withLanguage = parse.GetValue(language);
            var coder = input.Coder(parse);
            using var stdout = Console.OpenStandardOutput();
            return new ReportRun(input.Threads(parse), style.Verbose).Run(reports, Prepare, Print);

            Printable Prepare(ReportInput report)
            {
                if (format == "conllu") return report.Report is null ? new Printable(default, Found: false) : new Printable(Encoding.UTF8.GetBytes(Conllu(coder, report)), Found: true);
                if (report.Report is null)
                {
                    var line = asTable ? "" : RecordJson.WriteLine(ReportRecord.Unreadable(report.Name, report.Error!)) + "\n";
                    return new Printable(Encoding.UTF8.GetBytes(line), Found: false);
                }

                var json = coder.MentionsJson(report.Report, withLanguage);
                var mentions = FoundMentions.Read(json);
                var text = asTable ? MentionTable.Render(report.Name, mentions, style) : json + "\n";
                return new Printable(Encoding.UTF8.GetBytes(text), mentions.Mentions.Count > 0);
            }

            void Print(Printable printable)
            {
                stdout.Write(printable.Bytes.Span);
                stdout.Flush();
            }
        });
        return command;
    }

    private static string Conllu(ReportCoder coder, ReportInput input)
    {
        if (input.Pretokenized is not { } given) return ConlluWriter.Write(coder.Analyse(input.Report!), input.Name, coder.Language.Morphology);
        var document = given.WithGoldTokens(inCapitals: false);
        coder.Language.Fill(document);
        return ConlluWriter.Write(given, document, coder.Language.Morphology);
    }
}
