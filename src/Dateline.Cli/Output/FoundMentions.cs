using System.Text.Json;

namespace Dateline.Cli.Output;

/// <summary>One mention, as the mentions schema tells it.</summary>
/// <param name="Kind">Such as <c>timex</c> or <c>toponym</c>.</param>
/// <param name="Start">Offset in the text, in UTF-16 code units.</param>
/// <param name="Words">The words as printed.</param>
/// <param name="Details">The other fields, as <c>name=value</c>.</param>
internal sealed record FoundMention(string Kind, int Start, string Words, string Details);

/// <summary>What a mentions line holds, for tables and explanations.</summary>
/// <param name="Text">The text that offsets count into.</param>
/// <param name="Mentions">In text order.</param>
/// <param name="Sentences">Starts and ends, half-open; empty when the line has no language analysis.</param>
internal sealed record FoundMentions(string Text, IReadOnlyList<FoundMention> Mentions, IReadOnlyList<(int Start, int End)> Sentences)
{
    private static readonly string[] Shown = ["kind", "start", "end", "text"];

    public static FoundMentions Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var text = root.TryGetProperty("text", out var words) ? words.GetString() ?? "" : "";
        var mentions = new List<FoundMention>();
        foreach (var item in Items(root, "mentions"))
        {
            var start = Number(item, "start") ?? 0;
            var end = Math.Clamp(Number(item, "end") ?? start, 0, text.Length);
            var printed = item.TryGetProperty("text", out var own) ? own.GetString() ?? "" : start <= end ? text[Math.Max(0, start)..end] : "";
            var details = item.EnumerateObject().Where(field => !Shown.Contains(field.Name) && field.Value.ValueKind != JsonValueKind.Null);
            var kind = item.TryGetProperty("kind", out var name) ? name.GetString() ?? "" : "";
            mentions.Add(new FoundMention(kind, start, printed, string.Join("  ", details.Select(field => $"{field.Name}={field.Value}"))));
        }

        mentions.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Kind, b.Kind));
        return new FoundMentions(text, mentions, [.. Items(root, "sentences").Select(Span).Where(span => span.Start >= 0 && span.End <= text.Length && span.Start <= span.End)]);
    }

    private static (int Start, int End) Span(JsonElement sentence) =>
        sentence.ValueKind == JsonValueKind.Array && sentence.GetArrayLength() >= 2
            ? (sentence[0].GetInt32(), sentence[1].GetInt32())
            : sentence.ValueKind == JsonValueKind.Object ? (Number(sentence, "start") ?? -1, Number(sentence, "end") ?? -1) : (-1, -1);

    private static IEnumerable<JsonElement> Items(JsonElement root, string field) =>
        root.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static int? Number(JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
