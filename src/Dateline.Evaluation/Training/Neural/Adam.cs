using System.Runtime.Intrinsics;
using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>Steps down a gradient, each weight at a pace of its own (Kingma and Ba 2015).</summary>
public sealed unsafe class Adam
{
    private const float Momentum = 0.9f;
    private const float Memory = 0.98f;
    private float _momentumLeft = 1;
    private float _memoryLeft = 1;

    /// <summary>Begins a step, the same for all weights.</summary>
    public void Begin()
    {
        _momentumLeft *= Momentum;
        _memoryLeft *= Memory;
    }

    /// <summary>Moves weights and clears their gradient.</summary>
    /// <param name="weights">A multiple of <see cref="Dense.Lanes"/>.</param>
    /// <param name="gradient">As many.</param>
    /// <param name="mean">Running mean of the gradient; as many.</param>
    /// <param name="square">Running mean of its square; as many.</param>
    /// <param name="count">How many.</param>
    /// <param name="rate">How far to go.</param>
    /// <param name="scale">What the gradient is multiplied by first.</param>
    public void Move(float* weights, float* gradient, float* mean, float* square, int count, float rate, float scale)
    {
        var step = Vector512.Create(rate / (1 - _momentumLeft));
        var correction = Vector512.Create(1 / (1 - _memoryLeft));
        for (var i = 0; i < count; i += Dense.Lanes)
        {
            var g = Vector512.Load(gradient + i) * Vector512.Create(scale);
            var m = Dense.Fused(Vector512.Create(Momentum), Vector512.Load(mean + i), Vector512.Create(1 - Momentum) * g);
            var s = Dense.Fused(Vector512.Create(Memory), Vector512.Load(square + i), Vector512.Create(1 - Memory) * g * g);
            m.Store(mean + i);
            s.Store(square + i);
            (Vector512.Load(weights + i) - (step * m / (Vector512.Sqrt(s * correction) + Vector512.Create(1e-8f)))).Store(weights + i);
            Vector512<float>.Zero.Store(gradient + i);
        }
    }

    /// <summary>The sum of squares.</summary>
    public static double Squares(float* gradient, int count)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < count; i += Dense.Lanes) sum = Dense.Fused(Vector512.Load(gradient + i), Vector512.Load(gradient + i), sum);
        return Dense.Sum(sum);
    }
}
