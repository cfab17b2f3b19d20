using System.Runtime.CompilerServices;

namespace Dateline.Language.Neural;

/// <summary>Floats at an address that stays, on a cache line's border; grown by need and used again, so that steady work allocates nothing.</summary>
public sealed unsafe class FloatBuffer
{
    private const int Line = 64;
    private float[] _floats = [];
    private int _room;

    public float* Data { get; private set; }

    /// <summary>Room for so many floats, holding anything; what it held before is lost when it has to grow.</summary>
    public float* Room(int count)
    {
        if (count <= _room) return Data;
        _room = Math.Max(count, _room + (_room / 2));
        _floats = GC.AllocateArray<float>(_room + (Line / sizeof(float)), pinned: true);
        Data = (float*)(((nint)Unsafe.AsPointer(ref _floats[0]) + Line - 1) / Line * Line);
        return Data;
    }

    /// <summary>Room for so many zeros.</summary>
    public float* Zeros(int count)
    {
        new Span<float>(Room(count), count).Clear();
        return Data;
    }

    /// <summary>The first floats, as a span.</summary>
    public Span<float> Span(int count) => new(Data, count);
}
