using System.CommandLine;
using Dateline.Cli.Commands;

namespace Dateline.Cli;

/// <summary>Every command that <c>dateline</c> has, in the order in which help lists them.</summary>
internal static class CommandTable
{
    public static IReadOnlyList<Command> All() =>
    [
        ReadCommand.Create(),
        MentionsCommand.Create(),
        ExplainCommand.Create(),
        CheckCommand.Create(),
        CheckDataCommand.Create(),
        CompletionCommand.Create(),
        HelpCommand.Create(),
    ];
}
