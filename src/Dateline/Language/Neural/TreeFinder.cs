namespace Dateline.Language.Neural;

/// <summary>Scores of arcs → the best tree with one root.</summary>
/// <remarks>
/// When the best head of every word makes a tree, as for most sentences, that is it, crossing arcs or not. Otherwise Eisner's (1996)
/// search for the best tree without crossing arcs, cubic in a sentence, which <see cref="GraphParser"/> keeps short.
/// One for each caller; buffers are used again.
/// </remarks>
public sealed unsafe class TreeFinder
{
    private const float Worst = -1e18f;

    // By first word and last: the best closed and open spans with their head at the left or the right end, and where they split.
    private float[] _closedLeft = [];
    private float[] _closedRight = [];
    private float[] _openLeft = [];
    private float[] _openRight = [];
    private short[] _openAt = [];
    private short[] _closedLeftAt = [];
    private short[] _closedRightAt = [];
    private byte[] _seen = [];
    private float* _scores;
    private int _stride;
    private int _count;

    /// <summary>Writes the head of each word, counted from 1, 0 for the root.</summary>
    /// <param name="scores">As <see cref="ArcScorer.Score"/> gives them; rows are shifted to log odds when a search is needed.</param>
    /// <param name="count">Words; at least 1, at most <see cref="GraphParser.Longest"/>.</param>
    /// <param name="heads">Room for as many.</param>
    public void Find(float* scores, int count, Span<int> heads)
    {
        _scores = scores;
        (_stride, _count) = (ArcScorer.Stride(count), count);
        for (var word = 0; word < count; word++) heads[word] = Dense.IndexOfMost(scores + ((long)word * _stride), _stride);
        if (!IsTree(heads[..count])) Search(heads);
    }

    /// <summary>Whether heads, counted from 1, make one tree with one root, 0.</summary>
    public bool IsTree(ReadOnlySpan<int> heads)
    {
        if (heads.Count(0) != 1) return false;
        if (_seen.Length < heads.Length) _seen = new byte[2 * heads.Length];
        _seen.AsSpan(0, heads.Length).Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            for (; at >= 0 && _seen[at] == 0; at = heads[at] - 1) _seen[at] = 1;
            if (at >= 0 && _seen[at] == 1) return false;
            for (at = i; at >= 0 && _seen[at] == 1; at = heads[at] - 1) _seen[at] = 2;
        }

        return true;
    }

    /// <summary>The best tree without crossing arcs, whatever the best head of each word is.</summary>
    internal void Search(float* scores, int count, Span<int> heads)
    {
        _scores = scores;
        (_stride, _count) = (ArcScorer.Stride(count), count);
        Search(heads);
    }

    private void Search(Span<int> heads)
    {
        var room = _count * _count;
        if (_closedLeft.Length < room)
        {
            (_closedLeft, _closedRight, _openLeft, _openRight) = (new float[room], new float[room], new float[room], new float[room]);
            (_openAt, _closedLeftAt, _closedRightAt) = (new short[room], new short[room], new short[room]);
        }

        for (var word = 0; word < _count; word++)
        {
            ToLogOdds(_scores + ((long)word * _stride));
            _closedLeft[(word * _count) + word] = _closedRight[(word * _count) + word] = 0;
        }

        for (var length = 1; length < _count; length++)
        {
            for (var first = 0; first + length < _count; first++) Fill(first, first + length);
        }

        var (root, most) = (0, Worst);
        for (var word = 0; word < _count; word++)
        {
            var score = _closedRight[word] + _closedLeft[(word * _count) + _count - 1] + _scores[(long)word * _stride];
            if (score > most) (root, most) = (word, score);
        }

        heads[root] = 0;
        Right(0, root, heads);
        Left(root, _count - 1, heads);
    }

    /// <summary>Best spans from first to last: "left" has its head at the left end.</summary>
    private void Fill(int first, int last)
    {
        var at = (first * _count) + last;
        var (most, split) = (Worst, first);
        for (var k = first; k < last; k++)
        {
            var score = _closedLeft[(first * _count) + k] + _closedRight[((k + 1) * _count) + last];
            if (score > most) (most, split) = (score, k);
        }

        _openAt[at] = (short)split;
        _openLeft[at] = most + _scores[((long)last * _stride) + first + 1];
        _openRight[at] = most + _scores[((long)first * _stride) + last + 1];
        (most, split) = (Worst, last);
        for (var k = first + 1; k <= last; k++)
        {
            var score = _openLeft[(first * _count) + k] + _closedLeft[(k * _count) + last];
            if (score > most) (most, split) = (score, k);
        }

        (_closedLeft[at], _closedLeftAt[at]) = (most, (short)split);
        (most, split) = (Worst, first);
        for (var k = first; k < last; k++)
        {
            var score = _closedRight[(first * _count) + k] + _openRight[(k * _count) + last];
            if (score > most) (most, split) = (score, k);
        }

        (_closedRight[at], _closedRightAt[at]) = (most, (short)split);
    }

    private void Left(int first, int last, Span<int> heads)
    {
        while (first < last)
        {
            var child = _closedLeftAt[(first * _count) + last];
            var split = _openAt[(first * _count) + child];
            heads[child] = first + 1;
            Left(first, split, heads);
            Right(split + 1, child, heads);
            first = child;
        }
    }

    private void Right(int first, int last, Span<int> heads)
    {
        while (first < last)
        {
            var child = _closedRightAt[(first * _count) + last];
            var split = _openAt[(child * _count) + last];
            heads[child] = last + 1;
            Left(child, split, heads);
            Right(split + 1, last, heads);
            last = child;
        }
    }

    /// <summary>Words with one clear head must not outvote those in doubt: rows are brought to one scale.</summary>
    private void ToLogOdds(float* row)
    {
        var most = row[Dense.IndexOfMost(row, _stride)];
        var sum = System.Runtime.Intrinsics.Vector512<float>.Zero;
        for (var i = 0; i < _stride; i += Dense.Lanes)
        {
            sum += Dense.Exp(System.Runtime.Intrinsics.Vector512.Load(row + i) - System.Runtime.Intrinsics.Vector512.Create(most));
        }

        var shift = most + MathF.Log(Dense.Sum(sum));
        for (var head = 0; head <= _count; head++) row[head] -= shift;
    }
}
