using Dateline.Language;

namespace Dateline.Mentions.Counts;

/// <summary>A phrase that states how many: "at least 144 people", "hundreds more", "two guards", "six of them", "no casualties".</summary>
/// <remarks>
/// <see cref="Mention.Span"/> covers the quantity words and, where a counted noun follows, the phrase up to that noun.
/// Dates, ages, clock times, money, distances, weights, ordinals, house and flight numbers are no counts.
/// </remarks>
public sealed record CountMention(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    public required StatedCount Count { get; init; }

    /// <summary>The tokens of the quantity alone: "at least 144", "hundreds".</summary>
    public required TokenRange Quantity { get; init; }

    /// <summary>Index of the counted noun's head token: "people" of "at least 144 people"; -1 when none is printed ("hundreds more", "20 dead").</summary>
    public int Noun { get; init; } = -1;

    /// <summary>The counted noun's lemma, such as "people"; null when none is printed.</summary>
    public string? Of { get; init; }

    /// <summary>Whether it counts a part of another count: "including four …", "among them two children", "six of whom".</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it comes on top of what was counted before: "another five", "12 others", "hundreds more".</summary>
    public bool IsMore { get; init; }

    /// <summary>Whether the number is told to be rough: "around 300", "nearly 50", "an estimated 20".</summary>
    public bool IsApproximate { get; init; }
}
