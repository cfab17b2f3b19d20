using Dateline.Resources;

namespace Dateline.Tests;

/// <summary>The working tree: its knowledge, its corpus, and the shared corpora that stand beside it on machines that have them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The knowledge of the working tree, so that tests see an edit without a build.</summary>
    public static KnowledgeFolder Knowledge { get; } = new(Path.Combine(Root, "data"), Path.Combine(Root, "models"));

    /// <summary>Corpora that are not part of the repository: the folder named by <c>DATELINE_SHARED</c>, else <c>shared</c> beside the repository; null when there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Full path of a file or folder of the working tree, named with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Reads one file of <c>corpus/en</c>.</summary>
    public static KnowledgeNode Corpus(string name) => KnowledgeNode.Read(PathOf("corpus/en/" + name), "corpus/en/" + name);

    /// <summary>Path of a file or folder in <see cref="Shared"/>; the test is skipped when it is absent.</summary>
    public static string RequireShared(string relative)
    {
        var path = Shared is null ? null : Path.Combine(Shared, relative);
        if (path is null || !Path.Exists(path)) Assert.Skip($"{relative} is not here; set DATELINE_SHARED to the folder of shared corpora to run this test");
        return path!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static string? FindShared()
    {
        var folder = Environment.GetEnvironmentVariable("DATELINE_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared");
        return Directory.Exists(folder) ? folder : null;
    }
}
