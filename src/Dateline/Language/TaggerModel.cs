using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>What the tagger learnt: its labels, the words that have one label only, and the weights.</summary>
public sealed class TaggerModel
{
    /// <summary>A hash and its label.</summary>
    private const int WordBytes = 5;

    /// <summary>Sets of tags are told apart by a number below this.</summary>
    public const int MostClasses = 250;

    private TaggerModel(TagLabel[] labels, WordLabels oneTag, WordLabels usualLabels, WordLabels tagClasses, WeightTable weights) =>
        (Labels, OneTag, UsualLabels, TagClasses, Weights) = (labels, oneTag, usualLabels, tagClasses, weights);

    /// <summary>Universal and Penn tags that occur together; a label is an index into this list.</summary>
    public IReadOnlyList<TagLabel> Labels { get; }

    /// <summary>Frequent words that were always tagged alike, by <see cref="FeatureHash.Word"/> of the exact form.</summary>
    public WordLabels OneTag { get; }

    /// <summary>The commonest label of words seen more than a few times, by <see cref="FeatureHash.Word"/> of the form in lower case: a look ahead.</summary>
    public WordLabels UsualLabels { get; }

    /// <summary>A number for the set of tags that a word has in larger, machine-tagged text, by the same hash: "siege" is known to be a noun although no treebank
    /// holds it. Numbers mean nothing but sameness.</summary>
    public WordLabels TagClasses { get; }

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
            var valid = labels.Length > 0 && Array.TrueForAll(labels, label => Enum.IsDefined(label.Upos));
            return valid && ReadWords(reader, labels.Length) is { } oneTag && ReadWords(reader, labels.Length) is { } usual && ReadWords(reader, MostClasses) is { } classes
                && WeightTable.Read(bytes, payload + (int)stream.Position) is { } weights
                ? new TaggerModel(labels, oneTag, usual, classes, weights)
                : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(
        IReadOnlyList<TagLabel> labels, IReadOnlyDictionary<uint, byte> oneTag, IReadOnlyDictionary<uint, byte> usual, IReadOnlyDictionary<uint, byte> tagClasses, IEnumerable<WeightRow> rows)
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
        WriteWords(writer, tagClasses);
        writer.Write(WeightTable.Write(rows));
        writer.Flush();
        return ModelFile.Wrap("tagger", stream.ToArray());
    }

    /// <summary>Null when there are more words than bytes, or a label that is none.</summary>
    private static WordLabels? ReadWords(BinaryReader reader, int labelCount)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / WordBytes) return null;
        var words = new WordLabels(count);
        for (var left = count; left > 0; left--)
        {
            var word = reader.ReadUInt32();
            var label = reader.ReadByte();
            if (label >= labelCount) return null;
            words.Add(word, label);
        }

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
