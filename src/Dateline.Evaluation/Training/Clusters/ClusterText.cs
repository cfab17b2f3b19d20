using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Evaluation.Training.Clusters;

/// <summary>Reads text of many kinds as sentences of words; a sentence that came before is skipped.</summary>
/// <remarks>
/// What holds words already (CoNLL, tagged words, a list of tokens) is taken as it is; other text goes through
/// <see cref="LanguageAnalyser"/> without models. Repeated sentences are boilerplate or the same article in two corpora.
/// </remarks>
public sealed class ClusterText
{
    /// <summary>Sentences shorter than this repeat by nature.</summary>
    private const int ShortSentence = 5;

    private readonly LanguageAnalyser _analyser;
    private readonly List<string[]> _sentences = [];
    private readonly HashSet<UInt128> _seen = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <param name="knowledge">Holds the tokeniser's word lists.</param>
    public ClusterText(KnowledgeFolder knowledge) => _analyser = LanguageAnalyser.Load(knowledge);

    public IReadOnlyList<string[]> Sentences => _sentences;

    public int Tokens { get; private set; }

    /// <summary>Sentences left out because they came before.</summary>
    public int Repeated { get; private set; }

    /// <summary>Reads a file; <c>.gz</c> and <c>.tgz</c> are unpacked.</summary>
    /// <exception cref="DataException">A line of JSON Lines is not JSON, or a packed file cannot be unpacked.</exception>
    public void Add(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        try
        {
            Unpack(path, name);
        }
        catch (InvalidDataException problem)
        {
            throw new DataException(name, 1, $"the file cannot be unpacked: {problem.Message}");
        }
    }

    private void Unpack(string path, string name)
    {
        using var file = File.OpenRead(path);
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);
        using Stream stream = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        if (!name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase))
        {
            Add(stream, packed ? name[..^3] : name);
            return;
        }

        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data) Add(data, Path.GetFileName(entry.Name));
        }
    }

    private void Add(Stream stream, string name)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        Add(reader, name);
    }

    /// <summary>Reads text; the end of <paramref name="name"/>, or failing that its first lines, tells of what kind it is.</summary>
    public void Add(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var lines = reader.ReadToEnd().Split('\n');
        switch (TextLines.KindOf(name, lines))
        {
            case TextKind.JsonLines: AddJson(lines, name); break;
            case TextKind.Columns: AddAll(TextLines.Columns(lines)); break;
            case TextKind.TaggedWords: AddAll(lines.Select(TextLines.TaggedWords)); break;
            case TextKind.WordNet: foreach (var gloss in lines.SelectMany(TextLines.Glosses)) AddText(gloss); break;
            case TextKind.Plain: AddText(string.Join('\n', lines)); break;
            default: break;
        }
    }

    private void AddJson(string[] lines, string name)
    {
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                AddJson(json.RootElement);
            }
            catch (JsonException problem)
            {
                throw new DataException(name, number, $"a line must be one JSON object: {problem.Message}");
            }
        }
    }

    private void AddJson(JsonElement report)
    {
        // Only what may be passed on: part of a corpus may be under a licence that forbids commercial use.
        if (report.TryGetProperty("licence", out var licence) && licence.GetString() is { } terms && terms.Replace('-', ' ').StartsWith("CC BY NC", StringComparison.OrdinalIgnoreCase)) return;
        if (report.TryGetProperty("tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Array)
        {
            AddAll(TextLines.Sentences(tokens.EnumerateArray().Select(token => token.GetString() ?? "")));
        }
        else if (report.TryGetProperty("text", out var text) && text.GetString() is { } words)
        {
            AddText(words);
        }
    }

    private void AddText(string text)
    {
        if (text.Length == 0) return;
        var document = _analyser.Analyse(new Article { Report = new Report("text", text), Text = text, Body = new TextSpan(0, text.Length) });
        foreach (var sentence in document.SentenceRanges)
        {
            AddSentence([.. Enumerable.Range(sentence.First, sentence.Count).Select(token => document[token].ToString())]);
        }
    }

    private void AddAll(IEnumerable<string[]> sentences)
    {
        foreach (var sentence in sentences) AddSentence(sentence);
    }

    private void AddSentence(string[] words)
    {
        if (words.Length == 0) return;
        if (words.Length >= ShortSentence && !_seen.Add(Mark(words)))
        {
            Repeated++;
            return;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!_words.TryGetValue(words[i], out var known)) _words.Add(words[i], known = words[i]);
            words[i] = known;
        }

        Tokens += words.Length;
        _sentences.Add(words);
    }

    private static UInt128 Mark(string[] words)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words)));
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
