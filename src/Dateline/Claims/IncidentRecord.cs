using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>One incident as one report tells it: who did what to whom, where, when. Every value names the claims it rests on.</summary>
public sealed record IncidentRecord
{
    /// <summary>Unique in its report, such as <c>i1</c>.</summary>
    public required string Key { get; init; }

    /// <summary><c>main</c> or <c>background</c>; several can be main.</summary>
    public required string Salience { get; init; }

    /// <summary>A code of the codebook, such as <c>hostage-taking/siege</c>. Rests on the claims whose field is <c>type</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>accomplished</c>, <c>attempted</c>, <c>foiled</c>, <c>threatened</c>, <c>planned</c> or <c>alleged</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>The words that state it best.</summary>
    public required TriggerRecord Trigger { get; init; }

    /// <summary>One line made from the fields below, holding nothing that they do not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WhenRecord? When { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WhereRecord? Where { get; init; }

    public IReadOnlyList<ParticipantRecord> Participants { get; init => field = value ?? []; } = [];

    public IReadOnlyList<WeaponRecord> Weapons { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DemandRecord> Demands { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ResponsibilityRecord> Responsibility { get; init => field = value ?? []; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OutcomeRecord? Outcome { get; init; }

    /// <summary>Totals over everybody; null when no figure is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CasualtiesRecord? Casualties { get; init; }

    public IReadOnlyList<LinkRecord> Links { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ClaimRecord> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>Words and where they stand; offsets in UTF-16 code units, half-open.</summary>
public sealed record TriggerRecord
{
    /// <summary><c>title</c> or <c>body</c>.</summary>
    public required string In { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Quote { get; init; }
}

/// <summary>When an incident happened: first and last day, both included.</summary>
public sealed record WhenRecord
{
    /// <summary>First day, ISO 8601; null when no day can be resolved.</summary>
    public string? Start { get; init; }

    /// <summary>Last day, ISO 8601; null when no day can be resolved.</summary>
    public string? End { get; init; }

    /// <summary>Clock time in the place's own time, <c>HH:mm</c>; null when the text gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Time { get; init; }

    /// <summary><c>time</c>, <c>day</c>, <c>days</c>, <c>week</c>, <c>month</c>, <c>season</c>, <c>year</c>, <c>decade</c> or <c>unknown</c>.</summary>
    public required string Precision { get; init; }

    /// <summary>The words that tell it, such as "Sunday"; null when they stand nowhere.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>Where an incident happened.</summary>
public sealed record WhereRecord
{
    public required string Name { get; init; }

    /// <summary><c>facility</c>, <c>district</c>, <c>city</c>, <c>admin2</c>, <c>admin1</c>, <c>region</c>, <c>natural</c>, <c>country</c> or <c>continent</c>.</summary>
    public required string Kind { get; init; }

    public string? City { get; init; }

    public string? Admin1 { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>The true place lies within this distance of the point, in kilometres.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>GeoNames id of the place or of what contains it.</summary>
    public long? Geonames { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>A weapon or means: the words and their code.</summary>
public sealed record WeaponRecord
{
    public required string Text { get; init; }

    public string? Code { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>What was demanded, as printed, and by which participant.</summary>
public sealed record DemandRecord
{
    public required string Text { get; init; }

    /// <summary>Key of a participant; null when nobody is named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>Who is said to be behind an incident, and in what way.</summary>
public sealed record ResponsibilityRecord
{
    /// <summary>Id in the actor list; null when it is not in the list.</summary>
    public string? Actor { get; init; }

    /// <summary>Key of a participant; null when it is none of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Participant { get; init; }

    /// <summary><c>claimed</c>, <c>blamed</c> or <c>denied</c>.</summary>
    public required string Stance { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>How an incident ended, such as <c>hostages-rescued</c>.</summary>
public sealed record OutcomeRecord
{
    public required string Code { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>A relation to another incident of the same report.</summary>
public sealed record LinkRecord
{
    /// <summary>Key of the other incident.</summary>
    public required string To { get; init; }

    /// <summary><c>background</c>, <c>same-actor</c>, <c>retaliation</c>, <c>follow-up</c>, <c>arrests-for</c> or <c>part-of</c>.</summary>
    public required string Relation { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}
