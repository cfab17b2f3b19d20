namespace Dateline.Sourcing;

/// <summary>Who says, thinks or wants what: source, cue and content, as in PolNeAR.</summary>
/// <param name="Chain">The sources, outermost first.</param>
/// <param name="Cue">The words that mark it: "said", "According to", "support for", ":" in a headline.</param>
/// <param name="Source">The words of the source; null when it is carried over from a sentence before, or nobody is named.</param>
/// <param name="Content">What is said; may be several sentences long, and hold source and cue where they stand in its midst.</param>
/// <param name="Modality">How surely the source says it, by the cue: "confirmed", "denied", "speculated".</param>
/// <param name="By">The rule that found it.</param>
public sealed record Attribution(SourceChain Chain, TextSpan Cue, TextSpan? Source, TextSpan Content, Modality Modality, string By)
{
    /// <summary>What the source does: says it, thinks it, wishes it.</summary>
    public AttributionKind Kind { get; init; } = AttributionKind.Speech;

    /// <summary>Whether incidents may be made of it: somebody tells what happened. Wishes, plans and views bring none.</summary>
    public bool BringsClaim { get; init; } = true;

    /// <summary>Where it stands to the other attributions of the text.</summary>
    public AttributionPlace Place { get; init; }

    /// <summary>The words of the content without those of source and cue, in order, and the quotations by which it goes on in later sentences.</summary>
    public IReadOnlyList<TextSpan> Parts { get; init; } = [];
}

/// <summary>What a source does with what is ascribed to it.</summary>
public enum AttributionKind
{
    /// <summary>Says or writes it: "said", "a claim that", "criticised".</summary>
    Speech,

    /// <summary>Believes, knows or expects it: "thinks", "is aware of", "is expected to".</summary>
    Thought,

    /// <summary>Is for it or against it: "supports", "proud of", "opposition to".</summary>
    Attitude,

    /// <summary>Sets out to do it or will not: "plans to", "refused to", "a bid to".</summary>
    Intention,

    /// <summary>Sees, hears or finds it.</summary>
    Perception,
}

/// <summary>Where an attribution stands to the others of its text.</summary>
public enum AttributionPlace
{
    /// <summary>The outlet itself ascribes it.</summary>
    Outer,

    /// <summary>It stands in what somebody else says: "He said she wants …".</summary>
    Nested,

    /// <summary>A quotation that goes on without a cue; its words are also <see cref="Attribution.Parts"/> of the one it goes on from.</summary>
    Continued,
}
