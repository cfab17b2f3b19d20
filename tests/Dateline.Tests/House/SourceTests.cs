using System.Text.RegularExpressions;

namespace Dateline.Tests.House;

/// <summary>How source files are laid out.</summary>
public partial class SourceTests
{
    private const int MostLines = 450;

    private static readonly string[] Files =
        [.. new[] { "src", "tests", "bench" }.SelectMany(root => Directory.EnumerateFiles(Repository.PathOf(root), "*.cs", SearchOption.AllDirectories)).Select(DataFlowTests.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_namespace_is_the_folder() => Findings.None(
        from file in Files
        let declared = Declaration().Match(File.ReadAllText(Repository.PathOf(file)))
        where declared.Success && declared.Groups[1].Value != Namespace(file)
        select $"{file} declares {declared.Groups[1].Value}, not {Namespace(file)}");

    [Fact]
    public void No_file_is_long() => Findings.None(
        from file in Files
        let lines = File.ReadLines(Repository.PathOf(file)).Count()
        where lines > MostLines
        select $"{file} has {lines} lines; {MostLines} are the most");

    /// <summary>"src/Dateline.Cli/Commands/ReadCommand.cs" → "Dateline.Cli.Commands".</summary>
    private static string Namespace(string file) => string.Join('.', file.Split('/')[1..^1]);

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
