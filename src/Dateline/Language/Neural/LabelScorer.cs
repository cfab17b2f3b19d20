using System.Runtime.Intrinsics;

namespace Dateline.Language.Neural;

/// <summary>Which relation an arc has, from both its words and the distance between them.</summary>
public sealed unsafe class LabelScorer(NetworkWeights weights)
{
    private readonly FloatBuffer _hidden = new();
    private readonly FloatBuffer _scores = new();

    /// <summary>What a relation is chosen by.</summary>
    /// <param name="weights">The network.</param>
    /// <param name="roles">Floats of the batch's tokens.</param>
    /// <param name="dependent">A token of the batch.</param>
    /// <param name="head">Another of the same sentence.</param>
    /// <param name="hidden">Where it is written.</param>
    public static void Hidden(NetworkWeights weights, float* roles, int dependent, int head, float* hidden)
    {
        var size = weights.Size;
        var own = roles + ((long)dependent * size.Roles) + (2 * size.Arc);
        var other = roles + ((long)head * size.Roles) + (2 * size.Arc) + size.Label;
        var distance = weights.LabelDistance + (ArcDistance.Step(head - dependent) * size.Label);
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
        var size = weights.Size;
        var rows = Dense.Padded(heads.Length, Dense.RowGroup);
        var hidden = _hidden.Zeros(rows * size.Label);
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0) Hidden(weights, roles, i, heads[i], hidden + ((long)i * size.Label));
        }

        var scores = _scores.Room(rows * GraphParserSize.Relations);
        Dense.Multiply(hidden, size.Label, weights.Labels, GraphParserSize.Relations, scores, GraphParserSize.Relations, rows, size.Label, GraphParserSize.Relations);
        for (var i = 0; i < heads.Length; i++) relations[i] = heads[i] < 0 ? Relation.Root : Best(scores + ((long)i * GraphParserSize.Relations));
    }

    private Relation Best(float* scores)
    {
        var best = Relation.Dep;
        var most = float.NegativeInfinity;
        for (var relation = Relation.Dep; relation <= Relation.Xcomp; relation++)
        {
            var score = scores[(int)relation] + weights.LabelBias[(int)relation];
            if (relation == Relation.Root || score <= most) continue;
            (best, most) = (relation, score);
        }

        return best;
    }
}
