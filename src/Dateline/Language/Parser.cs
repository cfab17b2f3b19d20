using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Gives every sentence its dependency tree, greedily, in one pass from left to right; a linear model trained on UD treebanks.</summary>
/// <remarks>
/// Arc-hybrid moves (Kuhlmann and others 2011) learnt with a dynamic oracle (Goldberg and Nivre 2013). Every sentence gets one tree
/// with one root, whatever its words. Linear in the text. Immutable and shared by threads.
/// </remarks>
public sealed class Parser
{
    /// <summary>Longer sentences, which are no sentences, are parsed in parts: memory stays bounded.</summary>
    private const int Longest = 4096;

    private readonly ParserModel _model;
    private readonly int _firstRight;
    private readonly int _labels;

    public Parser(ParserModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _firstRight = 1 + model.Left.Count;
        _labels = _firstRight + model.Right.Count;
    }

    /// <summary>Opens a model file, such as <c>models/parser.bin</c>.</summary>
    /// <exception cref="DataException">The file is missing, damaged, or of another version.</exception>
    public static Parser Load(string path) => new(ParserModel.Load(path));

    /// <summary>Fills <see cref="Document.Heads"/> and <see cref="Document.Relations"/>; needs the tags.</summary>
    public void Parse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var state = new ParserState();
        foreach (var sentence in document.SentenceRanges)
        {
            var root = -1;
            for (var first = sentence.First; first < sentence.End; first += Longest)
            {
                var part = new TokenRange(first, Math.Min(sentence.End, first + Longest));
                var partRoot = Parse(document, part, state);
                if (root < 0) root = partRoot;
                else (document.Heads[partRoot], document.Relations[partRoot]) = (root, Relation.Parataxis);
            }
        }
    }

    /// <summary>Parses tokens as one sentence and returns its root.</summary>
    private int Parse(Document document, TokenRange tokens, ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<int> scores = stackalloc int[256];
        state.Read(document, tokens);
        while (state.IsOpen) Move(state, Best(state, features, scores));
        for (var i = 1; i <= state.Length; i++)
        {
            var head = state.Heads[i];
            document.Heads[tokens.First + i - 1] = head == 0 ? -1 : tokens.First + head - 1;
            document.Relations[tokens.First + i - 1] = head == 0 ? Relation.Root : state.Relations[i];
        }

        return tokens.First + state.Stacked(0) - 1;
    }

    private int Best(ParserState state, Span<uint> features, Span<int> scores)
    {
        if (state.Depth == 0) return 0;
        ParserFeatures.Extract(state, features);
        scores.Clear();
        _model.Weights.Add(features, scores);
        var best = state.CanShift ? 0 : -1;
        if (state.CanLeft) best = BestOf(scores, 1, _firstRight, best);
        if (state.CanRight) best = BestOf(scores, _firstRight, _labels, best);
        return best;
    }

    private static int BestOf(ReadOnlySpan<int> scores, int first, int end, int best)
    {
        for (var label = first; label < end; label++)
        {
            if (best < 0 || scores[label] > scores[best]) best = label;
        }

        return best;
    }

    private void Move(ParserState state, int label)
    {
        if (label == 0) state.Shift();
        else if (label < _firstRight) state.HangLeft(_model.Left[label - 1]);
        else state.HangRight(_model.Right[label - _firstRight]);
    }
}
