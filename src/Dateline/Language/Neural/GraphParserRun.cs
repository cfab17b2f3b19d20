namespace Dateline.Language.Neural;

/// <summary>Sentences parsed in batches: the larger a product of matrices, the less each word costs. One for each caller.</summary>
internal sealed unsafe class GraphParserRun
{
    /// <summary>Tokens from which a batch is parsed; its floats then stay in the second cache.</summary>
    private const int Enough = 128;

    private const int Room = Enough + GraphParser.Longest;
    private readonly GraphParserModel _model;
    private readonly SentenceEncoder _encoder;
    private readonly RoundedRows _rounded = new();
    private readonly AlignedBuffer<float> _asked = new();
    private readonly AlignedBuffer<float> _headDistance = new();
    private readonly ArcScorer _arcs = new();
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
        (_encoder, _labels) = (new(model.Network), new(model.Network));
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
        ReadWords(document, count, rows);
        _encoder.Encode(_starts.AsSpan(0, _sentences + 1), rows);
        var roles = ReadRoles(rows);
        for (var i = 0; i < _sentences; i++)
        {
            var (first, length) = (_starts[i], _starts[i + 1] - _starts[i]);
            var found = _heads.AsSpan(first, length);
            _trees.Find(_arcs.Score(roles, first, length), length, found);
            foreach (ref var head in found) head = head == 0 ? -1 : first + head - 1;
        }

        _labels.Choose(_encoder.Roles, _heads.AsSpan(0, count), _relations);
        var heads = document.Heads;
        var relations = document.Relations;
        for (var i = 0; i < count; i++)
        {
            heads[_tokens[i]] = _heads[i] < 0 ? -1 : _tokens[_heads[i]];
            relations[_tokens[i]] = _relations[i];
        }
    }

    private void ReadWords(Document document, int count, int rows)
    {
        var width = _model.Network.Size.Width;
        var words = _encoder.Words(rows);
        Span<int> inputs = stackalloc int[WordInputs.Count];
        for (var i = 0; i < count; i++)
        {
            _model.Inputs.Read(document, _tokens[i], inputs);
            _model.Words.Sum(inputs, words + ((long)i * width));
        }

        new Span<float>(words + ((long)count * width), (rows - count) * width).Clear();
    }

    /// <summary>What arcs are scored by.</summary>
    private ArcRoles ReadRoles(int rows)
    {
        var (network, size) = (_model.Network, _model.Network.Size);
        var roles = _encoder.Roles;
        var stride = RoundedNetwork.AskedColumns(size);
        var asked = _asked.Room(rows * stride);
        _rounded.Round(roles, size.Roles, rows, size.Arc);
        network.Asked.Multiply(_rounded, asked, stride);
        var headDistance = _headDistance.Room(rows * ArcDistance.Count);
        _rounded.Round(roles + size.Arc, size.Roles, rows, size.Arc);
        network.HeadDistance.Multiply(_rounded, headDistance, ArcDistance.Count);
        return new ArcRoles(size.Arc)
        {
            Heads = roles + size.Arc,
            HeadStride = size.Roles,
            Asked = asked,
            AskedStride = stride,
            DependentDistance = asked + size.Arc,
            DependentStride = stride,
            HeadDistance = headDistance,
            Root = network.Root,
        };
    }
}
