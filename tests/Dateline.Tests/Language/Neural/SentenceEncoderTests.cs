using Dateline.Language.Neural;

namespace Dateline.Tests.Language.Neural;

public unsafe class SentenceEncoderTests
{
    private static readonly GraphParserSize Size = new(2, 64, 32, 32);

    [Fact]
    public void Layers_say_what_the_slow_twin_says()
    {
        var network = SomeNetwork();
        int[] starts = [0, 3, 4, 11];
        var words = SomeWords(11);
        var encoder = new SentenceEncoder(network);
        Put(words, encoder, 16);
        encoder.Encode(starts, 16);
        var expected = new float[11 * Size.Roles];
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Slow(network, words[(starts[i] * Size.Width)..(starts[i + 1] * Size.Width)]).CopyTo(expected, starts[i] * Size.Roles);
        }

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], encoder.Roles[i], 1e-3f);
    }

    [Fact]
    public void A_sentence_has_the_same_bits_alone_and_beside_others()
    {
        var words = SomeWords(11);
        var encoder = new SentenceEncoder(SomeNetwork());
        Put(words, encoder, 16);
        encoder.Encode([0, 3, 4, 11], 16);
        var together = new Span<float>(encoder.Roles + (4 * Size.Roles), 7 * Size.Roles).ToArray();
        Put(words[(4 * Size.Width)..], encoder, 8);
        encoder.Encode([0, 7], 8);
        Assert.Equal(together, new Span<float>(encoder.Roles, 7 * Size.Roles).ToArray());
    }

    private static float[] Slow(RoundedNetwork network, float[] words)
    {
        var (width, half, count) = (Size.Width, Size.Half, words.Length / Size.Width);
        for (var layer = 0; layer < Size.Layers; layer++)
        {
            var gates = Product(words, count, network.Layers[layer]);
            for (var direction = 0; direction < 2; direction++)
            {
                var own = network.Gates(layer) + (4 * half * direction);
                for (var channel = 0; channel < half; channel++)
                {
                    double memory = 0;
                    for (var i = 0; i < count; i++)
                    {
                        var token = direction == 0 ? i : count - 1 - i;
                        var at = (token * Size.Gates) + (3 * half * direction) + channel;
                        var forget = Sigmoid(gates[at + half] + (own[channel] * memory) + own[(2 * half) + channel]);
                        var output = Sigmoid(gates[at + (2 * half)] + (own[half + channel] * memory) + own[(3 * half) + channel]);
                        memory = (forget * memory) + ((1 - forget) * gates[at]);
                        words[(token * width) + (half * direction) + channel] += (float)(output * memory);
                    }
                }
            }
        }

        var roles = Product(words, count, network.Roles);
        return [.. roles.Select((value, i) => value + network.RoleBias[i % Size.Roles]).Select((value, i) => (float)(i % Size.Roles < 2 * Size.Arc && value < 0 ? value / 10 : value))];
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double[] Product(float[] a, int rows, RoundedMatrix b)
    {
        var product = new double[rows * b.Columns];
        for (var row = 0; row < rows; row++)
        {
            var floats = a.AsSpan(row * b.Inner, b.Inner).ToArray();
            var (least, range) = (floats.Min(), floats.Max() - floats.Min());
            for (var column = 0; column < b.Columns; column++)
            {
                for (var k = 0; k < b.Inner; k++)
                {
                    var rounded = least + ((double)range / 127 * Math.Round((floats[k] - least) * 127 / range));
                    product[(row * b.Columns) + column] += rounded * b.Cells[RoundedMatrix.At(b.Inner, k, column)] * b.Scales[column];
                }
            }
        }

        return product;
    }

    private static RoundedNetwork SomeNetwork()
    {
        var (weights, random) = (new NetworkWeights(Size), new Random(5));
        foreach (ref var weight in weights.All) weight = (random.NextSingle() - 0.5f) / 4;
        return RoundedNetwork.Of(weights);
    }

    /// <summary>Puts words before zeros.</summary>
    private static void Put(float[] words, SentenceEncoder encoder, int rows)
    {
        var to = new Span<float>(encoder.Words(rows), rows * Size.Width);
        to.Clear();
        words.CopyTo(to);
    }

    private static float[] SomeWords(int count)
    {
        var random = new Random(6);
        return [.. Enumerable.Range(0, count * Size.Width).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
