using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Evaluation;

/// <summary>Reads gold files of one JSON object a line.</summary>
internal static class GoldLines
{
    /// <summary>Whether the first line of a file is an object that has all these fields; false for anything that cannot be read.</summary>
    public static bool FirstHas(string file, params ReadOnlySpan<string> fields)
    {
        try
        {
            using var reader = File.OpenText(file);
            if (reader.Peek() != '{') return false;
            using var json = JsonDocument.Parse(reader.ReadLine() ?? "");
            foreach (var field in fields)
            {
                if (!json.RootElement.TryGetProperty(field, out _)) return false;
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    /// <summary>The objects of a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="expected">What an error says of a line that cannot be parsed.</param>
    /// <param name="parse">Makes a gold item of an object.</param>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such object.</exception>
    public static IEnumerable<T> Read<T>(string file, string expected, Func<JsonElement, T> parse)
    {
        foreach (var (element, line) in JsonLines.Read(file))
        {
            T item;
            try
            {
                item = parse(element);
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new EvaluationFileException(file, line, expected);
            }

            yield return item;
        }
    }

    /// <summary>A field that is text; empty when it is absent or null.</summary>
    public static string Text(JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
