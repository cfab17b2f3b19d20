using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language.Neural;

/// <summary>Words → floats that know the whole sentence: layers of gated memory that run from either end, added to what they read.</summary>
/// <remarks>
/// A simple recurrent unit (Lei and others 2018): the gates see their own channel's memory alone, so all products are taken for many
/// sentences at once and what is left to do word by word is cheap. One for each caller; buffers are used again.
/// </remarks>
public sealed unsafe class SentenceEncoder(NetworkWeights weights)
{
    private readonly FloatBuffer _words = new();
    private readonly FloatBuffer _gates = new();
    private readonly FloatBuffer _roles = new();

    /// <summary>The floats of each token of the batch, width by width; what was written before is lost when the batch grows.</summary>
    public float* Words(int rows) => _words.Zeros(rows * weights.Size.Width);

    /// <summary>Each token's part in arcs and relations, <see cref="GraphParserSize.Roles"/> a token.</summary>
    public float* Roles => _roles.Data;

    /// <summary>Reads the words of sentences laid end to end, each from <c>starts[i]</c> to <c>starts[i + 1]</c>.</summary>
    public void Encode(ReadOnlySpan<int> starts, int rows)
    {
        var size = weights.Size;
        var words = _words.Data;
        var gates = _gates.Room(rows * size.Gates);
        for (var layer = 0; layer < size.Layers; layer++)
        {
            Dense.Multiply(words, size.Width, weights.Layer(layer), size.Gates, gates, size.Gates, rows, size.Width, size.Gates);
            for (var i = 0; i + 1 < starts.Length; i++)
            {
                Remember(size, gates, weights.Gates(layer), words, starts[i], starts[i + 1] - starts[i], 1);
                Remember(size, gates + (3 * size.Half), weights.Gates(layer) + (4 * size.Half), words + size.Half, starts[i + 1] - 1, starts[i + 1] - starts[i], -1);
            }
        }

        var roles = _roles.Room(rows * size.Roles);
        Dense.Multiply(words, size.Width, weights.Roles, size.Roles, roles, size.Roles, rows, size.Width, size.Roles);
        for (var row = 0; row < rows; row++, roles += size.Roles) Finish(size, weights.RoleBias, roles);
    }

    /// <summary>Adds the bias, and bends what arcs are scored by.</summary>
    public static void Finish(GraphParserSize size, float* bias, float* roles)
    {
        Dense.Add(bias, roles, size.Roles);
        for (var i = 0; i < 2 * size.Arc; i += Dense.Lanes) Dense.Leaky(Vector512.Load(roles + i)).Store(roles + i);
    }

    /// <summary>One direction of one layer over one sentence; adds to <paramref name="words"/>.</summary>
    /// <remarks>A channel waits for its own last word, so two vectors of channels run side by side.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Remember(GraphParserSize size, float* gates, float* own, float* words, int first, int count, int step)
    {
        var (half, gateStep, wordStep) = (size.Half, step * size.Gates, step * size.Width);
        for (var channel = 0; channel < half; channel += 2 * Dense.Lanes)
        {
            var weights = own + channel;
            var gate = gates + ((long)first * size.Gates) + channel;
            var word = words + ((long)first * size.Width) + channel;
            var (one, two) = (Vector512<float>.Zero, Vector512<float>.Zero);
            for (var i = 0; i < count; i++, gate += gateStep, word += wordStep)
            {
                one = Step(weights, half, gate, word, one);
                two = Step(weights + Dense.Lanes, half, gate + Dense.Lanes, word + Dense.Lanes, two);
            }
        }
    }

    /// <summary>One word: says something and returns the new memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Step(float* own, int half, float* gate, float* word, Vector512<float> memory)
    {
        var candidate = Vector512.Load(gate);
        var forget = Dense.Sigmoid(Dense.Fused(Vector512.Load(own), memory, Vector512.Load(gate + half) + Vector512.Load(own + (2 * half))));
        var output = Dense.Sigmoid(Dense.Fused(Vector512.Load(own + half), memory, Vector512.Load(gate + (2 * half)) + Vector512.Load(own + (3 * half))));
        memory = Dense.Fused(forget, memory - candidate, candidate);
        (Vector512.Load(word) + (output * memory)).Store(word);
        return memory;
    }
}
