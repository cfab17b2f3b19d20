namespace Dateline.Tests.Evaluation;

/// <summary>The repository, and the shared corpora that stand beside it on machines that have them.</summary>
internal static class Folders
{
    public static string Repository { get; } = FindRepository();

    /// <summary>Named by DATELINE_SHARED, else the folder <c>shared</c> beside the repository; null when absent.</summary>
    public static string? Shared
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("DATELINE_SHARED") ?? Path.Combine(Repository, "..", "shared");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
