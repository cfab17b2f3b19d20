using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Sourcing;
using NodaTime;

namespace Dateline.Incidents;

/// <summary>One incident as one report tells it. Every value carries the statements it rests on.</summary>
public sealed record ReportedIncident
{
    public required Salience Salience { get; init; }

    /// <summary>Code of the codebook.</summary>
    public required string Type { get; init; }

    public required IReadOnlyList<Statement> TypeStatements { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The words that state it best.</summary>
    public required TextSpan Trigger { get; init; }

    public ToldTime? When { get; init; }

    public ToldPlace? Where { get; init; }

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public IReadOnlyList<ToldWeapon> Weapons { get; init; } = [];

    public IReadOnlyList<Demand> Demands { get; init; } = [];

    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    public Outcome? Outcome { get; init; }

    /// <summary>Every figure that the report states for this incident, in text order; differing ones stay side by side.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<IncidentLink> Links { get; init; } = [];
}

/// <summary>Whether an incident is what the report is about.</summary>
public enum Salience
{
    Main, Background,
}

/// <summary>How far an incident came.</summary>
public enum Stage
{
    Accomplished, Attempted, Foiled, Threatened, Planned, Alleged,
}

/// <summary>When an incident happened.</summary>
/// <param name="Days">The days it covers, both included; null when no day can be resolved.</param>
/// <param name="Precision">How exactly the days are told.</param>
/// <param name="Clock">Local clock time; null when none is told.</param>
/// <param name="Text">The words as printed; null when the days follow from another incident.</param>
/// <param name="Statements">Where it is told.</param>
public sealed record ToldTime(DayInterval? Days, TimePrecision Precision, LocalTime? Clock, string? Text, IReadOnlyList<Statement> Statements);

/// <summary>Where an incident happened.</summary>
public sealed record ToldPlace(Place Place, IReadOnlyList<Statement> Statements);

/// <summary>A weapon as told. <paramref name="Code"/> is null when the words name no listed one.</summary>
public sealed record ToldWeapon(string Text, string? Code, IReadOnlyList<Statement> Statements);

/// <summary>What was demanded, and by which participant (index into <see cref="ReportedIncident.Participants"/>, -1 unknown).</summary>
public sealed record Demand(string Text, int By, IReadOnlyList<Statement> Statements);

/// <summary>Who took, was given or rejected responsibility.</summary>
/// <param name="Actor">Id in the actor list; null when it is not in the list.</param>
/// <param name="Participant">Index into <see cref="ReportedIncident.Participants"/>.</param>
/// <param name="Stance"><c>claimed</c>, <c>blamed</c> or <c>denied</c>.</param>
/// <param name="Statements">Where it is told.</param>
public sealed record Responsibility(string? Actor, int Participant, string Stance, IReadOnlyList<Statement> Statements);

/// <summary>How it ended, such as <c>hostages-rescued</c>.</summary>
public sealed record Outcome(string Code, IReadOnlyList<Statement> Statements);

/// <summary>One stated figure.</summary>
/// <param name="Measure">killed, injured, hostages, abducted, freed, arrested, missing or displaced.</param>
/// <param name="Count">How many.</param>
/// <param name="IsPart">Whether it counts some of another figure's people: "including four".</param>
/// <param name="IsSuperseded">Whether the report itself tells it as overtaken: "an earlier bulletin gave 14".</param>
/// <param name="Participant">Index of the participant that it counts, -1 for people at large.</param>
/// <param name="Statement">Where it is told.</param>
public sealed record Figure(string Measure, StatedCount Count, bool IsPart, bool IsSuperseded, int Participant, Statement Statement);

/// <summary>A link to another incident of the report.</summary>
/// <param name="To">Index of the other incident.</param>
/// <param name="Relation">background, same-actor, retaliation, follow-up, arrests-for or part-of.</param>
/// <param name="Statements">Where it is told.</param>
public sealed record IncidentLink(int To, string Relation, IReadOnlyList<Statement> Statements);

/// <summary>Somebody or something in an incident.</summary>
public sealed record Participant
{
    public required Role Role { get; init; }

    public required ThingKind Kind { get; init; }

    /// <summary>Proper name; null when only described.</summary>
    public string? Name { get; init; }

    /// <summary>The fullest description as printed; null when only named.</summary>
    public string? Description { get; init; }

    /// <summary>Id in the actor list.</summary>
    public string? Actor { get; init; }

    /// <summary>suspect, arrested, charged, on-trial, convicted, acquitted; null when the text says nothing of it.</summary>
    public string? LegalStatus { get; init; }

    /// <summary>The words as printed, one per distinct wording, in text order.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Each stated count with its statement, in text order.</summary>
    public IReadOnlyList<(StatedCount Count, Statement Statement)> Counts { get; init; } = [];

    public IReadOnlyList<ToldFate> Fates { get; init; } = [];
}

/// <summary>What became of a participant.</summary>
/// <param name="Fate">killed, injured, captive, freed …</param>
/// <param name="Counts">How many of them, as stated; empty when the text does not say.</param>
/// <param name="Statements">Where it is told.</param>
public sealed record ToldFate(string Fate, IReadOnlyList<StatedCount> Counts, IReadOnlyList<Statement> Statements);

/// <summary>What part somebody plays in an incident.</summary>
public enum Role
{
    Perpetrator, Victim, Target, Hostage, Detainee, Responder, Claimant, Mediator, Other,
}
