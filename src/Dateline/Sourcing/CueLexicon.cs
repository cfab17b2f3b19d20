using Dateline.Resources;

namespace Dateline.Sourcing;

/// <summary>The words by which texts ascribe speech, thoughts, wishes and plans to somebody, and where each counts (data/en/lexicons/cues.yaml).</summary>
public sealed class CueLexicon
{
    private const string Passive = "passive ";
    private readonly Dictionary<string, CueEntry[]> _verbs;
    private readonly Dictionary<string, CueEntry[]> _nouns;
    private readonly Dictionary<string, CueEntry[]> _adjectives;
    private readonly HashSet<string> _carriers;
    private readonly HashSet<string> _modals;
    private readonly HashSet<string> _impersonal;

    private CueLexicon(KnowledgeNode file)
    {
        _verbs = Entries(file, "verbs");
        _nouns = Entries(file, "nouns");
        _adjectives = Entries(file, "adjectives");
        _carriers = file.TextsOf("carriers").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _impersonal = file.TextsOf("impersonal").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _modals = file.TextsOf("modals").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static CueLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/cues.yaml"));

    /// <summary>The readings of a verb, those with a second word ("call for") first; none when it is no cue.</summary>
    public IReadOnlyList<CueEntry> Verb(string lemma) => _verbs.GetValueOrDefault(lemma) ?? [];

    /// <summary>The readings of a noun; none when it is no cue.</summary>
    public IReadOnlyList<CueEntry> Noun(string lemma) => _nouns.GetValueOrDefault(lemma) ?? [];

    /// <summary>The readings of an adjective; none when it is no cue.</summary>
    public IReadOnlyList<CueEntry> Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma) ?? [];

    /// <summary>Whether a verb only carries its noun: "made the claim".</summary>
    public bool IsCarrier(string lemma) => _carriers.Contains(lemma);

    /// <summary>Whether the subject of a verb is no source: "she seems to agree".</summary>
    public bool IsImpersonal(string lemma) => _impersonal.Contains(lemma);

    /// <summary>Whether a helper puts what follows into the future or into possibility.</summary>
    public bool IsModal(string lower) => _modals.Contains(lower);

    private static Dictionary<string, CueEntry[]> Entries(KnowledgeNode file, string key)
    {
        var entries = new Dictionary<string, List<CueEntry>>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in file[key]?.Items ?? throw file.Error($"\"{key}:\" is missing"))
        {
            group.AllowKeys("kind", "strength", "with", "words");
            var kind = CodeNames.Parse<AttributionKind>(group["kind"] ?? throw group.Error("\"kind:\" is missing"));
            var strength = CodeNames.Parse<CueStrength>(group["strength"] ?? throw group.Error("\"strength:\" is missing"));
            var frames = group["with"] is { } with ? with.Texts.Where(frame => !frame.StartsWith(Passive, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal) : null;
            var passive = frames is null ? null : group.TextsOf("with").Where(frame => frame.StartsWith(Passive, StringComparison.Ordinal)).Select(frame => frame[Passive.Length..]).ToHashSet(StringComparer.Ordinal);
            foreach (var word in group.TextsOf("words"))
            {
                var space = word.IndexOf(' ', StringComparison.Ordinal);
                var first = space < 0 ? word : word[..space];
                if (!entries.TryGetValue(first, out var list)) entries[first] = list = [];
                list.Add(new CueEntry(first, space < 0 ? null : word[(space + 1)..], kind, strength, frames, passive));
            }
        }

        return entries.ToDictionary(pair => pair.Key, pair => pair.Value.OrderBy(entry => entry.Second is null).ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>One reading of a cue word.</summary>
/// <param name="Word">Its dictionary form.</param>
/// <param name="Second">The words that must follow it: "for" in "call for"; null when none.</param>
/// <param name="Kind">What it ascribes.</param>
/// <param name="Strength">How often it ascribes something in its constructions.</param>
/// <param name="Frames">Constructions it counts in; null when all.</param>
/// <param name="PassiveFrames">Constructions it counts in as a passive only; null when all.</param>
public sealed record CueEntry(string Word, string? Second, AttributionKind Kind, CueStrength Strength, IReadOnlySet<string>? Frames, IReadOnlySet<string>? PassiveFrames);

/// <summary>How often a word ascribes something to somebody where its construction fits.</summary>
public enum CueStrength
{
    /// <summary>About every other time.</summary>
    Weak,

    /// <summary>More often than not.</summary>
    Fair,

    /// <summary>Nearly always.</summary>
    Strong,
}
