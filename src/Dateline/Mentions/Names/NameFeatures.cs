using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>What the name tagger sees of a word: its form and neighbours, what the lists know, what was labelled before it.</summary>
/// <remarks>Trainer and tagger both use this class, so that a feature cannot differ between them. Not thread-safe: one for each caller.</remarks>
public sealed class NameFeatures(NameTable table, WordClusters? clusters = null)
{
    /// <summary>The most hashes that <see cref="Extract"/> gives for a word.</summary>
    public const int Most = 80;

    private readonly NameText _text = new(table, clusters);
    private readonly NameMemory _memory = new();
    private int _open;

    /// <summary>Begins a document: labels of the one before are forgotten.</summary>
    public void Begin() => _memory.Begin();

    /// <summary>Takes up a sentence.</summary>
    public void Read(Document document, TokenRange tokens)
    {
        ArgumentNullException.ThrowIfNull(document);
        _text.Read(document, tokens);
        _open = 0;
    }

    /// <summary>Whether weights decide about a word; else it is outside: small words where no name is open.</summary>
    public bool IsAsked(int i, int before) => _text.IsCandidate(i) || NameLabels.IsOpen(before);

    /// <summary>Whether a token is a mark: no letter, no digit.</summary>
    public bool IsMark(int i)
    {
        foreach (var c in _text.Form(i))
        {
            if (char.IsLetterOrDigit(c)) return false;
        }

        return true;
    }

    /// <summary>Whether a name that goes on behind this word would leave the sentence.</summary>
    public bool IsLast(int i) => i + 1 >= _text.Count || (i + 2 == _text.Count && IsMark(i + 1));

    /// <summary>Notes the label that a word was given, for the rest of the document.</summary>
    public void Note(int i, int label)
    {
        if (label == NameLabels.Outside)
        {
            if (_text.IsCapital(i) && _text.Set == NameText.Setting.Running && i > 0) _memory.Note(_text.Word(i), 0);
            return;
        }

        if (NameLabels.PartOf(label) is NameLabels.Part.Begin or NameLabels.Part.Only) _open = i;
        if (_text.Lower(i).Length > 2) _memory.Note(_text.Word(i), (byte)label);
        if (NameLabels.PartOf(label) == NameLabels.Part.Last) NoteInitials(i, label);
    }

    /// <summary>Writes the feature hashes of one word.</summary>
    /// <param name="i">Index of the word in the sentence.</param>
    /// <param name="before">Label given to the word before, 0 at the start.</param>
    /// <param name="beforeThat">Label given to the word before that.</param>
    /// <param name="features">Receives at most <see cref="Most"/> hashes.</param>
    /// <returns>How many hashes were written.</returns>
    public int Extract(int i, int before, int beforeThat, Span<uint> features)
    {
        var t = _text;
        uint l1 = (uint)before, l2 = (uint)beforeThat, set = (uint)t.Set;
        uint word = t.Word(i), w1 = t.Word(i - 1), w2 = t.Word(i - 2), n1 = t.Word(i + 1), n2 = t.Word(i + 2);
        uint tag = t.Tag(i), tag1 = t.Tag(i - 1), tagN = t.Tag(i + 1);
        uint flags = (uint)t.Flags(i), flags1 = (uint)t.Flags(i - 1), flagsN = (uint)t.Flags(i + 1);
        uint phrase = t.Phrase(i), phrase1 = t.Phrase(i - 1), phraseN = t.Phrase(i + 1);
        var capital = set << 3 | (t.IsCapital(i) ? 4u : 0) | (i == 0 ? 1u : 0) | (t.IsCapital(i + 1) ? 2u : 0);
        uint memory = _memory[word], memoryN = _memory[n1];
        int runEnd = t.RunEnd(i), runStart = t.RunStart(i);
        var runLength = (uint)Math.Min(5, runEnd - i);
        var form = t.WordAt(i);
        var n = 0;
        features[n++] = FeatureHash.Mix(1, set, l1);
        features[n++] = FeatureHash.Mix(2, word, set);
        features[n++] = FeatureHash.Mix(3, t.FormHash(i), set);
        features[n++] = FeatureHash.Mix(4, t.Shape(i), set, l1);
        features[n++] = FeatureHash.Mix(5, t.Shape(i), capital);
        features[n++] = FeatureHash.Mix(6, capital, l1, t.IsCapital(i - 1) ? 1u : 0);
        for (var size = 2; size <= 4; size++)
        {
            if (form.Lower.Length <= size) break;
            features[n++] = FeatureHash.Mix(10 + (uint)size, form.Ending(size), set);
            features[n++] = FeatureHash.Mix(20 + (uint)size, form.Beginning(size), set);
        }

        features[n++] = FeatureHash.Mix(30, w1, capital);
        features[n++] = FeatureHash.Mix(31, w2);
        features[n++] = FeatureHash.Mix(32, n1, capital);
        features[n++] = FeatureHash.Mix(33, n2);
        features[n++] = FeatureHash.Mix(34, w1, word);
        features[n++] = FeatureHash.Mix(35, word, n1);
        features[n++] = FeatureHash.Mix(36, w1, n1);
        features[n++] = FeatureHash.Mix(37, w2, w1);
        features[n++] = FeatureHash.Mix(38, n1, n2);
        features[n++] = FeatureHash.Mix(39, word, l1);
        features[n++] = FeatureHash.Mix(40, w1, l1);
        features[n++] = FeatureHash.Mix(41, n1, l1);
        features[n++] = FeatureHash.Mix(42, l1, l2);
        features[n++] = FeatureHash.Mix(43, tag, l1, set);
        features[n++] = FeatureHash.Mix(44, tag1, tag, tagN);
        features[n++] = FeatureHash.Mix(45, tag, tagN, capital);
        features[n++] = FeatureHash.Mix(46, tag1, l1, capital);
        features[n++] = FeatureHash.Mix(50, flags, l1);
        features[n++] = FeatureHash.Mix(51, flags, capital);
        features[n++] = FeatureHash.Mix(52, flags1, flags);
        features[n++] = FeatureHash.Mix(53, flags, flagsN);
        features[n++] = FeatureHash.Mix(54, flags1, capital, l1);
        features[n++] = FeatureHash.Mix(55, flagsN, capital, l1);
        features[n++] = FeatureHash.Mix(56, flags & (uint)NameFlags.AnyPerson, flagsN & (uint)NameFlags.AnyPerson, capital, l1);
        features[n++] = FeatureHash.Mix(57, phrase, l1);
        features[n++] = FeatureHash.Mix(58, phrase, capital);
        features[n++] = FeatureHash.Mix(59, phrase, phraseN, phrase1);
        features[n++] = FeatureHash.Mix(60, phrase, w1);
        features[n++] = FeatureHash.Mix(61, phrase, n1);
        features[n++] = FeatureHash.Mix(62, phrase, tag1, tagN);
        features[n++] = FeatureHash.Mix(63, phraseN, l1, capital);
        features[n++] = FeatureHash.Mix(64, memory, l1);
        features[n++] = FeatureHash.Mix(65, memory, capital, memoryN);
        features[n++] = FeatureHash.Mix(66, t.Word(runEnd), runLength, l1);
        features[n++] = FeatureHash.Mix(67, (uint)t.Flags(runEnd), runLength, l1);
        features[n++] = FeatureHash.Mix(68, t.Word(runEnd + 1), runLength, l1);
        features[n++] = FeatureHash.Mix(69, t.Word(runStart - 1), l1, (uint)Math.Min(4, i - runStart));
        features[n++] = FeatureHash.Mix(70, (uint)t.Flags(runStart - 1), l1, (uint)Math.Min(4, i - runStart), runLength);
        features[n++] = FeatureHash.Mix(71, t.Word(runStart), l1, (uint)Math.Min(4, i - runStart));
        features[n++] = FeatureHash.Mix(72, t.Word(runEnd), t.Word(runEnd + 1));
        features[n++] = FeatureHash.Mix(73, t.Tag(runEnd + 1), t.Tag(runStart - 1), runLength);
        if (clusters is not null)
        {
            uint c = t.Cluster(i), c1 = t.Cluster(i - 1), cN = t.Cluster(i + 1);
            features[n++] = FeatureHash.Mix(80, WordClusters.Prefix(c, 6), capital, l1);
            features[n++] = FeatureHash.Mix(81, WordClusters.Prefix(c, 12), capital);
            features[n++] = FeatureHash.Mix(82, c, l1);
            features[n++] = FeatureHash.Mix(83, WordClusters.Prefix(c1, 10), capital, l1);
            features[n++] = FeatureHash.Mix(84, WordClusters.Prefix(cN, 10), capital, l1);
            features[n++] = FeatureHash.Mix(85, c1, WordClusters.Prefix(c, 8));
            features[n++] = FeatureHash.Mix(86, WordClusters.Prefix(c, 8), cN);
            features[n++] = FeatureHash.Mix(87, WordClusters.Prefix(t.Cluster(i - 2), 10), c1, capital);
            features[n++] = FeatureHash.Mix(88, WordClusters.Prefix(t.Cluster(runEnd + 1), 10), runLength, l1);
            features[n++] = FeatureHash.Mix(89, WordClusters.Prefix(t.Cluster(runEnd), 10), runLength, l1);
        }

        if (NameLabels.IsOpen(before))
        {
            features[n++] = FeatureHash.Mix(74, l1, t.Word(_open), (uint)Math.Min(4, i - _open));
            features[n++] = FeatureHash.Mix(75, l1, (uint)t.Flags(_open), flags);
            features[n++] = FeatureHash.Mix(76, l1, word, n1);
            features[n++] = FeatureHash.Mix(77, l1, flags, flagsN, t.IsCapital(i + 1) ? 1u : 0);
        }

        return n;
    }

    /// <summary>"International Monetary Fund" makes "IMF" known.</summary>
    private void NoteInitials(int last, int label)
    {
        Span<char> initials = stackalloc char[8];
        var count = 0;
        for (var i = _open; i <= last && count < initials.Length; i++)
        {
            if (_text.IsCapital(i)) initials[count++] = char.ToLowerInvariant(_text.Form(i)[0]);
        }

        if (count >= 2) _memory.Note(FeatureHash.Word(initials[..count]), NameLabels.Of(NameLabels.KindOf(label), NameLabels.Part.Only));
    }
}
