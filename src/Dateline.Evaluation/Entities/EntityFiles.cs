using System.IO.Compression;
using System.Text;

namespace Dateline.Evaluation.Entities;

/// <summary>Corpora with annotated names, told apart by their first lines.</summary>
public static class EntityFiles
{
    /// <summary>Whether a file is one that <see cref="Read"/> reads.</summary>
    public static bool Reads(string file) => FormOf(file) != Form.Unknown;

    /// <summary>All texts of a file; none when it is no corpus of names.</summary>
    public static IReadOnlyList<GoldNames> Read(string file, NameScheme scheme) => FormOf(file) switch
    {
        Form.Re3d => Re3dReader.Read(file, scheme),
        Form.Gum => GumReader.Read(file, scheme),
        Form.Columns => ColumnReader.Read(file, scheme),
        _ => [],
    };

    /// <summary>The texts that may be learnt from: of re3d those that are not held out.</summary>
    public static IReadOnlyList<GoldNames> ForTraining(string file, NameScheme scheme, int fold = 0) =>
        FormOf(file) == Form.Re3d ? [.. Read(file, scheme).Where(text => !Re3dReader.IsHeldOut(text, fold))] : Read(file, scheme);

    /// <summary>The texts to score: of re3d those that are held out; of GUM the genre news.</summary>
    public static IReadOnlyList<GoldNames> ForScoring(string file, NameScheme scheme, int fold = 0) => FormOf(file) switch
    {
        Form.Re3d => [.. Read(file, scheme).Where(text => Re3dReader.IsHeldOut(text, fold))],
        Form.Gum => GumReader.Read(file, scheme, "news"),
        _ => Read(file, scheme),
    };

    private enum Form
    {
        Unknown,
        Re3d,
        Gum,
        Columns,
    }

    private static Form FormOf(string file)
    {
        if (!File.Exists(file)) return Form.Unknown;
        var head = Head(file);
        if (head.StartsWith('{')) return head.Contains("\"entities\": [{\"begin\"", StringComparison.Ordinal) ? Form.Re3d : Form.Unknown;
        if (head.Contains("Entity=(", StringComparison.Ordinal)) return Form.Gum;
        return head.Contains("\tB-", StringComparison.Ordinal) && head.Contains("\tO", StringComparison.Ordinal) ? Form.Columns : Form.Unknown;
    }

    private static string Head(string file)
    {
        try
        {
            using var bytes = File.OpenRead(file);
            using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
            var head = new byte[16_384];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(head, 0, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return "";
        }
    }
}
