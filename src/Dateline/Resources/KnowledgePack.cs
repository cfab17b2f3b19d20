using System.Security.Cryptography;
using System.Text;

namespace Dateline.Resources;

/// <summary>Knowledge files read ahead of time: the trees of the YAML files in a compact form, and the hashes of all files.</summary>
/// <remarks>
/// Parsing YAML was two fifths of what one run costs. The launcher lets <c>dateline build knowledge</c> write the pack beside the
/// program. The YAML stays the one source: a tree is used only for bytes with the SHA-256 that it was made from, by the very build
/// that made it; whatever was edited since, or lies in another folder with other content, is parsed. Nothing is written at run time.
/// </remarks>
public sealed class KnowledgePack
{
    public const string FileName = "knowledge.pack";

    private const string Magic = "dateline knowledge 1";
    private static readonly Lazy<KnowledgePack> Loaded = new(() => Open(Path.Combine(AppContext.BaseDirectory, FileName)));

    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private KnowledgePack(byte[] bytes) => _bytes = bytes;

    /// <summary>The pack beside the program; one without content when there is none.</summary>
    public static KnowledgePack BesideProgram => Loaded.Value;

    /// <summary>How many trees it holds.</summary>
    public int Count => _trees.Count;

    /// <summary>The tree of a YAML file's bytes; null when the pack does not hold these very bytes.</summary>
    /// <param name="yaml">The bytes of the file.</param>
    /// <param name="name">The name that errors show.</param>
    public KnowledgeNode? Find(byte[] yaml, string name)
    {
        if (_trees.Count == 0 || !_trees.TryGetValue(Hex(SHA256.HashData(yaml)), out var at)) return null;
        using var reader = new BinaryReader(new MemoryStream(_bytes, at, _bytes.Length - at, writable: false), Encoding.UTF8);
        return KnowledgeTree.Read(reader, name);
    }

    /// <summary>The SHA-256 of a file, in lower-case hexadecimal: from the pack when name, length and time of change are those of the packed file.</summary>
    public string HashOf(string path)
    {
        if (_hashes.Count > 0 && _hashes.TryGetValue(Stamp(path), out var hash)) return hash;
        using var stream = File.OpenRead(path);
        return Hex(SHA256.HashData(stream));
    }

    /// <summary>Opens a pack; one that is missing, damaged or of another build is as good as empty.</summary>
    public static KnowledgePack Open(string path)
    {
        try
        {
            return File.Exists(path) ? Read(File.ReadAllBytes(path)) : new KnowledgePack([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new KnowledgePack([]);
        }
    }

    /// <summary>Reads a pack from memory; see <see cref="Open"/>.</summary>
    public static KnowledgePack Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var pack = new KnowledgePack(bytes);
        var end = bytes.Length - SHA256.HashSizeInBytes;
        if (end <= 0 || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end))) return new KnowledgePack([]);
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, end, writable: false), Encoding.UTF8);
        if (reader.ReadString() != Magic || reader.ReadString() != Build) return new KnowledgePack([]);
        for (var left = reader.ReadInt32(); left > 0; left--) pack._hashes[reader.ReadString()] = reader.ReadString();
        for (var left = reader.ReadInt32(); left > 0; left--) pack._trees[reader.ReadString()] = reader.ReadInt32();
        return pack;
    }

    /// <summary>Makes the pack of a folder. A YAML file that cannot be read is left out, so that its error is told when it is used.</summary>
    public static byte[] Write(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var trees = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Files(folder.Data).Concat(Files(folder.Models)))
        {
            var content = File.ReadAllBytes(path);
            var hash = Hex(SHA256.HashData(content));
            hashes[Stamp(path)] = hash;
            if (path.EndsWith(".yaml", StringComparison.Ordinal) && Tree(content) is { } tree) trees[hash] = tree;
        }

        return Write(trees, hashes);
    }

    private static byte[] Write(SortedDictionary<string, byte[]> trees, SortedDictionary<string, string> hashes)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, KnowledgeTree.Strict);
        writer.Write(Magic);
        writer.Write(Build);
        writer.Write(hashes.Count);
        foreach (var (stamp, hash) in hashes)
        {
            writer.Write(stamp);
            writer.Write(hash);
        }

        writer.Write(trees.Count);
        writer.Flush();
        var at = (int)stream.Length + trees.Keys.Sum(hash => 1 + hash.Length + sizeof(int));
        foreach (var (hash, tree) in trees)
        {
            writer.Write(hash);
            writer.Write(at);
            at += tree.Length;
        }

        foreach (var tree in trees.Values) writer.Write(tree);
        writer.Flush();
        return [.. stream.ToArray(), .. SHA256.HashData(stream.ToArray())];
    }

    private static byte[]? Tree(byte[] yaml)
    {
        try
        {
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream, KnowledgeTree.Strict);
            KnowledgeTree.Write(writer, KnowledgeNode.Parse(new StreamReader(new MemoryStream(yaml), Encoding.UTF8), ""));
            writer.Flush();
            return stream.ToArray();
        }
        catch (Exception e) when (e is DataException or EncoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>The build of this library: another one may read YAML otherwise.</summary>
    private static string Build => typeof(KnowledgePack).Module.ModuleVersionId.ToString("N");

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return FormattableString.Invariant($"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
