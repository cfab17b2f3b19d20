namespace Dateline.Evaluation.Records;

/// <summary>Reads gold reports: JSON Lines, one <c>gold.json</c>, or a folder with one <c>gold.json</c> per report.</summary>
public static class GoldFile
{
    /// <summary>Reads all paths in order; within a folder the reports come in ordinal order of their folders.</summary>
    /// <exception cref="EvaluationFileException">A path is absent, a line is broken, or two reports have one name.</exception>
    public static IReadOnlyList<GoldReport> Read(IEnumerable<string> paths)
    {
        var reports = new List<GoldReport>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in paths.SelectMany(Files))
        {
            foreach (var (element, line) in JsonLines.Read(file))
            {
                var report = GoldReader.Read(element, file, line);
                if (!known.TryAdd(report.Doc, file)) throw new EvaluationFileException(file, line, $"report \"{report.Doc}\" stands in {known[report.Doc]} already");
                reports.Add(report);
            }
        }

        return reports;
    }

    private static IReadOnlyList<string> Files(string path)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files =
        [
            .. Directory.EnumerateFiles(path, "gold.json"),
            .. Directory.EnumerateDirectories(path).Select(folder => Path.Combine(folder, "gold.json")).Where(File.Exists).Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new EvaluationFileException(path, 0, "no folder in it has a gold.json");
    }
}
