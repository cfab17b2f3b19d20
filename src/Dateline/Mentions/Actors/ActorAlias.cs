namespace Dateline.Mentions.Actors;

/// <summary>One wording of an actor and when it may count.</summary>
internal sealed record ActorAlias(Actor Actor, AliasUse Use)
{
    public bool Has(AliasUse use) => (Use & use) != 0;
}

/// <summary>Conditions under which a wording names its actor.</summary>
[Flags]
internal enum AliasUse
{
    Always = 0,

    /// <summary>Only right after "the": "the Guardian", "the Base".</summary>
    AfterThe = 1,

    /// <summary>Only without another capitalised word beside it: "Wagner", not "Robert Wagner".</summary>
    Alone = 2,

    /// <summary>Only with a country before it: "Israeli forces", not any "forces".</summary>
    WithCountry = 4,

    /// <summary>Not in wire copy in capitals, where "IS" is a verb.</summary>
    NotInCapitals = 8,

    /// <summary>A local body: a capitalised place name before it is part of its name, as in "Columbus Police Department".</summary>
    Local = 16,
}
