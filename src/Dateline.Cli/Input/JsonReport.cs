using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Dateline.Reports;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Cli.Input;

/// <summary>Reads one report of the bulk format: <c>{"id":…,"title":…,"text":…,"published":…,"outlet":…,"url":…}</c>.</summary>
internal static class JsonReport
{
    /// <summary>Reads one JSON object.</summary>
    /// <param name="utf8">The object's bytes; lone surrogate escapes are replaced in place.</param>
    /// <param name="place">Where it stands, for messages: <c>reports.jsonl, line 7</c>.</param>
    /// <param name="name">What the record calls it when the object has no <c>id</c>.</param>
    /// <param name="defaults">Day and outlet for reports that name none.</param>
    public static ReportInput Read(Memory<byte> utf8, string place, string name, InputDefaults defaults)
    {
        if (utf8.Span.IndexOf((byte)0) >= 0) return ReportInput.Failed(name, $"{place} is binary data, not JSON.");
        if (!Utf8.IsValid(utf8.Span)) return ReportInput.Failed(name, $"{place} is not UTF-8.");
        ReplaceLoneSurrogates(utf8.Span);
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Read(json.RootElement, place, name, defaults);
        }
        catch (JsonException e)
        {
            return ReportInput.Failed(name, $"{place} is not JSON: {Reason(e)}.");
        }
    }

    /// <summary>Reads one parsed object; see <see cref="Read(Memory{byte}, string, string, InputDefaults)"/>.</summary>
    public static ReportInput Read(JsonElement root, string place, string name, InputDefaults defaults)
    {
        if (root.ValueKind != JsonValueKind.Object) return ReportInput.Failed(name, $"{place} is JSON but no object with \"text\".");
        var id = IdOf(root);
        name = id ?? name;
        if (TextOf(root, "text") is not { } text)
        {
            return ReportInput.Failed(name, root.TryGetProperty("html", out _)
                ? $"{place} holds HTML, which is not read yet; give \"text\"."
                : $"{place} has no \"text\".");
        }

        if (string.IsNullOrWhiteSpace(text)) return ReportInput.Failed(name, $"{place} has an empty \"text\".");
        var remarks = new List<string>();
        var published = Day(TextOf(root, "published"), remarks);
        var report = new Report(name, PlainText.Cut(Report.WellFormed(text), remarks))
        {
            Id = id,
            Title = TextOf(root, "title") is { } title && !string.IsNullOrWhiteSpace(title) ? Report.WellFormed(title) : null,
            Address = TextOf(root, "url"),
            Outlet = TextOf(root, "outlet") ?? defaults.Outlet,
            Published = published ?? defaults.Published,
            PublishedClock = published is null ? null : Clock(TextOf(root, "published")!.Trim()),
            PublishedFrom = published is not null ? PublishedFrom.Metadata : defaults.Published is not null ? PublishedFrom.Option : null,
        };
        return new ReportInput(name, report, null) { Remarks = remarks };
    }

    /// <summary>JSON's reason in one clause, without the parser's path and byte counts.</summary>
    public static string Reason(JsonException error)
    {
        var message = error.Message;
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (cut < 0) cut = message.IndexOf(" Path:", StringComparison.Ordinal);
        var reason = (cut < 0 ? message : message[..cut]).Trim().TrimEnd('.');
        var place = error.BytePositionInLine is { } at ? string.Create(CultureInfo.InvariantCulture, $" (byte {at + 1})") : "";
        return reason + place;
    }

    private static string? IdOf(JsonElement root) =>
        !root.TryGetProperty("id", out var id) ? null
        : id.ValueKind == JsonValueKind.String ? NotEmpty(id.GetString())
        : id.ValueKind == JsonValueKind.Number ? id.GetRawText()
        : null;

    private static string? TextOf(JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The clock time of an ISO date without a zone, as in "2024-06-16T10:35:00": only such a time is surely that of the report's place.</summary>
    private static LocalTime? Clock(string published) =>
        published.Length > 11 && LocalTimePattern.ExtendedIso.Parse(published[11..]).TryGetValue(default, out var clock) ? clock : published.Length == 16 && LocalTimePattern.HourMinuteIso.Parse(published[11..]).TryGetValue(default, out var minute) ? minute : null;

    /// <summary>The day of an ISO date, with or without a time behind it; a day that cannot be read is told, not guessed.</summary>
    private static LocalDate? Day(string? published, List<string> remarks)
    {
        if (string.IsNullOrWhiteSpace(published)) return null;
        var text = published.Trim();
        var isDay = text.Length == 10 || (text.Length > 10 && text[10] is 'T' or ' ');
        if (isDay && LocalDatePattern.Iso.Parse(text[..10]).TryGetValue(default, out var day)) return day;
        remarks.Add("\"published\" is no ISO day and was left aside");
        return null;
    }

    /// <summary>Turns <c>\uD800</c> without its partner into <c>\uFFFD</c>: such an escape has no UTF-8 form and stops the parser.</summary>
    private static void ReplaceLoneSurrogates(Span<byte> json)
    {
        for (var i = json.IndexOf((byte)'\\'); i >= 0 && i + 5 < json.Length; i++)
        {
            if (json[i] != '\\') continue;
            if (json[i + 1] != 'u')
            {
                i++;
                continue;
            }

            if (!IsSurrogate(json[i..], out var isHigh)) continue;
            if (isHigh && i + 11 < json.Length && json[i + 6] == '\\' && json[i + 7] == 'u' && IsSurrogate(json[(i + 6)..], out var second) && !second) i += 11;
            else "FFFD"u8.CopyTo(json[(i + 2)..]);
        }
    }

    private static bool IsSurrogate(ReadOnlySpan<byte> escape, out bool isHigh)
    {
        isHigh = false;
        if (!int.TryParse(Encoding.ASCII.GetString(escape[2..6]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return false;
        isHigh = unit is >= 0xD800 and <= 0xDBFF;
        return unit is >= 0xD800 and <= 0xDFFF;
    }
}
