using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

/// <summary>The scorer against the referee it was written after, which lies with the shared corpora.</summary>
public class RefereeAgreementTests
{
    private static readonly string[] GoldSets = ["seed", "fakes.dev", "gvc.dev", "world.dev", "wikinews.dev"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_row_agrees_with_the_referee(int seed)
    {
        if (Repository.Shared is not { } shared) { Assert.Skip("No shared corpora: set DATELINE_SHARED or put a folder \"shared\" beside the repository."); return; }
        var files = GoldSets.Select(set => Path.Combine(shared, "data", "gold", set + ".jsonl")).Append(Path.Combine(Repository.Root, "corpus", "reports"));
        Compare(shared, [.. files.Where(path => File.Exists(path) || Directory.Exists(path))], seed);
    }

    private static void Compare(string shared, string[] files, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-referee-");
        try
        {
            var (goldFile, systemFile) = (Path.Combine(folder.FullName, "gold.jsonl"), Path.Combine(folder.FullName, "system.jsonl"));
            var spoiled = new SpoiledRecords(seed);
            var gold = files.SelectMany(GoldLines).ToList();
            File.WriteAllLines(goldFile, gold.Select(line => line.GetRawText().ReplaceLineEndings(" ")));
            File.WriteAllLines(systemFile, gold.Select(line => spoiled.Of(line).ToJsonString()));

            var table = RecordScorer.Score(GoldFile.Read([goldFile]), [.. JsonLines.Read(systemFile).Select(line => line.Element)]);
            using var referee = Referee(Path.Combine(shared, "tools", "score_records.py"), goldFile, systemFile);

            var rows = referee.RootElement.GetProperty("rows");
            Assert.Equal(rows.EnumerateObject().Select(row => row.Name), table.Rows.Select(row => row.Name));
            foreach (var row in table.Rows)
            {
                var theirs = rows.GetProperty(row.Name);
                Assert.Equal(
                    (row.Name, theirs.GetProperty("tp").GetInt32(), theirs.GetProperty("gold").GetInt32(), theirs.GetProperty("system").GetInt32()),
                    (row.Name, row.Hits, row.Gold, row.System));
                Assert.Equal(theirs.GetProperty("f").GetDouble(), row.F, 1e-9);
            }

            Assert.Equal(referee.RootElement.GetProperty("headline").GetDouble(), table.Headline!.Value, 1e-9);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<JsonElement> GoldLines(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(GoldLines)
            : JsonLines.Read(path).Select(line => line.Element);

    private static JsonDocument Referee(string script, string gold, string system)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, gold, system, "--json"]) { RedirectStandardOutput = true })!;
            var json = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return JsonDocument.Parse(json);
        }
        catch (Win32Exception)
        {
            Assert.Skip("No python3 on this machine to run the referee.");
            throw;
        }
    }
}
