using System.CommandLine;
using System.CommandLine.Completions;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline help</c>: help on a command, or on a topic that no single command owns.</summary>
internal static class HelpCommand
{
    private static readonly string[] Topics = ["exit-codes", "inputs", "formats"];

    public static Command Create()
    {
        var command = new ExampleCommand("help", "Show help on a command or a topic: exit-codes, inputs, formats.", "dateline help exit-codes");
        var topic = new Argument<string[]>("TOPIC") { Description = "A command, or exit-codes, inputs, formats.", HelpName = "TOPIC", Arity = ArgumentArity.ZeroOrMore };
        topic.CompletionSources.Add(_ => [.. CommandTable.All().Select(sub => new CompletionItem(sub.Name)), .. Topics.Select(name => new CompletionItem(name))]);
        command.Add(topic);
        command.SetAction(parse => Show(parse.GetValue(topic) ?? []));
        return command;
    }

    private static int Show(string[] words)
    {
        if (words is not [var topic, ..]) return CommandLine.Run(["--help"]);
        var commands = CommandTable.All();
        var names = commands.Select(command => command.Name).ToArray();
        if (words is [_, var below, ..] && commands.FirstOrDefault(command => command.Name == topic) is { } parent && parent.Subcommands.All(sub => sub.Name != below))
        {
            throw new UsageException($"there is no command \"{topic} {below}\"{Suggestion.For(below, [.. parent.Subcommands.Select(sub => sub.Name)])}");
        }

        if (names.Contains(topic)) return CommandLine.Run([.. words, "--help"]);
        var text = topic switch
        {
            "exit-codes" => string.Join('\n', ExitCode.All.Select(code => $"{code.Code,4}  {code.Meaning}")),
            "inputs" => Inputs,
            "formats" => Formats,
            _ => null,
        };
        if (text is null)
        {
            throw new UsageException($"there is no help on \"{topic}\"{Suggestion.For(topic, [.. names, .. Topics])}");
        }

        Console.WriteLine(text.ReplaceLineEndings(Environment.NewLine));
        return ExitCode.Ok;
    }

    private const string Inputs = """
          story.txt        a plain text file is one report; UTF-8, UTF-16, or Windows-1252 with a note
          reports/         every .txt, .jsonl, .ndjson and .json file in a folder and its subfolders, by name
          bulk.jsonl       one report a line: {"id":"…","title":"…","text":"…","published":"2016-04-02","outlet":"…","url":"…"}
          report.json      one such object, or a list of them
          -                standard input: one text, or JSON Lines when it begins with {

        The first 1,000,000 characters of a report are read; a note says so when it is longer.
        """;

    private const string Formats = """
          card     for people: each value with its quote and who says it
          json     one record, indented; a list when the input can hold several reports
          jsonl    one record a line, in input order, also for inputs that could not be read ("error")
        """;
}
