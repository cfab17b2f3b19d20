using System.CommandLine;
using Dateline.Cli.Input;
using Dateline.Cli.Output;
using Dateline.Claims;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline read</c>: prints the coded report of every input.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand(
            "read",
            "Read reports and print who did what to whom, where, when, and who says so.",
            "dateline read story.txt --published 2024-06-16",
            "dateline read reports/ more.jsonl --format jsonl > records.jsonl");
        var input = new InputOptions().AddTo(command);
        var output = new OutputOptions("card", "json", "jsonl").AddTo(command);
        command.SetAction(parse =>
        {
            var reports = input.Reports(parse);
            var style = output.Style(parse);
            var coder = input.Coder(parse);
            using IRecordPrinter printer = output.Format(parse) switch
            {
                "card" => new CardPrinter(style),
                "json" => new JsonPrinter(),
                _ => new JsonLinesPrinter(),
            };
            var run = new ReportRun(input.Threads(parse), style.Verbose);
            return run.Run(reports, report => printer.Prepare(Code(coder, report), report.InBulk), printer.Print);
        });
        return command;
    }

    /// <summary>The record of one input, with the remarks on how it was read before the coder's own notes.</summary>
    public static ReportRecord Code(ReportCoder coder, ReportInput input)
    {
        if (input.Report is null) return ReportRecord.Unreadable(input.Name, input.Error!);
        var record = coder.Code(input.Report);
        if (input.Remarks.Count == 0) return record;
        var remarks = input.Remarks.Select(remark => new NoteRecord { Stage = "Input", Why = remark });
        return record with { Notes = [.. remarks, .. record.Notes] };
    }
}
