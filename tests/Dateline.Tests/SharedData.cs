namespace Dateline.Tests;

/// <summary>Corpora that are not part of the repository; tests that need them are skipped where they are absent.</summary>
internal static class SharedData
{
    /// <summary>The folder named by <c>DATELINE_SHARED</c>, else the folder <c>shared</c> beside the repository; null when there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Path of a file or folder in <see cref="Root"/>; the test is skipped when it is absent.</summary>
    public static string Require(string relative)
    {
        var path = Root is null ? null : Path.Combine(Root, relative);
        if (path is null || !Path.Exists(path)) Assert.Skip($"{relative} is not here; set DATELINE_SHARED to the folder of shared corpora to run this test");
        return path!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DATELINE_SHARED") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "data"))) return shared;
        }

        return null;
    }
}
