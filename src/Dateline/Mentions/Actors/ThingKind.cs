namespace Dateline.Mentions.Actors;

/// <summary>What kind of thing a noun names: decides who can be killed, arrested, destroyed, or be a place.</summary>
public enum ThingKind
{
    Unknown,

    /// <summary>One human being or several: man, villagers, nurse, suspect, "Patrick Crusius".</summary>
    Person,

    /// <summary>Armed or unarmed collective without a state: gunmen, rebels, militants, gang, crowd, protesters.</summary>
    Group,

    /// <summary>Company, charity, church, party, union, media house.</summary>
    Organisation,

    /// <summary>Soldiers, police, guards, troops, navy, security forces.</summary>
    StateForce,

    /// <summary>Government, ministry, authorities, court, prison service, officials speaking for a state.</summary>
    Government,

    /// <summary>Building, base, market, checkpoint, school.</summary>
    Facility,

    /// <summary>Car, truck, ship, aircraft, train, convoy.</summary>
    Vehicle,

    /// <summary>Other property: houses' contents, livestock, money, pipeline, equipment.</summary>
    Property,

    /// <summary>Weapon or means: knife, rifle, bomb, drone.</summary>
    Weapon,

    /// <summary>City, region, country, street.</summary>
    Place,

    /// <summary>Something that happens: attack, siege, concert.</summary>
    Happening,

    /// <summary>Animal.</summary>
    Animal,

    /// <summary>Idea, amount, document, time: never a participant.</summary>
    Abstract,
}
