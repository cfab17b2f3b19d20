using Dateline.Resources;

namespace Dateline.Incidents;

/// <summary>Verbs that carry an event noun (data/en/lexicons/light-verbs.yaml).</summary>
internal sealed class LightVerbs
{
    private readonly HashSet<string> _performs;
    private readonly HashSet<string> _suffers;
    private readonly HashSet<string> _occurs;

    private LightVerbs(KnowledgeNode file)
    {
        _performs = file.TextsOf("performs").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _suffers = file.TextsOf("suffers").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _occurs = file.TextsOf("occurs").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static LightVerbs Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/light-verbs.yaml"));

    /// <summary>"carried out", "launched": the subject acts.</summary>
    public bool Performs(string lemma) => _performs.Contains(lemma);

    /// <summary>"suffered", "survived": the subject is the one hit.</summary>
    public bool Suffers(string lemma) => _suffers.Contains(lemma);

    /// <summary>"happened", "took place": the event is the subject.</summary>
    public bool Occurs(string lemma) => _occurs.Contains(lemma);
}
