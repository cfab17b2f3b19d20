using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>One noun phrase in a part of an incident: who it is, in which role, what becomes of them there.</summary>
internal sealed record PartMention
{
    public required NounPhrase Phrase { get; init; }

    public required Role Role { get; init; }

    public required ThingKind Kind { get; init; }

    public required Statement Statement { get; init; }

    /// <summary>What the telling says becomes of them; null when nothing.</summary>
    public string? Fate { get; init; }

    /// <summary>The words of phrase and trigger together; what a fate's claim quotes.</summary>
    public Statement? FateStatement { get; init; }

    /// <summary>How many, as the phrase states it; null when it does not.</summary>
    public CountMention? Count { get; init; }

    /// <summary>The actor named in the phrase ("IS detainees"); null when none.</summary>
    public ActorMention? Actor { get; init; }

    /// <summary>Proper name printed in the phrase, such as "Patrick Crusius"; null when none.</summary>
    public string? Name { get; init; }

    public string? LegalStatus { get; init; }

    /// <summary>Head of the phrase that the report says is the same person ("identified him as …"); -1 when it says no such thing.</summary>
    public int SameAs { get; init; } = -1;

    /// <summary>One of a group that the report lists by name: told beside the group, not as it.</summary>
    public bool IsMember { get; init; }

    public required bool IsPlural { get; init; }

    public required bool IsPronoun { get; init; }

    public required bool IsDefinite { get; init; }

    public required string Lemma { get; init; }
}
