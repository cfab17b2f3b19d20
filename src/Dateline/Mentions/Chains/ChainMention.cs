using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>A phrase that stands for the same person or thing as others of its chain.</summary>
/// <param name="Tokens">All words of the phrase.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="By">What linked them.</param>
/// <param name="Head">The token that heads the phrase.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Chain">Number of its chain, from 1 in the order of first mentions.</param>
public sealed record ChainMention(TokenRange Tokens, TextSpan Span, string By, int Head, ReferenceKind Kind, int Chain) : Mention(Tokens, Span, By);
