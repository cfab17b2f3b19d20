namespace Dateline.Sourcing;

/// <summary>One place where the text tells a value: in which words, by whom, how surely. What a claim is made of.</summary>
/// <param name="Span">The words; never empty.</param>
/// <param name="Sources">Who says it.</param>
/// <param name="Modality">How surely.</param>
/// <param name="By">Rule, frame or model that read it, such as <c>frames/kidnap</c>.</param>
/// <param name="Score">The coder's own doubt, above 0 to 1. Says nothing about whether the source is right.</param>
public sealed record Statement(TextSpan Span, SourceChain Sources, Modality Modality, string By, double Score);
