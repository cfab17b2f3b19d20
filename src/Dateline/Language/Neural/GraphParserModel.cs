using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language.Neural;

/// <summary>What the <see cref="GraphParser"/> learnt: the words it knows, a row of floats for each, and the weights of its network.</summary>
public sealed class GraphParserModel
{
    private const uint Mark = 0x31504752; // "RGP1"
    private const int HeadBytes = 8 * 4;

    private GraphParserModel(WordInputs inputs, WordTable[] tables, NetworkWeights weights) => (Inputs, Tables, Weights) = (inputs, tables, weights);

    public WordInputs Inputs { get; }

    /// <summary>One for each of the <see cref="Inputs"/>.</summary>
    public IReadOnlyList<WordTable> Tables { get; }

    public NetworkWeights Weights { get; }

    /// <exception cref="DataException">The file is missing, damaged, or no parser model.</exception>
    public static GraphParserModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "parser");
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, "parser");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static GraphParserModel? Read(byte[] bytes, int payload)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var rest = bytes.AsSpan(Math.Min(payload, bytes.Length));
        if (rest.Length < HeadBytes || BinaryPrimitives.ReadUInt32LittleEndian(rest) != Mark) return null;
        var size = new GraphParserSize(Number(rest, 1), Number(rest, 2), Number(rest, 3), Number(rest, 4));
        var (words, tags, clusterBytes) = (Number(rest, 5), Number(rest, 6), Number(rest, 7));
        if (!size.IsSound || words is < 0 or > 1 << 24 || tags is < 0 or > 1 << 16 || clusterBytes is < 0 or > 1 << 24) return null;
        var hashBytes = sizeof(uint) * (words + tags);
        if (rest.Length < HeadBytes + hashBytes + clusterBytes) return null;
        var clusters = clusterBytes == 0 ? null : WordClusters.Read(rest.Slice(HeadBytes + hashBytes, clusterBytes).ToArray(), ModelFile.Head);
        if (clusterBytes > 0 && clusters is null) return null;
        var inputs = new WordInputs(Hashes(rest[HeadBytes..], words), Hashes(rest[(HeadBytes + (sizeof(uint) * words))..], tags), clusters);
        rest = rest[(HeadBytes + hashBytes + clusterBytes)..];
        var weights = new NetworkWeights(size);
        if (rest.Length != inputs.Rows.Sum(rows => WordTable.FileBytes(rows, size.Width)) + ((long)sizeof(float) * weights.Count)) return null;
        var tables = new WordTable[WordInputs.Count];
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i] = WordTable.Read(bytes, bytes.Length - rest.Length, inputs.Rows[i], size.Width);
            rest = rest[(int)WordTable.FileBytes(inputs.Rows[i], size.Width)..];
        }

        Floats(rest, weights.All);
        return new GraphParserModel(inputs, tables, weights);
    }

    /// <summary>The bytes of a model file.</summary>
    /// <param name="words">Hashes of the known words, in the order of their rows.</param>
    /// <param name="tags">Hashes of the known tags, likewise.</param>
    /// <param name="clusters">The bytes of the file of clusters learnt with, which go into the model; none for no clusters.</param>
    /// <param name="tables">All rows of each table, row by row.</param>
    /// <param name="weights">The network.</param>
    public static byte[] Write(IReadOnlyList<uint> words, IReadOnlyList<uint> tags, byte[] clusters, IEnumerable<float[]> tables, NetworkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(weights);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var size = weights.Size;
        writer.Write(Mark);
        foreach (var number in new[] { size.Layers, size.Width, size.Arc, size.Label, words.Count, tags.Count, clusters.Length }) writer.Write(number);
        foreach (var hash in words.Concat(tags)) writer.Write(hash);
        writer.Write(clusters);
        foreach (var table in tables) WordTable.Write(writer, table, size.Width);
        foreach (var weight in weights.All) writer.Write(weight);
        writer.Flush();
        return ModelFile.Wrap("parser", stream.ToArray());
    }

    /// <summary>Reads floats at once: one by one they took 10 ms of every start.</summary>
    internal static void Floats(ReadOnlySpan<byte> bytes, Span<float> floats)
    {
        bytes[..(sizeof(float) * floats.Length)].CopyTo(MemoryMarshal.AsBytes(floats));
        if (BitConverter.IsLittleEndian) return;
        var numbers = MemoryMarshal.Cast<float, int>(floats);
        BinaryPrimitives.ReverseEndianness(numbers, numbers);
    }

    private static int Number(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    private static ReadOnlySpan<uint> Hashes(ReadOnlySpan<byte> bytes, int count)
    {
        var hashes = MemoryMarshal.Cast<byte, uint>(bytes[..(sizeof(uint) * count)]).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(hashes, hashes);
        return hashes;
    }
}
