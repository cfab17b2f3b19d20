namespace Dateline.Language.Neural;

/// <summary>The weights of a <see cref="GraphParser"/>'s network but for its word tables, in one run of floats; or anything of the same layout, such as a gradient.</summary>
public sealed unsafe class NetworkWeights
{
    private readonly AlignedBuffer<float> _floats = new();
    private readonly int[] _starts;

    public NetworkWeights(GraphParserSize size)
    {
        Size = size;
        var lengths = new List<int>();
        for (var layer = 0; layer < size.Layers; layer++) lengths.AddRange([size.Width * size.Gates, 8 * size.Half]);
        lengths.AddRange([size.Width * size.Roles, size.Roles, size.Arc * size.Arc, size.Arc * ArcDistance.Count, size.Arc * ArcDistance.Count, size.Arc]);
        lengths.AddRange([ArcDistance.Count * size.Label, size.Label * GraphParserSize.Relations, GraphParserSize.Relations]);
        _starts = new int[lengths.Count + 1];
        for (var i = 0; i < lengths.Count; i++) _starts[i + 1] = _starts[i] + lengths[i];
        _floats.Zeros(Count);
    }

    public GraphParserSize Size { get; }

    /// <summary>How many floats there are: a multiple of <see cref="Dense.Lanes"/>.</summary>
    public int Count => _starts[^1];

    public float* Data => _floats.Data;

    public Span<float> All => _floats.Span(Count);

    /// <summary>Width × <see cref="GraphParserSize.Roles"/>.</summary>
    public float* Roles => Block(0);

    public float* RoleBias => Block(1);

    /// <summary>Arc × Arc: how a dependent's floats and a head's go together.</summary>
    public float* Arcs => Block(2);

    /// <summary>Arc × <see cref="ArcDistance.Count"/>: how far from its head a dependent likes to be.</summary>
    public float* DependentDistance => Block(3);

    /// <summary>Arc × <see cref="ArcDistance.Count"/>: how far from its dependents a head likes to be.</summary>
    public float* HeadDistance => Block(4);

    /// <summary>What stands for the head of a sentence's root.</summary>
    public float* Root => Block(5);

    /// <summary><see cref="ArcDistance.Count"/> × Label.</summary>
    public float* LabelDistance => Block(6);

    /// <summary>Label × <see cref="GraphParserSize.Relations"/>.</summary>
    public float* Labels => Block(7);

    public float* LabelBias => Block(8);

    /// <summary>Width × <see cref="GraphParserSize.Gates"/>.</summary>
    public float* Layer(int layer) => Data + _starts[2 * layer];

    /// <summary>For each direction: memory's part in forget gate and output gate, and the bias of both; half a width each.</summary>
    public float* Gates(int layer) => Data + _starts[(2 * layer) + 1];

    private float* Block(int index) => Data + _starts[(2 * Size.Layers) + index];
}
