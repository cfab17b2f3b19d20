using System.Runtime.Intrinsics;
using Dateline.Language.Neural;

namespace Dateline.Tests.Language.Neural;

public unsafe class DenseTests
{
    [Theory]
    [InlineData(8, 1, 32)]
    [InlineData(8, 5, 64)]
    [InlineData(24, 192, 96)]
    public void A_product_has_the_bits_of_the_plain_loops(int rows, int inner, int columns)
    {
        var random = new Random(1);
        var (a, b, c) = (Some(rows * inner, random), Some(inner * columns, random), Some(rows * columns, random));
        foreach (var add in new[] { false, true })
        {
            var expected = new float[rows * columns];
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var sum = add ? c.Data[(i * columns) + j] : 0;
                    for (var k = 0; k < inner; k++) sum = MathF.FusedMultiplyAdd(a.Data[(i * inner) + k], b.Data[(k * columns) + j], sum);
                    expected[(i * columns) + j] = sum;
                }
            }

            Dense.Multiply(a.Data, inner, b.Data, columns, c.Data, columns, rows, inner, columns, add);
            Assert.Equal(expected, c.Span(rows * columns).ToArray());
        }
    }

    [Fact]
    public void A_product_of_broken_groups_is_refused()
    {
        var floats = new AlignedBuffer<float>();
        floats.Zeros(4096);
        Assert.Throws<ArgumentException>(() => Dense.Multiply(floats.Data, 4, floats.Data, 32, floats.Data, 32, 7, 4, 32));
        Assert.Throws<ArgumentException>(() => Dense.Multiply(floats.Data, 4, floats.Data, 32, floats.Data, 32, 8, 4, 16));
    }

    [Fact]
    public void A_transpose_of_a_transpose_is_the_matrix()
    {
        var from = Some(37 * 21, new Random(2));
        var (to, back) = (Some(37 * 21, new Random(3)), Some(37 * 21, new Random(4)));
        Dense.Transpose(from.Data, 21, 37, 21, to.Data, 37);
        Assert.Equal(from.Data[(5 * 21) + 20], to.Data[(20 * 37) + 5]);
        Dense.Transpose(to.Data, 37, 21, 37, back.Data, 21);
        Assert.Equal(from.Span(37 * 21).ToArray(), back.Span(37 * 21).ToArray());
    }

    [Fact]
    public void The_exponential_is_as_good_as_the_library_s()
    {
        for (var x = -86f; x < 86; x += 0.173f)
        {
            var expected = Math.Exp(x);
            Assert.InRange(Dense.Exp(Vector512.Create(x)).GetElement(3) / expected, 1 - 1e-6, 1 + 1e-6);
            Assert.InRange(Dense.Sigmoid(Vector512.Create(x)).GetElement(15), (1 / (1 + Math.Exp(-x))) - 1e-6, (1 / (1 + Math.Exp(-x))) + 1e-6);
        }

        Assert.True(float.IsFinite(Dense.Exp(Vector512.Create(float.MaxValue)).GetElement(0)));
    }

    [Fact]
    public void Two_sigmoids_at_once_are_those_taken_one_by_one()
    {
        for (var x = -60f; x < 60; x += 0.0917f)
        {
            var (first, second) = Dense.Sigmoids(Vector512.Create(x), Vector512.Create(-x / 3));
            Assert.Equal(1 / (1 + Math.Exp(-x)), first[7], 1e-5);
            Assert.Equal(1 / (1 + Math.Exp(x / 3)), second[11], 1e-5);
        }

        Assert.Equal((1f, 0f), (Dense.Sigmoids(Vector512.Create(float.MaxValue), default).First[0], MathF.Round(Dense.Sigmoids(default, Vector512.Create(float.MinValue)).Second[0], 6)));
    }

    [Fact]
    public void The_greatest_is_the_first_that_no_other_exceeds()
    {
        var random = new Random(8);
        for (var round = 0; round < 200; round++)
        {
            var floats = new AlignedBuffer<float>();
            floats.Zeros(64);
            foreach (ref var value in floats.Span(64)) value = random.Next(round) - 50;
            var plain = floats.Span(64).ToArray();
            Assert.Equal(Array.IndexOf(plain, plain.Max()), Dense.IndexOfMost(floats.Data, 64));
            var lanes = Vector512.Load(floats.Data);
            Assert.Equal((plain[..16].Min(), plain[..16].Max()), (Dense.Least(lanes), Dense.Most(lanes)));
        }

        var broken = new AlignedBuffer<float>();
        broken.Zeros(16);
        broken.Span(16).Fill(float.NaN);
        Assert.Equal(0, Dense.IndexOfMost(broken.Data, 16));
    }

    private static AlignedBuffer<float> Some(int count, Random random)
    {
        var buffer = new AlignedBuffer<float>();
        buffer.Zeros(count);
        foreach (ref var value in buffer.Span(count)) value = (2 * random.NextSingle()) - 1;
        return buffer;
    }
}
