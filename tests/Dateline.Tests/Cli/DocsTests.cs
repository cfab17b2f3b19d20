using System.CommandLine;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Cli;
using Dateline.Cli.Commands;
using Dateline.Cli.Output;
using Dateline.Reports;
using Dateline.Resources;
using Dateline.Tests.House;

namespace Dateline.Tests.Cli;

/// <summary>The guide keeps up with the program.</summary>
public class DocsTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs/guide/commands.md"));

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
        Assert.All(WithSubcommands(CommandTable.All()), command =>
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), command.Name + " " + option.Name));
        });

    [Fact]
    public void Every_option_stands_in_the_guide() =>
        Findings.None(WithSubcommands(CommandTable.All()).SelectMany(command => command.Options).Select(option => option.Name).Distinct().Where(name => !Guide.Contains("`" + name, StringComparison.Ordinal)));

    [Fact]
    public void The_codebook_page_is_what_the_command_prints()
    {
        var codebook = Codebook.Read(Repository.Knowledge.Read("codebooks/dateline.yaml"));
        Assert.True(CodebookPage.Write(codebook, CodebookCommand.Example) == File.ReadAllText(Repository.PathOf("docs/codebook/dateline.md")), "out of date: run " + CodebookCommand.Example);
    }

    /// <summary>The readme shows a claim without its id, score and rule, which change more often than what a report says.</summary>
    [Fact]
    public void The_claim_in_the_readme_is_one_that_the_program_prints()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var text = File.ReadAllText(Repository.PathOf("examples/market-bombing.txt"));
        using var shown = JsonDocument.Parse(readme.Split("```json")[1].Split("```")[0]);
        var quote = shown.RootElement.GetProperty("evidence").GetProperty("quote").GetString()!;
        Assert.Contains(readme.Split("\n> ")[1].Split('\n')[0], text, StringComparison.Ordinal);
        using var record = JsonDocument.Parse(RecordJson.WriteLine(ReportCoder.Load(Repository.Knowledge).Code(new Report("example", text))));
        var claims = record.RootElement.GetProperty("incidents").EnumerateArray().SelectMany(incident => incident.GetProperty("claims").EnumerateArray()).ToList();
        Assert.True(
            claims.Exists(claim => shown.RootElement.EnumerateObject().All(field => claim.TryGetProperty(field.Name, out var value) && JsonElement.DeepEquals(value, field.Value))),
            "the readme's claim is printed no more; now: " + string.Join('\n', claims.Where(claim => claim.GetRawText().Contains(quote, StringComparison.Ordinal)).Select(claim => claim.GetRawText())));
    }

    private static IEnumerable<Command> WithSubcommands(IEnumerable<Command> commands) => commands.SelectMany(command => WithSubcommands(command.Subcommands).Prepend(command));
}
