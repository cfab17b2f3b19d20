using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>One layer of <see cref="SentenceEncoder"/>, which remembers on the way up what it needs on the way down.</summary>
internal sealed unsafe class GatedLayer(GraphParserSize size)
{
    private readonly AlignedBuffer<float> _gates = new();
    private readonly AlignedBuffer<float> _forget = new();
    private readonly AlignedBuffer<float> _output = new();
    private readonly AlignedBuffer<float> _memory = new();
    private readonly AlignedBuffer<float> _gateGradient = new();

    /// <summary>Room for the product of words and weights.</summary>
    public float* Gates(int rows) => _gates.Room(rows * size.Gates);

    /// <summary>The gradient of <see cref="Gates"/>, once the layer was gone down.</summary>
    public float* GateGradient => _gateGradient.Data;

    /// <summary>Reads the gates and writes what the layer says.</summary>
    public void Up(float* own, float* said, ReadOnlySpan<int> starts, int rows)
    {
        foreach (var buffer in new[] { _forget, _output, _memory }) buffer.Room(rows * size.Width);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Up(own, said, starts[i], starts[i + 1] - starts[i], 1, 0);
            Up(own + (4 * size.Half), said, starts[i + 1] - 1, starts[i + 1] - starts[i], -1, 1);
        }
    }

    /// <summary>From the gradient of what the layer said to those of its gates and of its own weights.</summary>
    public void Down(float* own, float* ownGradient, float* said, ReadOnlySpan<int> starts, int rows)
    {
        _gateGradient.Zeros(rows * size.Gates);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Down(own, ownGradient, said, starts[i + 1] - 1, starts[i + 1] - starts[i], 1, 0);
            Down(own + (4 * size.Half), ownGradient + (4 * size.Half), said, starts[i], starts[i + 1] - starts[i], -1, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Up(float* own, float* said, int first, int count, int step, int direction)
    {
        var half = size.Half;
        for (var channel = 0; channel < half; channel += Dense.Lanes)
        {
            var (forgetMemory, outputMemory) = (Vector512.Load(own + channel), Vector512.Load(own + half + channel));
            var (forgetBias, outputBias) = (Vector512.Load(own + (2 * half) + channel), Vector512.Load(own + (3 * half) + channel));
            var memory = Vector512<float>.Zero;
            for (int i = 0, token = first; i < count; i++, token += step)
            {
                var gate = _gates.Data + ((long)token * size.Gates) + (3 * half * direction) + channel;
                var at = ((long)token * size.Width) + (half * direction) + channel;
                var candidate = Vector512.Load(gate);
                var forget = Dense.Sigmoid(Dense.Fused(forgetMemory, memory, Vector512.Load(gate + half) + forgetBias));
                var output = Dense.Sigmoid(Dense.Fused(outputMemory, memory, Vector512.Load(gate + (2 * half)) + outputBias));
                memory = Dense.Fused(forget, memory - candidate, candidate);
                forget.Store(_forget.Data + at);
                output.Store(_output.Data + at);
                memory.Store(_memory.Data + at);
                (output * memory).Store(said + at);
            }
        }
    }

    /// <summary>Runs against the direction: <paramref name="last"/> was read last, and <paramref name="step"/> is that of <see cref="Up(float*, float*, int, int, int, int)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Down(float* own, float* ownGradient, float* said, int last, int count, int step, int direction)
    {
        var (half, one) = (size.Half, Vector512.Create(1f));
        for (var channel = 0; channel < half; channel += Dense.Lanes)
        {
            var (forgetMemory, outputMemory) = (Vector512.Load(own + channel), Vector512.Load(own + half + channel));
            var to = ownGradient + channel;
            var (first, second, third, fourth) = (Vector512.Load(to), Vector512.Load(to + half), Vector512.Load(to + (2 * half)), Vector512.Load(to + (3 * half)));
            var next = Vector512<float>.Zero;
            for (int i = 0, token = last; i < count; i++, token -= step)
            {
                var gate = ((long)token * size.Gates) + (3 * half * direction) + channel;
                var at = ((long)token * size.Width) + (half * direction) + channel;
                var before = i == count - 1 ? Vector512<float>.Zero : Vector512.Load(_memory.Data + at - ((long)step * size.Width));
                var (forget, output) = (Vector512.Load(_forget.Data + at), Vector512.Load(_output.Data + at));
                var (wanted, candidate) = (Vector512.Load(said + at), Vector512.Load(_gates.Data + gate));
                var memory = Dense.Fused(wanted, output, next);
                var outputGate = wanted * Vector512.Load(_memory.Data + at) * output * (one - output);
                var forgetGate = memory * (before - candidate) * forget * (one - forget);
                next = Dense.Fused(memory, forget, Dense.Fused(forgetGate, forgetMemory, outputGate * outputMemory));
                first = Dense.Fused(forgetGate, before, first);
                second = Dense.Fused(outputGate, before, second);
                third += forgetGate;
                fourth += outputGate;
                (memory * (one - forget)).Store(_gateGradient.Data + gate);
                forgetGate.Store(_gateGradient.Data + gate + half);
                outputGate.Store(_gateGradient.Data + gate + (2 * half));
            }

            first.Store(to);
            second.Store(to + half);
            third.Store(to + (2 * half));
            fourth.Store(to + (3 * half));
        }
    }
}
