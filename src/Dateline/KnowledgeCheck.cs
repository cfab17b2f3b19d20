using Dateline.Resources;

namespace Dateline;

/// <summary>Checks everything in a knowledge folder, as <c>dateline check-data</c> does: every file is read, every example runs.</summary>
public static class KnowledgeCheck
{
    /// <summary>All errors, in file order; empty when the folder is sound.</summary>
    public static IReadOnlyList<DataError> Run(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder.Data)) return [new DataError(folder.Data, 1, "the folder is missing")];
        var errors = new List<DataError>();
        foreach (var path in Directory.EnumerateFiles(folder.Data, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder.Data, path).Replace('\\', '/');
            Collect(errors, name, () => KnowledgeNode.Read(path, name));
        }

        if (errors.Count == 0) Collect(errors, "", () => errors.AddRange(Failures(ReportCoder.Load(folder))));
        return errors;
    }

    private static IEnumerable<DataError> Failures(ReportCoder coder) => [.. FrameExamples.Failures(coder), .. TimeExamples.Failures(coder)];

    private static void Collect(List<DataError> errors, string file, Action load)
    {
        try
        {
            load();
        }
        catch (DataException e)
        {
            errors.AddRange(e.Errors);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // YamlDotNet's scanner throws InvalidOperationException on some broken files, without a line.
            errors.Add(new DataError(file, 1, "not readable: " + e.Message));
        }
    }
}
