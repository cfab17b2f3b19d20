using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>The world's places by name: countries, divisions, cities, towns and villages, read from data/gazetteer/places.bin.</summary>
/// <remarks>The file is mapped into memory; entries become objects only for names that a text holds. See <see cref="GazetteerFormat"/>.</remarks>
public sealed class Gazetteer
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly GazetteerHeader _header;
    private readonly int _rowsAt;
    private readonly int _keyOffsetsAt;
    private readonly int _postingOffsetsAt;
    private readonly int _postingsAt;
    private readonly int _writtenAt;
    private readonly int _keysAt;
    private readonly int _namesAt;
    private readonly Lazy<Dictionary<int, int>> _seats;
    private bool _hideWritten;

    private Gazetteer(ReadOnlyMemory<byte> bytes, GazetteerHeader header)
    {
        _bytes = bytes;
        _header = header;
        _rowsAt = Unsafe.SizeOf<GazetteerHeader>();
        _keyOffsetsAt = _rowsAt + (header.Rows * Unsafe.SizeOf<GazetteerRow>());
        _postingOffsetsAt = _keyOffsetsAt + ((header.Keys + 1) * 4);
        _postingsAt = _postingOffsetsAt + ((header.Keys + 1) * 4);
        _writtenAt = _postingsAt + (header.Postings * 4);
        _keysAt = _writtenAt + (header.Written * Unsafe.SizeOf<WrittenRow>());
        _namesAt = _keysAt + header.KeyBytes;
        _seats = new Lazy<Dictionary<int, int>>(Seats);
    }

    /// <summary>How many places it holds.</summary>
    public int Count => _header.Rows;

    private ReadOnlySpan<GazetteerRow> Rows => MemoryMarshal.Cast<byte, GazetteerRow>(_bytes.Span.Slice(_rowsAt, _keyOffsetsAt - _rowsAt));

    private ReadOnlySpan<uint> KeyOffsets => MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(_keyOffsetsAt, (_header.Keys + 1) * 4));

    private ReadOnlySpan<uint> PostingOffsets => MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(_postingOffsetsAt, (_header.Keys + 1) * 4));

    private ReadOnlySpan<uint> Postings => MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(_postingsAt, _header.Postings * 4));

    private ReadOnlySpan<WrittenRow> WrittenRows => MemoryMarshal.Cast<byte, WrittenRow>(_bytes.Span.Slice(_writtenAt, _keysAt - _writtenAt));

    /// <summary>Opens places.bin of the data folder.</summary>
    /// <exception cref="DataException">The file is absent, cut short or of another layout.</exception>
    public static Gazetteer Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        const string name = "gazetteer/places.bin";
        var path = folder.DataFile(name);
        if (!File.Exists(path)) throw new DataException(name, 1, "the gazetteer is missing; `dateline build gazetteer` makes it");
        return Read(new FileInfo(path).Length == 0 ? default : new MappedFile(path).Memory, name);
    }

    /// <summary>Reads a gazetteer from memory.</summary>
    /// <param name="bytes">The bytes of places.bin; kept, not copied.</param>
    /// <param name="name">The name that errors show.</param>
    /// <exception cref="DataException">The bytes are cut short or of another layout.</exception>
    public static Gazetteer Read(ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Length < Unsafe.SizeOf<GazetteerHeader>()) throw new DataException(name, 1, "the file is cut short; build it again");
        var header = MemoryMarshal.Read<GazetteerHeader>(bytes.Span);
        if (header.Magic != GazetteerFormat.Magic) throw new DataException(name, 1, "this is no gazetteer of this version; build it again");
        var gazetteer = new Gazetteer(bytes, header);
        return gazetteer._namesAt + header.NameBytes == bytes.Length
            ? gazetteer
            : throw new DataException(name, 1, "the file is cut short; build it again");
    }

    /// <summary>The places that a folded name may mean; none when it is unknown.</summary>
    /// <param name="key">As <see cref="NameFold"/> gives it.</param>
    /// <param name="most">The most entries to return; the file lists the likeliest first.</param>
    public IReadOnlyList<GazetteerEntry> Find(ReadOnlySpan<byte> key, int most = int.MaxValue)
    {
        var at = IndexOf(key);
        if (at < 0) return [];
        var (first, end) = ((int)PostingOffsets[at], (int)PostingOffsets[at + 1]);
        var found = new List<GazetteerEntry>(Math.Min(end - first, most));
        for (var i = first; i < end && found.Count < most; i++)
        {
            var row = (int)(Postings[i] & ~GazetteerFormat.VariantBit);
            if (!_hideWritten || (Rows[row].Flags & GazetteerFormat.WrittenFlag) == 0) found.Add(Entry(row, (Postings[i] & GazetteerFormat.VariantBit) != 0));
        }

        return found;
    }

    /// <summary>Every folded name with the likeliest place that bears it, in the order of the names.</summary>
    public IEnumerable<(string Key, GazetteerEntry Entry)> Names()
    {
        for (var at = 0; at < _header.Keys; at++)
        {
            var key = Encoding.UTF8.GetString(_bytes.Span.Slice(_keysAt + (int)KeyOffsets[at], (int)(KeyOffsets[at + 1] - KeyOffsets[at])));
            var posting = Postings[(int)PostingOffsets[at]];
            yield return (key, Entry((int)(posting & ~GazetteerFormat.VariantBit), (posting & GazetteerFormat.VariantBit) != 0));
        }
    }

    /// <summary>Whether it holds the hand-written places of files with this hash.</summary>
    public bool HoldsWritten(ulong hash) => _header.WrittenHash == hash;

    /// <summary>Leaves out the hand-written places: their files have changed. Called before the gazetteer is shared.</summary>
    internal void HideWritten() => _hideWritten = true;

    /// <summary>The country of an ISO 3166-1 alpha-2 code; null when there is none.</summary>
    public GazetteerEntry? CountryOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var rows = Rows;
        for (var row = 0; row < rows.Length && (PlaceKind)rows[row].Kind == PlaceKind.Country; row++)
        {
            if (Country(rows[row].Country) == code) return Entry(row, false);
        }

        return null;
    }

    /// <summary>The seat of a division: the largest city that the gazetteer marks as one; null when unknown.</summary>
    public GazetteerEntry? SeatOf(GazetteerEntry division)
    {
        ArgumentNullException.ThrowIfNull(division);
        return division is { Kind: PlaceKind.Admin1, Row: >= 0 } && _seats.Value.TryGetValue(division.Row, out var seat) ? Entry(seat, false) : null;
    }

    private Dictionary<int, int> Seats()
    {
        var rows = Rows;
        var seats = new Dictionary<int, int>();
        for (var row = 0; row < rows.Length; row++)
        {
            if ((rows[row].Flags & GazetteerFormat.SeatFlag) == 0 || rows[row].Admin1 == 0) continue;
            var division = rows[row].Admin1 - 1;
            if (!seats.TryGetValue(division, out var other) || rows[other].Population < rows[row].Population) seats[division] = row;
        }

        return seats;
    }

    private int IndexOf(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) return -1;
        var offsets = KeyOffsets;
        var keys = _bytes.Span.Slice(_keysAt, _header.KeyBytes);
        int low = 0, high = _header.Keys - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = key.SequenceCompareTo(keys[(int)offsets[middle]..(int)offsets[middle + 1]]);
            if (order == 0) return middle;
            if (order < 0) high = middle - 1;
            else low = middle + 1;
        }

        return -1;
    }

    private GazetteerEntry Entry(int index, bool byVariant)
    {
        ref readonly var row = ref Rows[index];
        var kind = (PlaceKind)row.Kind;
        var isWritten = (row.Flags & GazetteerFormat.WrittenFlag) != 0;
        var isDivision = kind == PlaceKind.Admin1 && !isWritten;
        var written = isWritten ? WrittenRows[index - (_header.Rows - _header.Written)] : default;
        return new GazetteerEntry(
            NameAt(row.Name),
            kind,
            row.Country == 0 ? null : Country(row.Country),
            isDivision ? NameAt(row.Name) : isWritten ? NullIfEmpty(NameAt(written.Admin1)) : row.Admin1 == 0 ? null : NameAt(Rows[row.Admin1 - 1].Name),
            row.Latitude == int.MinValue ? double.NaN : row.Latitude / 1e5,
            row.Latitude == int.MinValue ? double.NaN : row.Longitude / 1e5,
            row.RadiusKm,
            row.Population,
            row.GeoNames)
        {
            IsSeat = (row.Flags & GazetteerFormat.SeatFlag) != 0,
            IsCapital = (row.Flags & GazetteerFormat.CapitalFlag) != 0,
            ByVariant = byVariant,
            Row = isWritten ? -1 : index,
            IsOverlay = isWritten,
            City = isWritten ? NullIfEmpty(NameAt(written.City)) : null,
            AlsoIn = isWritten ? [.. NameAt(written.AlsoIn).Chunk(2).Select(code => new string(code))] : [],
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Country(ushort code) => string.Create(2, code, static (text, code) => (text[0], text[1]) = ((char)(code & 0xFF), (char)(code >> 8)));

    private string NameAt(uint offset)
    {
        var name = _bytes.Span[(_namesAt + (int)offset)..];
        return Encoding.UTF8.GetString(name.Slice(1, name[0]));
    }
}
