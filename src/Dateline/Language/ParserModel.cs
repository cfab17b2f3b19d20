using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>What the parser learnt: which relations either move can give, and the weights.</summary>
/// <remarks>Label 0 is shift; then come the relations of left, then those of right.</remarks>
public sealed class ParserModel
{
    private ParserModel(Relation[] left, Relation[] right, WeightTable weights) => (Left, Right, Weights) = (left, right, weights);

    /// <summary>Relations to a head further right.</summary>
    public IReadOnlyList<Relation> Left { get; }

    /// <summary>Relations to a head further left.</summary>
    public IReadOnlyList<Relation> Right { get; }

    public WeightTable Weights { get; }

    /// <exception cref="DataException">The file is missing, damaged, or no parser model.</exception>
    public static ParserModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "parser");
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, "parser");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static ParserModel? Read(byte[] bytes, int payload)
    {
        try
        {
            using var stream = new MemoryStream(bytes, payload, bytes.Length - payload);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            var left = ReadRelations(reader);
            var right = ReadRelations(reader);
            var valid = left.Length > 0 && right.Length > 0 && left.Length + right.Length < 255 && left.Concat(right).All(Enum.IsDefined);
            return valid && WeightTable.Read(bytes, payload + (int)stream.Position) is { } weights ? new ParserModel(left, right, weights) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(IReadOnlyList<Relation> left, IReadOnlyList<Relation> right, IEnumerable<WeightRow> rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        WriteRelations(writer, left);
        WriteRelations(writer, right);
        writer.Write(WeightTable.Write(rows));
        writer.Flush();
        return ModelFile.Wrap("parser", stream.ToArray());
    }

    private static Relation[] ReadRelations(BinaryReader reader)
    {
        var relations = new Relation[reader.ReadByte()];
        for (var i = 0; i < relations.Length; i++) relations[i] = (Relation)reader.ReadByte();
        return relations;
    }

    private static void WriteRelations(BinaryWriter writer, IReadOnlyList<Relation> relations)
    {
        writer.Write(checked((byte)relations.Count));
        foreach (var relation in relations) writer.Write((byte)relation);
    }
}
