using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language.Neural;

/// <summary>What the <see cref="GraphParser"/> learnt: the words it knows, a row of floats for each, and the weights of its network.</summary>
public sealed class GraphParserModel
{
    private const uint Mark = 0x32504752; // "RGP2"
    private const int HeadBytes = 5 * 4;

    private GraphParserModel(WordInputs inputs, WordRows words, RoundedNetwork network) => (Inputs, Words, Network) = (inputs, words, network);

    public WordInputs Inputs { get; }

    /// <summary>What the <see cref="Inputs"/> stand for.</summary>
    public WordRows Words { get; }

    public RoundedNetwork Network { get; }

    /// <exception cref="DataException">The file is missing, damaged, or no parser model.</exception>
    public static GraphParserModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "parser");
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, "parser");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    /// <remarks>All parts are taken in one piece each, as they lie; nothing is built.</remarks>
    public static GraphParserModel? Read(byte[] bytes, int payload)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var rest = bytes.AsSpan(Math.Min(payload, bytes.Length));
        if (rest.Length < HeadBytes || BinaryPrimitives.ReadUInt32LittleEndian(rest) != Mark) return null;
        var size = new GraphParserSize(Number(rest, 1), Number(rest, 2), Number(rest, 3), Number(rest, 4));
        if (!size.IsSound || WordInputs.Read(rest[HeadBytes..], out var read) is not { } inputs) return null;
        var (rows, at) = (inputs.Rows.Sum(), bytes.Length - rest.Length + HeadBytes + read);
        var wordBytes = WordRows.FileBytes(rows, size.Width);
        if (bytes.Length - at != wordBytes + RoundedNetwork.FileBytes(size)) return null;
        return new GraphParserModel(inputs, WordRows.Read(bytes, at, rows, size.Width), RoundedNetwork.Read(bytes, at + (int)wordBytes, size));
    }

    /// <summary>The bytes of a model file.</summary>
    /// <param name="inputs">What words are told as.</param>
    /// <param name="tables">All rows of each feature, row by row.</param>
    /// <param name="weights">The network, which is rounded.</param>
    public static byte[] Write(WordInputs inputs, IReadOnlyList<float[]> tables, NetworkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(weights);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var size = weights.Size;
        writer.Write(Mark);
        foreach (var number in new[] { size.Layers, size.Width, size.Arc, size.Label }) writer.Write(number);
        inputs.Write(writer);
        WordRows.Write(writer, tables, size.Width);
        RoundedNetwork.Of(weights).Write(writer);
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

    internal static int Number(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);
}
