using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Chains;

/// <summary>Words that tell the sex of a person: nouns, titles, given names (data/en/lexicons/chains.yaml).</summary>
public sealed class ChainLexicon
{
    /// <summary>The file, relative to the data folder.</summary>
    public const string FileName = "en/lexicons/chains.yaml";

    private readonly Dictionary<string, PhraseGender> _nouns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PhraseGender> _titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PhraseGender> _names = new(StringComparer.OrdinalIgnoreCase);

    private ChainLexicon(KnowledgeNode file, ThingLexicon things)
    {
        Things = things;
        file.AllowKeys("male-nouns", "female-nouns", "male-titles", "female-titles", "titles", "male-names", "female-names");
        Add(_nouns, file, "male-nouns", PhraseGender.Male);
        Add(_nouns, file, "female-nouns", PhraseGender.Female);
        Add(_titles, file, "male-titles", PhraseGender.Male);
        Add(_titles, file, "female-titles", PhraseGender.Female);
        Add(_titles, file, "titles", PhraseGender.Person);
        Add(_names, file, "male-names", PhraseGender.Male);
        Add(_names, file, "female-names", PhraseGender.Female);
    }

    /// <summary>What kind of thing nouns name.</summary>
    public ThingLexicon Things { get; }

    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static ChainLexicon Load(KnowledgeFolder folder, ThingLexicon things)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ChainLexicon(folder.Read(FileName), things);
    }

    /// <summary>The sex that a common noun tells; unknown for most.</summary>
    public PhraseGender OfNoun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>The sex that a title before a name tells; <see cref="PhraseGender.Person"/> for a title that either may bear.</summary>
    public PhraseGender OfTitle(string word) => _titles.GetValueOrDefault(word);

    /// <summary>The sex that mostly bears a given name; unknown for names that are not listed.</summary>
    public PhraseGender OfGivenName(string word) => _names.GetValueOrDefault(word);

    private static void Add(Dictionary<string, PhraseGender> words, KnowledgeNode file, string key, PhraseGender gender)
    {
        foreach (var word in file.TextsOf(key)) words.TryAdd(word, gender);
    }
}
