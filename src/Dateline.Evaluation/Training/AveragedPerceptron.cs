using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>A linear model in training: weights move only on mistakes, and their mean over all steps is what is kept (Freund and Schapire; Collins 2002).</summary>
/// <remarks>Rows are sparse: a feature holds weights for labels it was ever right or wrong about.</remarks>
public sealed class AveragedPerceptron
{
    private uint[] _keys = new uint[1 << 16];
    private int[] _slots = new int[1 << 16];
    private Row[] _rows = new Row[1 << 15];
    private int _count;
    private int _step;

    /// <summary>Features that have a weight so far.</summary>
    public int FeatureCount => _count;

    /// <summary>Adds up the current weights of all features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0) continue;
            var (cells, count) = (_rows[row].Cells, _rows[row].Count);
            for (var i = 0; i < count; i++) scores[cells[i].Label] += cells[i].Weight;
        }
    }

    /// <summary>Counts one decision and, when it was wrong, rewards the right label and punishes the other.</summary>
    public void Learn(ReadOnlySpan<uint> features, int right, int chosen)
    {
        _step++;
        if (right == chosen) return;
        foreach (var feature in features)
        {
            var index = FindOrAdd(feature);
            ref var row = ref _rows[index];
            row.Updates++;
            Move(ref row, (byte)right, 1);
            Move(ref row, (byte)chosen, -1);
        }
    }

    /// <summary>The averaged weights in eight bits with a shift for each row.</summary>
    /// <param name="minUpdates">Features with fewer mistakes behind them are dropped.</param>
    /// <param name="minWeight">Averaged weights smaller than this are dropped.</param>
    public IReadOnlyList<WeightRow> Rows(int minUpdates, double minWeight)
    {
        const double scale = 256;
        var rows = new List<WeightRow>();
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_slots[slot] == 0) continue;
            var row = _rows[_slots[slot] - 1];
            if (row.Updates < minUpdates) continue;
            var means = new List<(byte Label, double Weight)>();
            foreach (var cell in row.Cells.AsSpan(0, row.Count))
            {
                var mean = (cell.Total + (long)cell.Weight * (_step - cell.Step)) / Math.Max(1.0, _step);
                if (Math.Abs(mean) >= minWeight) means.Add((cell.Label, mean * scale));
            }

            if (means.Count == 0) continue;
            var largest = means.Max(mean => Math.Abs(mean.Weight));
            byte shift = 0;
            while (largest / (1 << shift) > 127) shift++;
            var weights = means.Select(mean => (mean.Label, Weight: (sbyte)Math.Round(mean.Weight / (1 << shift)))).Where(pair => pair.Weight != 0);
            var kept = weights.OrderBy(pair => pair.Label).ToArray();
            if (kept.Length > 0) rows.Add(new WeightRow(_keys[slot], shift, kept));
        }

        return rows;
    }

    private void Move(ref Row row, byte label, int by)
    {
        var at = 0;
        while (at < row.Count && row.Cells[at].Label != label) at++;
        if (at == row.Count)
        {
            if (row.Cells is null) row.Cells = new Cell[2];
            else if (at == row.Cells.Length) Array.Resize(ref row.Cells, 2 * at);
            row.Cells[at] = new Cell { Label = label, Step = _step };
            row.Count++;
        }

        ref var cell = ref row.Cells[at];
        cell.Total += (long)cell.Weight * (_step - cell.Step);
        cell.Step = _step;
        cell.Weight += by;
    }

    private int Find(uint feature)
    {
        var mask = (uint)_keys.Length - 1;
        for (var slot = feature & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == feature) return _slots[slot] - 1;
        }

        return -1;
    }

    private int FindOrAdd(uint feature)
    {
        var mask = (uint)_keys.Length - 1;
        var slot = feature & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == feature) return _slots[slot] - 1;
        }

        if (_count == _rows.Length) Array.Resize(ref _rows, 2 * _count);
        _keys[slot] = feature;
        _slots[slot] = ++_count;
        if (2 * _count > _keys.Length) Grow();
        return _count - 1;
    }

    private void Grow()
    {
        var (keys, slots) = (_keys, _slots);
        (_keys, _slots) = (new uint[2 * keys.Length], new int[2 * keys.Length]);
        var mask = (uint)_keys.Length - 1;
        for (var old = 0; old < keys.Length; old++)
        {
            if (slots[old] == 0) continue;
            var slot = keys[old] & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            (_keys[slot], _slots[slot]) = (keys[old], slots[old]);
        }
    }

    private struct Row
    {
        public Cell[] Cells;
        public int Count;
        public int Updates;
    }

    private struct Cell
    {
        public byte Label;
        public int Weight;
        public int Step;
        public long Total;
    }
}
