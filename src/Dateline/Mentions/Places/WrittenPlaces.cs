using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>Places written by hand in regions.yaml, landmarks.yaml, districts.yaml and nature.yaml: what no gazetteer of towns holds.</summary>
/// <remarks>places.bin holds them too, with the hash of the files it was built from; the files are read only when they differ.</remarks>
public static class WrittenPlaces
{
    private static readonly string[] Files = ["gazetteer/regions.yaml", "gazetteer/landmarks.yaml", "gazetteer/districts.yaml", "gazetteer/nature.yaml"];

    /// <summary>First eight bytes of the SHA-256 over the four files.</summary>
    public static ulong Hash(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            var path = folder.DataFile(file);
            if (!File.Exists(path)) throw new DataException(file, 1, $"the file is missing from {folder.Data}");
            hash.AppendData(File.ReadAllBytes(path));
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>Reads the files: each place with its other names.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static List<(GazetteerEntry Entry, List<string> OtherNames)> Read(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return [.. Files.SelectMany(file => folder.Read(file).Items).Select(Place)];
    }

    private static (GazetteerEntry Entry, List<string> OtherNames) Place(KnowledgeNode item)
    {
        item.AllowKeys("name", "also", "kind", "in", "admin1", "city", "at", "km", "geonames");
        var name = item.Required("name");
        var others = item.TextsOf("also").ToList();
        if (others.Prepend(name).FirstOrDefault(word => NameFold.Fold(word).Length < 2) is { } unusable) throw item.Error($"\"{unusable}\" folds to nothing that can be looked up");
        var countries = item.TextsOf("in").ToList();
        if (countries.Find(code => code.Length != 2) is { } wrong) throw item.Error($"\"{wrong}\" is no ISO 3166-1 alpha-2 code");
        var at = item["at"]?.Items;
        return (new GazetteerEntry(
            name,
            item["kind"] is { } kind ? CodeNames.Parse<PlaceKind>(kind) : PlaceKind.Facility,
            countries.Count == 1 ? countries[0] : null,
            item.TextOf("admin1"),
            at is { Count: 2 } ? Number(at[0]) : throw item.Error("\"at:\" needs latitude and longitude"),
            Number(at[1]),
            item["km"] is { } km ? Number(km) : 2,
            0,
            item["geonames"] is { } id ? (long)Number(id) : 0)
        {
            City = item.TextOf("city"),
            AlsoIn = countries.Count > 1 ? countries : [],
            IsOverlay = true,
        }, others);
    }

    private static double Number(KnowledgeNode node) =>
        double.TryParse(node.Required(), CultureInfo.InvariantCulture, out var number) ? number : throw node.Error("a number is expected here");
}
