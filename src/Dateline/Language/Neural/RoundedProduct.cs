using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Language.Neural;

/// <summary>Thirty-two columns of a <see cref="RoundedMatrix"/>.</summary>
/// <param name="cells">Weights, as they lie.</param>
/// <param name="scales">One a column.</param>
/// <param name="sums">One a column.</param>
internal readonly unsafe struct RoundedColumns(sbyte* cells, float* scales, float* sums)
{
    public readonly sbyte* Cells = cells;
    public readonly float* Scales = scales;
    public readonly float* Sums = sums;
}

/// <summary>Rounded rows times thirty-two columns of rounded weights, in three ways that give the same bits; the tests have the plain loop.</summary>
/// <remarks>
/// Sixteen products go into each pair of lanes of sixteen bits before they are widened, which <see cref="RoundedMatrix.MostOfGroup"/> makes safe: five
/// multiplications do then what four would with the instructions made for it (VNNI), which the platform has for vectors of 256 bits only. Those were slower: 252 to 395.
/// </remarks>
internal static unsafe class RoundedProduct
{
    private const int Columns = Dense.ColumnGroup;

    public static void Multiply(RoundedRows rows, RoundedColumns columns, float* to, int stride)
    {
        if (Avx512BW.IsSupported) Wide(rows, columns, to, stride);
        else if (Avx2.IsSupported) Narrow(rows, columns, to, stride);
        else Small(rows, columns, to, stride);
    }

    /// <summary>Vectors of 512 bits: eight rows at a time.</summary>
    internal static void Wide(RoundedRows rows, RoundedColumns columns, float* to, int stride)
    {
        for (var row = 0; row < rows.Count; row += 8)
        {
            EightRows(rows.Cells + (row * rows.Inner), rows.Inner, columns, rows.Steps + row, rows.Least + row, to + ((long)row * stride), stride);
        }
    }

    /// <summary>Vectors of 256 bits: four rows and half the columns at a time.</summary>
    internal static void Narrow(RoundedRows rows, RoundedColumns columns, float* to, int stride)
    {
        const int Half = Columns / 2;
        var right = new RoundedColumns(columns.Cells + (4 * Half), columns.Scales + Half, columns.Sums + Half);
        for (var row = 0; row < rows.Count; row += 4)
        {
            var cells = rows.Cells + (row * rows.Inner);
            var target = to + ((long)row * stride);
            FourRows(cells, rows.Inner, columns, rows.Steps + row, rows.Least + row, target, stride);
            FourRows(cells, rows.Inner, right, rows.Steps + row, rows.Least + row, target + Half, stride);
        }
    }

    /// <summary>Vectors of 128 bits, which every processor has: a row and four columns at a time.</summary>
    internal static void Small(RoundedRows rows, RoundedColumns columns, float* to, int stride)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var (step, least) = (rows.Steps[row], rows.Least[row]);
            for (var column = 0; column < Columns; column += 4)
            {
                var sums = FourColumns(rows.Cells + (row * rows.Inner), rows.Inner, columns.Cells + (4 * column));
                for (var i = 0; i < 4; i++)
                {
                    to[((long)row * stride) + column + i] = MathF.FusedMultiplyAdd(sums[i] * step, columns.Scales[column + i], least * columns.Sums[column + i]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(byte* a, int inner, RoundedColumns columns, float* steps, float* least, float* to, int stride)
    {
        Vector512<int> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51, c60, c61, c70, c71;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = c60 = c61 = c70 = c71 = Vector512<int>.Zero;
        byte* a1 = a + inner, a2 = a1 + inner, a3 = a2 + inner, a4 = a3 + inner, a5 = a4 + inner, a6 = a5 + inner, a7 = a6 + inner;
        var b = columns.Cells;
        for (var i = 0; i < inner; i += RoundedMatrix.Group, b += RoundedMatrix.Group * Columns)
        {
            var (b0, b1, b2, b3) = (Vector512.Load(b), Vector512.Load(b + 128), Vector512.Load(b + 256), Vector512.Load(b + 384));
            var (d0, d1, d2, d3) = (Vector512.Load(b + 64), Vector512.Load(b + 192), Vector512.Load(b + 320), Vector512.Load(b + 448));
            (c00, c01) = (Group(a + i, b0, b1, b2, b3, c00), Group(a + i, d0, d1, d2, d3, c01));
            (c10, c11) = (Group(a1 + i, b0, b1, b2, b3, c10), Group(a1 + i, d0, d1, d2, d3, c11));
            (c20, c21) = (Group(a2 + i, b0, b1, b2, b3, c20), Group(a2 + i, d0, d1, d2, d3, c21));
            (c30, c31) = (Group(a3 + i, b0, b1, b2, b3, c30), Group(a3 + i, d0, d1, d2, d3, c31));
            (c40, c41) = (Group(a4 + i, b0, b1, b2, b3, c40), Group(a4 + i, d0, d1, d2, d3, c41));
            (c50, c51) = (Group(a5 + i, b0, b1, b2, b3, c50), Group(a5 + i, d0, d1, d2, d3, c51));
            (c60, c61) = (Group(a6 + i, b0, b1, b2, b3, c60), Group(a6 + i, d0, d1, d2, d3, c61));
            (c70, c71) = (Group(a7 + i, b0, b1, b2, b3, c70), Group(a7 + i, d0, d1, d2, d3, c71));
        }

        Store(c00, c01, steps[0], least[0], columns, to);
        Store(c10, c11, steps[1], least[1], columns, to += stride);
        Store(c20, c21, steps[2], least[2], columns, to += stride);
        Store(c30, c31, steps[3], least[3], columns, to += stride);
        Store(c40, c41, steps[4], least[4], columns, to += stride);
        Store(c50, c51, steps[5], least[5], columns, to += stride);
        Store(c60, c61, steps[6], least[6], columns, to += stride);
        Store(c70, c71, steps[7], least[7], columns, to += stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Group(byte* a, Vector512<sbyte> b0, Vector512<sbyte> b1, Vector512<sbyte> b2, Vector512<sbyte> b3, Vector512<int> sum)
    {
        var first = Avx512BW.MultiplyAddAdjacent(Four(a), b0) + Avx512BW.MultiplyAddAdjacent(Four(a + 4), b1);
        var second = Avx512BW.MultiplyAddAdjacent(Four(a + 8), b2) + Avx512BW.MultiplyAddAdjacent(Four(a + 12), b3);
        return sum + Avx512BW.MultiplyAddAdjacent(first + second, Vector512<short>.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector512<byte> Four(byte* a) => Vector512.Create(*(int*)a).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> left, Vector512<int> right, float step, float least, RoundedColumns columns, float* to)
    {
        const int Lanes = Dense.Lanes;
        var (steps, leasts) = (Vector512.Create(step), Vector512.Create(least));
        Dense.Fused(Vector512.ConvertToSingle(left) * steps, Vector512.Load(columns.Scales), leasts * Vector512.Load(columns.Sums)).Store(to);
        Dense.Fused(Vector512.ConvertToSingle(right) * steps, Vector512.Load(columns.Scales + Lanes), leasts * Vector512.Load(columns.Sums + Lanes)).Store(to + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(byte* a, int inner, RoundedColumns columns, float* steps, float* least, float* to, int stride)
    {
        Vector256<int> c00, c01, c10, c11, c20, c21, c30, c31;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<int>.Zero;
        byte* a1 = a + inner, a2 = a1 + inner, a3 = a2 + inner;
        var b = columns.Cells;
        for (var i = 0; i < inner; i += RoundedMatrix.Group, b += RoundedMatrix.Group * Columns)
        {
            (c00, c01) = (Group(a + i, b, c00), Group(a + i, b + 32, c01));
            (c10, c11) = (Group(a1 + i, b, c10), Group(a1 + i, b + 32, c11));
            (c20, c21) = (Group(a2 + i, b, c20), Group(a2 + i, b + 32, c21));
            (c30, c31) = (Group(a3 + i, b, c30), Group(a3 + i, b + 32, c31));
        }

        Store(c00, c01, steps[0], least[0], columns, to);
        Store(c10, c11, steps[1], least[1], columns, to += stride);
        Store(c20, c21, steps[2], least[2], columns, to += stride);
        Store(c30, c31, steps[3], least[3], columns, to += stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Group(byte* a, sbyte* b, Vector256<int> sum)
    {
        var first = Avx2.MultiplyAddAdjacent(Four(a), Vector256.Load(b)) + Avx2.MultiplyAddAdjacent(Four(a + 4), Vector256.Load(b + 128));
        var second = Avx2.MultiplyAddAdjacent(Four(a + 8), Vector256.Load(b + 256)) + Avx2.MultiplyAddAdjacent(Four(a + 12), Vector256.Load(b + 384));
        return sum + Avx2.MultiplyAddAdjacent(first + second, Vector256<short>.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<byte> Four(byte* a) => Vector256.Create(*(int*)a).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> left, Vector256<int> right, float step, float least, RoundedColumns columns, float* to)
    {
        var (steps, leasts) = (Vector256.Create(step), Vector256.Create(least));
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(left) * steps, Vector256.Load(columns.Scales), leasts * Vector256.Load(columns.Sums)).Store(to);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(right) * steps, Vector256.Load(columns.Scales + 8), leasts * Vector256.Load(columns.Sums + 8)).Store(to + 8);
    }

    private static Vector128<int> FourColumns(byte* a, int inner, sbyte* b)
    {
        var (c0, c1, c2, c3) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        for (var i = 0; i < inner; i += 8, b += 8 * Columns)
        {
            var (x, y) = (Four(a + i), Four(a + i + 4));
            var (left, right) = Vector128.Widen(Vector128.Load(b));
            var (nextLeft, nextRight) = Vector128.Widen(Vector128.Load(b + 128));
            var (first, second) = Vector128.Widen((left * x) + (nextLeft * y));
            var (third, fourth) = Vector128.Widen((right * x) + (nextRight * y));
            (c0, c1, c2, c3) = (c0 + first, c1 + second, c2 + third, c3 + fourth);
        }

        return Vector128.Create(Vector128.Sum(c0), Vector128.Sum(c1), Vector128.Sum(c2), Vector128.Sum(c3));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<short> Four(byte* a) => Vector128.WidenLower(Vector128.Create(*(int*)a).AsSByte());
    }
}
