using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dateline.Cli;

/// <summary>A command whose help opens with examples that can be copied.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>Help that begins with examples: most visits to a help page end there.</summary>
internal sealed class ExampleHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples =
    [
        "dateline read story.txt                      one report as a card",
        "dateline read reports/ --format jsonl        a folder, one record a line",
        "cat bulk.jsonl | dateline read - > out.jsonl JSON Lines in, JSON Lines out",
    ];

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var examples = command is ExampleCommand example ? example.Examples : command is RootCommand ? RootExamples : [];
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var line in examples) output.WriteLine("  " + line);
            output.WriteLine();
        }

        return inner.Invoke(parseResult);
    }
}
