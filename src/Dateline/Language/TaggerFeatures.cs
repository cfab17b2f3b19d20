namespace Dateline.Language;

/// <summary>What the tagger sees of a word: its form, its ends, its neighbours, and how the sentence is set.</summary>
/// <remarks>Trainer and tagger both use this class, so that a feature cannot differ between them. Not thread-safe: one for each caller.</remarks>
/// <param name="usualLabels">The commonest label of words in the treebanks, by hash of the form in lower case.</param>
/// <param name="tagClasses">Which tags a word has in larger text, by the same hash; see <see cref="TaggerModel.TagClasses"/>.</param>
public sealed class TaggerFeatures(WordLabels usualLabels, WordLabels tagClasses)
{
    /// <summary>How many hashes <see cref="Extract"/> gives for each word.</summary>
    public const int Count = OwnCount + AheadCount + AroundCount + ChosenCount;

    /// <summary>Hashes that rest on the word and the setting alone.</summary>
    internal const int OwnCount = 17;

    /// <summary>Hashes that rest on the word behind and the setting alone.</summary>
    internal const int AheadCount = 5;

    /// <summary>Hashes that rest on several words.</summary>
    internal const int AroundCount = 16;

    /// <summary>Hashes that rest on the labels chosen before.</summary>
    internal const int ChosenCount = 19;

    /// <summary>How many values <see cref="SituationOf"/> has.</summary>
    internal const int Situations = 6;

    /// <summary>Places of the table of words met lately; a power of two.</summary>
    private const int KnownPlaces = 1 << 13;

    private const uint Outside = 0x51ED270B;

    private readonly Known[] _known = new Known[KnownPlaces];
    private WordForm[] _words = [];
    private uint[] _lower = [];
    private uint[] _suffix = [];
    private uint[] _usual = [];
    private uint[] _class = [];
    private int _count;
    private Setting _setting;

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
        _count = tokens.Count;
        Grow(_count);
        document.Forms.Slice(tokens.First, tokens.Count).CopyTo(_words);
        for (var i = 0; i < _count; i++)
        {
            var form = _words[i];
            _lower[i] = form.LowerHash;
            _suffix[i] = SuffixOf(form);
            ref var known = ref _known[form.Key & (KnownPlaces - 1)];
            if (known.Form != form) known = Look(form);
            (_usual[i], _class[i]) = (known.Usual, known.Class);
        }

        _setting = SettingOf();
    }

    /// <summary>The exact form's hash, for the list of words that have one tag only.</summary>
    public uint Form(int word) => _words[word].Hash;

    /// <summary>Whether the form's case can be trusted, as it cannot in headlines and capitals.</summary>
    public bool IsRunning => _setting == Setting.Running;

    /// <summary>Words of the sentence.</summary>
    internal int Length => _count;

    /// <summary>The word itself.</summary>
    internal WordForm Word(int word) => _words[word];

    /// <summary>All that <see cref="ExtractOwn"/> looks at besides the word: below <see cref="Situations"/>.</summary>
    internal int SituationOf(int word) => 2 * (int)_setting + (word == 0 ? 1 : 0);

    /// <summary>Writes the feature hashes of one word.</summary>
    /// <param name="i">Index of the word in the sentence.</param>
    /// <param name="before">Label given to the word before, -1 at the start.</param>
    /// <param name="beforeThat">Label given to the word before that.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public void Extract(int i, int before, int beforeThat, Span<uint> features)
    {
        ExtractOwn(i, features);
        ExtractAhead(i + 1, features[OwnCount..]);
        ExtractAround(i, features[(OwnCount + AheadCount)..]);
        ExtractChosen(i, before, beforeThat, features[(OwnCount + AheadCount + AroundCount)..]);
    }

    /// <summary>What a word tells of itself.</summary>
    internal void ExtractOwn(int i, Span<uint> features)
    {
        var form = _words[i];
        uint word = _lower[i], shape = form.Shape, suffix = _suffix[i], setting = (uint)_setting, capital = CapitalOf(i);
        var n = 0;
        features[n++] = FeatureHash.Mix(1, setting);
        features[n++] = FeatureHash.Mix(2, word);
        features[n++] = FeatureHash.Mix(3, form.Hash, setting);
        features[n++] = FeatureHash.Mix(4, word, capital);
        features[n++] = FeatureHash.Mix(5, shape, setting);
        features[n++] = FeatureHash.Mix(6, shape, suffix);
        features[n++] = FeatureHash.Mix(7, capital);
        for (var size = 1; size <= WordForm.LongestEnd; size++)
        {
            var isThere = size <= form.Lower.Length;
            features[n++] = FeatureHash.Mix(10 + (uint)size, isThere ? form.Ending(size) : Outside);
            features[n++] = FeatureHash.Mix(20 + (uint)size, isThere ? form.Beginning(size) : Outside);
        }

        features[n++] = FeatureHash.Mix(30, suffix, capital);
        features[n++] = FeatureHash.Mix(100, _class[i]);
        System.Diagnostics.Debug.Assert(n == OwnCount);
    }

    /// <summary>What a word tells of the one before it; <paramref name="i"/> may stand behind the last.</summary>
    internal void ExtractAhead(int i, Span<uint> features)
    {
        features[0] = FeatureHash.Mix(33, Lower(i));
        features[1] = FeatureHash.Mix(41, Suffix(i));
        features[2] = FeatureHash.Mix(42, Shape(i), (uint)_setting);
        features[3] = FeatureHash.Mix(70, Usual(i));
        features[4] = FeatureHash.Mix(102, Class(i));
    }

    /// <summary>What the words around tell together.</summary>
    internal void ExtractAround(int i, Span<uint> features)
    {
        uint word = _lower[i], w1 = Lower(i - 1), w2 = Lower(i - 2), n1 = Lower(i + 1), n2 = Lower(i + 2);
        uint c0 = _class[i], c1 = Class(i + 1);
        var n = 0;
        features[n++] = FeatureHash.Mix(31, w1);
        features[n++] = FeatureHash.Mix(32, w2);
        features[n++] = FeatureHash.Mix(34, n2);
        features[n++] = FeatureHash.Mix(35, w1, word);
        features[n++] = FeatureHash.Mix(36, word, n1);
        features[n++] = FeatureHash.Mix(37, w1, n1);
        features[n++] = FeatureHash.Mix(38, w2, w1);
        features[n++] = FeatureHash.Mix(39, n1, n2);
        features[n++] = FeatureHash.Mix(40, Suffix(i - 1));
        features[n++] = FeatureHash.Mix(43, Shape(i - 1), CapitalOf(i));
        features[n++] = FeatureHash.Mix(44, _suffix[i], Suffix(i + 1));
        features[n++] = FeatureHash.Mix(71, Usual(i + 1), Usual(i + 2));
        features[n++] = FeatureHash.Mix(74, word, Usual(i + 1));
        features[n++] = FeatureHash.Mix(103, c0, c1);
        features[n++] = FeatureHash.Mix(104, Class(i - 1), c0);
        features[n++] = FeatureHash.Mix(106, c1, Class(i + 2));
        System.Diagnostics.Debug.Assert(n == AroundCount);
    }

    /// <summary>What the labels chosen before tell.</summary>
    internal void ExtractChosen(int i, int before, int beforeThat, Span<uint> features)
    {
        uint t1 = (uint)(before + 1), t2 = (uint)(beforeThat + 1);
        uint word = _lower[i], suffix = _suffix[i], capital = CapitalOf(i), usual = _usual[i], usualNext = Usual(i + 1);
        uint w1 = Lower(i - 1), n1 = Lower(i + 1), n2 = Lower(i + 2), c0 = _class[i], c1 = Class(i + 1);
        var n = 0;
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
        features[n++] = FeatureHash.Mix(72, t1, usualNext, suffix);
        features[n++] = FeatureHash.Mix(73, t1, usual, usualNext);
        features[n++] = FeatureHash.Mix(75, t1, t2, usual, usualNext);
        features[n++] = FeatureHash.Mix(101, c0, t1);
        features[n++] = FeatureHash.Mix(105, t1, c0, c1);
        features[n++] = FeatureHash.Mix(107, t1, c1, Class(i + 2));
        System.Diagnostics.Debug.Assert(n == ChosenCount);
    }

    private static uint SuffixOf(WordForm form) => form.Lower.Length >= 3 ? form.Ending(3) : form.LowerHash;

    private Known Look(WordForm form) => new(
        form,
        usualLabels.TryGetValue(form.LowerHash, out var label) ? label + 1u : 0,
        tagClasses.TryGetValue(form.LowerHash, out var tags) ? tags + 1u : 0);

    private void Grow(int count)
    {
        if (_words.Length >= count) return;
        var room = Math.Max(64, Math.Max(count, 2 * _words.Length));
        _words = new WordForm[room];
        (_lower, _suffix, _usual, _class) = (new uint[room], new uint[room], new uint[room], new uint[room]);
    }

    private uint CapitalOf(int i) => ((uint)_setting << 2) | (_words[i].IsCapital ? 2u : 0) | (i == 0 ? 1u : 0);

    private uint Lower(int i) => (uint)i < (uint)_count ? _lower[i] : Outside + (i < 0 ? 1u : 0);

    private uint Suffix(int i) => (uint)i < (uint)_count ? _suffix[i] : Outside;

    private uint Usual(int i) => (uint)i < (uint)_count ? _usual[i] : 300u;

    private uint Class(int i) => (uint)i < (uint)_count ? _class[i] : 300u;

    private uint Shape(int i) => (uint)i < (uint)_count ? _words[i].Shape : Outside;

    private uint Capital(int i) => (uint)i >= (uint)_count ? 2 : _words[i].IsCapital ? 1u : 0;

    /// <summary>Capitals: letters and none in lower case. Headline: of the words of four letters or more, which headline style
    /// capitalises whatever they are, nine in ten have a capital, and there are three of them.</summary>
    private Setting SettingOf()
    {
        int upperWords = 0, longWords = 0, longCapitals = 0;
        var anyLower = false;
        foreach (var word in _words.AsSpan(0, _count))
        {
            if (!word.IsWord) continue;
            anyLower |= word.HasSmall;
            if (!word.HasSmall && word.Text.Length > 1 && word.IsCapital) upperWords++;
            if (word.Text.Length < 4) continue;
            longWords++;
            if (word.IsCapital) longCapitals++;
        }

        if (!anyLower && upperWords >= 2) return Setting.Capitals;
        return longWords >= 3 && longCapitals * 10 >= longWords * 9 ? Setting.Headline : Setting.Running;
    }

    /// <summary>What the model knows of a word.</summary>
    private readonly record struct Known(WordForm Form, uint Usual, uint Class);
}
