namespace Dateline.Evaluation.Training.Neural;

/// <summary>Seeded random numbers, cheap enough for a draw at every float: SplitMix64 (Steele and others 2014).</summary>
public sealed class Chance(int seed)
{
    private ulong _state = ((ulong)seed * 0x9E3779B97F4A7C15) + 1;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below 1.</summary>
    public float Share() => (Next() >> 40) * (1f / 16777216f);

    /// <summary>About normal, with mean 0 and deviation 1.</summary>
    public float Normal()
    {
        var sum = 0f;
        for (var i = 0; i < 12; i++) sum += Share();
        return sum - 6;
    }

    /// <summary>Zero for a share of the floats, and for the others what keeps the mean.</summary>
    /// <param name="mask">Where; a multiple of four floats.</param>
    /// <param name="count">How many.</param>
    /// <param name="dropped">The share, from 0 to below 1.</param>
    public unsafe void Mask(float* mask, int count, float dropped)
    {
        var kept = 1 / (1 - dropped);
        var least = (uint)(dropped * 65536);
        for (var i = 0; i < count; i += 4)
        {
            var draw = Next();
            for (var j = 0; j < 4; j++) mask[i + j] = ((draw >> (16 * j)) & 0xFFFF) < least ? 0 : kept;
        }
    }
}
