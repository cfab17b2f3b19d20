namespace Dateline.Language.Neural;

/// <summary>The network as it parses: the products of <see cref="NetworkWeights"/> in eight bits, what is added as floats.</summary>
public sealed unsafe class RoundedNetwork
{
    private readonly RoundedMatrix[] _layers;
    private readonly AlignedBuffer<float> _floats;

    private RoundedNetwork(GraphParserSize size, AlignedBuffer<float> floats, Func<int, int, RoundedMatrix> next)
    {
        (Size, _floats) = (size, floats);
        _layers = new RoundedMatrix[size.Layers];
        for (var i = 0; i < size.Layers; i++) _layers[i] = next(size.Width, size.Gates);
        Roles = next(size.Width, size.Roles);
        Asked = next(size.Arc, AskedColumns(size));
        HeadDistance = next(size.Arc, ArcDistance.Count);
        Labels = next(size.Label, GraphParserSize.Relations);
    }

    public GraphParserSize Size { get; }

    /// <summary>Width × <see cref="GraphParserSize.Gates"/>, one for each layer.</summary>
    public ReadOnlySpan<RoundedMatrix> Layers => _layers;

    /// <summary>Width × <see cref="GraphParserSize.Roles"/>.</summary>
    public RoundedMatrix Roles { get; }

    /// <summary>Arc × (Arc + <see cref="ArcDistance.Count"/>): what a dependent asks of a head's floats, then of the distance.</summary>
    public RoundedMatrix Asked { get; }

    /// <inheritdoc cref="NetworkWeights.HeadDistance"/>
    public RoundedMatrix HeadDistance { get; }

    /// <inheritdoc cref="NetworkWeights.Labels"/>
    public RoundedMatrix Labels { get; }

    public float* RoleBias => _floats.Data;

    /// <inheritdoc cref="NetworkWeights.Root"/>
    public float* Root => RoleBias + Size.Roles;

    /// <inheritdoc cref="NetworkWeights.LabelDistance"/>
    public float* LabelDistance => Root + Size.Arc;

    /// <summary>What each relation starts from; <see cref="ArcScorer.Never"/> where a column is no relation of a word to a word.</summary>
    public float* LabelBias => LabelDistance + (ArcDistance.Count * Size.Label);

    /// <summary>Bytes that a network of this size takes in a file.</summary>
    public static long FileBytes(GraphParserSize size) =>
        ((long)sizeof(float) * Floats(size))
        + (size.Layers * RoundedMatrix.FileBytes(size.Width, size.Gates))
        + RoundedMatrix.FileBytes(size.Width, size.Roles)
        + RoundedMatrix.FileBytes(size.Arc, AskedColumns(size))
        + RoundedMatrix.FileBytes(size.Arc, ArcDistance.Count)
        + RoundedMatrix.FileBytes(size.Label, GraphParserSize.Relations);

    /// <summary>Columns of <see cref="Asked"/>.</summary>
    public static int AskedColumns(GraphParserSize size) => size.Arc + ArcDistance.Count;

    /// <inheritdoc cref="NetworkWeights.Gates"/>
    public float* Gates(int layer) => LabelBias + GraphParserSize.Relations + (8 * Size.Half * layer);

    /// <summary>Reads as many bytes as <see cref="FileBytes"/> says, from <paramref name="at"/> on.</summary>
    public static RoundedNetwork Read(byte[] file, int at, GraphParserSize size)
    {
        var floats = new AlignedBuffer<float>();
        floats.Room(Floats(size));
        GraphParserModel.Floats(file.AsSpan(at), floats.Span(Floats(size)));
        at += sizeof(float) * Floats(size);
        return new RoundedNetwork(size, floats, (inner, columns) =>
        {
            var matrix = RoundedMatrix.Read(file.AsSpan(at), inner, columns);
            at += (int)RoundedMatrix.FileBytes(inner, columns);
            return matrix;
        });
    }

    /// <summary>Rounds a network that was learnt.</summary>
    public static RoundedNetwork Of(NetworkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var size = weights.Size;
        var floats = new AlignedBuffer<float>();
        floats.Room(Floats(size));
        var parts = new Queue<float[]>();
        for (var layer = 0; layer < size.Layers; layer++) parts.Enqueue(Part(weights.Layer(layer), size.Width * size.Gates));
        parts.Enqueue(Part(weights.Roles, size.Width * size.Roles));
        parts.Enqueue(AskedOf(weights));
        parts.Enqueue(Part(weights.HeadDistance, size.Arc * ArcDistance.Count));
        parts.Enqueue(Part(weights.Labels, size.Label * GraphParserSize.Relations));
        var network = new RoundedNetwork(size, floats, (inner, columns) => RoundedMatrix.Of(parts.Dequeue(), inner, columns));
        network.TakeFloats(weights);
        return network;
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var number in _floats.Span(Floats(Size))) writer.Write(number);
        foreach (var matrix in (RoundedMatrix[])[.. _layers, Roles, Asked, HeadDistance, Labels]) matrix.Write(writer);
    }

    private static int Floats(GraphParserSize size) =>
        size.Roles + size.Arc + (ArcDistance.Count * size.Label) + GraphParserSize.Relations + (8 * size.Half * size.Layers);

    private static float[] Part(float* from, int count) => new Span<float>(from, count).ToArray();

    /// <summary>What a dependent asks of the distance is asked through what it asks of heads: two products in a row, made one.</summary>
    private static float[] AskedOf(NetworkWeights weights)
    {
        var (arc, columns) = (weights.Size.Arc, AskedColumns(weights.Size));
        var asked = new float[arc * columns];
        fixed (float* to = asked)
        {
            for (var row = 0; row < arc; row++) new Span<float>(weights.Arcs + (row * arc), arc).CopyTo(new Span<float>(to + (row * columns), arc));
            Dense.Multiply(weights.Arcs, arc, weights.DependentDistance, ArcDistance.Count, to + arc, columns, arc, arc, ArcDistance.Count);
        }

        return asked;
    }

    private void TakeFloats(NetworkWeights weights)
    {
        Take(weights.RoleBias, RoleBias, Size.Roles);
        Take(weights.Root, Root, Size.Arc);
        Take(weights.LabelDistance, LabelDistance, ArcDistance.Count * Size.Label);
        new Span<float>(LabelBias, GraphParserSize.Relations).Fill(ArcScorer.Never);
        for (var relation = Relation.Dep; relation <= Relation.Xcomp; relation++)
        {
            if (relation != Relation.Root) LabelBias[(int)relation] = weights.LabelBias[(int)relation];
        }

        for (var layer = 0; layer < Size.Layers; layer++) Take(weights.Gates(layer), Gates(layer), 8 * Size.Half);

        static void Take(float* from, float* to, int count) => new Span<float>(from, count).CopyTo(new Span<float>(to, count));
    }
}
