using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>How many annotated arcs a move puts out of reach, from any state, right or wrong (Goldberg and Nivre 2013).</summary>
/// <remarks>Crossing arcs are counted as if they could be reached; the cheapest moves are right then, even if none is free.</remarks>
public sealed class MoveOracle
{
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly int[][] _children;
    private readonly bool[] _stacked;

    /// <summary>Takes an annotated sentence; words are numbered from 1 as in <see cref="ParserState"/>.</summary>
    public MoveOracle(ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        _heads = [0, .. sentence.Words.Select(word => word.Head + 1)];
        _relations = [Relation.Root, .. sentence.Words.Select(word => word.Relation)];
        _stacked = new bool[_heads.Length];
        var children = new List<int>[_heads.Length];
        for (var i = 0; i < children.Length; i++) children[i] = [];
        for (var i = 1; i < _heads.Length; i++) children[_heads[i]].Add(i);
        _children = [.. children.Select(list => list.ToArray())];
    }

    /// <summary>The annotated relation of a word.</summary>
    public Relation RelationOf(int word) => _relations[word];

    /// <summary>Costs of shift, left and right; <see cref="int.MaxValue"/> where the move is not possible.</summary>
    public (int Shift, int Left, int Right) Costs(ParserState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var i = 0; i < state.Depth; i++) _stacked[state.Stacked(i)] = true;
        var costs = (
            state.CanShift ? ShiftCost(state) : int.MaxValue,
            state.CanLeft ? LeftCost(state) : int.MaxValue,
            state.CanRight ? RightCost(state) : int.MaxValue);
        for (var i = 0; i < state.Depth; i++) _stacked[state.Stacked(i)] = false;
        return costs;
    }

    // The next word can still hang on the top of the stack, or on words to come, but on none further down; words on the stack can no longer hang on it.
    private int ShiftCost(ParserState state)
    {
        var next = state.Next;
        var head = _heads[next];
        var cost = head == 0 ? (state.Depth > 0 ? 1 : 0) : _stacked[head] && head != state.Stacked(0) ? 1 : 0;
        foreach (var child in _children[next])
        {
            if (child > next) break;
            if (_stacked[child]) cost++;
        }

        return cost;
    }

    private int LeftCost(ParserState state)
    {
        var top = state.Stacked(0);
        var head = _heads[top];
        return (head == 0 || head > state.Next || (head == state.Stacked(1) && head != 0) ? 1 : 0) + ChildrenToCome(state, top);
    }

    private int RightCost(ParserState state)
    {
        var top = state.Stacked(0);
        var head = _heads[top];
        return (head == 0 || head >= state.Next ? 1 : 0) + ChildrenToCome(state, top);
    }

    private int ChildrenToCome(ParserState state, int word)
    {
        var children = _children[word];
        var count = 0;
        for (var i = children.Length - 1; i >= 0 && children[i] >= state.Next; i--) count++;
        return count;
    }
}
