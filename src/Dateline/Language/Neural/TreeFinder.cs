namespace Dateline.Language.Neural;

/// <summary>Scores of arcs → the best tree with one root and no crossing arcs.</summary>
/// <remarks>
/// When the best head of every word makes a tree, as for most sentences, that is it, crossing arcs or not. Otherwise Eisner's (1996)
/// search, cubic in a sentence, which <see cref="GraphParser"/> keeps short. One for each caller; buffers are used again.
/// </remarks>
public sealed unsafe class TreeFinder
{
    private const float Worst = -1e18f;

    private float[] _closedRight = [];
    private float[] _closedLeft = [];
    private float[] _openRight = [];
    private float[] _openLeft = [];
    private short[] _split = [];
    private short[] _closedRightAt = [];
    private short[] _closedLeftAt = [];
    private byte[] _seen = [];
    private float* _scores;
    private int _stride;
    private int _count;

    /// <summary>Writes the head of each word, counted from 1, 0 for the root.</summary>
    /// <param name="scores">As <see cref="ArcScorer.Score"/> gives them; log odds of each row stand there afterwards when a search was needed.</param>
    /// <param name="count">Words; at least 1, at most <see cref="short.MaxValue"/>.</param>
    /// <param name="heads">Room for as many.</param>
    public void Find(float* scores, int count, Span<int> heads)
    {
        (_scores, _stride, _count) = (scores, ArcScorer.Stride(count), count);
        for (var word = 0; word < count; word++)
        {
            var row = new ReadOnlySpan<float>(scores + ((long)word * _stride), count + 1);
            heads[word] = System.Numerics.Tensors.IndexOfMax(row);
        }

        if (!IsTree(heads[..count])) Search(heads);
    }
}
