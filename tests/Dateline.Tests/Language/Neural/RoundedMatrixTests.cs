using System.Runtime.Intrinsics.X86;
using Dateline.Language.Neural;

namespace Dateline.Tests.Language.Neural;

public unsafe class RoundedMatrixTests
{
    private delegate void Way(RoundedRows rows, RoundedColumns columns, float* to, int stride);

    [Theory]
    [InlineData(8, 16, 32, 1)]
    [InlineData(24, 96, 64, 0.01f)]
    [InlineData(16, 192, 96, 40)]
    public void Every_way_to_multiply_has_the_bits_of_the_plain_loop(int count, int inner, int columns, float size)
    {
        var random = new Random(3);
        var rows = Rounded(Some(count * inner, size, random), count, inner);
        AgreesWithPlainLoop(rows, RoundedMatrix.Of(Some(inner * columns, size, random), inner, columns));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, -1)]
    [InlineData(1, -1)]
    public void Sums_stay_in_their_bits_where_all_is_as_large_as_can_be(float even, float odd)
    {
        const int Inner = 192;
        float[] weights = [.. Enumerable.Range(0, Inner * 32).Select(i => i / 32 % 2 == 0 ? even : odd)];
        float[] floats = [.. Enumerable.Range(0, 8 * Inner).Select(i => i % Inner == Inner - 1 ? 0f : 1f)];
        AgreesWithPlainLoop(Rounded(floats, 8, Inner), RoundedMatrix.Of(weights, Inner, 32));
    }

    [Fact]
    public void Products_are_near_those_of_floats()
    {
        const int Count = 8, Inner = 192, Columns = 32;
        var random = new Random(4);
        var (floats, weights) = (Some(Count * Inner, 2, random), Some(Inner * Columns, 0.2f, random));
        var products = Products(RoundedMatrix.Of(weights, Inner, Columns), Rounded(floats, Count, Inner));
        for (var i = 0; i < products.Length; i++)
        {
            double sum = 0;
            for (var k = 0; k < Inner; k++) sum += (double)floats[(i / Columns * Inner) + k] * weights[(k * Columns) + (i % Columns)];
            Assert.Equal(sum, products[i], 0.15);
        }
    }

    [Fact]
    public void Some_columns_are_as_among_all()
    {
        const int Count = 8, Inner = 32, Columns = 96;
        var random = new Random(5);
        var (rows, matrix) = (Rounded(Some(Count * Inner, 1, random), Count, Inner), RoundedMatrix.Of(Some(Inner * Columns, 1, random), Inner, Columns));
        var all = Products(matrix, rows);
        var some = new AlignedBuffer<float>();
        matrix.Multiply(rows, some.Room(Count * 32), 32, first: 64, columns: 32);
        for (var i = 0; i < Count * 32; i++) Assert.Equal(all[(i / 32 * Columns) + 64 + (i % 32)], some.Data[i]);
    }

    [Fact]
    public void A_column_that_could_leave_sixteen_bits_is_rounded_more_coarsely()
    {
        var matrix = RoundedMatrix.Of([.. Enumerable.Repeat(1f, 16 * 32)], 16, 32);
        Assert.InRange(matrix.Cells[0], RoundedMatrix.MostOfGroup / 9, RoundedMatrix.MostOfGroup / 8);
        Assert.Equal(1, matrix.Cells[0] * matrix.Scales[0], 0.03f);
        Assert.False(RoundedMatrix.Fits([.. Enumerable.Repeat((sbyte)33, 16)]));
        Assert.True(RoundedMatrix.Fits([.. Enumerable.Repeat((sbyte)-32, 16)]));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        var matrix = RoundedMatrix.Of(Some(48 * 64, 1, new Random(6)), 48, 64);
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        matrix.Write(writer);
        Assert.Equal(RoundedMatrix.FileBytes(48, 64), stream.Length);
        var read = RoundedMatrix.Read(stream.ToArray(), 48, 64);
        Assert.Equal(matrix.Cells, read.Cells);
        Assert.Equal(matrix.Scales, read.Scales);
        Assert.Equal(matrix.Sums, read.Sums);
    }

    [Fact]
    public void Rows_or_columns_that_do_not_fit_are_refused()
    {
        var matrix = RoundedMatrix.Of(new float[16 * 32], 16, 32);
        var to = new AlignedBuffer<float>();
        to.Room(8 * 64);
        Assert.Throws<ArgumentException>(() => matrix.Multiply(Rounded(new float[8 * 32], 8, 32), to.Data, 32));
        Assert.Throws<ArgumentException>(() => matrix.Multiply(Rounded(new float[7 * 16], 7, 16), to.Data, 32));
        Assert.Throws<ArgumentException>(() => matrix.Multiply(Rounded(new float[8 * 16], 8, 16), to.Data, 32, first: 0, columns: 64));
        Assert.Throws<ArgumentException>(() => matrix.Multiply(Rounded(new float[8 * 16], 8, 16), to.Data, 32, first: 16, columns: 32));
    }

    [Fact]
    public void Rounded_rows_are_within_half_a_step()
    {
        var floats = Some(8 * 64, 3, new Random(7));
        floats.AsSpan(64, 64).Fill(2.5f);
        var rows = Rounded(floats, 8, 64);
        for (var i = 0; i < floats.Length; i++)
        {
            Assert.InRange(rows.Cells[i], 0, RoundedRows.Most);
            Assert.Equal(floats[i], rows.Least[i / 64] + (rows.Steps[i / 64] * rows.Cells[i]), (rows.Steps[i / 64] / 2) + 1e-6f);
        }

        Assert.Equal((0f, 2.5f), (rows.Steps[1], rows.Least[1]));
    }

    private static void AgreesWithPlainLoop(RoundedRows rows, RoundedMatrix matrix)
    {
        var expected = Plain(rows, matrix);
        Assert.Equal(expected, Products(matrix, rows));
        Assert.Equal(expected, Products(RoundedProduct.Small, rows, matrix));
        if (Avx2.IsSupported) Assert.Equal(expected, Products(RoundedProduct.Narrow, rows, matrix));
        if (Avx512BW.IsSupported) Assert.Equal(expected, Products(RoundedProduct.Wide, rows, matrix));
    }

    /// <summary>The slow twin.</summary>
    private static float[] Plain(RoundedRows rows, RoundedMatrix matrix)
    {
        var products = new float[rows.Count * matrix.Columns];
        for (var i = 0; i < products.Length; i++)
        {
            var (row, column) = (i / matrix.Columns, i % matrix.Columns);
            var sum = 0;
            for (var k = 0; k < rows.Inner; k++) sum += rows.Cells[(row * rows.Inner) + k] * matrix.Cells[RoundedMatrix.At(rows.Inner, k, column)];
            products[i] = MathF.FusedMultiplyAdd(sum * rows.Steps[row], matrix.Scales[column], rows.Least[row] * matrix.Sums[column]);
        }

        return products;
    }

    private static float[] Products(RoundedMatrix matrix, RoundedRows rows)
    {
        var to = new AlignedBuffer<float>();
        matrix.Multiply(rows, to.Room(rows.Count * matrix.Columns), matrix.Columns);
        return to.Span(rows.Count * matrix.Columns).ToArray();
    }

    private static float[] Products(Way way, RoundedRows rows, RoundedMatrix matrix)
    {
        var to = new AlignedBuffer<float>();
        to.Room(rows.Count * matrix.Columns);
        fixed (sbyte* cells = matrix.Cells)
        {
            fixed (float* scales = matrix.Scales, sums = matrix.Sums)
            {
                for (var column = 0; column < matrix.Columns; column += Dense.ColumnGroup)
                {
                    way(rows, new RoundedColumns(cells + (column * matrix.Inner), scales + column, sums + column), to.Data + column, matrix.Columns);
                }
            }
        }

        return to.Span(rows.Count * matrix.Columns).ToArray();
    }

    private static RoundedRows Rounded(float[] floats, int count, int inner)
    {
        var rows = new RoundedRows();
        fixed (float* from = floats) rows.Round(from, inner, count, inner);
        return rows;
    }

    private static float[] Some(int count, float size, Random random) => [.. Enumerable.Range(0, count).Select(_ => size * ((2 * random.NextSingle()) - 1))];
}
