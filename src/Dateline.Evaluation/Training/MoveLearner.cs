using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Goes through annotated sentences move by move and corrects the weights.</summary>
internal sealed class MoveLearner
{
    private readonly ParserState _state = new();
    private readonly uint[] _features = new uint[ParserFeatures.Count];
    private readonly int[] _scores = new int[256];
    private readonly int[] _leftLabels;
    private readonly int[] _rightLabels;
    private long _moves;
    private long _right;

    public MoveLearner(IReadOnlyList<ConlluSentence> gold)
    {
        Left = RelationsWhere(gold, (head, word) => head > word);
        Right = RelationsWhere(gold, (head, word) => head >= 0 && head < word);
        _leftLabels = Labels(Left, 1);
        _rightLabels = Labels(Right, 1 + Left.Count);
    }

    public AveragedPerceptron Weights { get; } = new();

    public IReadOnlyList<Relation> Left { get; }

    public IReadOnlyList<Relation> Right { get; }

    /// <summary>Per cent of right moves since last asked.</summary>
    public double RightMoves()
    {
        var share = 100.0 * _right / Math.Max(1, _moves);
        (_moves, _right) = (0, 0);
        return share;
    }

    public void Learn(Document document, int sentence, ConlluSentence gold, int ownMoves, Random random)
    {
        var oracle = new MoveOracle(gold);
        _state.Read(document, document.SentenceRanges[sentence]);
        while (_state.IsOpen)
        {
            if (_state.Depth == 0)
            {
                _state.Shift();
                continue;
            }

            ParserFeatures.Extract(_state, _features);
            Array.Clear(_scores);
            Weights.Score(_features, _scores);
            var chosen = BestPossible();
            var right = BestRight(oracle, chosen);
            Weights.Learn(_features, right, chosen);
            _moves++;
            if (right == chosen) _right++;
            Move(random.Next(100) < ownMoves ? chosen : right);
        }
    }

    private int BestPossible()
    {
        var best = _state.CanShift ? 0 : -1;
        for (var label = 1; label <= Left.Count + Right.Count; label++)
        {
            var possible = label <= Left.Count ? _state.CanLeft : _state.CanRight;
            if (possible && (best < 0 || _scores[label] > _scores[best])) best = label;
        }

        return best;
    }

    /// <summary>Of the moves that lose no more arcs than they must, the one chosen if it is among them, else the best scored. An arc's label
    /// is the annotated one, even when its head no longer can be.</summary>
    private int BestRight(MoveOracle oracle, int chosen)
    {
        var costs = oracle.Costs(_state);
        var least = Math.Min(costs.Shift, Math.Min(costs.Left, costs.Right));
        var relation = (int)oracle.RelationOf(_state.Stacked(0));
        ReadOnlySpan<(int Cost, int Label)> moves = [(costs.Shift, 0), (costs.Left, _leftLabels[relation]), (costs.Right, _rightLabels[relation])];
        var best = -1;
        foreach (var (cost, label) in moves)
        {
            if (cost > least) continue;
            if (label == chosen) return label;
            if (best < 0 || _scores[label] > _scores[best]) best = label;
        }

        return best;
    }

    private void Move(int label)
    {
        if (label == 0) _state.Shift();
        else if (label <= Left.Count) _state.HangLeft(Left[label - 1]);
        else _state.HangRight(Right[label - 1 - Left.Count]);
    }

    private static Relation[] RelationsWhere(IReadOnlyList<ConlluSentence> gold, Func<int, int, bool> direction) =>
        [.. gold.SelectMany(sentence => sentence.Words.Where((word, i) => direction(word.Head, i)))
            .Select(word => word.Relation).Append(Relation.Dep).Distinct().Order()];

    /// <summary>The label of each relation; of relations that never go this way, the label of <see cref="Relation.Dep"/>.</summary>
    private static int[] Labels(IReadOnlyList<Relation> relations, int first)
    {
        var labels = new int[Enum.GetValues<Relation>().Length];
        Array.Fill(labels, first + relations.ToList().IndexOf(Relation.Dep));
        for (var i = 0; i < relations.Count; i++) labels[(int)relations[i]] = first + i;
        return labels;
    }
}
