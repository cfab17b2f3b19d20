using Dateline.Mentions.Places;

namespace Dateline.Evaluation.Places;

/// <summary>Which of the places found count: corpora annotate different things.</summary>
/// <param name="Demonyms">Whether adjectives and names of people count as their country: "Russian troops".</param>
/// <remarks>
/// GeoVirus and most corpora annotate names of places only; LGL annotates "Russian" and "Palestinians" too, with the country's point.
/// Both annotate the town in "Columbus Police Department". Buildings and streets that no list has never count: their point is the town's.
/// </remarks>
public sealed record PlaceConvention(bool Demonyms)
{
    /// <summary>The convention of a corpus.</summary>
    public static PlaceConvention Of(string? corpus) => new(Demonyms: corpus == "LGL");

    /// <summary>Whether a place found is of the kind that the corpus annotates.</summary>
    public bool Counts(Toponym toponym)
    {
        ArgumentNullException.ThrowIfNull(toponym);
        return toponym.Place is { Latitude: not null } && toponym.By != "places/facility" && (Demonyms || toponym.By != "places/demonym");
    }
}
