using Dateline.Language;

namespace Dateline.Mentions.Triggers;

/// <summary>Words that tell an incident or a fate: "had been taken hostage", "the siege", "killed".</summary>
public sealed record TriggerMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    /// <summary>Index of the verb or noun that the arguments hang on.</summary>
    public required int Head { get; init; }

    /// <summary>The readings that the words allow, most specific words first; arguments decide between them.</summary>
    public required IReadOnlyList<(Frame Frame, TriggerForm Form)> Readings { get; init; }

    /// <summary>Whether the head is an event noun.</summary>
    public bool IsNoun => Readings[0].Form == TriggerForm.Noun;
}
