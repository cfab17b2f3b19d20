using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Counts claims whose quote stands at its offsets, and values that name a claim of their incident.</summary>
internal static class EvidenceCheck
{
    public const string QuotesRow = "evidence quote at its offsets";

    public const string ValuesRow = "evidence values with a claim";

    public static void Count(CodedRecord record, CodedIncident incident, Tally tally)
    {
        var claims = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var claim in incident.Json.Items("claims")) claims[claim.Text("id") ?? ""] = claim;
        foreach (var claim in claims.Values) tally.Judge(QuotesRow, QuoteStands(claim, record));
        foreach (var value in Values(incident.Json)) tally.Judge(ValuesRow, value.Texts("claims").Exists(claims.ContainsKey));
    }

    private static bool QuoteStands(JsonElement claim, CodedRecord record)
    {
        if (claim.Object("evidence") is not { } evidence) return false;
        if (evidence.Text("quote") is not { Length: > 0 } quote || evidence.Whole("start") is not { } from || evidence.Whole("end") is not { } to) return false;
        var text = evidence.Text("in") == "title" ? record.Title : record.Body;
        var (start, end) = (Within(from, text), Within(to, text));
        return start < end && text.AsSpan(start, end - start).SequenceEqual(quote);
    }

    /// <summary>As a slice reads it: an offset below 0 counts from the end, one beyond the text is its end.</summary>
    private static int Within(long offset, string text) => (int)Math.Clamp(offset < 0 ? offset + text.Length : offset, 0, text.Length);

    /// <summary>Everything in an incident that must name the claims it rests on.</summary>
    private static IEnumerable<JsonElement> Values(JsonElement incident)
    {
        foreach (var name in (string[])["when", "where", "outcome"])
        {
            if (incident.Entries(name).Any(entry => entry.Name != "claims" && IsStated(entry.Value))) yield return incident.Field(name)!.Value;
        }

        foreach (var participant in incident.Items("participants"))
        {
            yield return participant;
            if (participant.Object("count") is { } count) yield return count;
            foreach (var fate in participant.Items("fates")) yield return fate;
        }

        foreach (var thing in incident.Items("weapons").Concat(incident.Items("demands")).Concat(incident.Items("responsibility"))) yield return thing;
        foreach (var total in incident.Entries("casualties"))
        {
            if (total.Value.Whole("low") is not null) yield return total.Value;
        }
    }

    private static bool IsStated(JsonElement value) =>
        value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);
}
