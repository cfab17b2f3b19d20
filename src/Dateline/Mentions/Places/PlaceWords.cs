using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>Words around place names, from data/gazetteer/words.yaml.</summary>
internal sealed class PlaceWords
{
    internal required HashSet<string> Common { get; init; }

    /// <summary>Words that are no places in news, whatever the gazetteer says.</summary>
    internal required HashSet<string> Never { get; init; }

    internal required HashSet<string> Organisations { get; init; }

    /// <summary>Before a place's name, or before "of" and it, these make an organisation of it: "Bank of China", "Air France".</summary>
    internal required HashSet<string> OrganisationHeads { get; init; }

    /// <summary>Behind any place's name, a country's too, these are newspapers, banks and carriers.</summary>
    internal required HashSet<string> Media { get; init; }

    /// <summary>Words that a country's own reports use: "sheriff's" → US. Each found speaks for the country.</summary>
    internal required Dictionary<string, string> CountryCues { get; init; }

    internal required HashSet<string> LocalServices { get; init; }

    internal required HashSet<string> Titles { get; init; }

    internal required HashSet<string> GivenNames { get; init; }

    internal required HashSet<string> PersonVerbs { get; init; }

    internal required HashSet<string> Facilities { get; init; }

    internal required HashSet<string> LowerCaseFacilities { get; init; }

    internal required HashSet<string> Streets { get; init; }

    internal required HashSet<string> At { get; init; }

    internal required HashSet<string> Near { get; init; }

    internal required HashSet<string> Origin { get; init; }

    internal required HashSet<string> Towards { get; init; }

    internal required HashSet<string> NotOrigin { get; init; }

    internal required HashSet<string> NotTowards { get; init; }

    /// <summary>Kind nouns: "oblast" → Admin1. A word may stand for several kinds.</summary>
    internal required Dictionary<string, List<PlaceKind>> Kinds { get; init; }

    /// <summary>Kind nouns that, with a capital, are part of the name: "Valley".</summary>
    internal required HashSet<string> NameNouns { get; init; }

    /// <summary>Plural of a kind noun → the noun: "counties" → "county".</summary>
    internal required Dictionary<string, string> PluralKinds { get; init; }

    /// <summary>Legal forms of firms: "Inc.".</summary>
    internal required HashSet<string> LegalForms { get; init; }

    /// <summary>Behind a name these make a disease of it: "West Nile virus".</summary>
    internal required HashSet<string> Diseases { get; init; }

    /// <summary>Verbs that tell what happens in a place whose name is their subject: "Iraq saw".</summary>
    internal required HashSet<string> Undergoing { get; init; }

    internal required KnowledgeNode States { get; init; }

    internal static PlaceWords Load(KnowledgeFolder folder)
    {
        var file = folder.Read("gazetteer/words.yaml");
        file.AllowKeys("kinds", "name nouns", "plural kinds", "diseases", "legal forms", "undergoing", "organisation heads", "media", "country cues", "facilities", "lower-case facilities", "streets", "never", "organisations", "local services", "at", "near", "origin", "towards",
            "not origin", "not towards", "common", "titles", "person verbs", "given names", "states");
        HashSet<string> Set(string key) => file.TextsOf(key).ToHashSet(StringComparer.Ordinal);
        var kinds = new Dictionary<string, List<PlaceKind>>(StringComparer.Ordinal);
        foreach (var (code, words) in file["kinds"]?.Entries ?? [])
        {
            var kind = CodeNames.Parse<PlaceKind>(code) ?? throw words.Error($"unknown kind of place \"{code}\"");
            foreach (var word in words.Texts)
            {
                if (!kinds.TryGetValue(word, out var list)) kinds.Add(word, list = []);
                list.Add(kind);
            }
        }

        return new PlaceWords
        {
            Common = Set("common"),
            Never = Set("never"),
            Organisations = Set("organisations"),
            OrganisationHeads = Set("organisation heads"),
            Media = Set("media"),
            CountryCues = (file["country cues"]?.Entries ?? []).SelectMany(entry => entry.Value.Texts.Select(word => (word, entry.Key))).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal),
            LocalServices = Set("local services"),
            Titles = Set("titles"),
            GivenNames = Set("given names"),
            PersonVerbs = Set("person verbs"),
            Facilities = Set("facilities"),
            LowerCaseFacilities = Set("lower-case facilities"),
            Streets = Set("streets"),
            At = Set("at"),
            Near = Set("near"),
            Origin = Set("origin"),
            Towards = Set("towards"),
            NotOrigin = Set("not origin"),
            NotTowards = Set("not towards"),
            Kinds = kinds,
            NameNouns = Set("name nouns"),
            PluralKinds = (file["plural kinds"]?.Entries ?? []).ToDictionary(
                entry => entry.Key, entry => kinds.ContainsKey(entry.Value.Required()) ? entry.Value.Required() : throw entry.Value.Error("no kind has this noun"), StringComparer.Ordinal),
            Diseases = Set("diseases"),
            LegalForms = Set("legal forms"),
            Undergoing = Set("undergoing"),
            States = file["states"] ?? throw file.Error("\"states:\" is missing"),
        };
    }
}
