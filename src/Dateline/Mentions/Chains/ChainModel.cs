using System.Buffers.Binary;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Chains;

/// <summary>What the coreference model learnt: one weight a slot, features share slots by hash.</summary>
/// <remarks>
/// Weights are kept as signed bytes: q stands for <c>sign(q) q² × scale</c>, finer near zero, where most weights are.
/// Feature hashing instead of a table of rows: a weight is one byte and one look-up (Weinberger and others 2009).
/// </remarks>
public sealed class ChainModel
{
    /// <summary>Raised whenever <see cref="ChainFeatures"/> change.</summary>
    public const int Features = 2;

    /// <summary>Ways of linking that have margins of their own.</summary>
    public const int Ways = 5;

    private readonly float[] _margins;
    private readonly sbyte[] _weights;
    private readonly float[] _values = new float[256];
    private readonly int _shift;

    private ChainModel(float scale, float[] margins, sbyte[] weights, int bits)
    {
        _margins = margins;
        _weights = weights;
        _shift = 32 - bits;
        for (var q = -128; q < 128; q++) _values[q & 255] = Math.Sign(q) * q * q * scale;
    }

    /// <summary>By how much linking a phrase must outweigh beginning a chain, by <see cref="Way"/>.</summary>
    public IReadOnlyList<float> Margins => _margins;

    /// <summary>Number of a way of linking: 0 and 1 names, 2 and 3 nominals, which share a word or do not, 4 pronouns.</summary>
    /// <param name="kind">How the phrase refers.</param>
    /// <param name="sharesWord">Whether a telling word of the phrase was used of that chain before.</param>
    public static int Way(ReferenceKind kind, bool sharesWord) => kind == ReferenceKind.Pronoun ? 4 : 2 * (int)kind + (sharesWord ? 0 : 1);

    /// <summary>The sum of the features' weights.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0f;
        foreach (var feature in features) sum += _values[(byte)_weights[feature >> _shift]];
        return sum;
    }

    /// <exception cref="DataException">The file is missing, damaged, or no coreference model.</exception>
    public static ChainModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "coreference");
        return Read(bytes.AsSpan(payload)) ?? throw ModelFile.Damaged(path, "coreference");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static ChainModel? Read(ReadOnlySpan<byte> bytes)
    {
        const int head = 8 + 4 * Ways + 4;
        if (bytes.Length < head || BinaryPrimitives.ReadInt32LittleEndian(bytes) != Features) return null;
        var bits = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (bits is < 8 or > 24 || bytes.Length != head + (1 << bits)) return null;
        var margins = new float[Ways];
        for (var i = 0; i < Ways; i++) margins[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(12 + 4 * i)..]);
        var scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        if (!float.IsFinite(scale) || !Array.TrueForAll(margins, float.IsFinite)) return null;
        var weights = new sbyte[1 << bits];
        for (var i = 0; i < weights.Length; i++) weights[i] = (sbyte)bytes[head + i];
        return new ChainModel(scale, margins, weights, bits);
    }

    /// <summary>The bytes of a model file.</summary>
    /// <param name="weights">As learnt; their number is a power of two.</param>
    /// <param name="margins">By kind; see <see cref="Way"/>.</param>
    public static byte[] Write(ReadOnlySpan<float> weights, IReadOnlyList<float> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var largest = 1e-6f;
        foreach (var weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        var scale = largest / (127f * 127f);
        var head = 8 + 4 * Ways + 4;
        var bytes = new byte[head + weights.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Features);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), int.Log2(weights.Length));
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), scale);
        for (var i = 0; i < Ways; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12 + 4 * i), margins[i]);
        for (var i = 0; i < weights.Length; i++) bytes[head + i] = (byte)(sbyte)(Math.Sign(weights[i]) * (int)Math.Round(Math.Sqrt(Math.Abs(weights[i]) / scale)));
        return ModelFile.Wrap("coreference", bytes);
    }
}
