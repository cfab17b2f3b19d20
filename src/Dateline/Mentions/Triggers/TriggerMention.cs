using Dateline.Language;

namespace Dateline.Mentions.Triggers;

/// <summary>Words that tell an incident or a fate: "had been taken hostage", "the siege", "killed".</summary>
/// <param name="Tokens">From the first to the last of its words; "took two guards hostage" has its object within.</param>
/// <param name="Span">The same in the text.</param>
/// <param name="By">The frame of its first reading.</param>
public sealed record TriggerMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    /// <summary>Index of the verb, adjective or noun that the arguments hang on.</summary>
    public required int Head { get; init; }

    /// <summary>Indices of its own words, in text order: "took" and "hostage", without the guards between; "boarded" of "boarded a ship".</summary>
    public required IReadOnlyList<int> Words { get; init; }

    /// <summary>The readings that the words allow, most specific words first; arguments decide between them.</summary>
    public required IReadOnlyList<(Frame Frame, TriggerForm Form)> Readings { get; init; }

    /// <summary>Whether the head is an event noun.</summary>
    public bool IsNoun => Readings[0].Form == TriggerForm.Noun;
}
