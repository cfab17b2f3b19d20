using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Reads JSON objects from a file: one per line, or a single one over many lines in a file ending in <c>.json</c>.</summary>
public static class JsonLines
{
    /// <summary>The objects with the line each begins on, from 1; blank lines are left out.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read, or a line is not JSON.</exception>
    public static IEnumerable<(JsonElement Element, int Line)> Read(string file)
    {
        if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            yield return (Parse(Opened(() => File.ReadAllText(file), file), file, 1), 1);
            yield break;
        }

        using var lines = Opened(() => File.OpenText(file), file);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return (Parse(line, file, number), number);
        }
    }

    private static JsonElement Parse(string text, string file, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new EvaluationFileException(file, line + (int)(e.LineNumber ?? 0), "not readable as JSON");
        }
    }

    private static T Opened<T>(Func<T> open, string file)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvaluationFileException(file, 0, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(file, 0, "the file cannot be read: " + e.Message);
        }
    }
}
