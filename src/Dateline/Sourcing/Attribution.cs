namespace Dateline.Sourcing;

/// <summary>Who says what: source, cue and content, as in PolNeAR.</summary>
/// <param name="Chain">The sources, outermost first.</param>
/// <param name="Cue">The words that mark it: "said", "According to", ":" in a headline.</param>
/// <param name="Source">The words of the source; null when it is carried over from a sentence before.</param>
/// <param name="Content">What is said; may be several sentences long.</param>
/// <param name="Modality">How surely the source says it, by the cue: "confirmed", "denied", "speculated".</param>
/// <param name="By">The rule that found it.</param>
public sealed record Attribution(SourceChain Chain, TextSpan Cue, TextSpan? Source, TextSpan Content, Modality Modality, string By);
