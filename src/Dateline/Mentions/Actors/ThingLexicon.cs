using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>What kind of thing a noun or short noun phrase names, and what is known of it (data/en/lexicons/things-*.yaml).</summary>
/// <remarks>
/// Keys are lemmas in lower case with spaces for hyphens: "prison guard", "detention centre". Files are read in ordinal order
/// and the first entry of a noun wins, but flags add up; things-wordnet.yaml comes last and fills what nobody listed.
/// The words of weapons.yaml are Weapon where no other file has them: a warplane is a Vehicle or a Weapon by who lists it first.
/// </remarks>
public sealed class ThingLexicon
{
    private const string WeaponFile = "en/lexicons/weapons.yaml";
    private const int LongestPhrase = 4;
    private const int LongestWord = 40;
    private readonly Dictionary<string, Thing> _things;
    private readonly Dictionary<string, ulong> _flags;
    private readonly HashSet<string> _notPeople;

    private ThingLexicon(ThingFileReader reader)
    {
        _things = reader.Things;
        _flags = reader.Flags;
        _notPeople = reader.NotPeople.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How many nouns and phrases it holds.</summary>
    public int Count => _things.Count;

    /// <summary>The flags in use, in ordinal order: attacker, captive, civilian …</summary>
    public IEnumerable<string> FlagNames => _flags.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many nouns of a kind are listed.</summary>
    public int CountOf(ThingKind kind) => _things.Values.Count(thing => thing.Kind == kind);

    /// <summary>Reads the files.</summary>
    /// <exception cref="DataException">A kind or flag is unknown, or a noun stands twice in one file.</exception>
    public static ThingLexicon Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var reader = new ThingFileReader();
        foreach (var file in folder.YamlFiles("en/lexicons"))
        {
            if (file.StartsWith("en/lexicons/things-", StringComparison.Ordinal)) reader.Read(folder.Read(file));
        }

        if (File.Exists(folder.DataFile(WeaponFile))) reader.ReadWeapons(folder.Read(WeaponFile));
        return reader.Errors.Count == 0 ? new ThingLexicon(reader) : throw new DataException(reader.Errors);
    }

    /// <summary>The kind of one noun or listed phrase; of a noun such as "gunman" the kind that a single one has.</summary>
    public ThingKind KindOf(string lemma)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        return Lookup(Key(lemma)).Kind;
    }

    /// <summary>Whether a noun or listed phrase carries a flag, such as <c>attacker</c> or <c>captive</c>.</summary>
    public bool Is(string lemma, string flag)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        return _flags.TryGetValue(flag, out var bit) && (Lookup(Key(lemma)).Flags & bit) != 0;
    }

    /// <summary>The kind of a noun phrase, by the longest listed compound at its end. Several gunmen are a Group, one is a Person.</summary>
    /// <param name="document">The document, with lemmas.</param>
    /// <param name="headPhrase">Modifiers and head, the head last: "prison guard" of "two prison guard captives" asks for the words up to "guard".</param>
    public ThingKind KindOf(Document document, TokenRange headPhrase)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (headPhrase.Count <= 0) return ThingKind.Unknown;
        var thing = Find(document, headPhrase);
        return thing is { Kind: ThingKind.Person, IsMember: true } && IsPlural(document, headPhrase.Last) ? ThingKind.Group : thing.Kind;
    }

    /// <summary>Whether the longest listed compound at the end of a phrase carries a flag.</summary>
    public bool Is(Document document, TokenRange headPhrase, string flag)
    {
        ArgumentNullException.ThrowIfNull(document);
        return headPhrase.Count > 0 && _flags.TryGetValue(flag, out var bit) && (Find(document, headPhrase).Flags & bit) != 0;
    }

    private Thing Find(Document document, TokenRange phrase)
    {
        var head = document.Lemmas[phrase.Last];
        if (head.Length > LongestWord) return default;
        head = head.ToLowerInvariant();
        var best = Lookup(head);
        var key = head;
        var words = 1;
        for (var token = phrase.Last - 1; token >= phrase.First && words < LongestPhrase; token--)
        {
            var word = document.Lemmas[token];
            if (word is "-" or "‑") continue;
            if (word.Length > LongestWord) break;
            key = word.ToLowerInvariant() + " " + key;
            words++;
            if (_things.TryGetValue(key, out var longer)) best = longer;
        }

        return best;
    }

    private Thing Lookup(string key)
    {
        if (_things.TryGetValue(key, out var thing)) return thing;
        var space = key.LastIndexOf(' ');
        return space >= 0 && _things.TryGetValue(key[(space + 1)..], out thing) ? thing : BySuffix(key);
    }

    /// <summary>Endings that make a person of nearly any word; the exceptions are listed in things-person.yaml.</summary>
    private Thing BySuffix(string noun)
    {
        if (noun.Length is < 6 or > LongestWord || _notPeople.Contains(noun)) return default;
        foreach (var ending in (ReadOnlySpan<string>)["woman", "women", "person", "goer", "ologist"])
        {
            if (noun.EndsWith(ending, StringComparison.Ordinal)) return new Thing(ThingKind.Person, 0, false);
        }

        var isPerson = noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("men", StringComparison.Ordinal)
            || (noun.Length > 7 && noun.EndsWith("ist", StringComparison.Ordinal));
        return isPerson ? new Thing(ThingKind.Person, 0, false) : default;
    }

    private static bool IsPlural(Document document, int token) =>
        document.Xpos[token] is "NNS" or "NNPS"
        || (document.Xpos[token].Length == 0 && !string.Equals(document.Lemmas[token], document.Lowers[token], StringComparison.OrdinalIgnoreCase));

    private static string Key(string lemma)
    {
        if (lemma.Length > LongestPhrase * LongestWord) return "";
        return lemma.AsSpan().ContainsAny('-', '‑') ? lemma.ToLowerInvariant().Replace('-', ' ').Replace('‑', ' ') : lemma.ToLowerInvariant();
    }
}

/// <summary>What the lexicon knows of a noun.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Flags">One bit a flag.</param>
/// <param name="IsMember">Whether several of them act as a group: gunmen, rebels, rioters.</param>
internal readonly record struct Thing(ThingKind Kind, ulong Flags, bool IsMember);
