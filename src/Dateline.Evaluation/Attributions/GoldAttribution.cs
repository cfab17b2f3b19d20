using System.IO.Compression;
using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Evaluation.Attributions;

/// <summary>An attribution as annotated: each part may stand in several pieces.</summary>
/// <param name="Source">Who says it; empty when left unsaid.</param>
/// <param name="Cue">The words that mark it.</param>
/// <param name="Content">What is said.</param>
public sealed record GoldAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>An article with its attributions, one JSON object a line: <c>doc</c>, <c>text</c>, <c>attributions</c> of <c>source</c>, <c>cue</c>, <c>content</c>, each a list of <c>[start, end]</c>.</summary>
public sealed record GoldSpeech(string Doc, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>The articles of a file, packed by gzip when its name ends in <c>.gz</c>.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such object.</exception>
    public static IEnumerable<GoldSpeech> Read(string file)
    {
        using var reader = Open(file);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return Parse(text, file, line);
        }
    }

    /// <summary>Whether the first line of a file holds attributions; false for anything that cannot be read.</summary>
    public static bool Recognises(string file)
    {
        try
        {
            using var reader = Open(file);
            Span<char> first = stackalloc char[1];
            if (reader.Read(first) == 0 || first[0] != '{') return false;
            using var json = JsonDocument.Parse("{" + reader.ReadLine());
            return json.RootElement.TryGetProperty("attributions", out _) && json.RootElement.TryGetProperty("text", out _) && json.RootElement.TryGetProperty("doc", out _);
        }
        catch (Exception e) when (e is EvaluationFileException or IOException or InvalidDataException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static StreamReader Open(string file)
    {
        try
        {
            Stream bytes = File.OpenRead(file);
            return new StreamReader(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(file, 0, "the file cannot be read: " + e.Message);
        }
    }

    private static GoldSpeech Parse(string text, string file, int line)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return new GoldSpeech(
                root.GetProperty("doc").GetString() ?? "",
                root.GetProperty("text").GetString() ?? "",
                [.. root.GetProperty("attributions").EnumerateArray().Select(item => new GoldAttribution(Spans(item, "source"), Spans(item, "cue"), Spans(item, "content")))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new EvaluationFileException(file, line, "an object with doc, text and attributions is expected");
        }
    }

    private static TextSpan[] Spans(JsonElement item, string part) =>
        item.TryGetProperty(part, out var spans) ? [.. spans.EnumerateArray().Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32()))] : [];
}
