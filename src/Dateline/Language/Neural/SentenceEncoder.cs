using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language.Neural;

/// <summary>Words → floats that know the whole sentence: layers of gated memory that run from either end, added to what they read.</summary>
/// <remarks>
/// A simple recurrent unit (Lei and others 2018): the gates see their own channel's memory alone, so all products are taken for many
/// sentences at once and what is left to do word by word is cheap. One for each caller; buffers are used again.
/// </remarks>
public sealed unsafe class SentenceEncoder(RoundedNetwork network)
{
    private readonly AlignedBuffer<float> _words = new();
    private readonly AlignedBuffer<float> _gates = new();
    private readonly AlignedBuffer<float> _roles = new();
    private readonly AlignedBuffer<float> _memory = new();
    private readonly RoundedRows _rounded = new();

    /// <summary>The floats of each token of the batch, width by width; all are to be written.</summary>
    public float* Words(int rows) => _words.Room(rows * network.Size.Width);

    /// <summary>Each token's part in arcs and relations, <see cref="GraphParserSize.Roles"/> a token.</summary>
    public float* Roles => _roles.Data;

    /// <summary>Reads the words of sentences laid end to end, each from <c>starts[i]</c> to <c>starts[i + 1]</c>.</summary>
    public void Encode(ReadOnlySpan<int> starts, int rows)
    {
        var size = network.Size;
        var words = _words.Data;
        var gates = _gates.Room(rows * size.Gates / 2);
        for (var layer = 0; layer < size.Layers; layer++)
        {
            _rounded.Round(words, size.Width, rows, size.Width);
            for (var direction = 0; direction < 2; direction++)
            {
                network.Layers[layer].Multiply(_rounded, gates, size.Gates / 2, direction * size.Gates / 2, size.Gates / 2);
                for (var i = 0; i + 1 < starts.Length; i++)
                {
                    var (first, count, step) = direction == 0 ? (starts[i], starts[i + 1] - starts[i], 1) : (starts[i + 1] - 1, starts[i + 1] - starts[i], -1);
                    Remember(size, gates, network.Gates(layer) + (4 * size.Half * direction), words + (size.Half * direction), first, count, step);
                }
            }
        }

        _rounded.Round(words, size.Width, rows, size.Width);
        var roles = _roles.Room(rows * size.Roles);
        network.Roles.Multiply(_rounded, roles, size.Roles);
        for (var row = 0; row < rows; row++, roles += size.Roles) Finish(size, network.RoleBias, roles);
    }

    /// <summary>Adds the bias, and bends what arcs are scored by.</summary>
    public static void Finish(GraphParserSize size, float* bias, float* roles)
    {
        Dense.Add(bias, roles, size.Roles);
        for (var i = 0; i < 2 * size.Arc; i += Dense.Lanes) Dense.Leaky(Vector512.Load(roles + i)).Store(roles + i);
    }

    /// <summary>One direction of one layer over one sentence; adds to <paramref name="words"/>.</summary>
    /// <remarks>A channel waits for its own last word, so all channels go word by word side by side.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Remember(GraphParserSize size, float* gates, float* own, float* words, int first, int count, int step)
    {
        var half = size.Half;
        var memory = _memory.Zeros(half);
        var gate = gates + ((long)first * 3 * half);
        var word = words + ((long)first * size.Width);
        for (var i = 0; i < count; i++, gate += step * 3 * half, word += step * size.Width)
        {
            for (var channel = 0; channel < half; channel += Dense.Lanes) Step(own + channel, half, gate + channel, word + channel, memory + channel);
        }
    }

    /// <summary>Sixteen channels of one word: says something and keeps the new memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(float* own, int half, float* gate, float* word, float* memory)
    {
        var (before, candidate) = (Vector512.Load(memory), Vector512.Load(gate));
        var (forget, output) = Dense.Sigmoids(
            Dense.Fused(Vector512.Load(own), before, Vector512.Load(gate + half) + Vector512.Load(own + (2 * half))),
            Dense.Fused(Vector512.Load(own + half), before, Vector512.Load(gate + (2 * half)) + Vector512.Load(own + (3 * half))));
        var after = Dense.Fused(forget, before - candidate, candidate);
        after.Store(memory);
        (Vector512.Load(word) + (output * after)).Store(word);
    }
}
