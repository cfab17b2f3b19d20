using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>An attribution in the making, in tokens.</summary>
/// <param name="Cue">Tokens of the cue.</param>
/// <param name="Phrase">The words of the source; null when nobody is named.</param>
/// <param name="Chain">The sources, outermost first.</param>
/// <param name="Content">What is said.</param>
/// <param name="Modality">How surely it is said, by the cue.</param>
/// <param name="By">The rule that found it.</param>
/// <param name="Follows">Whether what is said comes after the cue.</param>
/// <param name="IsParticiple">Whether it goes on with the speaker before: "…, adding that".</param>
internal sealed record SpeechFrame(TokenRange Cue, SourcePhrase? Phrase, SourceChain Chain, TokenRange Content, Modality Modality, string By, bool Follows = false, bool IsParticiple = false)
{
    /// <summary>The rule of quotations that go on without a cue of their own.</summary>
    public const string RunsOn = "sourcing/quotation-runs-on";

    /// <summary>What the source does with it.</summary>
    public AttributionKind Kind { get; init; } = AttributionKind.Speech;

    /// <summary>Whether somebody tells what happened, so that incidents may be made of it.</summary>
    public bool BringsClaim { get; init; } = true;

    /// <summary>Whether a quotation behind it can go on with what is said: somebody speaks.</summary>
    public bool MayGoOn => Chain.Sources.Count > 0 && By != "sourcing/according-to" && (BringsClaim || Kind == AttributionKind.Speech);

    /// <summary>The first token of source or cue.</summary>
    public int Start => Phrase is { } phrase ? Math.Min(phrase.Tokens.First, Cue.First) : Cue.First;
}
