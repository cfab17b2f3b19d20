namespace Dateline.Language.Neural;

/// <summary>What the network is told of a word: numbers of rows in tables, one table for each kind of feature.</summary>
/// <remarks>Row 0 of every table stands for what was not seen in training. A change of features makes models unusable.</remarks>
public sealed class WordInputs
{
    /// <summary>Tables: word, tag, last three letters, first two, last two, shape, cluster, eight bits of the cluster.</summary>
    public const int Count = 8;

    /// <summary>Rows of the tables from the third on, which are found by hash alone.</summary>
    private static readonly int[] Hashed = [4096, 2048, 2048, 1024, 1024, 512];

    private readonly RowsByHash _words;
    private readonly RowsByHash _tags;
    private readonly WordClusters? _clusters;

    /// <param name="words">Hashes of known words in lower case, in the order of their rows, from row 1.</param>
    /// <param name="tags">Hashes of known pairs of tags, likewise.</param>
    /// <param name="clusters">Clusters of words; null for none.</param>
    public WordInputs(ReadOnlySpan<uint> words, ReadOnlySpan<uint> tags, WordClusters? clusters)
    {
        (_words, _tags, _clusters) = (new RowsByHash(words), new RowsByHash(tags), clusters);
        Rows = [words.Length + 1, tags.Length + 1, .. Hashed];
    }

    /// <summary>How many rows each table has.</summary>
    public IReadOnlyList<int> Rows { get; }

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

    /// <summary>Writes the rows of a tagged token; <paramref name="rows"/> has room for <see cref="Count"/>.</summary>
    public void Read(Document document, int token, Span<int> rows)
    {
        ArgumentNullException.ThrowIfNull(document);
        ReadOnlySpan<char> lower = document.Lowers[token];
        var span = document.Spans[token];
        var word = FeatureHash.Word(lower);
        var path = _clusters?.Path(word) ?? 0;
        rows[0] = _words.Row(word);
        rows[1] = _tags.Row(Tag(document, token));
        rows[2] = Row(2, FeatureHash.Word(lower[^Math.Min(3, lower.Length)..]));
        rows[3] = Row(3, FeatureHash.Word(lower[..Math.Min(2, lower.Length)]));
        rows[4] = Row(4, FeatureHash.Word(lower[^Math.Min(2, lower.Length)..]));
        rows[5] = Row(5, FeatureHash.Shape(document.Text.AsSpan(span.Start, span.Length)));
        rows[6] = path == 0 ? 0 : Row(6, path);
        rows[7] = path == 0 ? 0 : Row(7, WordClusters.Prefix(path, 8));
    }

    private static int Row(int table, uint value) => 1 + (int)(FeatureHash.Mix((uint)table, value) % (uint)(Hashed[table - 2] - 1));

    /// <summary>Row numbers by hash: open addressing over two arrays.</summary>
    private sealed class RowsByHash
    {
        private readonly uint[] _hashes;
        private readonly int[] _rows;

        public RowsByHash(ReadOnlySpan<uint> hashes)
        {
            var room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 3 * hashes.Length));
            (_hashes, _rows) = (new uint[room], new int[room]);
            for (var i = 0; i < hashes.Length; i++)
            {
                var at = Find(hashes[i]);
                (_hashes[at], _rows[at]) = (hashes[i], i + 1);
            }
        }

        public int Row(uint hash) => _rows[Find(hash)];

        private int Find(uint hash)
        {
            var at = (int)hash & (_rows.Length - 1);
            while (_rows[at] != 0 && _hashes[at] != hash) at = (at + 1) & (_rows.Length - 1);
            return at;
        }
    }
}
