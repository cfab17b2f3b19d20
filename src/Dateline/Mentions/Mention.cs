using Dateline.Language;

namespace Dateline.Mentions;

/// <summary>Words that name something: a time, a place, an actor, a count, a weapon, a trigger.</summary>
/// <param name="Tokens">The tokens that make it up.</param>
/// <param name="Span">Where it stands in the article's text. May end within a token ("hostage-taker" of "hostage-taker's").</param>
/// <param name="By">Rule, lexicon or model that found it, such as <c>times/weekday</c>.</param>
public abstract record Mention(TokenRange Tokens, TextSpan Span, string By);
