using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>A name: its words without article, title or honorific, and what it names.</summary>
/// <remarks>Names of one document do not overlap. "By" tells what found it: <c>names/tagger</c>, <c>names/actors</c>, <c>names/places</c>, <c>names/again</c> …</remarks>
public sealed record NameMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    public required NameKind Kind { get; init; }
}
