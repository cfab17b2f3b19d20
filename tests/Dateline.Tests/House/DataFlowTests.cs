using System.Text.RegularExpressions;

namespace Dateline.Tests.House;

/// <summary>Text flows one way: a folder of the core uses only folders above it.</summary>
public partial class DataFlowTests
{
    /// <summary>The folders of src/Dateline in the order of the flow, as docs/decisions and the folders' READMEs tell it.</summary>
    private static readonly string[] Flow = ["Resources", "Reports", "Reading", "Language", "Mentions", "Sourcing", "Incidents", "Claims"];

    public static IEnumerable<string> SourceFiles => Directory.EnumerateFiles(Repository.PathOf("src/Dateline"), "*.cs", SearchOption.AllDirectories).Select(Name).Order(StringComparer.Ordinal);

    [Fact]
    public void A_folder_uses_only_folders_above_it() => Findings.None(SourceFiles.SelectMany(file => Breaches(file, File.ReadAllText(Repository.PathOf(file)))));

    [Fact]
    public void A_breach_is_told_with_file_and_folder() => Assert.Equal(
        ["src/Dateline/Language/Bad.cs uses Claims"],
        Breaches("src/Dateline/Language/Bad.cs", "using Dateline.Claims;\nusing Dateline.Reading;\nusing System.Text;\n"));

    [Fact]
    public void Every_folder_of_the_core_has_its_place_in_the_flow() => Assert.Equal(
        Flow.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Repository.PathOf("src/Dateline")).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Breaches(string file, string text)
    {
        var own = Array.IndexOf(Flow, file.Split('/')[2]);
        // Files of the root, such as ReportCoder.cs, put the stages together and may use all of them.
        return own < 0 ? [] : UsedFolder().Matches(text).Select(use => use.Groups[1].Value).Distinct().Where(used => Array.IndexOf(Flow, used) > own).Select(used => $"{file} uses {used}");
    }

    internal static string Name(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?Dateline\.(\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsedFolder();
}
