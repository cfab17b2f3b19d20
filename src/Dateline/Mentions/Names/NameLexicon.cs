using Dateline.Mentions.Actors;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Mentions.Names;

/// <summary>Gathers what the lists know of names: given and family names, titles, heads of bodies, peoples, arms, vehicles, actors, countries.</summary>
/// <remarks>Places of the gazetteer come with the model (<see cref="NameModel.AddPlaces"/>); everything else is read here, so that an edit of a list counts at once.</remarks>
public static class NameLexicon
{
    private const long FewPeople = 1000;
    private const long ManyPeople = 100_000;

    /// <summary>Reads data/en/lexicons/names-*.yaml, the demonyms and, where given, the actor list.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static NameTable Load(KnowledgeFolder folder, ActorList actors, NameModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(actors);
        var table = new NameTable((model?.PlaceCount ?? 0) + 30_000);
        model?.AddPlaces(table);
        AddWords(table, folder.Read("en/lexicons/names-words.yaml"));
        AddNames(table, folder.Read("en/lexicons/names-given.yaml"), NameFlags.GivenName);
        AddNames(table, folder.Read("en/lexicons/names-family.yaml"), NameFlags.Surname);
        AddArms(table, folder.Read("en/lexicons/names-weapons.yaml"));
        AddDemonyms(table, folder.Read("en/lexicons/demonyms.yaml"), folder.Read("gazetteer/demonyms.yaml"));
        foreach (var (wording, actor) in actors.Wordings()) table.Add(wording, FlagsOf(actor));
        return table;
    }

    /// <summary>The names of the gazetteer that the tagger learns with: divisions and regions, and towns of a thousand people or more.</summary>
    public static NameTable Places(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        var table = new NameTable(gazetteer.Count);
        foreach (var (key, entry) in gazetteer.Names())
        {
            if (key.Length < 3 || key.AsSpan().ContainsAnyInRange('0', '9')) continue;
            var flags = entry.Kind switch
            {
                PlaceKind.Country or PlaceKind.Continent => NameFlags.Country,
                PlaceKind.Admin1 or PlaceKind.Admin2 => NameFlags.Division,
                PlaceKind.City => entry.Population >= ManyPeople || entry.IsSeat || entry.IsCapital ? NameFlags.City : entry.Population >= FewPeople || entry.IsOverlay ? NameFlags.Town : NameFlags.None,
                _ => NameFlags.Region,
            };
            if (flags != NameFlags.None) table.Add(key, flags);
        }

        return table;
    }

    private static void AddWords(NameTable table, KnowledgeNode file)
    {
        file.AllowKeys("titles", "after names", "particles", "organisation heads", "organisation suffixes", "facility heads", "place heads", "other heads", "calendar", "no names", "peoples", "vehicles");
        void Add(string key, NameFlags flags)
        {
            foreach (var word in file.TextsOf(key)) table.Add(word, flags);
        }

        Add("titles", NameFlags.Title);
        Add("particles", NameFlags.Particle);
        Add("organisation heads", NameFlags.OrganisationHead);
        Add("organisation suffixes", NameFlags.OrganisationSuffix);
        Add("facility heads", NameFlags.FacilityHead);
        Add("place heads", NameFlags.PlaceHead);
        Add("other heads", NameFlags.OtherHead);
        Add("calendar", NameFlags.Calendar);
        Add("no names", NameFlags.Calendar);
        Add("peoples", NameFlags.People);
        Add("vehicles", NameFlags.Vehicle);
    }

    private static void AddNames(NameTable table, KnowledgeNode file, NameFlags flags)
    {
        file.AllowKeys("names");
        foreach (var (_, names) in file["names"]?.Entries ?? [])
        {
            foreach (var name in names.Texts) table.Add(name, flags);
        }
    }

    private static void AddArms(NameTable table, KnowledgeNode file)
    {
        file.AllowKeys("weapons", "platforms");
        foreach (var name in file.TextsOf("weapons")) table.Add(name, NameFlags.Weapon);
        foreach (var name in file.TextsOf("platforms")) table.Add(name, NameFlags.Vehicle);
    }

    private static void AddDemonyms(NameTable table, KnowledgeNode countries, KnowledgeNode places)
    {
        foreach (var (_, country) in countries["countries"]?.Entries ?? [])
        {
            foreach (var name in country.TextsOf("names")) table.Add(name, NameFlags.Country);
            foreach (var word in country.TextsOf("adjectives").Concat(country.TextsOf("people"))) table.Add(word, NameFlags.Demonym);
        }

        foreach (var (_, words) in places["countries"]?.Entries ?? [])
        {
            foreach (var word in words.Texts) table.Add(word, NameFlags.Demonym);
        }

        foreach (var item in places["places"]?.Items ?? [])
        {
            foreach (var word in item.TextsOf("words")) table.Add(word, NameFlags.Demonym);
        }
    }

    private static NameFlags FlagsOf(Actor actor) => actor switch
    {
        { IsGeneric: true } => NameFlags.GenericBody,
        { Kind: ActorKind.ArmedGroup } => NameFlags.ArmedGroup,
        { Kind: ActorKind.StateForce or ActorKind.Government or ActorKind.International } => NameFlags.StateBody,
        { Kind: ActorKind.NewsAgency or ActorKind.Outlet } => NameFlags.Media,
        _ => NameFlags.Organisation,
    };
}
