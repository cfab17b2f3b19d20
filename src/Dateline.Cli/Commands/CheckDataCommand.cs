using System.CommandLine;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline check-data</c>: checks the lexicons, rules, codebooks and models.</summary>
internal static class CheckDataCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand(
            "check-data",
            "Check the knowledge files: unknown names, failing examples, missing files.",
            "dateline check-data --data ./data");
        var data = new Option<string?>("--data") { Description = "The knowledge folder to check in place of the built-in one.", HelpName = "DIR" };
        command.Add(data);
        command.SetAction(parse =>
        {
            var errors = KnowledgeCheck.Run(KnowledgeLocation.Of(parse.GetValue(data)));
            foreach (var error in errors) Console.WriteLine(error);
            Console.Error.WriteLine(errors.Count == 0 ? "dateline: the knowledge files are sound." : $"dateline: {errors.Count} problems in the knowledge files.");
            return errors.Count == 0 ? ExitCode.Ok : ExitCode.ValidationFailed;
        });
        return command;
    }
}
