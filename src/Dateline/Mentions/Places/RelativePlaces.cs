using System.Globalization;

namespace Dateline.Mentions.Places;

/// <summary>Reads where things lie that the text puts at a distance from a place, or between two: "30 km north of Raqqa", "the road between Homs and Hama".</summary>
internal static class RelativePlaces
{
    /// <summary>Length of a degree of latitude, in kilometres.</summary>
    private const double DegreeKm = 111.195;

    private const double NauticalMileKm = 1.852;

    /// <summary>Further away the point says nothing: "4,000 miles from Moscow".</summary>
    private const double FarthestKm = 400;

    /// <summary>Most words between the number and the name: "30 kilometres to the north of the city of".</summary>
    private const int Reach = 9;

    /// <summary>Nouns and adverbs before "between" that make a stretch of land of it: "talks between Moscow and Kyiv" is none.</summary>
    private static readonly HashSet<string> Stretches = new(StringComparer.Ordinal)
    {
        "road", "highway", "route", "motorway", "railway", "line", "track", "border", "frontier", "midway", "halfway", "somewhere", "area", "stretch", "checkpoint", "village", "town", "crossing", "valley", "corridor", "way", "bridge", "desert", "mountains", "lies", "located", "lying",
    };

    /// <summary>What a name's place stands for in its phrase; null when it is the place itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name, with its place chosen.</param>
    /// <param name="next">The name behind it; null when there is none.</param>
    internal static Place? Read(PlaceText text, PlaceName name, PlaceName? next)
    {
        if (name.IsDemonym || !name.Best.HasPoint) return null;
        return Between(text, name, next) ?? AtDistance(text, name);
    }

    private static Place? AtDistance(PlaceText text, PlaceName name)
    {
        if (name.Best.Kind is PlaceKind.Country or PlaceKind.Continent) return null;
        double? bearing = null;
        for (var at = name.First - 1; at > 0 && name.First - at < Reach && text[at].Sentence == text[name.First].Sentence; at--)
        {
            var lower = text.Lower(at);
            if (Bearing(text, at) is { } found) bearing ??= found;
            if (Kilometres(lower) is not { } unit) continue;
            var isNautical = unit > 1 && text.Lower(at - 1) == "nautical";
            if (Number(text, isNautical ? at - 2 : at - 1) * (isNautical ? NauticalMileKm : unit) is not { } km || km > FarthestKm) return null;
            return Moved(name.Best.ToPlace(), km, bearing);
        }

        return null;
    }

    /// <summary>"north", "north-eastern", and of "south-west" the whole at its second half.</summary>
    private static double? Bearing(PlaceText text, int at)
    {
        var lower = text.Lower(at);
        if (lower.EndsWith("ern", StringComparison.Ordinal)) lower = lower[..^3];
        if (at > 0 && text[at].Before == '-' && Degrees(text.Lower(at - 1) + lower) is { } both) return both;
        return Degrees(lower);
    }

    private static double? Number(PlaceText text, int at)
    {
        if (at < 0) return null;
        if (text[at].IsNumber) return double.TryParse(text.Form(at), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Lower(at) switch
        {
            "a" or "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            "twelve" => 12,
            "fifteen" => 15,
            "twenty" => 20,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "sixty" => 60,
            "seventy" => 70,
            "eighty" => 80,
            "ninety" => 90,
            "hundred" => 100,
            _ => null,
        };
    }

    /// <summary>A unit of length in kilometres.</summary>
    private static double? Kilometres(string unit) => unit switch
    {
        "km" or "kms" or "kilometer" or "kilometers" or "kilometre" or "kilometres" => 1,
        "mi" or "mile" or "miles" => 1.609,
        "meters" or "metres" => 0.001,
        "yards" => 0.000914,
        _ => null,
    };

    /// <summary>A point of the compass, clockwise from north.</summary>
    private static double? Degrees(string direction) => direction switch
    {
        "north" => 0,
        "northeast" => 45,
        "east" => 90,
        "southeast" => 135,
        "south" => 180,
        "southwest" => 225,
        "west" => 270,
        "northwest" => 315,
        _ => null,
    };

    /// <summary>A place at a distance; without a direction the point stays and the radius takes the distance in.</summary>
    private static Place Moved(Place place, double km, double? bearing)
    {
        if (bearing is not { } degrees) return place with { RadiusKm = Math.Max(place.RadiusKm ?? 0, km + 2) };
        var angle = double.DegreesToRadians(degrees);
        var latitude = Math.Clamp(place.Latitude!.Value + (km / DegreeKm * Math.Cos(angle)), -90, 90);
        var width = DegreeKm * Math.Max(0.05, Math.Cos(double.DegreesToRadians(place.Latitude.Value)));
        var longitude = place.Longitude!.Value + (km / width * Math.Sin(angle));
        return place with
        {
            Latitude = Math.Round(latitude, 5),
            Longitude = Math.Round(longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, 5),
            RadiusKm = Math.Max(5, Math.Round(km / 3)),
        };
    }

    private static Place? Between(PlaceText text, PlaceName name, PlaceName? next)
    {
        var at = text.Lower(name.First - 1) == "the" ? name.First - 2 : name.First - 1;
        if (at < 1 || text.Lower(at) != "between" || !Stretches.Contains(text.Lower(at - 1)) || next is null || next.IsDemonym) return null;
        if (text.Lower(name.End) != "and" || next.First > name.End + 2 || name.Best.Kind == PlaceKind.Country || next.Best.Kind == PlaceKind.Country) return null;
        var km = name.Best.DistanceTo(next.Best);
        if (km > FarthestKm) return null;
        var place = name.Best.ToPlace();
        return place with
        {
            Latitude = Math.Round((name.Best.Latitude + next.Best.Latitude) / 2, 5),
            Longitude = Math.Round((name.Best.Longitude + next.Best.Longitude) / 2, 5),
            RadiusKm = Math.Max(5, Math.Round(km / 2)),
        };
    }
}
