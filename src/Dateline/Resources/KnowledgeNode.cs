using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dateline.Resources;

/// <summary>One node of a YAML knowledge file: a text, a list or a map, with the line it stands on.</summary>
/// <remarks>A small tree over YamlDotNet's events: loading stays fast, and every error can name its line.</remarks>
public sealed class KnowledgeNode
{
    private readonly List<KeyValuePair<string, KnowledgeNode>>? _entries;

    internal KnowledgeNode(string file, int line, string? text, List<KnowledgeNode>? items, List<KeyValuePair<string, KnowledgeNode>>? entries)
    {
        File = file;
        Line = line;
        Text = text;
        Items = items ?? (IReadOnlyList<KnowledgeNode>)[];
        IsList = items is not null;
        _entries = entries;
    }

    /// <summary>The file's path relative to the data folder.</summary>
    public string File { get; }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The text of a scalar; null for lists, maps and the YAML null.</summary>
    public string? Text { get; }

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<KnowledgeNode> Items { get; }

    /// <summary>Whether it is a list, of no items perhaps.</summary>
    public bool IsList { get; }

    public bool IsMap => _entries is not null;

    /// <summary>The entries of a map in file order; empty for anything else.</summary>
    public IReadOnlyList<KeyValuePair<string, KnowledgeNode>> Entries => _entries ?? (IReadOnlyList<KeyValuePair<string, KnowledgeNode>>)[];

    /// <summary>The value under a key of a map; null when the key is absent or this is no map.</summary>
    public KnowledgeNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key) return entry.Value;
            }

            return null;
        }
    }

    /// <summary>The texts of a list, or the one text of a scalar: <c>words: axe</c> and <c>words: [axe]</c> say the same.</summary>
    public IEnumerable<string> Texts => Text is { } text ? [text] : Items.Select(item => item.Required());

    /// <summary>The texts under a key, none when the key is absent.</summary>
    public IEnumerable<string> TextsOf(string key) => this[key]?.Texts ?? [];

    /// <summary>The text under a key, null when the key is absent.</summary>
    public string? TextOf(string key) => this[key]?.Text;

    /// <summary>The text of this scalar.</summary>
    /// <exception cref="DataException">It is a list or a map.</exception>
    public string Required() => Text ?? throw Error("a text is expected here");

    /// <summary>The text under a key.</summary>
    /// <exception cref="DataException">The key is absent.</exception>
    public string Required(string key) => TextOf(key) ?? throw Error($"\"{key}:\" is missing");

    /// <summary>An error at this node's line.</summary>
    public DataException Error(string problem) => new(File, Line, problem);

    /// <summary>Fails on a key that is not among the known ones, and suggests the nearest.</summary>
    /// <exception cref="DataException">A key is unknown.</exception>
    public void AllowKeys(params ReadOnlySpan<string> known)
    {
        foreach (var (key, value) in Entries)
        {
            if (!known.Contains(key)) throw value.Error($"unknown key \"{key}:\"{Nearest.Suggestion(key, known)}");
        }
    }

    /// <summary>Reads one YAML file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name that errors show.</param>
    /// <exception cref="DataException">It is not YAML, or empty.</exception>
    public static KnowledgeNode Read(string path, string name)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        return KnowledgePack.BesideProgram.Find(bytes, name) ?? Parse(new StreamReader(new MemoryStream(bytes)), name);
    }

    /// <summary>Reads YAML from a reader; see <see cref="Read"/>.</summary>
    public static KnowledgeNode Parse(TextReader reader, string name)
    {
        try
        {
            var parser = new Parser(reader);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) throw new DataException(name, 1, "the file is empty");
            return ReadNode(parser, name);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            throw new DataException(name, e is YamlException at ? (int)at.Start.Line : 1, "not readable as YAML: " + e.Message);
        }
    }

    private static KnowledgeNode ReadNode(Parser parser, string file)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            return new KnowledgeNode(file, (int)scalar.Start.Line, isNull ? null : scalar.Value, null, null);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<KnowledgeNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(parser, file));
            return new KnowledgeNode(file, (int)sequence.Start.Line, null, items, null);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            var entries = new List<KeyValuePair<string, KnowledgeNode>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                if (entries.Exists(entry => entry.Key == key.Value)) throw new DataException(file, (int)key.Start.Line, $"key \"{key.Value}:\" stands twice");
                entries.Add(new(key.Value, ReadNode(parser, file)));
            }

            return new KnowledgeNode(file, (int)mapping.Start.Line, null, null, entries);
        }

        throw new DataException(file, (int)(parser.Current?.Start.Line ?? 1), "anchors and aliases are not used in knowledge files");
    }
}
