using Dateline.Resources;

namespace Dateline.Tests.Mentions;

/// <summary>A data folder with a few files, gone after the test.</summary>
internal sealed class TemporaryKnowledge : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dateline-");

    public TemporaryKnowledge(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public KnowledgeFolder Knowledge => new(_folder.FullName, _folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
