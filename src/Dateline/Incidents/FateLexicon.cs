using Dateline.Resources;

namespace Dateline.Incidents;

/// <summary>Fates, the measures that count them, and the words that tell them without a verb (data/en/lexicons/fates.yaml).</summary>
internal sealed class FateLexicon
{
    private readonly Dictionary<string, string> _measures;
    private readonly Dictionary<string, string> _status;
    private readonly Dictionary<string, string> _legal;
    private readonly HashSet<string> _tolls;
    private readonly HashSet<string> _general;
    private readonly HashSet<string> _abducting;
    private readonly HashSet<string> _attackersHere;
    private readonly HashSet<string> _captivesHere;
    private readonly HashSet<string> _reaching;
    private readonly HashSet<string> _responses;
    private readonly HashSet<string> _generalWeapons;

    private FateLexicon(KnowledgeNode file)
    {
        _measures = (file["measures"]?.Entries ?? []).ToDictionary(entry => entry.Key, entry => entry.Value.Required(), StringComparer.Ordinal);
        _status = ByWord(file["status"]);
        _legal = ByWord(file["legal"]);
        _tolls = file.TextsOf("tolls").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _general = file.TextsOf("general-people").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _responses = file.TextsOf("responses").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _generalWeapons = file.TextsOf("general-weapons").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _captivesHere = file.TextsOf("captives-here").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _attackersHere = file.TextsOf("attackers-here").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _reaching = file.TextsOf("reaching").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _abducting = file.TextsOf("abducting").ToHashSet(StringComparer.Ordinal);
        Satellites = file.TextsOf("satellites").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Families that become a fate of the incident at hand unless they are the news themselves.</summary>
    public IReadOnlySet<string> Satellites { get; }

    public static FateLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/fates.yaml"));

    /// <summary>The measure of casualties that counts a fate in an incident of a type; null when none does.</summary>
    public string? Measure(string fate, string type) =>
        fate == "captive" && _abducting.Contains(type) ? "abducted" : _measures.GetValueOrDefault(fate);

    /// <summary>The fate that a word tells behind a number: <c>killed</c> for "dead"; null for other words.</summary>
    public string? Status(string word) => _status.GetValueOrDefault(word);

    public bool IsToll(string lemma) => _tolls.Contains(lemma);

    /// <summary>Whether a verb takes a toll to its number: climb, stand, reach.</summary>
    public bool Reaches(string lemma) => _reaching.Contains(lemma);

    public bool IsGeneral(string lemma) => _general.Contains(lemma);

    /// <summary>Whether a noun can only mean the attackers of the incident at hand: "gunman", and not "militant", who may be its victim.</summary>
    public bool IsAttackerHere(string lemma) => _attackersHere.Contains(lemma);

    /// <summary>Whether a noun can only mean the captives of the incident at hand: "hostage", and not "inmate", who may be the captor.</summary>
    public bool IsCaptiveHere(string lemma) => _captivesHere.Contains(lemma);

    /// <summary>Whether a verb tells what police, soldiers or rescuers do at a scene.</summary>
    public bool IsResponse(string lemma) => _responses.Contains(lemma);

    /// <summary>Whether a weapon word is too general to be one: "ammunition", "weapons".</summary>
    public bool IsGeneralWeapon(string lemma) => _generalWeapons.Contains(lemma);

    /// <summary>The standing before the law that a word tells; null for other words.</summary>
    public string? Legal(string word) => _legal.GetValueOrDefault(word);

    private static Dictionary<string, string> ByWord(KnowledgeNode? labels)
    {
        var byWord = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (label, words) in labels?.Entries ?? [])
        {
            foreach (var word in words.Texts) byWord.TryAdd(word, label);
        }

        return byWord;
    }
}
