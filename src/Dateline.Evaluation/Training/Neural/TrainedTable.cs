using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>The rows of a feature while they are learnt; only rows that a batch used are moved.</summary>
public sealed unsafe class TrainedTable
{
    private const float Deviation = 0.35f;
    private readonly AlignedBuffer<float> _cells = new();
    private readonly AlignedBuffer<float> _gradient = new();
    private readonly AlignedBuffer<float> _mean = new();
    private readonly AlignedBuffer<float> _square = new();
    private readonly bool[] _used;
    private readonly List<int> _usedRows = [];
    private readonly int _width;

    public TrainedTable(int rows, int width, Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        (_width, _used) = (width, new bool[rows]);
        foreach (var buffer in new[] { _cells, _gradient, _mean, _square }) buffer.Zeros(rows * width);
        foreach (ref var cell in _cells.Span(rows * width)) cell = Deviation * chance.Normal();
    }

    /// <summary>All rows, row by row.</summary>
    public float[] Cells() => _cells.Span(_used.Length * _width).ToArray();

    public float* Row(int row) => _cells.Data + ((long)row * _width);

    /// <summary>Adds to the gradient of a row.</summary>
    public void Learn(int row, float* gradient)
    {
        if (!_used[row])
        {
            _used[row] = true;
            _usedRows.Add(row);
        }

        Dense.Add(gradient, _gradient.Data + ((long)row * _width), _width);
    }

    public double Squares()
    {
        var sum = 0.0;
        foreach (var row in _usedRows) sum += Adam.Squares(_gradient.Data + ((long)row * _width), _width);
        return sum;
    }

    public void Move(Adam adam, float rate, float scale)
    {
        ArgumentNullException.ThrowIfNull(adam);
        foreach (var row in _usedRows)
        {
            var at = (long)row * _width;
            adam.Move(_cells.Data + at, _gradient.Data + at, _mean.Data + at, _square.Data + at, _width, rate, scale);
            _used[row] = false;
        }

        _usedRows.Clear();
    }
}
