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
        var floats = new FloatBuffer();
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

    private static FloatBuffer Some(int count, Random random)
    {
        var buffer = new FloatBuffer();
        buffer.Zeros(count);
        foreach (ref var value in buffer.Span(count)) value = (2 * random.NextSingle()) - 1;
        return buffer;
    }
}
