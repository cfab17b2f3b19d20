namespace Dateline.Language;

/// <summary>A table of fixed size that keeps what was met lately, for whoever can make it again.</summary>
/// <remarks>
/// Each hash has <see cref="RecentTable.Places"/> places. What is found moves up by one, what is new comes last but one and pushes the last out: words
/// met once give way, frequent ones stay. Entries are immutable and change hands in one write, so that threads may share the table; should
/// two write at once, an entry is lost or held twice, and an answer is the same as without the table.
/// </remarks>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="bits">The table has 2 to the power of this many places.</param>
internal sealed class RecentTable<T>(int bits)
    where T : class
{
    private readonly T?[] _entries = new T?[1 << bits];
    private readonly int _shift = 32 - bits;

    /// <summary>What stands at a place.</summary>
    public T? this[int place] => Volatile.Read(ref _entries[place]);

    /// <summary>The first of a hash's places; the others follow.</summary>
    public int FirstPlace(uint hash) => (int)((hash * 0x9E3779B1) >> _shift) & -RecentTable.Places;

    /// <summary>Notes that an entry was found.</summary>
    /// <returns>The entry.</returns>
    public T Found(int first, int place, T entry)
    {
        if (place > first)
        {
            Volatile.Write(ref _entries[place], _entries[place - 1]);
            Volatile.Write(ref _entries[place - 1], entry);
        }

        return entry;
    }

    /// <summary>Takes up a new entry.</summary>
    /// <returns>The entry.</returns>
    public T Keep(int first, T entry)
    {
        var last = first + RecentTable.Places - 1;
        Volatile.Write(ref _entries[last], _entries[last - 1]);
        Volatile.Write(ref _entries[last - 1], entry);
        return entry;
    }
}

/// <summary>What all tables of recent entries share.</summary>
internal static class RecentTable
{
    /// <summary>How many places a hash has: a cache line holds them.</summary>
    public const int Places = 4;
}
