using System.Globalization;
using System.IO.Compression;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Evaluation;

/// <summary>Reads treebanks in the CoNLL-U format of Universal Dependencies, plain or gzipped.</summary>
public static class ConlluReader
{
    /// <summary>Reads a file; a name that ends in <c>.gz</c> is unpacked.</summary>
    /// <exception cref="DataException">A line does not have ten columns, or a head is not a word of its sentence.</exception>
    public static IReadOnlyList<ConlluSentence> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads sentences; errors call the source <paramref name="name"/>.</summary>
    public static IReadOnlyList<ConlluSentence> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var sentences = new List<ConlluSentence>();
        var words = new List<ConlluWord>();
        var number = 0;
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            number++;
            if (line.Length == 0) Finish(sentences, words, name, number);
            else if (line[0] != '#' && Word(line, name, number) is { } word) words.Add(word);
        }

        Finish(sentences, words, name, number);
        return sentences;
    }

    private static ConlluWord? Word(string line, string name, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length != 10) throw new DataException(name, number, $"a word has ten columns, this line has {columns.Length}");
        if (columns[0].AsSpan().ContainsAny('-', '.')) return null;
        if (!int.TryParse(columns[6], CultureInfo.InvariantCulture, out var head))
        {
            throw new DataException(name, number, $"the head must be a number, not \"{columns[6]}\"");
        }

        var upos = Enum.TryParse<Upos>(columns[3], out var tag) ? tag : Upos.X;
        return new ConlluWord(columns[1], columns[2], upos, string.Intern(columns[4]), head - 1, Relations.Parse(columns[7]));
    }

    private static void Finish(List<ConlluSentence> sentences, List<ConlluWord> words, string name, int number)
    {
        if (words.Count == 0) return;
        if (words.Any(word => word.Head >= words.Count)) throw new DataException(name, number, "a head lies outside the sentence above");
        sentences.Add(new ConlluSentence(words.ToArray()));
        words.Clear();
    }
}
