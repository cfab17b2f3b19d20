using System.Buffers.Binary;
using System.Numerics;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>The cluster of a word: a path from the root of a binary tree whose leaves hold words that stand in like contexts.</summary>
/// <remarks>
/// Brown et al. 1992; used as features as in Koo et al. 2008. Words near in meaning or use share the first bits of their paths:
/// "gunmen" and "militants" even when a treebank holds only one of them. Open addressing over two flat arrays, as in
/// <see cref="WordLabels"/>; safe to share.
/// </remarks>
public sealed class WordClusters
{
    /// <summary>The most bits a path keeps; a leaf deeper in the tree is cut to them.</summary>
    public const int MostBits = 27;

    private const string Kind = "clusters";

    /// <summary>Bytes of a word in the file: its hash and the number of its path.</summary>
    private const int WordBytes = 6;

    private readonly uint[] _words;
    private readonly uint[] _paths;
    private readonly int _shift;

    private WordClusters(int words)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, words)) + 2);
        _words = new uint[1 << bits];
        _paths = new uint[1 << bits];
        _shift = 32 - bits;
    }

    /// <summary>How many words have a cluster.</summary>
    public int Count { get; private set; }

    /// <summary>Every word, by its hash, with its path; in no order.</summary>
    public IEnumerable<(uint Word, uint Path)> All => _words.Zip(_paths).Where(pair => pair.Second != 0);

    /// <exception cref="DataException">The file is missing, damaged, or holds no clusters.</exception>
    public static WordClusters Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, Kind);
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, Kind);
    }

    /// <summary>Reads clusters from memory; null when the bytes hold none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="payload">Where the payload starts.</param>
    public static WordClusters? Read(byte[] bytes, int payload)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var rest = bytes.AsSpan(Math.Min(payload, bytes.Length));
        if (rest.Length < 8) return null;
        var (pathCount, wordCount) = (BinaryPrimitives.ReadInt32LittleEndian(rest), BinaryPrimitives.ReadInt32LittleEndian(rest[4..]));
        if (pathCount is < 1 or > ushort.MaxValue || wordCount < 0 || rest.Length != 8 + (4L * pathCount) + ((long)WordBytes * wordCount)) return null;
        var paths = new uint[pathCount];
        for (var i = 0; i < pathCount; i++)
        {
            paths[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest[(8 + (4 * i))..]);
            if (!IsPath(paths[i])) return null;
        }

        var clusters = new WordClusters(wordCount) { Count = wordCount };
        var hashes = rest.Slice(8 + (4 * pathCount), 4 * wordCount);
        var numbers = rest[(8 + (4 * pathCount) + (4 * wordCount))..];
        for (var i = 0; i < wordCount; i++)
        {
            var number = BinaryPrimitives.ReadUInt16LittleEndian(numbers[(2 * i)..]);
            if (number >= pathCount) return null;
            clusters.Add(BinaryPrimitives.ReadUInt32LittleEndian(hashes[(4 * i)..]), paths[number]);
        }

        return clusters;
    }

    /// <summary>The bytes of a model file.</summary>
    /// <param name="paths">One for each cluster, from <see cref="PathOf"/>.</param>
    /// <param name="words">The hash of each word and the index of its path.</param>
    public static byte[] Write(IReadOnlyList<uint> paths, IReadOnlyDictionary<uint, int> words)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(words);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(paths.Count);
        writer.Write(words.Count);
        foreach (var path in paths) writer.Write(path);
        var ordered = words.OrderBy(pair => pair.Key).ToArray();
        foreach (var (word, _) in ordered) writer.Write(word);
        foreach (var (_, number) in ordered) writer.Write(checked((ushort)number));
        writer.Flush();
        return ModelFile.Wrap(Kind, stream.ToArray());
    }

    /// <summary>The path of a word; 0 when it has no cluster.</summary>
    /// <param name="word"><see cref="FeatureHash.Word"/> of the word in lower case. Two words with one hash are one word.</param>
    public uint Path(uint word)
    {
        for (var at = Start(word); ; at = (at + 1) & (_words.Length - 1))
        {
            var path = _paths[at];
            if (path == 0 || _words[at] == word) return path;
        }
    }

    /// <summary>The first bits of a path, as a number above 0 that differs where they differ; 0 for no cluster.</summary>
    /// <remarks>A path with fewer bits ends in a leaf, so that no other path begins with it: it is filled up with zeros and stays apart.</remarks>
    /// <param name="path">From <see cref="Path"/>.</param>
    /// <param name="bits">1 to 27; 4, 6, 8 and 10 are the usual ones.</param>
    public static uint Prefix(uint path, int bits) => path == 0 ? 0 : (path >> (32 - bits)) + 1;

    /// <summary>A path as one number: its bits from the highest down, and in the lowest five how many there are.</summary>
    /// <param name="bits">'0' and '1', from the root; what follows the first 27 is left out.</param>
    public static uint PathOf(ReadOnlySpan<char> bits)
    {
        var length = Math.Min(bits.Length, MostBits);
        var path = (uint)length;
        for (var i = 0; i < length; i++)
        {
            if (bits[i] == '1') path |= 1u << (31 - i);
        }

        return path;
    }

    /// <summary>Whether no bit stands behind the length that the path states.</summary>
    private static bool IsPath(uint path)
    {
        var length = (int)(path & 31);
        return length is >= 1 and <= MostBits && ((path & ~31u) << length) == 0;
    }

    private void Add(uint word, uint path)
    {
        var at = Start(word);
        while (_paths[at] != 0) at = (at + 1) & (_words.Length - 1);
        (_words[at], _paths[at]) = (word, path);
    }

    private int Start(uint word) => (int)((word * 0x9E3779B1) >> _shift);
}
