using System.Globalization;
using System.IO.Compression;
using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Reads names from GUM: CoNLL-U with mentions in MISC (<c>Entity=(4-person-…</c>), plain or gzipped.</summary>
/// <remarks>GUM annotates every noun phrase. One counts as a name when <see cref="NameScheme"/> finds a name in it whose last word, or first, has a proper-noun tag.</remarks>
public static class GumReader
{
    /// <summary>All texts of a file; <paramref name="genre"/> keeps one genre.</summary>
    public static IReadOnlyList<GoldNames> Read(string file, NameScheme scheme, string? genre = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        using var bytes = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var reader = new StreamReader(stream);
        var texts = new List<GoldNames>();
        var text = new GumText();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                Finish(texts, text, scheme, genre);
                text = new GumText { Id = line[14..] };
            }
            else if (line.StartsWith("# meta::genre = ", StringComparison.Ordinal))
            {
                text.Genre = line[16..];
            }
            else if (line.Length == 0)
            {
                text.EndSentence();
            }
            else if (line[0] != '#')
            {
                text.Add(line.Split('\t'));
            }
        }

        Finish(texts, text, scheme, genre);
        return texts;
    }

    private static void Finish(List<GoldNames> texts, GumText text, NameScheme scheme, string? genre)
    {
        text.EndSentence();
        if (text.Words.Count == 0 || (genre is not null && text.Genre != genre)) return;
        var (joined, tokens) = JoinedTokens.Join(text.Words, text.Sentences);
        var names = new List<(GoldName, int)>();
        foreach (var (first, end, type) in text.Mentions)
        {
            if (KindOf(type) is not { } kind) continue;
            var words = text.Words.GetRange(first, end - first);
            var (cut, stop) = scheme.Cut(words, kind);
            if (stop <= cut || !(text.IsProper[first + cut] || text.IsProper[first + stop - 1])) continue;
            kind = scheme.KindOf(words, cut, stop, kind);
            names.Add((new GoldName(new TextSpan(tokens[first + cut].Start, tokens[first + stop - 1].End), kind), kind == NameKind.Other ? 0 : 1));
        }

        texts.Add(new GoldNames(text.Id, text.Genre, joined, tokens, text.Sentences, NameOverlaps.Resolve(names)));
    }

    private static NameKind? KindOf(string type) => type switch
    {
        "person" => NameKind.Person,
        "organization" => NameKind.Organisation,
        "place" => NameKind.Place,
        "event" or "abstract" or "object" => NameKind.Other,
        _ => null,
    };

    /// <summary>One text while it is read.</summary>
    private sealed class GumText
    {
        private readonly List<(string Id, int First, string Type)> _open = [];
        private int _first;

        public string Id { get; init; } = "";

        public string Genre { get; set; } = "";

        public List<string> Words { get; } = [];

        public List<bool> IsProper { get; } = [];

        public List<TokenRange> Sentences { get; } = [];

        public List<(int First, int End, string Type)> Mentions { get; } = [];

        public void EndSentence()
        {
            if (Words.Count > _first) Sentences.Add(new TokenRange(_first, Words.Count));
            _first = Words.Count;
            _open.Clear();
        }

        public void Add(string[] columns)
        {
            if (columns.Length < 10 || !int.TryParse(columns[0], CultureInfo.InvariantCulture, out _)) return;
            Words.Add(columns[1]);
            IsProper.Add(columns[3] == "PROPN" || columns[4] is "NNP" or "NNPS");
            foreach (var part in columns[9].Split('|'))
            {
                if (part.StartsWith("Entity=", StringComparison.Ordinal)) Entities(part.AsSpan(7));
            }
        }

        /// <summary>"(8-person-new-…(7-person-…)8)": mentions that begin, begin and end, or end here.</summary>
        private void Entities(ReadOnlySpan<char> marks)
        {
            while (!marks.IsEmpty)
            {
                if (marks[0] == '(')
                {
                    var stop = marks[1..].IndexOfAny('(', ')') is >= 0 and var at ? at + 1 : marks.Length;
                    var parts = marks[1..stop].ToString().Split('-');
                    var isWhole = stop < marks.Length && marks[stop] == ')';
                    if (parts.Length > 1 && isWhole) Mentions.Add((Words.Count - 1, Words.Count, parts[1]));
                    else if (parts.Length > 1) _open.Add((parts[0], Words.Count - 1, parts[1]));
                    marks = marks[(isWhole ? stop + 1 : stop)..];
                    continue;
                }

                var close = marks.IndexOf(')');
                if (close < 0) return;
                var id = marks[..close].ToString();
                var open = _open.FindLastIndex(mention => mention.Id == id);
                if (open >= 0)
                {
                    Mentions.Add((_open[open].First, Words.Count, _open[open].Type));
                    _open.RemoveAt(open);
                }

                marks = marks[(close + 1)..];
            }
        }
    }
}
