using Dateline.Language;

namespace Dateline.Mentions.Actors;

/// <summary>Words that name somebody of the actor list, such as "Islamic State", "IS", "the prison service", "Interfax news agency".</summary>
/// <remarks>People and groups that are only described ("six hostage-takers") are no actor mentions: they are noun phrases with a <see cref="ThingKind"/>.</remarks>
public sealed record ActorMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    /// <summary>The actor; generic ones ("police", "the army") have an id too, with the country filled from context.</summary>
    public required Actor Actor { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the state it acts for or belongs to, from the list or the words around ("Russian authorities"); null when unknown.</summary>
    public string? Country { get; init; }
}

/// <summary>One entry of the actor list (data/actors/*.yaml).</summary>
/// <param name="Id">Stable id, lower-case with hyphens: <c>islamic-state</c>.</param>
/// <param name="Name">The name in English use: "Islamic State".</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of its state or main country; null when it has none.</param>
/// <param name="IsGeneric">Whether it is a role that every country has, such as <c>police</c>: it takes its country from the context.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind, string? Country, bool IsGeneric);

/// <summary>Kinds of actor; records write them in lower case with hyphens.</summary>
public enum ActorKind
{
    /// <summary>Armed group, militia, gang, cartel.</summary>
    ArmedGroup,

    /// <summary>Armed forces, police, intelligence, prison guards: whoever may use force for a state.</summary>
    StateForce,

    /// <summary>Government, ministry, court, agency, office, local authority.</summary>
    Government,

    /// <summary>International body: UN, NATO, African Union.</summary>
    International,

    /// <summary>NGO, hospital service, rights monitor, company, church, university.</summary>
    Organisation,

    /// <summary>Political party or movement without arms.</summary>
    Party,

    /// <summary>News agency: Interfax, TASS, Reuters.</summary>
    NewsAgency,

    /// <summary>Other outlet: newspaper, broadcaster, site.</summary>
    Outlet,
}
