using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Cli.Input;

/// <summary>Reads JSON Lines, one report a line, and JSON files with one report or a list of them.</summary>
internal static class JsonLines
{
    /// <summary>Streams the reports of JSON Lines; a broken line gives one failed input and the next line is read.</summary>
    public static IEnumerable<ReportInput> Read(Stream stream, string name, InputDefaults defaults)
    {
        using var lines = new ByteLines(stream, InputLimits.JsonBytes);
        var any = false;
        while (lines.Next(out var line))
        {
            if (lines.Number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble)) line = line[3..];
            if (!lines.TooLong && IsBlank(line.Span)) continue;
            any = true;
            var number = lines.Number.ToString(CultureInfo.InvariantCulture);
            var place = $"{PlainText.Subject(name)}, line {number},";
            var input = lines.TooLong
                ? ReportInput.Failed($"{name}:{number}", $"{place} is longer than {InputLimits.JsonBytes / 1024 / 1024} MB.")
                : JsonReport.Read(line, place, $"{name}:{number}", defaults);
            yield return input with { InBulk = true };
        }

        if (!any) yield return ReportInput.Failed(name, $"{PlainText.Subject(name)} is empty.");
    }

    /// <summary>Reads a file that is one JSON value: an object is a report, a list holds reports. Falls back to JSON Lines when lines are objects.</summary>
    public static IEnumerable<ReportInput> ReadWhole(Stream stream, string name, InputDefaults defaults)
    {
        var subject = PlainText.Subject(name);
        if (stream.CanSeek && stream.Length > InputLimits.JsonBytes) return [ReportInput.Failed(name, $"{subject} is larger than {InputLimits.JsonBytes / 1024 / 1024} MB.")];
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var utf8 = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[3..];
        if (IsBlank(utf8.Span)) return [ReportInput.Failed(name, $"{subject} is empty.")];
        if (utf8.Span.TrimStart(" \t\r\n"u8)[0] == '[') return ReadList(utf8, subject, name, defaults);
        var end = utf8.Span.IndexOf((byte)'\n');
        if (end >= 0 && !IsBlank(utf8.Span[end..]) && IsObject(utf8[..end])) return Read(new MemoryStream(utf8.ToArray()), name, defaults);
        return [JsonReport.Read(utf8, subject, name, defaults)];
    }

    private static IEnumerable<ReportInput> ReadList(Memory<byte> utf8, string subject, string name, InputDefaults defaults)
    {
        JsonDocument json;
        string? broken = null;
        try
        {
            json = JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            broken = JsonReport.Reason(e);
            json = JsonDocument.Parse("[]");
        }

        using (json)
        {
            if (broken is not null) yield return ReportInput.Failed(name, $"{subject} is not JSON: {broken}.");
            var number = 0;
            foreach (var item in json.RootElement.EnumerateArray())
            {
                number++;
                var at = string.Create(CultureInfo.InvariantCulture, $"{number}");
                var bytes = Encoding.UTF8.GetBytes(item.GetRawText());
                yield return JsonReport.Read(bytes, $"{subject}, item {at},", $"{name}:{at}", defaults) with { InBulk = true };
            }
        }
    }

    private static bool IsObject(Memory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
