using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dateline.Language.Neural;

/// <summary>Two numbers by hash: open addressing over one array, which files hold as it is.</summary>
/// <remarks>Hash and numbers stand side by side, so that a look-up costs one cache line; built at every start, it took longer than to read.</remarks>
internal sealed class HashRows
{
    private const int Slot = 3;
    private readonly int[] _slots;
    private readonly int _mask;

    private HashRows(int[] slots) => (_slots, _mask) = (slots, (slots.Length / Slot) - 1);

    /// <summary>Slots, a power of two.</summary>
    public int Room => _mask + 1;

    public static int FileBytes(int room) => Slot * sizeof(int) * room;

    /// <param name="known">Different hashes, each with its numbers, not both 0.</param>
    public static HashRows Of(IReadOnlyList<(uint Hash, int Row, int Other)> known)
    {
        var rows = new HashRows(new int[Slot * (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 3 * known.Count / 2))]);
        foreach (var (hash, row, other) in known)
        {
            var at = Slot * ((int)hash & rows._mask);
            while (!rows.IsFree(at)) at = rows.Next(at);
            (rows._slots[at], rows._slots[at + 1], rows._slots[at + 2]) = ((int)hash, row, other);
        }

        return rows;
    }

    /// <summary>Reads what <see cref="Write"/> writes; there are as many bytes as <see cref="FileBytes"/> says.</summary>
    public static HashRows Read(ReadOnlySpan<byte> bytes, int room)
    {
        var slots = new int[Slot * room];
        bytes[..FileBytes(room)].CopyTo(MemoryMarshal.AsBytes(slots.AsSpan()));
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(slots, slots);
        return new HashRows(slots);
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var number in _slots) writer.Write(number);
    }

    /// <summary>The numbers of a hash; 0 and 0 when it is not known.</summary>
    public (int Row, int Other) Find(uint hash)
    {
        var at = Slot * ((int)hash & _mask);
        while (_slots[at] != (int)hash && !IsFree(at)) at = Next(at);
        return (_slots[at + 1], _slots[at + 2]);
    }

    private bool IsFree(int at) => (_slots[at + 1] | _slots[at + 2]) == 0;

    private int Next(int at) => at + Slot == _slots.Length ? 0 : at + Slot;
}
