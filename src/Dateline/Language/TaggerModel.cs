using System.Collections.Frozen;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>What the tagger learnt: its labels, the words that have one label only, and the weights.</summary>
public sealed class TaggerModel
{
    private TaggerModel(TagLabel[] labels, FrozenDictionary<uint, byte> oneTag, FrozenDictionary<uint, byte> usualLabels, WeightTable weights) =>
        (Labels, OneTag, UsualLabels, Weights) = (labels, oneTag, usualLabels, weights);

    /// <summary>Universal and Penn tags that occur together; a label is an index into this list.</summary>
    public IReadOnlyList<TagLabel> Labels { get; }

    /// <summary>Frequent words that were always tagged alike, by <see cref="FeatureHash.Word"/> of the exact form.</summary>
    public FrozenDictionary<uint, byte> OneTag { get; }

    /// <summary>The commonest label of words seen more than a few times, by <see cref="FeatureHash.Word"/> of the form in lower case: a look ahead.</summary>
    public FrozenDictionary<uint, byte> UsualLabels { get; }

    public WeightTable Weights { get; }

    /// <exception cref="DataException">The file is missing, damaged, or no tagger model.</exception>
    public static TaggerModel Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, "tagger");
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, "tagger");
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static TaggerModel? Read(byte[] bytes, int payload)
    {
        try
        {
            using var stream = new MemoryStream(bytes, payload, bytes.Length - payload);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            var labels = new TagLabel[reader.ReadByte()];
            for (var i = 0; i < labels.Length; i++) labels[i] = new TagLabel((Upos)reader.ReadByte(), string.Intern(reader.ReadString()));
            var oneTag = ReadWords(reader);
            var usual = ReadWords(reader);
            var valid = labels.Length > 0 && labels.All(label => Enum.IsDefined(label.Upos))
                && oneTag.Values.Concat(usual.Values).All(label => label < labels.Length);
            return valid && WeightTable.Read(bytes, payload + (int)stream.Position) is { } weights
                ? new TaggerModel(labels, oneTag.ToFrozenDictionary(), usual.ToFrozenDictionary(), weights)
                : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(
        IReadOnlyList<TagLabel> labels, IReadOnlyDictionary<uint, byte> oneTag, IReadOnlyDictionary<uint, byte> usual, IEnumerable<WeightRow> rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(checked((byte)labels.Count));
        foreach (var label in labels)
        {
            writer.Write((byte)label.Upos);
            writer.Write(label.Xpos);
        }

        WriteWords(writer, oneTag);
        WriteWords(writer, usual);
        writer.Write(WeightTable.Write(rows));
        writer.Flush();
        return ModelFile.Wrap("tagger", stream.ToArray());
    }

    private static Dictionary<uint, byte> ReadWords(BinaryReader reader)
    {
        var words = new Dictionary<uint, byte>();
        for (var left = reader.ReadInt32(); left > 0; left--) words[reader.ReadUInt32()] = reader.ReadByte();
        return words;
    }

    private static void WriteWords(BinaryWriter writer, IReadOnlyDictionary<uint, byte> words)
    {
        writer.Write(words.Count);
        foreach (var (word, label) in words.OrderBy(pair => pair.Key))
        {
            writer.Write(word);
            writer.Write(label);
        }
    }
}

/// <summary>A universal tag with a Penn Treebank tag, learnt as one label: each settles the other.</summary>
public readonly record struct TagLabel(Upos Upos, string Xpos);
