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
        _asks = file.TextsOf("asks").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static ResponsibilityLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/responsibility.yaml"));

    /// <summary>claimed, blamed or denied for a verb of that kind; null for others.</summary>
    public string? Stance(string lemma) => _stances.GetValueOrDefault(lemma);

    public bool IsResponsibility(string lemma) => _responsibility.Contains(lemma);

    public bool IsDeed(string lemma) => _deeds.Contains(lemma);

    public bool Demands(string lemma) => _demands.Contains(lemma);

    /// <summary>"ask for", "want": a demand where somebody is held or threatened.</summary>
    public bool Asks(string lemma) => _asks.Contains(lemma);
}
