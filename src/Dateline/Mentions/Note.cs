namespace Dateline.Mentions;

/// <summary>Words that a stage recognised and could not code, and why. Analysts see notes; nothing is dropped in silence.</summary>
/// <param name="Stage">The stage that leaves it, such as <c>Times</c>.</param>
/// <param name="Span">The words.</param>
/// <param name="Why">The reason in one plain clause: "no day can be resolved".</param>
public sealed record Note(string Stage, TextSpan Span, string Why);
