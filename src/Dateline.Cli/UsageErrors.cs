using System.CommandLine;
using System.CommandLine.Parsing;
using Dateline.Cli.Commands;

namespace Dateline.Cli;

/// <summary>What is wrong with a command line, in one sentence, with the word that was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>The first error; null when the command line can be run.</summary>
    public static string? First(ParseResult parse, IReadOnlyList<string> args)
    {
        if (args is [['[', ..], ..]) return null;
        var command = parse.CommandResult.Command;
        if (UnknownOption(parse, args) is { } option)
        {
            var known = OptionNames(parse.CommandResult);
            return $"{Path(command)} has no option {option}{Suggestion.For(option, known)}";
        }

        if (parse.Errors.Count == 0 || AsksForHelp(parse)) return null;
        if (command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var word, ..])
        {
            var names = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToArray();
            return $"there is no command \"{(Path(command) + " " + word)["dateline ".Length..]}\"{Suggestion.For(word, names)}";
        }

        if (Missing(parse) is { } missingPart) return missingPart;
        var message = parse.Errors[0].Message;
        if (message.StartsWith("Cannot parse argument", StringComparison.Ordinal) && parse.Errors[0].SymbolResult is OptionResult { Tokens: [var value, ..] } wrong)
            return $"{wrong.Option.Name} takes a whole number, not \"{value.Value}\".";
        return message.StartsWith("Required argument missing for option", StringComparison.Ordinal) && parse.Errors[0].SymbolResult is OptionResult missing
            ? $"{missing.Option.Name} needs a value: {missing.Option.HelpName}."
            : message;
    }

    /// <summary>What the command cannot do without: a command below it, an option, an argument.</summary>
    private static string? Missing(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (command.Subcommands.Count > 0 && command.Action is null)
            return $"{Path(command)} needs a command: {OutputOptions.Choices([.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)])}.";
        if (command.Options.FirstOrDefault(option => option.Required && parse.GetResult(option) is not { Implicit: false }) is { } needed)
            return $"{Path(command)} needs {needed.Name} {needed.HelpName}: {Sentence(needed.Description)}";
        if (command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parse.GetResult(argument) is not { Tokens.Count: > 0 }) is { } empty)
            return $"{Path(command)} needs {empty.Name}: {Sentence(empty.Description)}";
        return null;
    }

    private static string Sentence(string? description) => description is { Length: > 1 } ? char.ToLowerInvariant(description[0]) + description[1..] : "see --help.";

    /// <summary>An argument that looks like an option and none is: the parser takes it for an input.</summary>
    private static string? UnknownOption(ParseResult parse, IReadOnlyList<string> args)
    {
        var afterDashes = args.Count - args.TakeWhile(arg => arg != "--").Count() - 1;
        var behind = new HashSet<string>(afterDashes > 0 ? args.Skip(args.Count - afterDashes) : [], StringComparer.Ordinal);
        var words = parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value).Concat(parse.UnmatchedTokens);
        var found = words.FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !behind.Contains(word));
        return found?.Split('=')[0];
    }

    private static string[] OptionNames(CommandResult result)
    {
        var names = new List<string>();
        for (CommandResult? at = result; at is not null; at = at.Parent as CommandResult)
        {
            foreach (var option in at.Command.Options) names.AddRange([option.Name, .. option.Aliases]);
        }

        return [.. names];
    }

    private static bool AsksForHelp(ParseResult parse) => parse.Action is ExampleHelp;

    private static string Path(Command command) =>
        command is RootCommand ? "dateline" : (command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent) : "dateline") + " " + command.Name;
}
