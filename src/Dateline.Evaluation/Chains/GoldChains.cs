using System.IO.Compression;
using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Language;

namespace Dateline.Evaluation.Chains;

/// <summary>One annotated mention.</summary>
/// <param name="Tokens">Its words, counted through the document.</param>
/// <param name="Chain">Name of its chain.</param>
public sealed record GoldMention(TokenRange Tokens, string Chain);

/// <summary>An article with its chains, one JSON object a line: <c>doc</c>, <c>split</c>, <c>sents</c> (form, lemma, tags, head, relation) and <c>mentions</c> (<c>start</c>, <c>end</c> inclusive, <c>e</c> the chain).</summary>
public sealed record GoldChains(string Doc, string Split, IReadOnlyList<ConlluSentence> Sentences, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>Whether a file looks like one of these; a cheap look at its first line.</summary>
    public static bool Reads(string file)
    {
        try
        {
            using var reader = Open(file);
            var start = new char[4096];
            var text = new string(start, 0, reader.ReadBlock(start));
            return text.StartsWith('{') && text.Contains("\"sents\"", StringComparison.Ordinal) && text.Contains("\"split\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The articles of a file, packed by gzip when its name ends in <c>.gz</c>.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such object.</exception>
    public static IEnumerable<GoldChains> Read(string file)
    {
        using var reader = Opened(file);
        for (var line = 1; Line(reader, file, line) is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return Parse(text, file, line);
        }
    }

    private static string? Line(StreamReader reader, string file, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new EvaluationFileException(file, line, "the file cannot be read: " + e.Message);
        }
    }

    private static StreamReader Opened(string file)
    {
        try
        {
            return Open(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(file, 0, "the file cannot be read: " + e.Message);
        }
    }

    private static StreamReader Open(string file)
    {
        Stream bytes = File.OpenRead(file);
        return new StreamReader(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
    }

    private static GoldChains Parse(string text, string file, int line)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            ConlluSentence[] sentences = [.. root.GetProperty("sents").EnumerateArray().Select(Sentence)];
            var tokens = sentences.Sum(sentence => sentence.Words.Count);
            GoldMention[] mentions = [.. root.GetProperty("mentions").EnumerateArray().Select(Mention)];
            if (mentions.Any(mention => mention.Tokens.First < 0 || mention.Tokens.Count < 1 || mention.Tokens.End > tokens)) throw new EvaluationFileException(file, line, "a mention lies outside the article");
            return new GoldChains(root.GetProperty("doc").GetString() ?? "", root.GetProperty("split").GetString() ?? "", sentences, mentions);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new EvaluationFileException(file, line, "an object with doc, split, sents and mentions is expected");
        }
    }

    private static ConlluSentence Sentence(JsonElement words) => new([.. words.EnumerateArray().Select(word => new ConlluWord(
        word[0].GetString() ?? "",
        word[1].GetString() ?? "",
        Enum.TryParse<Upos>(word[2].GetString(), out var upos) ? upos : Upos.X,
        string.Intern(word[3].GetString() ?? ""),
        word[4].GetInt32() - 1,
        Relations.Parse(word[5].GetString() ?? "")))]);

    private static GoldMention Mention(JsonElement mention) => new(
        new TokenRange(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32() + 1),
        mention.GetProperty("e").GetString() ?? "");
}
