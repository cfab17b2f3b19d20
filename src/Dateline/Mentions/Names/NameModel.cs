using System.Text;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Names;

/// <summary>What the name tagger learnt: the weights, and the place names of the gazetteer that it learnt with.</summary>
public sealed class NameModel
{
    private NameModel(byte[] bytes, int placesAt, int placeCount, WeightTable weights) => (_bytes, _placesAt, PlaceCount, Weights) = (bytes, placesAt, placeCount, weights);

    /// <summary>A hash and its flags.</summary>
    private const int PlaceBytes = 5;
    private const byte PrefixBit = 0x80;

    private readonly byte[] _bytes;
    private readonly int _placesAt;

    public WeightTable Weights { get; }

    /// <summary>How many names of places, and beginnings of such names, it brings.</summary>
    public int PlaceCount { get; }

    /// <exception cref="DataException">The file is missing, damaged, or no such model.</exception>
    public static NameModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "entities");
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, "entities");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static NameModel? Read(byte[] bytes, int payload)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (payload + 8 > bytes.Length) return null;
        var labels = BitConverter.ToInt32(bytes, payload);
        var places = BitConverter.ToInt32(bytes, payload + 4);
        if (labels != NameLabels.Count || places < 0 || places > (bytes.Length - payload - 8) / PlaceBytes) return null;
        return WeightTable.Read(bytes, payload + 8 + places * PlaceBytes) is { } weights ? new NameModel(bytes, payload + 8, places, weights) : null;
    }

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(NameTable places, IEnumerable<WeightRow> rows)
    {
        ArgumentNullException.ThrowIfNull(places);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var entries = places.Entries().ToArray();
        writer.Write(NameLabels.Count);
        writer.Write(entries.Length);
        foreach (var (hash, flags) in entries)
        {
            writer.Write(hash);
            writer.Write((byte)((uint)(flags & NameFlags.AnyPlace) | (flags.HasFlag(NameFlags.Prefix) ? PrefixBit : 0u)));
        }

        writer.Write(WeightTable.Write(rows));
        writer.Flush();
        return ModelFile.Wrap("entities", stream.ToArray());
    }

    /// <summary>Adds the place names to a table.</summary>
    public void AddPlaces(NameTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var i = 0; i < PlaceCount; i++)
        {
            var at = _placesAt + i * PlaceBytes;
            uint flags = _bytes[at + 4];
            table.Add(BitConverter.ToUInt32(_bytes, at), (NameFlags)(flags & ~(uint)PrefixBit) | ((flags & PrefixBit) != 0 ? NameFlags.Prefix : 0));
        }
    }
}
