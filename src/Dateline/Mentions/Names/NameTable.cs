using System.Numerics;

namespace Dateline.Mentions.Names;

/// <summary>What the lists know of words and phrases, by <see cref="NameHash"/>. Filled once, then read by any number of threads.</summary>
/// <remarks>Open addressing over one array of pairs: a look-up is one cache line. Two phrases with one hash share their flags; a feature, not a verdict, hangs on it.</remarks>
public sealed class NameTable
{
    private ulong[] _slots;
    private int _count;
    private int _shift;

    /// <param name="capacity">How many phrases are expected; it grows beyond.</param>
    public NameTable(int capacity)
    {
        // A third to two thirds stay free and no more: memory that is touched for the first time costs as much as filling it.
        var bits = Math.Max(6, BitOperations.Log2(3 * (uint)Math.Max(1, capacity) / 2) + 1);
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
    }

    /// <summary>How many phrases and beginnings of phrases it holds.</summary>
    public int Count => _count;

    /// <summary>The flags of a phrase; none when it is unknown.</summary>
    public NameFlags this[uint hash]
    {
        get
        {
            var slots = _slots;
            for (var at = Start(hash); ; at = (at + 1) & (slots.Length - 1))
            {
                var slot = slots[at];
                if (slot == 0) return NameFlags.None;
                if ((uint)(slot >> 32) == hash) return (NameFlags)(uint)slot;
            }
        }
    }

    /// <summary>Adds a phrase, and marks its beginnings so that a search knows when to go on.</summary>
    public void Add(string phrase, NameFlags flags)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var hash = NameHash.Empty;
        var words = phrase.Split([' ', '-', '‑', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            hash = NameHash.Append(hash, words[i]);
            if (i + 1 < words.Length && hash != NameHash.Empty) Add(hash, NameFlags.Prefix);
        }

        if (hash != NameHash.Empty) Add(hash, flags);
    }

    /// <summary>Adds flags to a hash.</summary>
    public void Add(uint hash, NameFlags flags)
    {
        if (flags == NameFlags.None) return;
        if (3 * (_count + 1) > 2 * _slots.Length) Grow();
        var at = Start(hash);
        while (_slots[at] != 0 && (uint)(_slots[at] >> 32) != hash) at = (at + 1) & (_slots.Length - 1);
        if (_slots[at] == 0) _count++;
        _slots[at] = ((ulong)hash << 32) | (uint)_slots[at] | (uint)flags;
    }

    /// <summary>All hashes with their flags, by hash.</summary>
    public IEnumerable<(uint Hash, NameFlags Flags)> Entries() =>
        _slots.Where(slot => slot != 0).Order().Select(slot => ((uint)(slot >> 32), (NameFlags)(uint)slot));

    private int Start(uint hash) => (int)((hash * 0x9E3779B1) >> _shift);

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[2 * old.Length];
        _shift--;
        foreach (var slot in old)
        {
            if (slot == 0) continue;
            var at = Start((uint)(slot >> 32));
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }
}
