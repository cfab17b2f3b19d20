using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Triggers;

/// <summary>What a frame asks of its subject or object: <c>person group</c>, <c>not state-force</c>, or <c>state-force not court</c>.</summary>
/// <remarks>
/// A word is a code of <see cref="ThingKind"/>, or names a list of nouns in data/en/frames/near-misses.yaml under <c>kinds</c>. What
/// stands before <c>not</c> is asked for, what stands behind it is excluded and beats the rest. With <c>named</c> a clause that
/// names no subject ("nine were killed") is no match, with <c>none</c> one that has an object.
/// </remarks>
public sealed class KindCondition
{
    private readonly HashSet<ThingKind> _asked;
    private readonly HashSet<string> _askedNouns;
    private readonly HashSet<ThingKind> _excluded;
    private readonly HashSet<string> _excludedNouns;

    private KindCondition(string text, IReadOnlyDictionary<string, string[]> nouns)
    {
        var asked = new HashSet<ThingKind>();
        var askedNouns = new HashSet<string>(StringComparer.Ordinal);
        var excluded = new HashSet<ThingKind>();
        var excludedNouns = new HashSet<string>(StringComparer.Ordinal);
        var isExclusion = false;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "not") isExclusion = true;
            else if (word == "named") MustBeNamed = true;
            else if (word == "none") MustBeAbsent = true;
            else if (nouns.TryGetValue(word, out var list)) (isExclusion ? excludedNouns : askedNouns).UnionWith(list);
            else (isExclusion ? excluded : asked).Add(CodeNames.Parse<ThingKind>(word) ?? throw new FormatException(word));
        }

        _asked = asked.ToHashSet();
        _askedNouns = askedNouns.ToHashSet(StringComparer.Ordinal);
        _excluded = excluded.ToHashSet();
        _excludedNouns = excludedNouns.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Anything will do, nothing too.</summary>
    public static KindCondition Any { get; } = new("", new Dictionary<string, string[]>());

    /// <summary>Whether the clause must not have one: "they demonstrated", not "they demonstrated a pump".</summary>
    public bool MustBeAbsent { get; }

    /// <summary>Whether the clause must name it, in the passive too.</summary>
    public bool MustBeNamed { get; }

    /// <summary>Whether a clause that names nobody there is accepted.</summary>
    public bool AllowsNone => _asked.Count == 0 && _askedNouns.Count == 0;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">A word is neither a kind nor a list; the message is that word.</exception>
    public static KindCondition Parse(string? text, IReadOnlyDictionary<string, string[]> nouns) => text is null ? Any : new KindCondition(text, nouns);

    /// <summary>Whether a noun of a kind is accepted.</summary>
    /// <param name="kind">What the noun phrase names.</param>
    /// <param name="lemma">The lemma of its head, in lower case.</param>
    public bool Accepts(ThingKind kind, string lemma)
    {
        if (MustBeAbsent || _excludedNouns.Contains(lemma)) return false;
        if (_askedNouns.Contains(lemma)) return true;
        return !_excluded.Contains(kind) && (AllowsNone || _asked.Contains(kind));
    }

    /// <summary>Whether a noun is one that the condition excludes by name or kind; what it asks for does not matter.</summary>
    public bool Forbids(ThingKind kind, string lemma) => _excludedNouns.Contains(lemma) || (_excluded.Contains(kind) && !_askedNouns.Contains(lemma));
}
