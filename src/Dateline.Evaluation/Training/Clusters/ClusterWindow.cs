namespace Dateline.Evaluation.Training.Clusters;

/// <summary>Clusters that may be merged, how often they follow each other, and what each merge would cost.</summary>
/// <remarks>
/// The cost is the mutual information of neighbouring clusters that a merge loses (Brown et al. 1992), times the number of
/// bigrams. Costs are kept for all pairs and corrected for what changed, as in Liang 2005: a merge takes time quadratic in
/// the width. Totals of a cluster count all its bigrams, also those with words that are not yet here, so that they do not
/// change when a word comes in.
/// </remarks>
internal sealed class ClusterWindow
{
    private readonly int _width;
    private readonly double _logAll;
    private readonly int[] _follows;
    private readonly int[] _precedes;
    private readonly long[] _asFirst;
    private readonly long[] _asSecond;
    private readonly double[] _logFirst;
    private readonly double[] _logSecond;
    private readonly double[] _logFirstPair;
    private readonly double[] _logSecondPair;
    private readonly double[] _merged;
    private readonly double[] _alone;
    private readonly bool[] _active;
    private readonly double[] _logs = new double[1 << 15];

    /// <param name="width">The most clusters at a time.</param>
    /// <param name="all">All bigrams.</param>
    public ClusterWindow(int width, long all)
    {
        _width = width;
        _logAll = Math.Log(all);
        (_follows, _precedes) = (new int[width * width], new int[width * width]);
        (_asFirst, _asSecond, _logFirst, _logSecond) = (new long[width], new long[width], new double[width], new double[width]);
        (_logFirstPair, _logSecondPair) = (new double[width * width], new double[width * width]);
        (_merged, _alone, _active) = (new double[width * width], new double[width], new bool[width]);
        for (var i = 1; i < _logs.Length; i++) _logs[i] = Math.Log(i);
    }

    /// <summary>Takes a cluster in.</summary>
    /// <param name="slot">A free place.</param>
    /// <param name="follows">For each place, how often its cluster follows this one; this one's own place counts what follows itself.</param>
    /// <param name="precedes">For each place, how often its cluster comes before this one.</param>
    /// <param name="asFirst">Bigrams that it begins.</param>
    /// <param name="asSecond">Bigrams that it ends.</param>
    public void Add(int slot, ReadOnlySpan<int> follows, ReadOnlySpan<int> precedes, long asFirst, long asSecond)
    {
        (_asFirst[slot], _asSecond[slot]) = (asFirst, asSecond);
        for (var other = 0; other < _width; other++)
        {
            if (!_active[other] && other != slot) continue;
            Set(slot, other, follows[other]);
            Set(other, slot, precedes[other]);
        }

        Price(slot);
        ShareWithAll(slot, 1);
        _active[slot] = true;
        PricePairs(slot);
    }

    /// <summary>The pair that costs least to merge; the lower place first.</summary>
    public (int Kept, int Gone) Cheapest()
    {
        var (best, pair) = (double.PositiveInfinity, (-1, -1));
        for (var a = 0; a < _width; a++)
        {
            if (!_active[a]) continue;
            for (var b = a + 1; b < _width; b++)
            {
                if (!_active[b]) continue;
                var cost = _alone[a] + _alone[b] - Between(a, b) - _merged[(a * _width) + b];
                if (cost < best) (best, pair) = (cost, (a, b));
            }
        }

        return pair;
    }

    /// <summary>Puts one cluster into another and frees its place.</summary>
    public void Merge(int kept, int gone)
    {
        _active[kept] = _active[gone] = false;
        ShareWithAll(kept, -1);
        ShareWithAll(gone, -1);
        Set(kept, kept, Follows(kept, kept) + Follows(kept, gone) + Follows(gone, kept) + Follows(gone, gone));
        for (var other = 0; other < _width; other++)
        {
            if (!_active[other]) continue;
            Set(kept, other, Follows(kept, other) + Follows(gone, other));
            Set(other, kept, Follows(other, kept) + Follows(other, gone));
        }

        _asFirst[kept] += _asFirst[gone];
        _asSecond[kept] += _asSecond[gone];
        Price(kept);
        ShareWithAll(kept, 1);
        _active[kept] = true;
        PricePairs(kept);
    }

    private int Follows(int first, int second) => _follows[(first * _width) + second];

    private void Set(int first, int second, int count)
    {
        _follows[(first * _width) + second] = count;
        _precedes[(second * _width) + first] = count;
    }

    private double Log(long count) => count < _logs.Length ? _logs[count] : Math.Log(count);

    /// <summary>What a pair of clusters adds to the mutual information.</summary>
    private double Part(int count, double logFirst, double logSecond) => count == 0 ? 0 : count * (Log(count) + _logAll - logFirst - logSecond);

    private double Between(int a, int b) =>
        Part(Follows(a, b), _logFirst[a], _logSecond[b]) + Part(_precedes[(a * _width) + b], _logFirst[b], _logSecond[a]);

    private void Price(int slot)
    {
        (_logFirst[slot], _logSecond[slot]) = (Math.Log(Math.Max(1, _asFirst[slot])), Math.Log(Math.Max(1, _asSecond[slot])));
        _alone[slot] = Part(Follows(slot, slot), _logFirst[slot], _logSecond[slot]);
        for (var other = 0; other < _width; other++)
        {
            if (_active[other] && other != slot) _alone[slot] += Between(slot, other);
            var (first, second) = (Math.Log(Math.Max(1, _asFirst[slot] + _asFirst[other])), Math.Log(Math.Max(1, _asSecond[slot] + _asSecond[other])));
            _logFirstPair[(slot * _width) + other] = _logFirstPair[(other * _width) + slot] = first;
            _logSecondPair[(slot * _width) + other] = _logSecondPair[(other * _width) + slot] = second;
        }
    }

    /// <summary>Adds (or, with -1, takes away) what each cluster and each merged pair among the others shares with this one.</summary>
    private void ShareWithAll(int slot, int sign)
    {
        var follows = _follows.AsSpan(slot * _width, _width);
        var precedes = _precedes.AsSpan(slot * _width, _width);
        var (logFirst, logSecond) = (_logAll - _logFirst[slot], _logAll - _logSecond[slot]);
        for (var a = 0; a < _width; a++)
        {
            if (!_active[a] || a == slot) continue;
            _alone[a] += sign * Between(a, slot);
            var (after, before) = (follows[a], precedes[a]);
            for (var b = a + 1; b < _width; b++)
            {
                var (toPair, fromPair) = (after + follows[b], before + precedes[b]);
                if ((toPair | fromPair) == 0 || !_active[b]) continue;
                var at = (a * _width) + b;
                var share = 0.0;
                if (fromPair != 0) share += fromPair * (Log(fromPair) + logSecond - _logFirstPair[at]);
                if (toPair != 0) share += toPair * (Log(toPair) + logFirst - _logSecondPair[at]);
                _merged[at] += sign * share;
            }
        }
    }

    /// <summary>Prices from nothing what this cluster would be worth merged with each other one.</summary>
    private void PricePairs(int slot)
    {
        for (var other = 0; other < _width; other++)
        {
            if (!_active[other] || other == slot) continue;
            var (a, b) = slot < other ? (slot, other) : (other, slot);
            var (first, second) = (_logFirstPair[(a * _width) + b], _logSecondPair[(a * _width) + b]);
            var sum = Part(Follows(a, a) + Follows(a, b) + Follows(b, a) + Follows(b, b), first, second);
            for (var third = 0; third < _width; third++)
            {
                if (!_active[third] || third == a || third == b) continue;
                sum += Part(Follows(a, third) + Follows(b, third), first, _logSecond[third]);
                sum += Part(_precedes[(a * _width) + third] + _precedes[(b * _width) + third], _logFirst[third], second);
            }

            _merged[(a * _width) + b] = sum;
        }
    }
}
