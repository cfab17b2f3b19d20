using System.CommandLine;
using System.Text;
using Dateline.Cli.Input;
using Dateline.Cli.Output;
using Dateline.Claims;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline explain</c>: prints, sentence by sentence, which stage, rule or model gave what.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand(
            "explain",
            "Show, sentence by sentence, which rule or model found what and which claims rest on it.",
            "dateline explain story.txt");
        var input = new InputOptions().AddTo(command);
        var output = new OutputOptions("text").AddTo(command);
        command.SetAction(parse =>
        {
            var reports = input.Reports(parse);
            var style = output.Style(parse);
            var coder = input.Coder(parse);
            using var stdout = Console.OpenStandardOutput();
            return new ReportRun(input.Threads(parse), style.Verbose).Run(reports, Prepare, printable => stdout.Write(printable.Bytes.Span));

            Printable Prepare(ReportInput report)
            {
                if (report.Report is null) return new Printable(default, Found: false);
                ReportRecord record = ReadCommand.Code(coder, report);
                var mentions = FoundMentions.Read(coder.MentionsJson(report.Report, withLanguage: true));
                var text = Explanation.Render(record, mentions, style);
                return new Printable(Encoding.UTF8.GetBytes(text), record.Incidents.Count > 0 || mentions.Mentions.Count > 0);
            }
        });
        return command;
    }
}
