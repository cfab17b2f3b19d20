using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>The envelope of a model file: which model it is, its version, its length and a checksum.</summary>
/// <remarks>Little-endian throughout. Head: 8 letters of kind, version, payload length, checksum; the payload follows.</remarks>
public static class ModelFile
{
    /// <summary>Raised whenever features, hashing or layout change, so that old weights are refused instead of misread.</summary>
    public const int Version = 1;

    /// <summary>Bytes before the payload.</summary>
    public const int Head = 24;

    /// <summary>Reads the whole file and checks that it is of this kind and version, and entire.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">"tagger" or "parser".</param>
    /// <returns>All bytes, and where the payload starts.</returns>
    /// <exception cref="DataException">The file is missing, cut off, damaged, or of another kind or version.</exception>
    public static (byte[] Bytes, int Payload) Read(string path, string kind)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) throw Broken(name, $"the {kind} model is missing; train it with `dateline train {kind}`");
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Head || !bytes.AsSpan(0, 8).SequenceEqual(KindBytes(kind))) throw Broken(name, $"this is not a {kind} model");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != Version)
        {
            throw Broken(name, $"the {kind} model has version {version}, this program reads version {Version}; train it again with `dateline train {kind}`");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12));
        if (length != bytes.Length - Head || BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)) != Checksum(bytes.AsSpan(Head)))
        {
            throw Damaged(path, kind);
        }

        return (bytes, Head);
    }

    /// <summary>The error for a file whose payload does not hold what its kind must hold.</summary>
    public static DataException Damaged(string path, string kind) =>
        Broken(Path.GetFileName(path), $"the {kind} model is cut off or damaged; fetch it again or train it with `dateline train {kind}`");

    /// <summary>Puts the head before a payload.</summary>
    public static byte[] Wrap(string kind, ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[Head + payload.Length];
        KindBytes(kind).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), Checksum(payload));
        payload.CopyTo(bytes.AsSpan(Head));
        return bytes;
    }

    private static DataException Broken(string name, string problem) => new("models/" + name, 1, problem);

    private static byte[] KindBytes(string kind) => Encoding.ASCII.GetBytes(kind.PadRight(8)[..8]);

    // Eight bytes at a time: 16 MB take 2 ms, where a cryptographic hash would take 10 or more at every start.
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xCBF29CE484222325UL;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = ulong.RotateLeft((sum ^ (BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word))) * 0x9E3779B97F4A7C15, 29);
        }

        foreach (var last in bytes[(words.Length * 8)..]) sum = (sum ^ last) * 0x100000001B3;
        return sum;
    }
}
