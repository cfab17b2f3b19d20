namespace Dateline.Language.Neural;

/// <summary>Sentences parsed in batches: the larger a product of matrices, the less each word costs. One for each caller.</summary>
internal sealed unsafe class GraphParserRun
{
    /// <summary>Tokens from which a batch is parsed; its floats then stay in the second cache.</summary>
    private const int Enough = 128;

    private const int Room = Enough + GraphParser.Longest;
    private readonly GraphParserModel _model;
    private readonly SentenceEncoder _encoder;
    private readonly ArcScorer _arcs;
    private readonly LabelScorer _labels;
    private readonly TreeFinder _trees = new();
    private readonly int[] _tokens = new int[Room];
    private readonly int[] _starts = new int[Room + 1];
    private readonly int[] _heads = new int[Room];
    private readonly Relation[] _relations = new Relation[Room];
    private int _sentences;

    public GraphParserRun(GraphParserModel model)
    {
        _model = model;
        (_encoder, _arcs, _labels) = (new(model.Weights), new(model.Weights), new(model.Weights));
    }

    /// <summary>Takes up a sentence; parses those taken up when they are enough.</summary>
    public void Add(Document document, TokenRange sentence)
    {
        var start = _starts[_sentences];
        for (var i = 0; i < sentence.Count; i++) _tokens[start + i] = sentence.First + i;
        _starts[++_sentences] = start + sentence.Count;
        if (_starts[_sentences] >= Enough) Finish(document);
    }

    /// <summary>Parses what was taken up and not yet parsed.</summary>
    public void Finish(Document document)
    {
        var count = _starts[_sentences];
        if (count > 0) Parse(document, count);
        _sentences = 0;
    }

    private void Parse(Document document, int count)
    {
        var rows = Dense.Padded(count, Dense.RowGroup);
        ReadWords(document, count, _encoder.Words(rows));
        _encoder.Encode(_starts.AsSpan(0, _sentences + 1), rows);
        _arcs.Read(_encoder.Roles, rows);
        for (var i = 0; i < _sentences; i++)
        {
            var (first, length) = (_starts[i], _starts[i + 1] - _starts[i]);
            var heads = _heads.AsSpan(first, length);
            _trees.Find(_arcs.Score(first, length), length, heads);
            foreach (ref var head in heads) head = head == 0 ? -1 : first + head - 1;
        }

        _labels.Choose(_encoder.Roles, _heads.AsSpan(0, count), _relations);
        for (var i = 0; i < count; i++)
        {
            document.Heads[_tokens[i]] = _heads[i] < 0 ? -1 : _tokens[_heads[i]];
            document.Relations[_tokens[i]] = _relations[i];
        }
    }

    private void ReadWords(Document document, int count, float* words)
    {
        Span<int> inputs = stackalloc int[WordInputs.Count];
        for (var i = 0; i < count; i++, words += _model.Weights.Size.Width)
        {
            _model.Inputs.Read(document, _tokens[i], inputs);
            for (var table = 0; table < inputs.Length; table++) _model.Tables[table].Add(inputs[table], words);
        }
    }
}
