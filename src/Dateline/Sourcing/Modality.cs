namespace Dateline.Sourcing;

/// <summary>What the text commits to when it tells something.</summary>
public enum Modality
{
    /// <summary>Told as so.</summary>
    Stated,

    /// <summary>Told as checked or acknowledged: "confirmed", an official statement of what it did.</summary>
    Confirmed,

    /// <summary>Told as somebody's charge or hearsay: "allegedly", "reportedly", "accused of", "claimed".</summary>
    Alleged,

    /// <summary>Told as untrue by somebody: "denied", "dismissed reports that".</summary>
    Denied,

    /// <summary>Told as possible: "might", "may have", "suspected", "believed to", "speculated".</summary>
    Speculated,
}
