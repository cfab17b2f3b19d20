using System.Numerics;
using System.Runtime.Intrinsics;

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

    // The best closed and open spans with their head at the left or the right end, by first word and last, or by last and first: what is
    // compared lies side by side. Each has the worst score until it is filled, so that whole vectors can be read.
    private readonly AlignedBuffer<float> _spans = new();
    private float* _closedLeft;
    private float* _closedLeftByLast;
    private float* _closedRight;
    private float* _closedRightByLast;
    private float* _openLeft;
    private float* _openRightByLast;
    private int _row;

    // Where they split, by first word and last.
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
        Clear();
        for (var word = 0; word < _count; word++)
        {
            ToLogOdds(_scores + ((long)word * _stride));
            _closedLeft[(word * _row) + word] = _closedLeftByLast[(word * _row) + word] = _closedRight[(word * _row) + word] = 0;
            if (word > 0) _closedRightByLast[(word * _row) + word - 1] = 0;
        }

        for (var length = 1; length < _count; length++)
        {
            for (var first = 0; first + length < _count; first++) Fill(first, first + length);
        }

        var (root, most) = (0, Worst);
        for (var word = 0; word < _count; word++)
        {
            var score = _closedRight[word] + _closedLeft[(word * _row) + _count - 1] + _scores[(long)word * _stride];
            if (score > most) (root, most) = (word, score);
        }

        heads[root] = 0;
        Right(0, root, heads);
        Left(root, _count - 1, heads);
    }

    private void Clear()
    {
        _row = Dense.Padded(_count, Dense.Lanes);
        var (all, splits) = (_count * _row, _count * _count);
        _spans.Room(6 * all);
        _spans.Span(6 * all).Fill(Worst);
        _closedLeft = _spans.Data;
        _closedLeftByLast = _closedLeft + all;
        _closedRight = _closedLeftByLast + all;
        _closedRightByLast = _closedRight + all;
        _openLeft = _closedRightByLast + all;
        _openRightByLast = _openLeft + all;
        if (_openAt.Length < splits) (_openAt, _closedLeftAt, _closedRightAt) = (new short[splits], new short[splits], new short[splits]);
    }

    /// <summary>Best spans from first to last: "left" has its head at the left end. Those closed on the right lie by last word one place before their first.</summary>
    private void Fill(int first, int last)
    {
        var at = (first * _count) + last;
        var (left, right) = (first * _row, last * _row);
        _openAt[at] = Best(_closedLeft + left, _closedRightByLast + right, first, last, first, out var most);
        _openLeft[left + last] = most + _scores[((long)last * _stride) + first + 1];
        _openRightByLast[right + first] = most + _scores[((long)first * _stride) + last + 1];
        _closedLeftAt[at] = Best(_openLeft + left, _closedLeftByLast + right, first, last, last, out most);
        _closedLeft[left + last] = _closedLeftByLast[right + first] = most;
        _closedRightAt[at] = Best(_closedRight + left, _openRightByLast + right, first, last, first, out most);
        _closedRight[left + last] = most;
        if (first > 0) _closedRightByLast[right + first - 1] = most;
    }

    /// <summary>Where the sum of two rows is greatest, of the places from first to last; the first of them. <paramref name="otherwise"/> where scores are no numbers.</summary>
    private static short Best(float* one, float* other, int first, int last, int otherwise, out float most)
    {
        var start = first / Dense.Lanes * Dense.Lanes;
        var high = Vector512.Load(one + start) + Vector512.Load(other + start);
        for (var i = start + Dense.Lanes; i <= last; i += Dense.Lanes) high = Vector512.Max(high, Vector512.Load(one + i) + Vector512.Load(other + i));
        most = Dense.Most(high);
        var wanted = Vector512.Create(most);
        for (var i = start; i <= last; i += Dense.Lanes)
        {
            var equal = Vector512.Equals(Vector512.Load(one + i) + Vector512.Load(other + i), wanted).ExtractMostSignificantBits();
            if (equal != 0) return (short)(i + BitOperations.TrailingZeroCount(equal));
        }

        return (short)otherwise;
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
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < _stride; i += Dense.Lanes)
        {
            sum += Dense.Exp(Vector512.Load(row + i) - Vector512.Create(most));
        }

        var shift = most + MathF.Log(Dense.Sum(sum));
        for (var head = 0; head <= _count; head++) row[head] -= shift;
    }
}
