using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>Somebody or something that took part in an incident, in one role. Rests on the claims whose field is <c>participants/KEY</c>.</summary>
public sealed record ParticipantRecord
{
    /// <summary>Unique in its incident, such as <c>p1</c>.</summary>
    public required string Key { get; init; }

    /// <summary><c>perpetrator</c>, <c>victim</c>, <c>target</c>, <c>hostage</c>, <c>detainee</c>, <c>responder</c>, <c>claimant</c>, <c>mediator</c> or <c>other</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>suspect</c>, <c>arrested</c>, <c>charged</c>, <c>on-trial</c>, <c>convicted</c>, <c>acquitted</c> … as the text says; null when it does not.</summary>
    public string? LegalStatus { get; init; }

    /// <summary><c>person</c>, <c>group</c>, <c>organisation</c>, <c>state-force</c>, <c>government</c>, <c>facility</c>, <c>vehicle</c>, <c>property</c> or <c>place</c>.</summary>
    public required string Kind { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Id in the actor list.</summary>
    public string? Actor { get; init; }

    /// <summary>The words as printed, one for each distinct wording.</summary>
    public IReadOnlyList<string> Mentions { get; init => field = value ?? []; } = [];

    /// <summary>How many they are; null when nothing says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Count { get; init; }

    public IReadOnlyList<FateRecord> Fates { get; init => field = value ?? []; } = [];

    /// <summary>Claims that name the participant and its role.</summary>
    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>What became of a participant, or of some of its members.</summary>
public sealed record FateRecord
{
    /// <summary>Such as <c>killed</c>, <c>injured</c>, <c>freed</c>, <c>unharmed</c>; of property <c>destroyed</c>, <c>damaged</c>, <c>seized</c>, <c>undamaged</c>.</summary>
    public required string Fate { get; init; }

    /// <summary>How many met this fate; null when nothing says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Count { get; init; }

    public IReadOnlyList<string> Claims { get; init => field = value ?? []; } = [];
}

/// <summary>A number with its spread over all statements. "At least 144" has no <see cref="High"/>.</summary>
public sealed record CountRecord
{
    /// <summary>Fewest that any statement allows.</summary>
    public int? Low { get; init; }

    /// <summary>The number chosen by <see cref="Policy"/>.</summary>
    public int? Best { get; init; }

    /// <summary>Most that any statement allows; null when open-ended.</summary>
    public int? High { get; init; }

    /// <summary>How the number came about, such as <c>stated</c> or <c>summed</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Basis { get; init; }

    /// <summary>Name of the rule that chose <see cref="Best"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Policy { get; init; }

    /// <summary>The claims it rests on; null where the value around it names them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Claims { get; init; }
}

/// <summary>Totals over everybody in an incident, attackers included; a measure that nothing tells is absent.</summary>
public sealed record CasualtiesRecord
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Killed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Injured { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Hostages { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Abducted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Freed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Arrested { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Missing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountRecord? Displaced { get; init; }

    /// <summary>The measures that are told, in fixed order, under the names that claims use.</summary>
    [JsonIgnore]
    public IEnumerable<(string Measure, CountRecord Count)> Told
    {
        get
        {
            if (Killed is not null) yield return ("killed", Killed);
            if (Injured is not null) yield return ("injured", Injured);
            if (Hostages is not null) yield return ("hostages", Hostages);
            if (Abducted is not null) yield return ("abducted", Abducted);
            if (Freed is not null) yield return ("freed", Freed);
            if (Arrested is not null) yield return ("arrested", Arrested);
            if (Missing is not null) yield return ("missing", Missing);
            if (Displaced is not null) yield return ("displaced", Displaced);
        }
    }
}
