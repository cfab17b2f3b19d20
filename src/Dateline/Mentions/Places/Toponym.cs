using Dateline.Language;

namespace Dateline.Mentions.Places;

/// <summary>Words that name a place, and the place they mean.</summary>
public sealed record Toponym(TokenRange Tokens, TextSpan Span, string By) : Mention(Tokens, Span, By)
{
    /// <summary>The place; null when the name is known to be a place and cannot be resolved.</summary>
    public Place? Place { get; init; }

    /// <summary>Where things lie that the text puts at a distance from the place, or between it and the next: "30 km north of Raqqa"; null when they lie at the place itself.</summary>
    public Place? Scene { get; init; }

    /// <summary>How the text places things by it: "near Moscow", "30 km north of Raqqa"; <see cref="PlaceRelation.At"/> when plain.</summary>
    public PlaceRelation Relation { get; init; } = PlaceRelation.At;

    /// <summary>Whether the words only qualify something else: "Russian authorities", "the Moscow-based group", "a Chicago man". Such a place is no scene.</summary>
    public bool IsModifier { get; init; }

    /// <summary>Whether it stands in the article's dateline.</summary>
    public bool InDateline { get; init; }
}

public enum PlaceRelation
{
    /// <summary>In, at or on it.</summary>
    At,

    /// <summary>Near it, outside it, on its outskirts, or a stated distance from it.</summary>
    Near,

    /// <summary>From it: "gunmen from Tajikistan". Says where somebody comes from, not where something happened.</summary>
    Origin,

    /// <summary>Towards it: "bound for Cairo", "flown to Ankara".</summary>
    Towards,
}
