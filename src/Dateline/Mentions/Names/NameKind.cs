namespace Dateline.Mentions.Names;

/// <summary>What a name names. Printed in lower case.</summary>
public enum NameKind
{
    /// <summary>A human being by name, without title: "Fuad Masum" of "President Fuad Masum".</summary>
    Person,

    /// <summary>State body, armed group, company, party, union, court, team, outlet: whoever acts as a body.</summary>
    Organisation,

    /// <summary>Country, division, town, region, river, sea, mountain. A state that acts is a place too.</summary>
    Place,

    /// <summary>Building, base, street, camp, airport, bridge.</summary>
    Facility,

    /// <summary>Nationality, people, religion, political creed: "Syrian", "Kurds", "Sunni".</summary>
    Group,

    /// <summary>A make or model of weapon: "AK-47", "Kalashnikov", "Grad".</summary>
    Weapon,

    /// <summary>A make, model or name of a vehicle, ship or aircraft: "Toyota Hilux", "F-16", "USS Cole".</summary>
    Vehicle,

    /// <summary>Anything else with a name: work, law, event, award, product.</summary>
    Other,
}
