using Dateline.Resources;

namespace Dateline.Tests.Mentions;

/// <summary>Finds the knowledge and the corpus of the working tree from the test program's folder.</summary>
internal static class Corpus
{
    public static string Root { get; } = FindRoot();

    /// <summary>The data folder of the working tree, so that tests see an edit without a build.</summary>
    public static KnowledgeFolder Knowledge { get; } = new(Path.Combine(Root, "data"), Path.Combine(Root, "models"));

    public static KnowledgeNode Read(string name) => KnowledgeNode.Read(Path.Combine(Root, "corpus", "en", name), "corpus/en/" + name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
