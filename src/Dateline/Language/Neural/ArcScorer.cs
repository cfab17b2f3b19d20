using System.Runtime.CompilerServices;

namespace Dateline.Language.Neural;

/// <summary>How well each word of a sentence goes as the head of each other: biaffine (Dozat and Manning 2017), and by distance (Qi and others 2018).</summary>
/// <remarks>Quadratic in a sentence, which <see cref="GraphParser"/> keeps short. One for each caller; buffers are used again.</remarks>
public sealed unsafe class ArcScorer
{
    /// <summary>The score of what cannot be.</summary>
    public const float Never = -1e9f;

    private static readonly byte[] Steps = [.. Enumerable.Range(1 - GraphParser.Longest, (2 * GraphParser.Longest) - 1).Select(words => (byte)(words == 0 ? 0 : ArcDistance.Step(words)))];

    private readonly AlignedBuffer<float> _heads = new();
    private readonly AlignedBuffer<float> _dependents = new();
    private readonly AlignedBuffer<float> _scores = new();

    /// <summary>What the tokens of the sentence last scored ask, padded to whole groups of rows.</summary>
    public float* SentenceAsked => _dependents.Data;

    /// <summary>Floats from one row of scores to the next.</summary>
    public static int Stride(int words) => Dense.Padded(words + 1, Dense.ColumnGroup);

    /// <summary>Scores one sentence of a batch: a row a dependent, column 0 the root, then the words as heads.</summary>
    /// <returns>Rows <see cref="Stride"/> apart, good until the next call; what is no head scores <see cref="Never"/>.</returns>
    public float* Score(in ArcRoles roles, int first, int count)
    {
        var arc = roles.Arc;
        var stride = Stride(count);
        var rows = Dense.Padded(count, Dense.RowGroup);
        var heads = _heads.Zeros(arc * stride);
        for (var i = 0; i < arc; i++) heads[(long)i * stride] = roles.Root[i];
        Dense.Transpose(roles.Heads + ((long)first * roles.HeadStride), roles.HeadStride, count, arc, heads + 1, stride);
        var dependents = _dependents.Zeros(rows * arc);
        for (var i = 0; i < count; i++) new Span<float>(roles.Asked + ((long)(first + i) * roles.AskedStride), arc).CopyTo(new Span<float>(dependents + (i * arc), arc));
        var scores = _scores.Room(rows * stride);
        Dense.Multiply(dependents, arc, heads, stride, scores, stride, rows, arc, stride);
        for (var word = 0; word < count; word++) AddDistances(roles, scores + ((long)word * stride), first, word, count, stride);
        return scores;
    }

    private static void AddDistances(in ArcRoles roles, float* row, int first, int word, int count, int stride)
    {
        var own = roles.DependentDistance + ((long)(first + word) * roles.DependentStride);
        var other = roles.HeadDistance + ((long)first * ArcDistance.Count);
        row[0] += own[ArcDistance.Root];
        ref var steps = ref Steps[GraphParser.Longest - 1 - word];
        for (var head = 0; head < count; head++, other += ArcDistance.Count)
        {
            var step = Unsafe.Add(ref steps, head);
            row[head + 1] += own[step] + other[step];
        }

        row[word + 1] = Never;
        for (var head = count + 1; head < stride; head++) row[head] = Never;
    }
}
