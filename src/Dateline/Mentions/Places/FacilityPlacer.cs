namespace Dateline.Mentions.Places;

/// <summary>Puts facilities and unlisted villages into the place that contains them.</summary>
internal sealed class FacilityPlacer(PlaceNames names)
{
    /// <summary>Pieces behind a facility in which "in Homs" or ", Homs" still belong to it.</summary>
    private const int Reach = 6;

    /// <summary>The facility on the map; without a point when the article names no place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facility">Its words.</param>
    /// <param name="known">The names of the article with the places chosen.</param>
    /// <param name="scene">The place that the article is most about; null when it names none.</param>
    internal Place Put(PlaceText text, FacilityName facility, KnownNames known, PlaceName? scene)
    {
        var printed = text.Document.TextOf(text.Span(facility.First, facility.End));
        if (names.Find(printed, 1) is [{ IsOverlay: true } landmark]) return landmark.ToPlace();
        var container = Container(text, facility, known) ?? scene;
        return Within(printed, PlaceKind.Facility, container?.Best);
    }

    /// <summary>A place of which only the container is known: its point is the container's, its radius too.</summary>
    internal Place Within(string name, PlaceKind kind, GazetteerEntry? container)
    {
        if (container is null) return new Place(name, kind);
        var point = container.Kind == PlaceKind.Admin1 && names.Seat(container) is { } seat ? seat : container;
        var city = container.Kind is PlaceKind.City ? container.Name : container.City;
        return new Place(name, kind, container.Country, container.Kind == PlaceKind.Country ? null : container.Admin1, city,
            point.HasPoint ? point.Latitude : null, point.HasPoint ? point.Longitude : null, point.HasPoint ? container.RadiusKm : null,
            container.GeoNames == 0 ? null : container.GeoNames);
    }

    /// <summary>The place in the phrase itself, right behind it, else the nearest before it in the sentence that is a town or division.</summary>
    private static PlaceName? Container(PlaceText text, FacilityName facility, KnownNames known)
    {
        if (facility.Container is { IsDemonym: false } own) return own;
        var sentence = text[facility.First].Sentence;
        PlaceName? behind = null, before = null;
        foreach (var name in known.Between(facility.First - KnownNames.Reach, facility.End + Reach + 1))
        {
            if (name.IsDemonym || text[name.First].Sentence != sentence || name.Best.Kind == PlaceKind.Continent) continue;
            if (name.First >= facility.End && name.First - facility.End <= Reach) behind ??= name;
            if (name.End <= facility.First && name.Relation is not (PlaceRelation.Origin or PlaceRelation.Towards)) before = name;
        }

        if (behind is { Relation: PlaceRelation.At or PlaceRelation.Near }) return behind;
        return before is { Best.Kind: not PlaceKind.Country } ? before : null;
    }
}
