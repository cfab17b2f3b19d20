using System.CommandLine;
using Dateline.Cli.Output;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline codebook</c>: prints a codebook as a page for people.</summary>
internal static class CodebookCommand
{
    /// <summary>What prints docs/codebook/dateline.md.</summary>
    public const string Example = "dateline codebook > docs/codebook/dateline.md";

    public static Command Create()
    {
        var codebook = new Option<string?>("--codebook") { Description = "A codebook to print in place of the default one.", HelpName = "FILE" };
        var command = new ExampleCommand("codebook", "Print the codebook as Markdown: types, definitions, codes of other schemes.", Example) { codebook };
        command.SetAction(parse =>
        {
            var file = parse.GetValue(codebook);
            if (file is not null && !File.Exists(file)) throw new UsageException($"the codebook {file} does not exist.");
            var node = file is null ? KnowledgeFolder.BesideProgram.Read("codebooks/dateline.yaml") : KnowledgeNode.Read(file, file);
            Console.Out.Write(CodebookPage.Write(Codebook.Read(node), Example));
            return ExitCode.Ok;
        });
        return command;
    }
}
