using Dateline.Resources;

namespace Dateline.Incidents;

/// <summary>Verbs of claiming, blaming, denying and demanding (data/en/lexicons/responsibility.yaml).</summary>
internal sealed class ResponsibilityLexicon
{
    private readonly Dictionary<string, string> _stances;
    private readonly HashSet<string> _responsibility;
    private readonly HashSet<string> _deeds;
    private readonly HashSet<string> _demands;
    private readonly HashSet<string> _asks;
    private readonly HashSet<string> _involvement;
    private readonly HashSet<string> _suspicion;

    private ResponsibilityLexicon(KnowledgeNode file)
    {
        var stances = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (stance, verbs) in file["stances"]?.Entries ?? [])
        {
            foreach (var verb in verbs.Texts) stances.TryAdd(verb, stance);
        }

        _stances = stances;
        _responsibility = file.TextsOf("responsibility").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _deeds = file.TextsOf("deeds").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _demands = file.TextsOf("demands").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _involvement = file.TextsOf("involvement").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _suspicion = file.TextsOf("suspicion").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _asks = file.TextsOf("asks").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static ResponsibilityLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/responsibility.yaml"));

    /// <summary>claimed, blamed or denied for a verb of that kind; null for others.</summary>
    public string? Stance(string lemma) => _stances.GetValueOrDefault(lemma);

    public bool IsResponsibility(string lemma) => _responsibility.Contains(lemma);

    public bool IsDeed(string lemma) => _deeds.Contains(lemma);

    public bool Demands(string lemma) => _demands.Contains(lemma);

    /// <summary>"a hand", "involved", "behind": what is denied by whoever denies having done it.</summary>
    public bool IsInvolvement(string lemma) => _involvement.Contains(lemma);

    /// <summary>"suspected", "alleged": before a group that is said to have done it.</summary>
    public bool IsSuspicion(string lower) => _suspicion.Contains(lower);

    /// <summary>"ask for", "want": a demand where somebody is held or threatened.</summary>
    public bool Asks(string lemma) => _asks.Contains(lemma);
}
