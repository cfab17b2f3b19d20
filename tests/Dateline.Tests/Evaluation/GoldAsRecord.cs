using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Tests.Evaluation;

/// <summary>Tells a gold report as a record that has everything right, apart from offsets.</summary>
internal static class GoldAsRecord
{
    public static JsonElement Of(JsonElement gold) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["report"] = new JsonObject { ["id"] = gold.GetProperty("doc").GetString() },
        ["article"] = new JsonObject { ["title"] = gold.GetProperty("title").GetString() },
        ["incidents"] = new JsonArray([.. gold.GetProperty("incidents").EnumerateArray().Select(Incident)]),
    });

    private static JsonObject Incident(JsonElement gold)
    {
        var stated = gold.GetProperty("figures").EnumerateArray().Concat(gold.GetProperty("attributions").EnumerateArray());
        var needed = gold.GetProperty("participants").EnumerateArray().Where(participant => !participant.TryGetProperty("aggregate", out _));
        return new JsonObject
        {
            ["type"] = Copy(gold, "type"),
            ["salience"] = Copy(gold, "salience"),
            ["stage"] = Copy(gold, "stage"),
            ["trigger"] = new JsonObject { ["quote"] = Copy(gold, "trigger") },
            ["when"] = new JsonObject { ["start"] = Copy(gold, "start"), ["end"] = Copy(gold, "end") },
            ["where"] = new JsonObject { ["country"] = Copy(gold, "country"), ["admin1"] = Copy(gold, "admin1"), ["latitude"] = Copy(gold, "lat"), ["longitude"] = Copy(gold, "lon") },
            ["participants"] = new JsonArray([.. needed.Select(participant => JsonNode.Parse(participant.GetRawText()))]),
            ["weapons"] = Copy(gold, "weapons"),
            ["demands"] = new JsonArray([.. gold.GetProperty("demands").EnumerateArray().Select(demand => new JsonObject { ["text"] = demand.GetString() })]),
            ["responsibility"] = new JsonArray([.. gold.GetProperty("responsibility").EnumerateArray().Select(r => new JsonObject { ["actor"] = Copy(r, "who"), ["stance"] = Copy(r, "stance") })]),
            ["claims"] = new JsonArray([.. stated.Select(Claim)]),
        };
    }

    private static JsonObject Claim(JsonElement stated, int index)
    {
        var isFigure = stated.TryGetProperty("measure", out var measure);
        return new JsonObject
        {
            ["id"] = $"c{index}",
            ["field"] = isFigure ? "casualties/" + measure.GetString() : "outcome",
            ["value"] = isFigure ? $"{stated.GetProperty("low")}..{stated.GetProperty("high")}" : null,
            ["original"] = Copy(stated, "quote"),
            ["sources"] = new JsonArray([.. stated.GetProperty("sources").EnumerateArray().Select(source => new JsonObject { ["name"] = source.GetString() })]),
            ["modality"] = Copy(stated, "modality"),
        };
    }

    private static JsonNode? Copy(JsonElement element, string name) => JsonNode.Parse(element.GetProperty(name).GetRawText());
}
