using System.CommandLine;
using Dateline.Cli.Commands;
using Dateline.Evaluation.Records;
using Dateline.Resources;

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
        CodebookCommand.Create(),
        EvaluateCommand.Create(() => new CoderRecordSource(ReportCoder.Load(KnowledgeFolder.BesideProgram)), () => ReportCoder.Load(KnowledgeFolder.BesideProgram)),
        TrainCommand.Create(),
        BuildCommand.Create(),
        CompletionCommand.Create(),
        HelpCommand.Create(),
    ];
}
