using System.Globalization;
using System.IO.Compression;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Evaluation;

/// <summary>Reads treebanks in the CoNLL-U format of Universal Dependencies, plain or gzipped.</summary>
public static class ConlluReader
{
    /// <summary>Reads a file; a name that ends in <c>.gz</c> is unpacked.</summary>
    /// <exception cref="DataException">The file is no UTF-8 or a sentence is broken; names file and line.</exception>
    public static IReadOnlyList<ConlluSentence> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var stream = Open(path);
        return [.. Sentences(stream, Path.GetFileName(path), withTrees: true)];
    }

    /// <summary>Reads sentences; errors call the source <paramref name="name"/>.</summary>
    public static IReadOnlyList<ConlluSentence> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return [.. Sentences(Lines(reader), name, withTrees: true)];
    }

    /// <summary>Opens a file for <see cref="Sentences(Stream, string, bool)"/>, unpacking <c>.gz</c>.</summary>
    public static Stream Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Reads sentences one at a time: memory does not grow with the file.</summary>
    /// <param name="stream">UTF-8 text.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="withTrees">Whether every word must have a head; without, "_" stands for words that nobody annotated.</param>
    /// <exception cref="DataException">While reading: a line is no UTF-8 or a sentence is broken.</exception>
    public static IEnumerable<ConlluSentence> Sentences(Stream stream, string name, bool withTrees) => Sentences(new Utf8Lines(stream, name), name, withTrees);

    private static IEnumerable<ConlluSentence> Sentences(IEnumerable<string> lines, string name, bool withTrees)
    {
        var builder = new SentenceBuilder(name, withTrees);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0)
            {
                if (builder.Finish(number) is { } sentence) yield return sentence;
            }
            else if (line[0] == '#')
            {
                builder.AddComment(line, number);
            }
            else
            {
                builder.AddRow(line, number);
            }
        }

        if (builder.Finish(number + 1) is { } last) yield return last;
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>Gathers the lines of one sentence and checks what they promise.</summary>
    private sealed class SentenceBuilder(string name, bool withTrees)
    {
        private readonly List<ConlluWord> _words = [];
        private readonly List<ConlluContraction> _contractions = [];
        private readonly List<string> _comments = [];
        private int _firstLine;

        public void AddComment(string line, int number)
        {
            if (_words.Count > 0) throw Broken(number, "a comment stands inside a sentence; sentences are parted by an empty line");
            if (_comments.Count == 0) _firstLine = number;
            _comments.Add(line);
        }

        public void AddRow(string line, int number)
        {
            var columns = line.Split('\t');
            if (columns.Length != 10) throw Broken(number, $"a word has ten columns, this line has {columns.Length}");
            if (_words.Count == 0 && _contractions.Count == 0) _firstLine = number;
            var id = columns[0];
            if (id.Contains('.', StringComparison.Ordinal)) return;
            if (id.IndexOf('-', StringComparison.Ordinal) is var dash and > 0)
            {
                AddContraction(columns, dash, number);
                return;
            }

            if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position != _words.Count + 1)
                throw Broken(number, $"the word's number must be {_words.Count + 1}, not \"{Shown(id)}\"");
            if (columns[1].Length == 0) throw Broken(number, "a word has no form");
            var head = Head(columns[6], number);
            var upos = Enum.TryParse<Upos>(columns[3], out var tag) && !char.IsAsciiDigit(columns[3][0]) ? tag : Upos.X;
            _words.Add(new ConlluWord(columns[1], columns[2], upos, string.Intern(columns[4]), head - 1, Relations.Parse(columns[7]))
            {
                Features = columns[5] == "_" ? "_" : string.Intern(columns[5]),
                Misc = columns[9] == "_" ? "_" : columns[9],
            });
        }

        /// <summary>The sentence; null when nothing was gathered.</summary>
        public ConlluSentence? Finish(int number)
        {
            if (_words.Count == 0)
            {
                if (_contractions.Count > 0 || _comments.Exists(comment => comment.StartsWith("# text =", StringComparison.Ordinal) || comment.StartsWith("# sent_id", StringComparison.Ordinal)))
                    throw Broken(number, "the sentence above has no words");
                // Comments on the whole file may stand alone at its head.
                _comments.Clear();
                return null;
            }

            if (_contractions is [.., { } last] && last.First + last.Count > _words.Count) throw Broken(number, "a contraction reaches beyond the sentence above");
            CheckTree();
            var sentence = new ConlluSentence(_words.ToArray()) { Contractions = _contractions.ToArray(), Comments = _comments.ToArray() };
            _words.Clear();
            _contractions.Clear();
            _comments.Clear();
            return sentence;
        }

        private void AddContraction(string[] columns, int dash, int number)
        {
            var valid = int.TryParse(columns[0].AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                & int.TryParse(columns[0].AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last);
            if (!valid || first != _words.Count + 1 || last < first || (_contractions is [.., { } before] && before.First + before.Count > first - 1))
                throw Broken(number, $"the contraction's numbers must begin with {_words.Count + 1} and go up, not \"{Shown(columns[0])}\"");
            _contractions.Add(new ConlluContraction(first - 1, last - first + 1, columns[1], columns[9]));
        }

        private int Head(string text, int number)
        {
            if (text == "_" && !withTrees) return 0;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var head) ? head : throw Broken(number, $"the head must be a number, not \"{Shown(text)}\"");
        }

        private void CheckTree()
        {
            for (var word = 0; word < _words.Count; word++)
            {
                if (_words[word].Head >= _words.Count) throw Broken(_firstLine, $"in the sentence that begins here, the head of word {word + 1} lies outside the sentence");
            }

            // 0 not seen, 1 on the way up, 2 known to reach the root.
            var state = new byte[_words.Count];
            for (var word = 0; word < _words.Count; word++)
            {
                var at = word;
                while (at >= 0 && state[at] == 0)
                {
                    state[at] = 1;
                    at = _words[at].Head;
                }

                if (at >= 0 && state[at] == 1) throw Broken(_firstLine, $"in the sentence that begins here, the heads above word {at + 1} go in a circle");
                for (at = word; at >= 0 && state[at] == 1; at = _words[at].Head) state[at] = 2;
            }
        }

        private DataException Broken(int number, string problem) => new(name, number, problem);

        /// <summary>At most twenty characters of a value, so that a broken file cannot fill the screen.</summary>
        private static string Shown(string text) => text.Length > 20 ? text[..20] + "…" : text;
    }
}
