using System.Runtime.InteropServices;

namespace Dateline.Mentions.Places;

/// <summary>How places.bin is laid out; written by the builder of Dateline.Evaluation, read by <see cref="Gazetteer"/>.</summary>
/// <remarks>
/// All numbers are little-endian. Header (<see cref="GazetteerHeader"/>), places (<see cref="GazetteerRow"/>, divisions first), key
/// offsets (keys + 1), posting offsets (keys + 1), postings (row number; top bit: by a variant name), rows of hand-written places, then key bytes (sorted, UTF-8)
/// and name bytes (one length byte, then UTF-8).
/// </remarks>
public static class GazetteerFormat
{
    /// <summary>First eight bytes: "DLPLACE" and the layout's number.</summary>
    public const ulong Magic = 0x3145_4341_4C50_4C44;

    public const uint VariantBit = 0x8000_0000;

    public const byte SeatFlag = 1;

    /// <summary>Marks the capital of a country.</summary>
    public const byte CapitalFlag = 4;

    /// <summary>Marks a hand-written place. Its row is among the last ones and has a <see cref="WrittenRow"/> too.</summary>
    public const byte WrittenFlag = 2;
}

/// <summary>The first bytes of places.bin.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct GazetteerHeader(ulong Magic, int Rows, int Keys, int Postings, int KeyBytes, int NameBytes, int Written, ulong WrittenHash);

/// <summary>One place of places.bin: 28 bytes.</summary>
/// <param name="GeoNames">GeoNames id; 0 when unknown.</param>
/// <param name="Latitude">Degrees north times 100,000; <see cref="int.MinValue"/> when unknown.</param>
/// <param name="Longitude">Degrees east times 100,000.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
/// <param name="Name">Offset into the name bytes.</param>
/// <param name="Country">ISO 3166-1 alpha-2 as two bytes, first letter low; 0 for none.</param>
/// <param name="Admin1">Row number of its division plus 1; 0 for none.</param>
/// <param name="Kind"><see cref="PlaceKind"/>.</param>
/// <param name="Flags"><see cref="GazetteerFormat.SeatFlag"/>, <see cref="GazetteerFormat.WrittenFlag"/>, <see cref="GazetteerFormat.CapitalFlag"/>.</param>
/// <param name="RadiusKm">Half its extent, in kilometres.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct GazetteerRow(
    uint GeoNames, int Latitude, int Longitude, uint Population, uint Name, ushort Country, ushort Admin1, byte Kind, byte Flags, ushort RadiusKm);

/// <summary>What a hand-written place has besides its <see cref="GazetteerRow"/>: offsets into the name bytes, to empty names where there is nothing.</summary>
/// <param name="Admin1">Its division's name.</param>
/// <param name="City">The city that contains it.</param>
/// <param name="AlsoIn">The countries it spans, two letters each.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct WrittenRow(uint Admin1, uint City, uint AlsoIn);
