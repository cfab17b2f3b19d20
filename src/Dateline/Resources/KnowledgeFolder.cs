namespace Dateline.Resources;

/// <summary>Where the knowledge files and the models are.</summary>
/// <param name="Data">The folder <c>data</c>.</param>
/// <param name="Models">The folder <c>models</c>.</param>
public sealed record KnowledgeFolder(string Data, string Models)
{
    /// <summary>The folders that travel with the program.</summary>
    public static KnowledgeFolder BesideProgram { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>Reads one YAML file of the data folder, such as <c>en/lexicons/weapons.yaml</c>.</summary>
    /// <exception cref="DataException">The file is absent or broken.</exception>
    public KnowledgeNode Read(string name)
    {
        var path = DataFile(name);
        return File.Exists(path) ? KnowledgeNode.Read(path, name) : throw new DataException(name, 1, $"the file is missing from {Data}");
    }

    /// <summary>Full path of a file in the data folder.</summary>
    public string DataFile(string name) => Path.Combine(Data, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Full path of a file in the models folder.</summary>
    public string ModelFile(string name) => Path.Combine(Models, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Names (relative, with forward slashes) of the YAML files in a folder of the data folder, in ordinal order.</summary>
    public IReadOnlyList<string> YamlFiles(string folder)
    {
        var path = DataFile(folder);
        if (!Directory.Exists(path)) return [];
        return [.. Directory.EnumerateFiles(path, "*.yaml").Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }
}
