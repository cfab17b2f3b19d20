namespace Dateline.Mentions.Names;

/// <summary>What the lists know of a word or phrase. One word may be much at once: "Jordan" is a country and a given name.</summary>
[Flags]
public enum NameFlags : uint
{
    None = 0,
    Country = 1 << 0,

    /// <summary>State, province, county.</summary>
    Division = 1 << 1,

    /// <summary>A town of a hundred thousand people or more, or the seat of a division.</summary>
    City = 1 << 2,

    /// <summary>A smaller town or village.</summary>
    Town = 1 << 3,

    /// <summary>Region, sea, river, mountain, landmark, quarter.</summary>
    Region = 1 << 4,
    Demonym = 1 << 5,

    /// <summary>A people, religion or creed without a state of that name.</summary>
    People = 1 << 6,
    GivenName = 1 << 7,
    Surname = 1 << 8,

    /// <summary>Title, rank, office or profession that stands before a person's name.</summary>
    Title = 1 << 9,

    /// <summary>Noun that heads an organisation's name: Ministry, University, Front.</summary>
    OrganisationHead = 1 << 10,

    /// <summary>Legal form or the like behind a company's name: Inc, GmbH, FC.</summary>
    OrganisationSuffix = 1 << 11,

    /// <summary>Noun that heads a facility's name: Airport, Hospital, Bridge.</summary>
    FacilityHead = 1 << 12,

    /// <summary>Noun that heads a place's name: Province, River, Island.</summary>
    PlaceHead = 1 << 13,
    ArmedGroup = 1 << 14,

    /// <summary>State force, government body or international body of the actor list.</summary>
    StateBody = 1 << 15,

    /// <summary>Other organisation or party of the actor list.</summary>
    Organisation = 1 << 16,

    /// <summary>News agency or outlet of the actor list.</summary>
    Media = 1 << 17,

    /// <summary>Month, day of the week, feast, or an abbreviation such as DNA: in capitals and no name.</summary>
    Calendar = 1 << 18,
    Vehicle = 1 << 19,
    Weapon = 1 << 20,

    /// <summary>Small word within a person's name: "al", "bin", "van", "de".</summary>
    Particle = 1 << 21,

    /// <summary>Noun that heads the name of an event or work: War, Agreement, Cup.</summary>
    OtherHead = 1 << 22,

    /// <summary>A role of the actor list that every country has: police, army, government.</summary>
    GenericBody = 1 << 23,

    /// <summary>A longer phrase begins with these words; kept by the table itself.</summary>
    Prefix = 1u << 31,

    AnyPlace = Country | Division | City | Town | Region,
    AnyActor = ArmedGroup | StateBody | Organisation | Media,
    AnyPerson = GivenName | Surname,

    /// <summary>Flags that say what the whole phrase is; the others are of single words and of what stands beside a name.</summary>
    AnyEntity = AnyPlace | AnyActor | Demonym | People | Vehicle | Weapon | Calendar,
}
