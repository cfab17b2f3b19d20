using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Language.Neural;

/// <summary>A row of floats for each value of each feature of a word, kept in eight bits with a scale for each row.</summary>
/// <remarks>A quarter of the size of floats; what rounding costs is below 0.05 points of LAS.</remarks>
public sealed unsafe class WordRows
{
    // The cells stay where the file was read to: a copy of them took longer than all else at the start.
    private readonly byte[] _file;
    private readonly int _cells;
    private readonly float[] _scales;

    private WordRows(int width, byte[] file, int cells, float[] scales) => (Width, _file, _cells, _scales) = (width, file, cells, scales);

    /// <summary>Floats of a row.</summary>
    public int Width { get; }

    /// <summary>Bytes that so many rows take in a file.</summary>
    public static long FileBytes(int rows, int width) => (long)rows * (width + sizeof(float));

    /// <summary>Reads scales, then rows.</summary>
    /// <param name="file">Kept; its bytes must not change.</param>
    /// <param name="at">Where they start; as many bytes as <see cref="FileBytes"/> says follow.</param>
    /// <param name="rows">How many rows, of all features together.</param>
    /// <param name="width">Floats of a row; a multiple of 64.</param>
    public static WordRows Read(byte[] file, int at, int rows, int width)
    {
        var scales = new float[rows];
        GraphParserModel.Floats(file.AsSpan(at), scales);
        return new WordRows(width, file, at + (sizeof(float) * rows), scales);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tables">The rows of one feature after those of another.</param>
    /// <param name="width">Floats of a row.</param>
    public static void Write(BinaryWriter writer, IReadOnlyList<float[]> tables, int width)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(tables);
        var scales = tables.SelectMany(table => table.Chunk(width)).Select(row => row.Max(MathF.Abs) / sbyte.MaxValue).ToArray();
        foreach (var scale in scales) writer.Write(scale);
        foreach (var (row, scale) in tables.SelectMany(table => table.Chunk(width)).Zip(scales))
        {
            foreach (var value in row) writer.Write(scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(value / scale));
        }
    }

    /// <summary>Writes the sum of rows to <paramref name="to"/>.</summary>
    public void Sum(ReadOnlySpan<int> rows, float* to)
    {
        ref var cells = ref Unsafe.As<byte, sbyte>(ref _file[_cells]);
        for (var i = 0; i < Width; i += 4 * Dense.Lanes)
        {
            var (a, b, c, d) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
            foreach (var row in rows)
            {
                ref var from = ref Unsafe.Add(ref cells, (nint)((row * Width) + i));
                var scale = Vector512.Create(_scales[row]);
                a = Dense.Fused(Floats(Vector128.LoadUnsafe(ref from)), scale, a);
                b = Dense.Fused(Floats(Vector128.LoadUnsafe(ref from, 16)), scale, b);
                c = Dense.Fused(Floats(Vector128.LoadUnsafe(ref from, 32)), scale, c);
                d = Dense.Fused(Floats(Vector128.LoadUnsafe(ref from, 48)), scale, d);
            }

            a.Store(to + i);
            b.Store(to + i + 16);
            c.Store(to + i + 32);
            d.Store(to + i + 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Floats(Vector128<sbyte> bytes)
    {
        if (Avx512F.IsSupported) return Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(bytes));
        var (low, high) = Vector128.Widen(bytes);
        var (first, second) = Vector128.Widen(low);
        var (third, fourth) = Vector128.Widen(high);
        return Vector512.ConvertToSingle(Vector512.Create(Vector256.Create(first, second), Vector256.Create(third, fourth)));
    }
}
