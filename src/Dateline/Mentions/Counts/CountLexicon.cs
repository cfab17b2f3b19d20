using System.Globalization;
using Dateline.Resources;

namespace Dateline.Mentions.Counts;

/// <summary>The words that counts are read with: data/en/lexicons/count-words.yaml, count-nouns.yaml, vague-counts.yaml and numbers.yaml.</summary>
internal sealed class CountLexicon
{
    private readonly Dictionary<string, CountNoun> _nouns;
    private readonly HashSet<string> _denied;

    private CountLexicon(WordClasses words, NumberReader numbers, Dictionary<string, CountNoun> nouns, HashSet<string> denied)
    {
        (Words, Numbers, _nouns, _denied) = (words, numbers, nouns, denied);
        Modifiers = [.. ModifierKinds.Select(kind => (kind, Class(kind.ToString())))];
        Part = Class("part-before");
        PartAfter = Class("part-after");
        More = Class("more-after");
        FloorAfter = Class("floor-after");
        AboutAfter = Class("about-after");
        State = Class("state");
        HarmVerb = Class("harm-verb");
        BareSubject = Class("bare-subject");
        Nobody = Class("nobody");
        Negative = Class("negative");
        Both = Class("both");
        Numbered = Class("numbered");
        Currency = Class("currency");
        Measure = Class("measure");
        Street = Class("street");
        EndsPhrase = Class("ends-phrase");
        OneBefore = Class("one-before");
        Vague = Class("vague-count");
        LeadIn = Class("lead-in");
    }

    private static readonly Modifier[] ModifierKinds = [Modifier.Floor, Modifier.Above, Modifier.Ceiling, Modifier.Below, Modifier.About, Modifier.MoreBefore, Modifier.All, Modifier.Plain];

    public WordClasses Words { get; }

    public NumberReader Numbers { get; }

    /// <summary>What may stand before a number, in the order in which they are tried.</summary>
    public (Modifier Kind, WordClasses.Phrases Phrases)[] Modifiers { get; }

    public WordClasses.Phrases Part { get; }

    public WordClasses.Phrases PartAfter { get; }

    public WordClasses.Phrases More { get; }

    public WordClasses.Phrases FloorAfter { get; }

    public WordClasses.Phrases AboutAfter { get; }

    public WordClasses.Phrases State { get; }

    public WordClasses.Phrases HarmVerb { get; }

    public WordClasses.Phrases BareSubject { get; }

    public WordClasses.Phrases Nobody { get; }

    public WordClasses.Phrases Negative { get; }

    public WordClasses.Phrases Both { get; }

    public WordClasses.Phrases Numbered { get; }

    public WordClasses.Phrases Currency { get; }

    public WordClasses.Phrases Measure { get; }

    public WordClasses.Phrases Street { get; }

    public WordClasses.Phrases EndsPhrase { get; }

    public WordClasses.Phrases OneBefore { get; }

    public WordClasses.Phrases Vague { get; }

    public WordClasses.Phrases LeadIn { get; }

    public bool TryNoun(string lower, out CountNoun noun) => _nouns.TryGetValue(lower, out noun);

    /// <summary>Whether "no" before this noun states a count of nought.</summary>
    public bool IsDenied(string lower) => _denied.Contains(lower);

    public static CountLexicon Load(KnowledgeFolder folder)
    {
        var words = new WordClasses();
        words.Add(folder.Read("en/lexicons/count-words.yaml"));
        words.Add(folder.Read("en/lexicons/vague-counts.yaml"));
        var file = folder.Read("en/lexicons/count-nouns.yaml");
        file.AllowKeys("persons", "things", "groups", "denied");
        var nouns = new Dictionary<string, CountNoun>(StringComparer.Ordinal);
        AddNouns(nouns, file["things"], false);
        AddNouns(nouns, file["persons"], true);
        foreach (var group in file.TextsOf("groups")) nouns[group] = new CountNoun(group, true, true, true);
        return new CountLexicon(words, NumberReader.Load(folder), nouns, file.TextsOf("denied").ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Reads a range as vague-counts.yaml writes it: <c>24..</c>, <c>2..2</c>.</summary>
    public static StatedCount Range(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var low = int.Parse(text.AsSpan(0, dots), NumberStyles.None, CultureInfo.InvariantCulture);
        return new StatedCount(low, dots + 2 < text.Length ? int.Parse(text.AsSpan(dots + 2), NumberStyles.None, CultureInfo.InvariantCulture) : null);
    }

    private WordClasses.Phrases Class(string name)
    {
        var code = name.Contains('-', StringComparison.Ordinal) ? name : CodeOf(name);
        return Words.Class(code) ?? throw new DataException("en/lexicons/count-words.yaml", 1, $"the class \"{code}\" is missing");
    }

    private static string CodeOf(string name) => CodeNames.Parse<Modifier>(name) is null && Enum.TryParse<Modifier>(name, out var kind) ? kind.Code() : name;

    private static void AddNouns(Dictionary<string, CountNoun> nouns, KnowledgeNode? node, bool isPerson)
    {
        foreach (var (singular, plurals) in node?.Entries ?? [])
        {
            // The text's hyphens are tokens of their own; "hostage-taker" is found by its last word.
            var lemma = singular[(singular.LastIndexOf('-') + 1)..];
            nouns.TryAdd(lemma, new CountNoun(lemma, false, isPerson, false));
            foreach (var plural in plurals.Texts)
            {
                var last = plural[(plural.LastIndexOf('-') + 1)..];
                nouns[last] = new CountNoun(plural == "people" ? "people" : lemma, true, isPerson, last == lemma);
            }
        }
    }
}

/// <summary>A noun that is counted.</summary>
/// <param name="Lemma">Its singular; a group word is its own.</param>
/// <param name="IsPlural">Whether this form names several.</param>
/// <param name="IsPerson">Whether it names human beings.</param>
/// <param name="IsEither">Whether the same form names one or several ("police", "aircraft").</param>
internal readonly record struct CountNoun(string Lemma, bool IsPlural, bool IsPerson, bool IsEither);

/// <summary>How words before a number change it.</summary>
internal enum Modifier
{
    None, Floor, Above, Ceiling, Below, About, MoreBefore, All, Plain,
}
