using Dateline.Resources;

namespace Dateline.Mentions.Weapons;

/// <summary>Weapons and means of attack by name and model (data/en/lexicons/weapons.yaml).</summary>
public sealed class WeaponLexicon
{
    private readonly Dictionary<string, string> _codes;
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);

    private WeaponLexicon(KnowledgeNode file, Dictionary<string, string> codes)
    {
        _codes = codes;
        Cues = file.TextsOf("cues").ToHashSet(StringComparer.Ordinal);
        Modifiers = file.TextsOf("modifiers").ToHashSet(StringComparer.Ordinal);
        NotModifiers = file.TextsOf("not-modifiers").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The codes, in ordinal order.</summary>
    public IEnumerable<string> Codes => _codes.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many wordings it holds, near misses included.</summary>
    public int Count => Names.Count;

    internal PhraseTable<WeaponWording> Names { get; } = new();

    /// <summary>Words that make a weapon of a stick: armed, wielding, with.</summary>
    internal IReadOnlySet<string> Cues { get; }

    /// <summary>Words that may stand before a weapon, for text without tags: home-made, loaded, heavy.</summary>
    internal IReadOnlySet<string> Modifiers { get; }

    /// <summary>Words that the tagger calls adjectives and that belong to no weapon's name: several, other, more.</summary>
    internal IReadOnlySet<string> NotModifiers { get; }

    /// <summary>What a code means, in a few words; null for an unknown code.</summary>
    public string? Meaning(string code) => _codes.GetValueOrDefault(code);

    /// <summary>The code that a verb implies: <c>explosive</c> of "bomb"; null for any other verb.</summary>
    public string? ImpliedBy(string verb) => _verbs.GetValueOrDefault(verb);

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataException">One wording has two codes, or a code is not defined.</exception>
    public static WeaponLexicon Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = folder.Read("en/lexicons/weapons.yaml");
        file.AllowKeys("codes", "implied", "implied-verbs", "never", "cues", "modifiers", "not-modifiers");
        var codes = (file["codes"]?.Entries ?? []).ToDictionary(entry => entry.Key, entry => entry.Value.Required("means"), StringComparer.Ordinal);
        var lexicon = new WeaponLexicon(file, codes);
        var errors = new List<DataError>();
        var first = new Dictionary<string, KnowledgeNode>(StringComparer.Ordinal);

        // First, as of wordings with the same letters the first stands: "Shell" the company before any shell.
        Add(file["never"], "", WordingUse.Never);
        foreach (var (code, entry) in file["codes"]?.Entries ?? [])
        {
            entry.AllowKeys("means", "words", "with-cue");
            Add(entry["words"], code, WordingUse.Names);
            Add(entry["with-cue"], code, WordingUse.NamesWithCue);
        }

        foreach (var (code, words) in file["implied"]?.Entries ?? []) Add(words, code, WordingUse.Implies);
        foreach (var (code, words) in file["implied-verbs"]?.Entries ?? []) AddVerbs(words, code);
        return errors.Count == 0 ? lexicon : throw new DataException(errors);

        // "bomb" is a noun above and a verb here; the tagger decides in the text.
        void AddVerbs(KnowledgeNode words, string code)
        {
            foreach (var verb in words.Texts) lexicon._verbs[verb] = code;
            AddAll(words.Items.Where(verb => !first.ContainsKey(verb.Required())), code, WordingUse.ImpliesAsVerb);
        }

        void Add(KnowledgeNode? words, string code, WordingUse use)
        {
            if (code.Length > 0 && words is not null && !codes.ContainsKey(code)) errors.Add(new DataError(words.File, words.Line, $"unknown code \"{code}\"{Nearest.Suggestion(code, [.. codes.Keys])}"));
            AddAll(words?.Items ?? [], code, use);
        }

        void AddAll(IEnumerable<KnowledgeNode> words, string code, WordingUse use)
        {
            foreach (var word in words)
            {
                var name = word.Required();
                if (!first.TryAdd(name, word))
                {
                    errors.Add(new DataError(word.File, word.Line, $"\"{name}\" stands in line {first[name].Line} already"));
                    continue;
                }

                foreach (var wording in PhraseWording.Of(name)) lexicon.Names.Add(wording, new WeaponWording(code, use));
                if (HasOwnPlural(name)) lexicon.Names.Add(name + "s", new WeaponWording(code, use));
            }
        }
    }

    /// <summary>Words in capitals match the printed form only, so "Katyushas" must be known beside "Katyusha".</summary>
    private static bool HasOwnPlural(string name)
    {
        var last = name.AsSpan(name.LastIndexOf(' ') + 1);
        return last.ContainsAnyInRange('A', 'Z') && last[^1] is not ('s' or 'S') && !last.Contains('/');
    }
}

/// <summary>A wording of the weapon lexicon.</summary>
/// <param name="Code">The code; empty for a near miss.</param>
/// <param name="Use">What finding the words says.</param>
internal sealed record WeaponWording(string Code, WordingUse Use);

/// <summary>What finding a wording of the weapon lexicon says.</summary>
internal enum WordingUse
{
    /// <summary>It names a weapon.</summary>
    Names,

    /// <summary>It names one when a cue or another weapon is near: sticks, stones, bottles.</summary>
    NamesWithCue,

    /// <summary>It tells of one used: "gunfire".</summary>
    Implies,

    /// <summary>It does so as a verb only: "stabbed".</summary>
    ImpliesAsVerb,

    /// <summary>It looks like one and is none: "fire brigade", "shell company".</summary>
    Never,
}
