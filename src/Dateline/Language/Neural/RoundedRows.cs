using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Language.Neural;

/// <summary>Rows of floats rounded to seven bits, each evenly between its own least and greatest float; what a <see cref="RoundedMatrix"/> is multiplied with.</summary>
/// <remarks>One for each caller; buffers are used again.</remarks>
public sealed unsafe class RoundedRows
{
    /// <summary>The number that stands for a row's greatest float; 0 stands for the least.</summary>
    public const int Most = 127;

    private readonly AlignedBuffer<byte> _cells = new();
    private readonly AlignedBuffer<float> _steps = new();
    private readonly AlignedBuffer<float> _least = new();

    /// <summary>Numbers of a row.</summary>
    public int Inner { get; private set; }

    /// <summary>Rows.</summary>
    public int Count { get; private set; }

    /// <summary>Row by row, each number from 0 to <see cref="Most"/>.</summary>
    public byte* Cells => _cells.Data;

    /// <summary>What one more in a cell means, for each row; 0 where all floats of a row were the same.</summary>
    public float* Steps => _steps.Data;

    /// <summary>The float that 0 stands for, for each row.</summary>
    public float* Least => _least.Data;

    /// <summary>Takes up rows.</summary>
    /// <param name="from">The floats; finite.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="inner">Floats of a row; a multiple of <see cref="Dense.Lanes"/>.</param>
    public void Round(float* from, int stride, int rows, int inner)
    {
        (Inner, Count) = (inner, rows);
        var to = _cells.Room(rows * inner);
        float* steps = _steps.Room(rows), least = _least.Room(rows);
        for (var row = 0; row < rows; row++, from += stride, to += inner) Round(from, inner, to, steps + row, least + row);
    }

    private static void Round(float* from, int inner, byte* to, float* step, float* least)
    {
        var (low, high) = (Vector512.Load(from), Vector512.Load(from));
        for (var i = Dense.Lanes; i < inner; i += Dense.Lanes)
        {
            var floats = Vector512.Load(from + i);
            (low, high) = (Vector512.Min(low, floats), Vector512.Max(high, floats));
        }

        *least = Dense.Least(low);
        var range = Dense.Most(high) - *least;
        *step = range * (1f / Most);
        var (start, perStep) = (Vector512.Create(*least), Vector512.Create(range > 0 ? Most / range : 0));

        // Added to 2^23, a float is rounded to a whole number, which stands in its lowest bits.
        for (var i = 0; i < inner; i += Dense.Lanes)
        {
            StoreLowest(Dense.Fused(Vector512.Load(from + i) - start, perStep, Vector512.Create(8388608f)).AsInt32(), to + i);
        }
    }

    /// <summary>Stores the lowest byte of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLowest(Vector512<int> numbers, byte* to)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(numbers).Store(to);
            return;
        }

        var shorts = Vector256.Narrow(numbers.GetLower() & Vector256.Create(255), numbers.GetUpper() & Vector256.Create(255));
        Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte().Store(to);
    }
}
