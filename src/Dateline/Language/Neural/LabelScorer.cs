using System.Runtime.Intrinsics;

namespace Dateline.Language.Neural;

/// <summary>Which relation an arc has, from both its words and the distance between them.</summary>
public sealed unsafe class LabelScorer(RoundedNetwork network)
{
    private readonly AlignedBuffer<float> _hidden = new();
    private readonly AlignedBuffer<float> _scores = new();
    private readonly RoundedRows _rounded = new();

    /// <summary>What a relation is chosen by.</summary>
    /// <param name="size">Of the network.</param>
    /// <param name="distances"><see cref="NetworkWeights.LabelDistance"/>.</param>
    /// <param name="roles">Floats of the batch's tokens.</param>
    /// <param name="dependent">A token of the batch.</param>
    /// <param name="head">Another of the same sentence.</param>
    /// <param name="hidden">Where it is written.</param>
    public static void Hidden(GraphParserSize size, float* distances, float* roles, int dependent, int head, float* hidden)
    {
        var own = roles + ((long)dependent * size.Roles) + (2 * size.Arc);
        var other = roles + ((long)head * size.Roles) + (2 * size.Arc) + size.Label;
        var distance = distances + (ArcDistance.Step(head - dependent) * size.Label);
        for (var i = 0; i < size.Label; i += Dense.Lanes)
        {
            Dense.Leaky(Vector512.Load(own + i) + Vector512.Load(other + i) + Vector512.Load(distance + i)).Store(hidden + i);
        }
    }

    /// <summary>Chooses for a whole batch.</summary>
    /// <param name="roles">Floats of the tokens.</param>
    /// <param name="heads">Head of each token, as an index in the batch; -1 for a root.</param>
    /// <param name="relations">Where the relations go.</param>
    public void Choose(float* roles, ReadOnlySpan<int> heads, Span<Relation> relations)
    {
        var size = network.Size;
        var rows = Dense.Padded(heads.Length, Dense.RowGroup);
        var hidden = _hidden.Zeros(rows * size.Label);
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0) Hidden(size, network.LabelDistance, roles, i, heads[i], hidden + ((long)i * size.Label));
        }

        _rounded.Round(hidden, size.Label, rows, size.Label);
        var scores = _scores.Room(rows * GraphParserSize.Relations);
        network.Labels.Multiply(_rounded, scores, GraphParserSize.Relations);
        for (var i = 0; i < heads.Length; i++, scores += GraphParserSize.Relations)
        {
            Dense.Add(network.LabelBias, scores, GraphParserSize.Relations);
            relations[i] = heads[i] < 0 ? Relation.Root : (Relation)Dense.IndexOfMost(scores, GraphParserSize.Relations);
        }
    }
}
