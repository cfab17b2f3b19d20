using System.Runtime.CompilerServices;
using Dateline.Cli;

namespace Dateline.Tests.Cli;

/// <summary>The guide keeps up with the program.</summary>
public class DocsTests
{
    private static readonly string Guide = File.ReadAllText(GuideFile("commands.md"));

    public static TheoryData<string> Commands => new(CommandTable.All().Select(command => command.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_a_section(string command) =>
        Assert.Contains($"\n## {command}\n", Guide, StringComparison.Ordinal);

    [Fact]
    public void Every_exit_code_is_explained() =>
        Assert.All(ExitCode.All, code => Assert.Contains($"| {code.Code} | {code.Meaning} |", Guide, StringComparison.Ordinal));

    [Fact]
    public void Every_command_has_a_description_and_so_has_each_of_its_options() =>
        Assert.All(CommandTable.All(), command =>
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), command.Name + " " + option.Name));
        });

    private static string GuideFile(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "guide", name);
}
