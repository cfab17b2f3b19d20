using System.Runtime.InteropServices;
using System.Text;
using Dateline.Mentions.Places;

namespace Dateline.Evaluation.Building;

/// <summary>Rows and names being gathered for places.bin.</summary>
/// <remarks>Divisions and countries must be added before anything that refers to them: rows name their division by number.</remarks>
public sealed class GazetteerTable
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, Dictionary<int, bool>> _names = new(StringComparer.Ordinal);

    private readonly List<GazetteerEntry> _written = [];
    private ulong _writtenHash;

    public int Rows => _rows.Count;

    public int Names => _names.Count;

    public Row this[int row] => _rows[row];

    /// <summary>Adds a place under its English name.</summary>
    /// <returns>Its row number.</returns>
    public int Add(Row row)
    {
        _rows.Add(row);
        AddName(_rows.Count - 1, row.Name, variant: false);
        return _rows.Count - 1;
    }

    /// <summary>Adds the hand-written places, which must come last.</summary>
    /// <param name="places">As <see cref="WrittenPlaces.Read"/> gives them.</param>
    /// <param name="hash">Of the files they are from.</param>
    public void AddWritten(IReadOnlyList<(GazetteerEntry Entry, List<string> OtherNames)> places, ulong hash)
    {
        _writtenHash = hash;
        foreach (var (entry, others) in places)
        {
            var row = Add(new Row(entry.Name, entry.Kind, entry.Country ?? "", -1, entry.Latitude, entry.Longitude, 0, entry.GeoNames, (int)Math.Ceiling(entry.RadiusKm), Written: entry));
            foreach (var other in others) AddName(row, other, variant: false);
            _written.Add(entry);
        }
    }

    /// <summary>Changes a place that is there already; its earlier names stay.</summary>
    public void Replace(int row, Row by) => _rows[row] = by;

    /// <summary>Adds another name. A name that is there as the English one does not become a variant.</summary>
    public void AddName(int row, string name, bool variant)
    {
        var key = NameFold.Fold(name);
        if (key.Length < 2) return;
        if (!_names.TryGetValue(key, out var rows)) _names.Add(key, rows = []);
        rows[row] = variant && rows.GetValueOrDefault(row, true);
    }

    /// <summary>The likeliest place of a name in a country, divisions aside; -1 when there is none.</summary>
    public int Find(string name, string country, Func<Row, bool> fits)
    {
        var best = -1;
        if (!_names.TryGetValue(NameFold.Fold(name), out var rows)) return best;
        foreach (var row in rows.Keys)
        {
            if (_rows[row].Country == country && fits(_rows[row]) && (best < 0 || _rows[row].Population > _rows[best].Population)) best = row;
        }

        return best;
    }

    /// <summary>Writes the table; the same table gives the same bytes.</summary>
    public void Write(Stream output)
    {
        var (names, nameOffsets) = NameBytes();
        var keys = _names.Keys.Select(key => (Key: key, Bytes: Encoding.UTF8.GetBytes(key))).ToArray();
        Array.Sort(keys, (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
        var keyOffsets = new List<uint>(keys.Length + 1) { 0 };
        var postingOffsets = new List<uint>(keys.Length + 1) { 0 };
        var postings = new List<uint>();
        foreach (var (key, bytes) in keys)
        {
            keyOffsets.Add(keyOffsets[^1] + (uint)bytes.Length);
            postings.AddRange(_names[key].OrderBy(pair => Rank(pair.Key, pair.Value)).ThenBy(pair => pair.Key)
                .Select(pair => (uint)pair.Key | (pair.Value ? GazetteerFormat.VariantBit : 0)));
            postingOffsets.Add((uint)postings.Count);
        }

        Put(output, [new GazetteerHeader(GazetteerFormat.Magic, _rows.Count, keys.Length, postings.Count, (int)keyOffsets[^1], names.Length, _written.Count, _writtenHash)]);
        Put(output, _rows.Select(row => row.Packed(nameOffsets[row.Name])).ToArray());
        Put(output, keyOffsets.ToArray());
        Put(output, postingOffsets.ToArray());
        Put(output, postings.ToArray());
        Put(output, _written.Select(entry => new WrittenRow(nameOffsets[entry.Admin1 ?? ""], nameOffsets[entry.City ?? ""], nameOffsets[string.Concat(entry.AlsoIn)])).ToArray());
        foreach (var (_, bytes) in keys) output.Write(bytes);
        output.Write(names);
    }

    /// <summary>Hand-written places first, then countries, then divisions, then by people; a variant name counts a tenth.</summary>
    private double Rank(int row, bool variant) => _rows[row].Kind switch
    {
        _ when _rows[row].Written is not null => -1e13,
        PlaceKind.Country => -1e12,
        PlaceKind.Admin1 => -1e11,
        _ => -(_rows[row].Population + 1.0) * (variant ? 0.1 : 1),
    };

    private (byte[] Bytes, Dictionary<string, uint> Offsets) NameBytes()
    {
        var offsets = new Dictionary<string, uint>(StringComparer.Ordinal);
        using var bytes = new MemoryStream();
        foreach (var text in _rows.Select(row => row.Name).Concat(_written.SelectMany(entry => new[] { entry.Admin1 ?? "", entry.City ?? "", string.Concat(entry.AlsoIn) })))
        {
            if (!offsets.TryAdd(text, (uint)bytes.Length)) continue;
            var name = Encoding.UTF8.GetBytes(text);
            bytes.WriteByte(checked((byte)name.Length));
            bytes.Write(name);
        }

        return (bytes.ToArray(), offsets);
    }

    private static void Put<T>(Stream output, T[] values)
        where T : unmanaged => output.Write(MemoryMarshal.AsBytes(values.AsSpan()));

    /// <summary>One place being gathered. See <see cref="GazetteerEntry"/> for units.</summary>
    public sealed record Row(
        string Name, PlaceKind Kind, string Country, int Admin1, double? Latitude, double? Longitude, long Population, long GeoNames, int RadiusKm, bool IsSeat = false, bool IsCapital = false, GazetteerEntry? Written = null)
    {
        internal GazetteerRow Packed(uint name) => new(
            (uint)GeoNames,
            Latitude is { } latitude ? (int)Math.Round(latitude * 1e5) : int.MinValue,
            Longitude is { } longitude ? (int)Math.Round(longitude * 1e5) : 0,
            (uint)Math.Min(Population, uint.MaxValue),
            name,
            (ushort)(Country.Length == 2 ? Country[0] | (Country[1] << 8) : 0),
            (ushort)(Admin1 + 1),
            (byte)Kind,
            (byte)((IsSeat ? GazetteerFormat.SeatFlag : 0) | (IsCapital ? GazetteerFormat.CapitalFlag : 0) | (Written is null ? 0 : GazetteerFormat.WrittenFlag)),
            (ushort)Math.Min(RadiusKm, ushort.MaxValue));
    }
}
