using System.CommandLine;
using System.Text;
using Dateline.Cli.Input;
using Dateline.Cli.Output;
using Dateline.Claims;

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
            "dateline mentions reports.jsonl --language > mentions.jsonl");
        var input = new InputOptions().AddTo(command);
        var output = new OutputOptions("table", "jsonl").AddTo(command);
        var language = new Option<bool>("--language") { Description = "Add sentences and tokens with tags, lemmas and heads." };
        command.Add(language);
        command.SetAction(parse =>
        {
            var reports = input.Reports(parse);
            var style = output.Style(parse);
            var asTable = output.Format(parse) == "table";
            var withLanguage = parse.GetValue(language);
            var coder = input.Coder(parse);
            using var stdout = Console.OpenStandardOutput();
            return new ReportRun(input.Threads(parse), style.Verbose).Run(reports, Prepare, Print);

            Printable Prepare(ReportInput report)
            {
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
}
