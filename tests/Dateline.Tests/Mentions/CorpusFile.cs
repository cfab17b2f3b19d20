using Dateline.Resources;

namespace Dateline.Tests.Mentions;

/// <summary>Reads corpus/en/*.yaml: phrase → value, with near misses.</summary>
internal static class CorpusFile
{
    public static KnowledgeNode Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "corpus", name))) folder = folder.Parent;
        return KnowledgeNode.Read(Path.Combine(folder?.FullName ?? throw new FileNotFoundException(name), "corpus", name), name);
    }
}
