using System.Text;

namespace Dateline.Resources;

/// <summary>The compact form of a <see cref="KnowledgeNode"/>: kind, line and content of each node, parents first.</summary>
internal static class KnowledgeTree
{
    private const byte Null = 0;
    private const byte Text = 1;
    private const byte List = 2;
    private const byte Map = 3;

    /// <summary>Fails on a lone surrogate: UTF-8 cannot hold it, and such a file is better read from its YAML.</summary>
    public static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="EncoderFallbackException">A text holds a lone surrogate.</exception>
    public static void Write(BinaryWriter writer, KnowledgeNode node)
    {
        var kind = node.IsMap ? Map : node.Text is not null ? Text : node.IsList ? List : Null;
        writer.Write(kind);
        writer.Write7BitEncodedInt(node.Line);
        switch (kind)
        {
            case Text:
                writer.Write(node.Text!);
                break;
            case List:
                writer.Write7BitEncodedInt(node.Items.Count);
                foreach (var item in node.Items) Write(writer, item);
                break;
            case Map:
                writer.Write7BitEncodedInt(node.Entries.Count);
                foreach (var (key, value) in node.Entries)
                {
                    writer.Write(key);
                    Write(writer, value);
                }

                break;
        }
    }

    public static KnowledgeNode Read(BinaryReader reader, string file)
    {
        var kind = reader.ReadByte();
        var line = reader.Read7BitEncodedInt();
        switch (kind)
        {
            case Text:
                return new KnowledgeNode(file, line, reader.ReadString(), null, null);
            case List:
                var items = new List<KnowledgeNode>(reader.Read7BitEncodedInt());
                for (var left = items.Capacity; left > 0; left--) items.Add(Read(reader, file));
                return new KnowledgeNode(file, line, null, items, null);
            case Map:
                var entries = new List<KeyValuePair<string, KnowledgeNode>>(reader.Read7BitEncodedInt());
                for (var left = entries.Capacity; left > 0; left--) entries.Add(new(reader.ReadString(), Read(reader, file)));
                return new KnowledgeNode(file, line, null, null, entries);
            default:
                return new KnowledgeNode(file, line, null, null, null);
        }
    }
}
