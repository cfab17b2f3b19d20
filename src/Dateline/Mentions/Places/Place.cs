namespace Dateline.Mentions.Places;

/// <summary>A place on the map, as resolved from the words of one article.</summary>
/// <param name="Name">The name in English use: "Rostov", "Moscow"; for a facility the words as printed: "Detention Centre 1".</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null at sea or when unknown.</param>
/// <param name="Admin1">English name of the first-order division that contains it (or that it is), such as "Rostov"; null when unknown.</param>
/// <param name="City">Name of the city that contains it, for places within one; null when unknown.</param>
/// <param name="Latitude">Degrees north, WGS 84; null when the place cannot be put on the map.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="RadiusKm">The true place lies within this distance of the point, in kilometres: about 5 for a town, 150 for a region.</param>
/// <param name="GeoNames">GeoNames id of the place, or of what contains it; null when unknown.</param>
public sealed record Place(
    string Name,
    PlaceKind Kind,
    string? Country = null,
    string? Admin1 = null,
    string? City = null,
    double? Latitude = null,
    double? Longitude = null,
    double? RadiusKm = null,
    long? GeoNames = null);

/// <summary>Kinds of place, from exact to wide.</summary>
public enum PlaceKind
{
    /// <summary>A building, base, street, junction, school, prison …</summary>
    Facility,

    /// <summary>A quarter, suburb or neighbourhood of a city.</summary>
    District,

    /// <summary>A populated place of any size, villages included.</summary>
    City,

    /// <summary>County, rayon, district of a province.</summary>
    Admin2,

    /// <summary>State, province, oblast, governorate.</summary>
    Admin1,

    /// <summary>A part of a country without an administration of its own, or one that crosses borders: Donbas, Sinai, Kashmir.</summary>
    Region,

    /// <summary>Sea, river, lake, mountain, desert, island.</summary>
    Natural,

    Country,

    Continent,
}
