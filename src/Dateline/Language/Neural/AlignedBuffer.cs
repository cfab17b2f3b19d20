using System.Runtime.CompilerServices;

namespace Dateline.Language.Neural;

/// <summary>Numbers at an address that stays, on a cache line's border; grown by need and used again, so that steady work allocates nothing.</summary>
/// <typeparam name="T">A number.</typeparam>
public sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Line = 64;
    private T[] _numbers = [];
    private int _room;

    public T* Data { get; private set; }

    /// <summary>Room for so many numbers, holding anything; what it held before is lost when it has to grow.</summary>
    public T* Room(int count)
    {
        if (count <= _room) return Data;
        _room = Math.Max(count, _room + (_room / 2));
        _numbers = GC.AllocateArray<T>(_room + (Line / sizeof(T)), pinned: true);
        Data = (T*)(((nint)Unsafe.AsPointer(ref _numbers[0]) + Line - 1) / Line * Line);
        return Data;
    }

    /// <summary>Room for so many zeros.</summary>
    public T* Zeros(int count)
    {
        new Span<T>(Room(count), count).Clear();
        return Data;
    }

    /// <summary>The first numbers, as a span.</summary>
    public Span<T> Span(int count) => new(Data, count);
}
