using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>The network of a <see cref="GraphParser"/> while it learns: up with some of it left out, then down with the gradient.</summary>
/// <remarks>What it gives without dropping anything is what the parser gives, but for the parser's rounding of word rows.</remarks>
public sealed unsafe partial class TrainingNetwork
{
    private readonly Chance _chance;
    private readonly TrainedTable[] _tables;
    private readonly GatedLayer[] _layers;
    private readonly AlignedBuffer<float>[] _words;
    private readonly AlignedBuffer<float>[] _wordMasks;
    private readonly AlignedBuffer<float> _said = new();
    private readonly AlignedBuffer<float> _roles = new();
    private readonly AlignedBuffer<float> _roleMask = new();
    private readonly AlignedBuffer<float> _asked = new();
    private readonly AlignedBuffer<float> _byDependent = new();
    private readonly AlignedBuffer<float> _byHead = new();
    private readonly NetworkWeights _gradient;
    private readonly NetworkWeights _mean;
    private readonly NetworkWeights _square;
    private readonly Adam _adam = new();
    private readonly ArcScorer _arcs = new();
    private ArcRoles _arcRoles;
    private int[] _inputs = [];
    private int[] _starts = [];
    private int _count;
    private int _rows;

    /// <param name="size">How large.</param>
    /// <param name="tableRows">Rows of each word table.</param>
    /// <param name="seed">Seeds first weights and what is left out.</param>
    public TrainingNetwork(GraphParserSize size, IReadOnlyList<int> tableRows, int seed)
    {
        _chance = new Chance(seed);
        Weights = new NetworkWeights(size);
        (_gradient, _mean, _square) = (new NetworkWeights(size), new NetworkWeights(size), new NetworkWeights(size));
        _tables = [.. tableRows.Select(rows => new TrainedTable(rows, size.Width, _chance))];
        _layers = [.. Enumerable.Range(0, size.Layers).Select(_ => new GatedLayer(size))];
        _words = [.. Enumerable.Range(0, size.Layers + 1).Select(_ => new AlignedBuffer<float>())];
        _wordMasks = [.. Enumerable.Range(0, size.Layers + 1).Select(_ => new AlignedBuffer<float>())];
        Begin(size);
    }

    public NetworkWeights Weights { get; }

    /// <summary>Share of a word's floats left out between layers.</summary>
    public float WordDropout { get; init; } = 0.25f;

    /// <summary>Share of the floats left out that arcs and relations are scored by.</summary>
    public float RoleDropout { get; init; } = 0.3f;

    /// <summary>Share of features, but for word and tag, replaced by the row of the unseen.</summary>
    public float FeatureDropout { get; init; } = 0.05f;

    /// <summary>Share of tags replaced by the row of the unseen: a wrong tag must not decide a tree by itself.</summary>
    public float TagDropout { get; init; } = 0.05f;

    /// <summary>How often each word was seen: rare words are replaced by the unseen more often (Kiperwasser and Goldberg 2016).</summary>
    public IReadOnlyList<int> WordCounts { get; init; } = [];

    /// <summary>All rows of each word table.</summary>
    public IEnumerable<float[]> Tables => _tables.Select(table => table.Cells());

    /// <summary>Moves all weights against the gradient of what was learnt since the last time.</summary>
    public void Move(float rate)
    {
        const double MostLength = 5;
        var squares = Adam.Squares(_gradient.Data, _gradient.Count) + _tables.Sum(table => table.Squares());
        var scale = (float)Math.Min(1, MostLength / Math.Sqrt(squares + 1e-12));
        _adam.Begin();
        foreach (var table in _tables) table.Move(_adam, rate, scale);
        _adam.Move(Weights.Data, _gradient.Data, _mean.Data, _square.Data, Weights.Count, rate, scale);
    }

    private void Begin(GraphParserSize size)
    {
        for (var layer = 0; layer < size.Layers; layer++)
        {
            Normal(Weights.Layer(layer), size.Width * size.Gates, size.Width);
            var own = Weights.Gates(layer);
            for (var direction = 0; direction < 2; direction++, own += 4 * size.Half)
            {
                for (var i = 0; i < size.Half; i++)
                {
                    (own[i], own[size.Half + i]) = (0.1f * _chance.Normal(), 0.1f * _chance.Normal());

                    // Some channels start by forgetting soon, others late.
                    own[(2 * size.Half) + i] = -1 + (3f * i / size.Half);
                }
            }
        }

        Normal(Weights.Roles, size.Width * size.Roles, size.Width);
        Normal(Weights.Arcs, size.Arc * size.Arc, size.Arc * size.Arc);
        Normal(Weights.Root, size.Arc, 10);
        Normal(Weights.Labels, size.Label * GraphParserSize.Relations, size.Label);
    }

    private void Normal(float* weights, int count, int inner)
    {
        for (var i = 0; i < count; i++) weights[i] = _chance.Normal() / MathF.Sqrt(inner);
    }

    private void Up(IReadOnlyList<TrainingSentence> batch)
    {
        var size = Weights.Size;
        ReadInputs(batch);
        var masked = _rows * size.Width;
        _chance.Mask(_wordMasks[0].Room(masked), masked, WordDropout);
        Dense.Scale(_words[0].Data, _wordMasks[0].Data, masked);
        var said = _said.Zeros(masked);
        for (var layer = 0; layer < size.Layers; layer++)
        {
            var words = _words[layer].Data;
            Dense.Multiply(words, size.Width, Weights.Layer(layer), size.Gates, _layers[layer].Gates(_rows), size.Gates, _rows, size.Width, size.Gates);
            _layers[layer].Up(Weights.Gates(layer), said, _starts, _rows);
            _chance.Mask(_wordMasks[layer + 1].Room(masked), masked, WordDropout);
            Dense.Scale(said, _wordMasks[layer + 1].Data, masked);
            _words[layer + 1].Zeros(masked);
            Dense.Add(words, _words[layer + 1].Data, masked);
            Dense.Add(said, _words[layer + 1].Data, masked);
        }

        var roles = _roles.Room(_rows * size.Roles);
        Dense.Multiply(_words[size.Layers].Data, size.Width, Weights.Roles, size.Roles, roles, size.Roles, _rows, size.Width, size.Roles);
        var mask = _roleMask.Room(_rows * size.Roles);
        _chance.Mask(mask, _rows * size.Roles, RoleDropout);
        for (var row = 0; row < _rows; row++, roles += size.Roles, mask += size.Roles)
        {
            SentenceEncoder.Finish(size, Weights.RoleBias, roles);
            Dense.Scale(roles, mask, 2 * size.Arc);
        }

        ReadArcs();
    }

    private void ReadArcs()
    {
        var size = Weights.Size;
        var roles = _roles.Data;
        var asked = _asked.Room(_rows * size.Arc);
        Dense.Multiply(roles, size.Roles, Weights.Arcs, size.Arc, asked, size.Arc, _rows, size.Arc, size.Arc);
        var byDependent = _byDependent.Room(_rows * ArcDistance.Count);
        Dense.Multiply(asked, size.Arc, Weights.DependentDistance, ArcDistance.Count, byDependent, ArcDistance.Count, _rows, size.Arc, ArcDistance.Count);
        var byHead = _byHead.Room(_rows * ArcDistance.Count);
        Dense.Multiply(roles + size.Arc, size.Roles, Weights.HeadDistance, ArcDistance.Count, byHead, ArcDistance.Count, _rows, size.Arc, ArcDistance.Count);
        _arcRoles = new ArcRoles(size.Arc)
        {
            Heads = roles + size.Arc,
            HeadStride = size.Roles,
            Asked = asked,
            AskedStride = size.Arc,
            DependentDistance = byDependent,
            DependentStride = ArcDistance.Count,
            HeadDistance = byHead,
            Root = Weights.Root,
        };
    }

    private void ReadInputs(IReadOnlyList<TrainingSentence> batch)
    {
        var width = Weights.Size.Width;
        _starts = new int[batch.Count + 1];
        for (var i = 0; i < batch.Count; i++) _starts[i + 1] = _starts[i] + batch[i].Count;
        _count = _starts[^1];
        _rows = Dense.Padded(_count, Dense.RowGroup);
        _inputs = [.. batch.SelectMany(sentence => sentence.Inputs)];
        var words = _words[0].Zeros(_rows * width);
        for (var i = 0; i < _inputs.Length; i++)
        {
            var table = i % _tables.Length;
            if (_inputs[i] > 0 && _chance.Share() < DropoutOf(table, _inputs[i])) _inputs[i] = 0;
            Dense.Add(_tables[table].Row(_inputs[i]), words + ((long)(i / _tables.Length) * width), width);
        }
    }

    private float DropoutOf(int table, int row) => table switch
    {
        0 when WordCounts.Count > 0 => 0.25f / (0.25f + WordCounts[row]),
        1 => TagDropout,
        _ => FeatureDropout,
    };
}
