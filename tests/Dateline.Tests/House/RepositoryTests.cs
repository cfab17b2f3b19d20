using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dateline.Tests.House;

/// <summary>What a visitor of the repository can rely on: readmes, licences, origins, and nothing of the machines it was made on.</summary>
public partial class RepositoryTests
{
    private static readonly string[] TextEndings = [".cs", ".md", ".yaml", ".json", ".jsonl", ".sh", ".props", ".csproj", ".slnx", ".txt", ".tsv", ".csv", ".editorconfig"];

    // In two parts, so that this file does not name them itself.
    private static readonly string[] RegistryHosts =
        [.. new[] { "nuget org", "pypi org", "npmjs org", "npmjs com", "crates io", "rubygems org" }.Select(host => host.Replace(' ', '.'))];

    [Fact]
    public void Every_folder_of_the_sources_says_what_comes_in_and_goes_out() => Findings.None(
        from folder in Folders("src", depth: 3)
        where Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs").Any()
        let readme = Repository.PathOf(folder + "/README.md")
        let lines = File.Exists(readme) ? File.ReadLines(readme).Count() : 0
        where lines is < 5 or > 16
        select lines == 0 ? $"{folder} has no README.md" : $"{folder}/README.md has {lines} lines; 5 to 15 are asked for");

    [Fact]
    public void Every_data_folder_tells_origin_licence_and_date() => Findings.None(
        from folder in Folders("data", depth: 2)
        where Directory.EnumerateFiles(Repository.PathOf(folder)).Any()
        let sources = Repository.PathOf(folder + "/SOURCE.md")
        // One file may speak for the folders below it.
        let source = File.Exists(sources) ? sources : Repository.PathOf(folder[..folder.LastIndexOf('/')] + "/SOURCE.md")
        let text = File.Exists(source) ? File.ReadAllText(source) : ""
        where !text.Contains("icen", StringComparison.Ordinal) || !DayOrVersion().IsMatch(text)
        select text.Length == 0 ? $"{folder} has no SOURCE.md" : $"{folder}/SOURCE.md names no licence, or neither day nor version");

    [Fact]
    public void Every_model_has_a_card() => Findings.None(
        Directory.EnumerateFiles(Repository.PathOf("models"), "*.bin").Where(model => !File.Exists(Path.ChangeExtension(model, ".md"))).Select(DataFlowTests.Name));

    [Fact]
    public void Licence_and_notice_are_there_and_the_notice_names_every_package()
    {
        Assert.Contains("Apache License", File.ReadAllText(Repository.PathOf("LICENSE")), StringComparison.Ordinal);
        var notice = File.ReadAllText(Repository.PathOf("NOTICE"));
        var packages = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        Findings.None(packages.Where(package => !notice.Contains(package + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere() => Findings.None(
        from file in Tracked()
        where file.EndsWith(".md", StringComparison.Ordinal)
        from link in Link().Matches(File.ReadAllText(Repository.PathOf(file))).Select(match => match.Groups[1].Value.Split('#')[0])
        where link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, link))
        select $"{file} links to {link}");

    /// <summary>Paths of somebody's machine and hosts of package registries do not work elsewhere.</summary>
    [Fact]
    public void No_file_names_a_machine_or_a_registry() => Findings.None(
        from file in Tracked()
        where TextEndings.Contains(Path.GetExtension(file)) || Path.GetExtension(file).Length == 0
        from line in File.ReadLines(Repository.PathOf(file)).Select((text, index) => (Text: text, Number: index + 1))
        where MachinePath().IsMatch(line.Text) || RegistryHosts.Any(host => line.Text.Contains(host, StringComparison.OrdinalIgnoreCase))
        select $"{file}({line.Number}): {line.Text.Trim()}");

    private static IEnumerable<string> Folders(string root, int depth) =>
        Directory.EnumerateDirectories(Repository.PathOf(root), "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth })
            .Select(DataFlowTests.Name).Where(folder => !folder.Split('/').Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal);

    /// <summary>The files that git tracks; the test is skipped in a checkout without git.</summary>
    private static List<string> Tracked()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0) return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(name => File.Exists(Repository.PathOf(name)))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
        }

        Assert.Skip("git does not know this folder.");
        return [];
    }

    /// <summary>A month or day, or a table of pinned versions.</summary>
    [GeneratedRegex(@"\b20\d\d-\d\d\b|\bVersion\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOrVersion();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(^|[\s""'(=`])(/(home|root|Users|work|mnt|tmp|var)/\w|[A-Z]:\\\\?\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();
}
