namespace Dateline.Mentions.Places;

/// <summary>One place that a name may mean, as the gazetteer or an overlay lists it.</summary>
/// <param name="Name">The name in English use.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null at sea and for places that span countries.</param>
/// <param name="Admin1">English name of its first-order division; null when unknown.</param>
/// <param name="Latitude">Degrees north; NaN when unknown.</param>
/// <param name="Longitude">Degrees east; NaN when unknown.</param>
/// <param name="RadiusKm">Half its extent, in kilometres.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
/// <param name="GeoNames">GeoNames id; 0 when unknown.</param>
public sealed record GazetteerEntry(
    string Name,
    PlaceKind Kind,
    string? Country,
    string? Admin1,
    double Latitude,
    double Longitude,
    double RadiusKm,
    long Population,
    long GeoNames)
{
    /// <summary>City that contains it, for landmarks and quarters; null for others.</summary>
    public string? City { get; init; }

    /// <summary>Other countries it spans (ISO alpha-2), for regions, rivers and seas.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>Whether it is the seat of its division or country.</summary>
    public bool IsSeat { get; init; }

    /// <summary>Whether it is the capital of its country.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Whether the name it was found by is a variant rather than the name in English use.</summary>
    public bool ByVariant { get; init; }

    /// <summary>Whether the overlay says that the name means this place wherever it is met.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>Its row in places.bin; -1 for hand-written places.</summary>
    internal int Row { get; init; } = -1;

    public bool HasPoint => !double.IsNaN(Latitude);

    /// <summary>Whether it lies in a country, wholly or in part.</summary>
    public bool IsIn(string country) => Country == country || AlsoIn.Contains(country);

    /// <summary>As an article's place.</summary>
    public Place ToPlace() => new(
        Name,
        Kind,
        Country,
        Kind is PlaceKind.Country or PlaceKind.Continent ? null : Admin1,
        Kind is PlaceKind.City ? Name : City,
        HasPoint ? Latitude : null,
        HasPoint ? Longitude : null,
        HasPoint ? RadiusKm : null,
        GeoNames == 0 ? null : GeoNames);

    /// <summary>Great-circle distance in kilometres; infinite when one has no point.</summary>
    public double DistanceTo(GazetteerEntry other) =>
        HasPoint && other.HasPoint ? Distance(Latitude, Longitude, other.Latitude, other.Longitude) : double.PositiveInfinity;

    /// <summary>Great-circle distance in kilometres on a sphere of 6371 km.</summary>
    public static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var dLatitude = Math.Sin((b - a) / 2);
        var dLongitude = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        var h = (dLatitude * dLatitude) + (Math.Cos(a) * Math.Cos(b) * dLongitude * dLongitude);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
