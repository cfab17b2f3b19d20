using Dateline.Resources;

namespace Dateline.Tests.Language;

/// <summary>Phrases and what they stand for, from <c>corpus/en</c> at the repository's root.</summary>
internal static class PhraseCases
{
    /// <summary>The knowledge files as the program ships them.</summary>
    public static KnowledgeFolder Knowledge => KnowledgeFolder.BesideProgram;

    /// <summary>Reads one file of <c>corpus/en</c>.</summary>
    public static KnowledgeNode Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "corpus", "en", name);
            if (File.Exists(path)) return KnowledgeNode.Read(path, name);
        }

        throw new FileNotFoundException($"corpus/en/{name} is not above {AppContext.BaseDirectory}");
    }

    /// <summary>The rows under a key: each a list of texts, null where the file has "~".</summary>
    public static IEnumerable<TheoryDataRow> Rows(string name, string key, int columns) =>
        Read(name)[key]!.Items.Select(row => new TheoryDataRow([.. Enumerable.Range(0, columns).Select(i => columns == 1 ? row.Text : row.Items[i].Text)]));
}
