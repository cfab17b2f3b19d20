using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Input;
using Dateline.Claims;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline check</c>: verifies records that <c>read</c> printed.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand(
            "check",
            "Verify that every value in records rests on a claim and every quote stands at its offsets.",
            "dateline read reports/ --format jsonl | dateline check -");
        var records = new Argument<string[]>("RECORDS") { Description = "Files with one record a line, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        command.Add(records);
        command.SetAction(parse =>
        {
            using var interruption = new Interruption();
            var checks = new Tally();
            foreach (var name in parse.GetValue(records)!)
            {
                if (interruption.Happened) return ExitCode.Interrupted;
                CheckFile(name, checks, interruption.Token);
            }

            if (interruption.Happened) return ExitCode.Interrupted;
            Console.Error.WriteLine($"dateline: {checks.Records} records checked, {checks.Problems} problems.");
            return checks.Problems > 0 ? ExitCode.ValidationFailed : checks.Unreadable > 0 ? ExitCode.SomeInputsFailed : ExitCode.Ok;
        });
        return command;
    }

    private static void CheckFile(string name, Tally checks, CancellationToken stop)
    {
        try
        {
            using var stream = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
            using var lines = new ByteLines(stream, InputLimits.JsonBytes);
            while (!stop.IsCancellationRequested && lines.Next(out var line))
            {
                if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0 && !lines.TooLong) continue;
                checks.Records++;
                foreach (var problem in lines.TooLong ? ["The line is too long to be a record."] : Problems(line.Span))
                {
                    checks.Problems++;
                    Console.WriteLine($"{name}:{lines.Number}: {problem}");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            checks.Unreadable++;
            var why = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "does not exist",
                UnauthorizedAccessException => "cannot be opened: permission denied",
                _ => "cannot be read: " + e.Message.TrimEnd('.'),
            };
            Console.Error.WriteLine($"dateline: {PlainText.Subject(name)} {why}.");
        }
    }

    private static IReadOnlyList<string> Problems(ReadOnlySpan<byte> line)
    {
        try
        {
            return RecordChecker.Check(RecordJson.Read(line));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [$"The line is no record: {(e is JsonException json ? JsonReport.Reason(json) : "it holds text that is not UTF-8")}."];
        }
    }

    private sealed class Tally
    {
        public int Records { get; set; }

        public int Problems { get; set; }

        public int Unreadable { get; set; }
    }
}
