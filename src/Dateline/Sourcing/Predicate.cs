namespace Dateline.Sourcing;

/// <summary>A word that tells an event or a state, and what the text makes of it.</summary>
/// <param name="Token">Index of the verb, or of the noun or adjective of "is a threat".</param>
/// <param name="Negated">Whether a word of negation stands on it or above it: "did not", "nobody", "failed to".</param>
/// <param name="Factuality">Whether it is told as so.</param>
public readonly record struct Predicate(int Token, bool Negated, Factuality Factuality)
{
    /// <summary>Whether the text tells it as something that happened or holds.</summary>
    public bool Happened => Factuality == Factuality.Stated;
}

/// <summary>How a text tells an event or a state, as in FactBank and UDS, in the words of the sentence alone: who says so is told by attribution.</summary>
public enum Factuality
{
    /// <summary>Told as so: "fled", "is leaving", "managed to flee".</summary>
    Stated,

    /// <summary>Told as not so: "did not flee", "refused to flee".</summary>
    Denied,

    /// <summary>Possible: "may flee", "is able to".</summary>
    Possible,

    /// <summary>Yet to come: "will flee", "is going to".</summary>
    Future,

    /// <summary>Wished, ordered, planned or a purpose: "wants to flee", "Flee!", "a plan to".</summary>
    Wanted,

    /// <summary>Under a condition: "if they flee", "would flee".</summary>
    Conditional,

    /// <summary>Asked: "Did they flee?".</summary>
    Asked,

    /// <summary>Tried, and left open whether it came off: "tried to flee".</summary>
    Attempted,
}
