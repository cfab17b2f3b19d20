namespace Dateline.Language;

/// <summary>What the tagger sees of a word: its form, its ends, its neighbours, and how the sentence is set.</summary>
/// <remarks>Trainer and tagger both use this class, so that a feature cannot differ between them. Not thread-safe: one for each caller.</remarks>
/// <param name="usualLabels">The commonest label of words in the treebanks, by hash of the form in lower case.</param>
/// <param name="tagClasses">Which tags a word has in larger text, by the same hash; see <see cref="TaggerModel.TagClasses"/>.</param>
public sealed class TaggerFeatures(WordLabels usualLabels, WordLabels tagClasses)
{
    /// <summary>How many hashes <see cref="Extract"/> gives for each word.</summary>
    public const int Count = 57;

    private const uint Outside = 0x51ED270B;

    private uint[] _form = [];
    private uint[] _lower = [];
    private uint[] _shape = [];
    private uint[] _suffix = [];
    private uint[] _usual = [];
    private uint[] _class = [];
    private bool[] _capital = [];
    private Document? _document;
    private TokenRange _tokens;
    private uint _setting;

    /// <summary>How a sentence is set: what a capital letter tells depends on it.</summary>
    private enum Setting : uint
    {
        Running,
        Headline,
        Capitals,
    }

    /// <summary>Takes up a sentence; linear in its length.</summary>
    public void Read(Document document, TokenRange tokens)
    {
        ArgumentNullException.ThrowIfNull(document);
        (_document, _tokens) = (document, tokens);
        if (_form.Length < tokens.Count)
        {
            var room = Math.Max(64, Math.Max(tokens.Count, 2 * _form.Length));
            (_form, _lower, _shape, _suffix) = (new uint[room], new uint[room], new uint[room], new uint[room]);
            (_usual, _class) = (new uint[room], new uint[room]);
            _capital = new bool[room];
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var form = FormOf(i);
            var lower = document.Lowers[tokens.First + i];
            _form[i] = FeatureHash.Word(form);
            _lower[i] = FeatureHash.Word(lower);
            _shape[i] = FeatureHash.Shape(form);
            _suffix[i] = FeatureHash.Word(lower.AsSpan(Math.Max(0, lower.Length - 3)));
            _usual[i] = usualLabels.TryGetValue(_lower[i], out var label) ? label + 1u : 0;
            _class[i] = tagClasses.TryGetValue(_lower[i], out var tags) ? tags + 1u : 0;
            _capital[i] = form.Length > 0 && char.IsUpper(form[0]);
        }

        _setting = (uint)SettingOf();
    }

    /// <summary>The exact form's hash, for the list of words that have one tag only.</summary>
    public uint Form(int word) => _form[word];

    /// <summary>Whether the form's case can be trusted, as it cannot in headlines and capitals.</summary>
    public bool IsRunning => _setting == (uint)Setting.Running;

    /// <summary>Writes the feature hashes of one word.</summary>
    /// <param name="i">Index of the word in the sentence.</param>
    /// <param name="before">Label given to the word before, -1 at the start.</param>
    /// <param name="beforeThat">Label given to the word before that.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public void Extract(int i, int before, int beforeThat, Span<uint> features)
    {
        var lowerText = _document!.Lowers[_tokens.First + i].AsSpan();
        uint t1 = (uint)(before + 1), t2 = (uint)(beforeThat + 1);
        uint word = _lower[i], shape = _shape[i], suffix = _suffix[i];
        uint w1 = Lower(i - 1), w2 = Lower(i - 2), n1 = Lower(i + 1), n2 = Lower(i + 2);
        var capital = (_setting << 2) | (_capital[i] ? 2u : 0) | (i == 0 ? 1u : 0);
        var length = lowerText.Length;
        var n = 0;
        features[n++] = FeatureHash.Mix(1, _setting);
        features[n++] = FeatureHash.Mix(2, word);
        features[n++] = FeatureHash.Mix(3, _form[i], _setting);
        features[n++] = FeatureHash.Mix(4, word, capital);
        features[n++] = FeatureHash.Mix(5, shape, _setting);
        features[n++] = FeatureHash.Mix(6, shape, suffix);
        features[n++] = FeatureHash.Mix(7, capital);
        for (var size = 1; size <= 4; size++)
        {
            features[n++] = FeatureHash.Mix(10 + (uint)size, length >= size ? FeatureHash.Word(lowerText[^size..]) : Outside);
            features[n++] = FeatureHash.Mix(20 + (uint)size, length >= size ? FeatureHash.Word(lowerText[..size]) : Outside);
        }

        features[n++] = FeatureHash.Mix(30, suffix, capital);
        features[n++] = FeatureHash.Mix(31, w1);
        features[n++] = FeatureHash.Mix(32, w2);
        features[n++] = FeatureHash.Mix(33, n1);
        features[n++] = FeatureHash.Mix(34, n2);
        features[n++] = FeatureHash.Mix(35, w1, word);
        features[n++] = FeatureHash.Mix(36, word, n1);
        features[n++] = FeatureHash.Mix(37, w1, n1);
        features[n++] = FeatureHash.Mix(38, w2, w1);
        features[n++] = FeatureHash.Mix(39, n1, n2);
        features[n++] = FeatureHash.Mix(40, Suffix(i - 1));
        features[n++] = FeatureHash.Mix(41, Suffix(i + 1));
        features[n++] = FeatureHash.Mix(42, Shape(i + 1), _setting);
        features[n++] = FeatureHash.Mix(43, Shape(i - 1), capital);
        features[n++] = FeatureHash.Mix(44, suffix, Suffix(i + 1));
        features[n++] = FeatureHash.Mix(50, t1);
        features[n++] = FeatureHash.Mix(51, t1, t2);
        features[n++] = FeatureHash.Mix(52, t1, word);
        features[n++] = FeatureHash.Mix(53, t1, t2, word);
        features[n++] = FeatureHash.Mix(54, t1, n1);
        features[n++] = FeatureHash.Mix(55, t1, suffix);
        features[n++] = FeatureHash.Mix(56, t1, capital);
        features[n++] = FeatureHash.Mix(57, t1, word, n1);
        features[n++] = FeatureHash.Mix(58, t1, suffix, Suffix(i + 1));
        features[n++] = FeatureHash.Mix(59, t1, w1);
        features[n++] = FeatureHash.Mix(60, t2, word);
        features[n++] = FeatureHash.Mix(61, t1, n1, n2);
        features[n++] = FeatureHash.Mix(62, capital, Capital(i - 1) | (Capital(i + 1) << 2), t1);
        features[n++] = FeatureHash.Mix(70, Usual(i + 1));
        features[n++] = FeatureHash.Mix(71, Usual(i + 1), Usual(i + 2));
        features[n++] = FeatureHash.Mix(72, t1, Usual(i + 1), suffix);
        features[n++] = FeatureHash.Mix(73, t1, _usual[i], Usual(i + 1));
        features[n++] = FeatureHash.Mix(74, word, Usual(i + 1));
        features[n++] = FeatureHash.Mix(75, t1, t2, _usual[i], Usual(i + 1));
        uint c0 = _class[i], c1 = Class(i + 1), c2 = Class(i + 2);
        features[n++] = FeatureHash.Mix(100, c0);
        features[n++] = FeatureHash.Mix(101, c0, t1);
        features[n++] = FeatureHash.Mix(102, c1);
        features[n++] = FeatureHash.Mix(103, c0, c1);
        features[n++] = FeatureHash.Mix(104, Class(i - 1), c0);
        features[n++] = FeatureHash.Mix(105, t1, c0, c1);
        features[n++] = FeatureHash.Mix(106, c1, c2);
        features[n++] = FeatureHash.Mix(107, t1, c1, c2);
        System.Diagnostics.Debug.Assert(n == Count);
    }

    private ReadOnlySpan<char> FormOf(int i)
    {
        var span = _document!.Spans[_tokens.First + i];
        return _document.Text.AsSpan(span.Start, span.Length);
    }

    private uint Lower(int i) => i < 0 || i >= _tokens.Count ? Outside + (i < 0 ? 1u : 0) : _lower[i];

    private uint Suffix(int i) => i < 0 || i >= _tokens.Count ? Outside : _suffix[i];

    private uint Usual(int i) => i < 0 || i >= _tokens.Count ? 300u : _usual[i];

    private uint Class(int i) => i < 0 || i >= _tokens.Count ? 300u : _class[i];

    private uint Shape(int i) => i < 0 || i >= _tokens.Count ? Outside : _shape[i];

    private uint Capital(int i) => i < 0 || i >= _tokens.Count ? 2 : _capital[i] ? 1u : 0;

    /// <summary>Capitals: letters and none in lower case. Headline: of the words of four letters or more, which headline style
    /// capitalises whatever they are, nine in ten have a capital, and there are three of them.</summary>
    private Setting SettingOf()
    {
        int upperWords = 0, longWords = 0, longCapitals = 0;
        var anyLower = false;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var form = FormOf(i);
            if (form.IsEmpty || !char.IsLetter(form[0])) continue;
            var lower = form.ContainsAnyInRange('a', 'z');
            anyLower |= lower;
            if (!lower && form.Length > 1 && char.IsUpper(form[0])) upperWords++;
            if (form.Length < 4) continue;
            longWords++;
            if (_capital[i]) longCapitals++;
        }

        if (!anyLower && upperWords >= 2) return Setting.Capitals;
        return longWords >= 3 && longCapitals * 10 >= longWords * 9 ? Setting.Headline : Setting.Running;
    }
}
