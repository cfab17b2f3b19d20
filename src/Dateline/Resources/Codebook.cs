namespace Dateline.Resources;

/// <summary>A coding scheme: which types of incident there are, what they mean, and their codes in the field's datasets.</summary>
/// <remarks>Read from data/codebooks/dateline.yaml or the file that <c>--codebook</c> names.</remarks>
public sealed class Codebook
{
    private readonly Dictionary<string, IncidentType> _types;
    private readonly List<HashSet<string>> _together;

    private Codebook(string name, Dictionary<string, IncidentType> types, List<HashSet<string>> together)
    {
        Name = name;
        _types = types;
        _together = together;
    }

    public string Name { get; }

    public IReadOnlyCollection<IncidentType> Types => _types.Values;

    /// <summary>The type with a code; null when the codebook has none.</summary>
    public IncidentType? this[string code] => _types.GetValueOrDefault(code);

    /// <summary>The part of a code before the slash: <c>attack</c> of <c>attack/stabbing</c>.</summary>
    public static string Family(string code)
    {
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? code : code[..slash];
    }

    /// <summary>Whether one incident can be told in words of both types: an attack that is called a bombing further down.</summary>
    public bool CanBeOne(string codeA, string codeB)
    {
        string a = Family(codeA), b = Family(codeB);
        return a == b || _together.Exists(set => (set.Contains(a) || set.Contains(codeA)) && (set.Contains(b) || set.Contains(codeB)));
    }

    /// <summary>Reads a codebook.</summary>
    /// <exception cref="DataException">The file breaks the format; every error is named.</exception>
    public static Codebook Read(KnowledgeNode file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var types = new Dictionary<string, IncidentType>(StringComparer.Ordinal);
        var errors = new List<DataError>();
        foreach (var (code, node) in file["types"]?.Entries ?? throw file.Error("\"types:\" is missing"))
        {
            if (node.TextOf("definition") is not { } definition) errors.Add(new DataError(node.File, node.Line, $"type {code} has no \"definition:\""));
            else types.Add(code, new IncidentType(code, node.TextOf("label") ?? code, definition, CrosswalkOf(node)));
        }

        foreach (var code in types.Keys.Where(code => !types.ContainsKey(Family(code))))
        {
            errors.Add(new DataError(file.File, file.Line, $"type {code} needs its family {Family(code)} in the same file"));
        }

        if (errors.Count > 0) throw new DataException(errors);
        var together = (file["together"]?.Items ?? []).Select(set => set.Texts.ToHashSet(StringComparer.Ordinal)).ToList();
        return new Codebook(file.TextOf("codebook") ?? file.File, types, together);
    }

    private static Dictionary<string, string> CrosswalkOf(KnowledgeNode node) =>
        node.Entries.Where(entry => entry.Key is not ("label" or "definition") && entry.Value.Text is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Required(), StringComparer.Ordinal);
}

/// <summary>One type of incident.</summary>
/// <param name="Code"><c>family</c> or <c>family/kind</c>.</param>
/// <param name="Label">What people read: "Siege with hostages".</param>
/// <param name="Definition">One sentence.</param>
/// <param name="Crosswalk">The nearest code in other schemes, by the scheme's name: gtd, acled, plover, cameo.</param>
public sealed record IncidentType(string Code, string Label, string Definition, IReadOnlyDictionary<string, string> Crosswalk);
