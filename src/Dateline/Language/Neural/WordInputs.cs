using System.Numerics;

namespace Dateline.Language.Neural;

/// <summary>What the network is told of a word: a row for each of eight features, of all rows that <see cref="WordRows"/> holds.</summary>
/// <remarks>The first row of every feature stands for what was not seen in training. A change of features makes models unusable.</remarks>
public sealed class WordInputs
{
    /// <summary>Features: word, tag, last three letters, first two, last two, shape, cluster, eight bits of the cluster.</summary>
    public const int Count = 8;

    /// <summary>Rows of the features from the third on, which are found by hash alone.</summary>
    private static readonly int[] Hashed = [4096, 2048, 2048, 1024, 1024, 512];

    private readonly HashRows _words;
    private readonly HashRows _tags;
    private readonly int[] _firsts = new int[Count];

    private WordInputs(HashRows words, HashRows tags, int knownWords, int knownTags)
    {
        (_words, _tags) = (words, tags);
        Rows = [knownWords + 1, knownTags + 1, .. Hashed];
        for (var i = 1; i < Count; i++) _firsts[i] = _firsts[i - 1] + Rows[i - 1];
    }

    /// <summary>How many rows each feature has.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The first row of each feature.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    /// <summary>The hash that a word is known by.</summary>
    public static uint Word(Document document, int token)
    {
        ArgumentNullException.ThrowIfNull(document);
        return FeatureHash.Word(document.Lowers[token]);
    }

    /// <summary>The hash that a token's tags are known by.</summary>
    public static uint Tag(Document document, int token)
    {
        ArgumentNullException.ThrowIfNull(document);
        return FeatureHash.Mix((uint)document.Upos[token], FeatureHash.Word(document.Xpos[token]));
    }

    /// <summary>Lays out what words and tags are told as.</summary>
    /// <param name="words">Hashes of known words in lower case, in the order of their rows, from row 1.</param>
    /// <param name="tags">Hashes of known pairs of tags, likewise.</param>
    /// <param name="clusters">Clusters of words; null for none.</param>
    public static WordInputs Of(IReadOnlyList<uint> words, IReadOnlyList<uint> tags, WordClusters? clusters)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tags);
        var told = new SortedDictionary<uint, (int Word, int Cluster)>();
        foreach (var (word, path) in clusters?.All ?? []) told[word] = (0, (Row(6, path) << 16) | Row(7, WordClusters.Prefix(path, 8)));
        for (var i = 0; i < words.Count; i++) told[words[i]] = (i + 1, told.GetValueOrDefault(words[i]).Cluster);
        return new WordInputs(HashRows.Of([.. told.Select(word => (word.Key, word.Value.Word, word.Value.Cluster))]), HashRows.Of([.. tags.Select((tag, i) => (tag, i + 1, 0))]), words.Count, tags.Count);
    }

    /// <summary>Reads what <see cref="Write"/> writes; null when the bytes are too few or no such thing.</summary>
    public static WordInputs? Read(ReadOnlySpan<byte> bytes, out int read)
    {
        read = 0;
        const int Head = 4 * sizeof(int);
        if (bytes.Length < Head) return null;
        Span<int> sizes = stackalloc int[4];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = GraphParserModel.Number(bytes, i);
        var (knownWords, wordRoom, knownTags, tagRoom) = (sizes[0], sizes[1], sizes[2], sizes[3]);
        if (!IsRoom(knownWords, wordRoom, 1 << 20) || !IsRoom(knownTags, tagRoom, 1 << 16)) return null;
        var (wordBytes, tagBytes) = (HashRows.FileBytes(wordRoom), HashRows.FileBytes(tagRoom));
        if (bytes.Length < Head + wordBytes + tagBytes) return null;
        read = Head + wordBytes + tagBytes;
        var (words, tags) = (HashRows.Read(bytes[Head..], wordRoom), HashRows.Read(bytes[(Head + wordBytes)..], tagRoom));
        return new WordInputs(words, tags, knownWords, knownTags);

        static bool IsRoom(int known, int room, int most) => known >= 0 && known < room && room <= most && BitOperations.IsPow2(room);
    }

    /// <summary>Writes how many words and tags are known, and their rows, laid out as they are looked up.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var size in (int[])[Rows[0] - 1, _words.Room, Rows[1] - 1, _tags.Room]) writer.Write(size);
        _words.Write(writer);
        _tags.Write(writer);
    }

    /// <summary>Writes the rows of a tagged token; <paramref name="rows"/> has room for <see cref="Count"/>.</summary>
    public void Read(Document document, int token, Span<int> rows)
    {
        ArgumentNullException.ThrowIfNull(document);
        ReadOnlySpan<char> lower = document.Lowers[token];
        var span = document.Spans[token];
        (rows[0], var cluster) = _words.Find(FeatureHash.Word(lower));
        rows[1] = _firsts[1] + _tags.Find(Tag(document, token)).Row;
        rows[2] = _firsts[2] + Row(2, FeatureHash.Word(lower[^Math.Min(3, lower.Length)..]));
        rows[3] = _firsts[3] + Row(3, FeatureHash.Word(lower[..Math.Min(2, lower.Length)]));
        rows[4] = _firsts[4] + Row(4, FeatureHash.Word(lower[^Math.Min(2, lower.Length)..]));
        rows[5] = _firsts[5] + Row(5, FeatureHash.Shape(document.Text.AsSpan(span.Start, span.Length)));
        rows[6] = _firsts[6] + (cluster >> 16);
        rows[7] = _firsts[7] + (cluster & 0xFFFF);
    }

    private static int Row(int feature, uint value) => 1 + (int)(FeatureHash.Mix((uint)feature, value) % (uint)(Hashed[feature - 2] - 1));
}
