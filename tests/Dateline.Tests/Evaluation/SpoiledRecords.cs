using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Tests.Evaluation;

/// <summary>Makes records out of gold reports and spoils some of what they hold, in ways that follow from a seed.</summary>
internal sealed class SpoiledRecords(int seed)
{
    private static readonly string[] Types = ["attack/armed-assault", "bombing/planted", "arrest", "security-operation/rescue", "unrest/riot", "strike/air", "trial/charge"];
    private static readonly string[] Roles = ["perpetrator", "victim", "target", "hostage", "detainee", "responder", "other"];
    private static readonly string[] Names = ["the police", "Şırnak’s gendarmes", "two gunmen in uniform", "", "of the", "villagers (all)", "12 soldiers", "ﬁghters, some masked"];
    private static readonly string[] Measures = ["killed", "injured", "arrested", "hostages"];

    private readonly Random _random = new(seed);

    public JsonObject Of(JsonElement gold)
    {
        var text = gold.GetProperty("text").GetString()!;
        var title = gold.GetProperty("title").GetString()!;
        var incidents = new JsonArray();
        foreach (var incident in gold.GetProperty("incidents").EnumerateArray())
        {
            if (Chance(0.1)) continue;
            incidents.Add(Incident(incident, text, title));
            if (Chance(0.15)) incidents.Add(Incident(incident, text, title));
        }

        if (Chance(0.1)) incidents.Add(new JsonObject { ["type"] = Pick(Types), ["summary"] = "invented", ["participants"] = new JsonArray(new JsonObject { ["role"] = "victim" }) });
        var record = new JsonObject
        {
            ["input"] = gold.GetProperty("doc").GetString(),
            ["article"] = Chance(0.95) ? new JsonObject { ["title"] = title, ["body"] = text } : null,
            ["incidents"] = incidents,
        };
        if (Chance(0.8)) record["report"] = new JsonObject { ["id"] = gold.GetProperty("doc").GetString() };
        return record;
    }

    private JsonObject Incident(JsonElement gold, string text, string title)
    {
        var claims = new JsonArray();
        var day = Text(gold, "start");
        var participants = new JsonArray([.. gold.GetProperty("participants").EnumerateArray().Where(_ => !Chance(0.1)).Select((p, i) => Participant(p, i, claims, text, title))]);
        var casualties = new JsonObject();
        foreach (var figure in gold.GetProperty("figures").EnumerateArray()) Figure(figure, casualties, claims, text, title);
        foreach (var fact in gold.GetProperty("attributions").EnumerateArray())
            Claim(claims, "outcome", null, Text(fact, "quote"), fact.GetProperty("sources"), Text(fact, "modality"), text, title);

        var responsibility = gold.GetProperty("responsibility").EnumerateArray().Select(r => (JsonNode)new JsonObject
        {
            ["actor"] = Chance(0.5) ? Text(r, "who") : null,
            ["participant"] = Chance(0.7) ? "p0" : null,
            ["stance"] = Chance(0.8) ? Text(r, "stance") : "blamed",
            ["claims"] = AnyClaim(claims),
        });
        return new JsonObject
        {
            ["type"] = Chance(0.7) ? Text(gold, "type") : Pick(Types),
            ["salience"] = Chance(0.8) ? Text(gold, "salience") : "background",
            ["stage"] = Chance(0.8) ? Text(gold, "stage") : null,
            ["summary"] = "made up",
            ["trigger"] = Chance(0.8) ? new JsonObject { ["quote"] = Text(gold, "trigger") } : null,
            ["when"] = day is null || Chance(0.1) ? null : new JsonObject
            {
                ["start"] = Chance(0.7) ? day : day[..8] + "15",
                ["end"] = Chance(0.8) ? Text(gold, "end") ?? day : null,
                ["claims"] = AnyClaim(claims),
            },
            ["where"] = Where(gold, claims),
            ["participants"] = participants,
            ["weapons"] = Things(gold.GetProperty("weapons").EnumerateArray().Select(w => Text(w, "text")), claims),
            ["demands"] = Things(gold.GetProperty("demands").EnumerateArray().Select(d => d.GetString()), claims),
            ["responsibility"] = new JsonArray([.. responsibility]),
            ["outcome"] = Chance(0.5) ? new JsonObject { ["code"] = Chance(0.5) ? "freed" : null, ["claims"] = AnyClaim(claims) } : null,
            ["casualties"] = casualties,
            ["claims"] = claims,
        };
    }

    private JsonObject Where(JsonElement gold, JsonArray claims)
    {
        var where = new JsonObject { ["country"] = Chance(0.8) ? Text(gold, "country") : "FR", ["admin1"] = Chance(0.8) ? Text(gold, "admin1") : "Elsewhere", ["claims"] = AnyClaim(claims) };
        if (gold.GetProperty("lat").ValueKind == JsonValueKind.Number && Chance(0.9))
        {
            where["latitude"] = gold.GetProperty("lat").GetDouble() + (Chance(0.6) ? 0.01 : _random.NextDouble() * 4);
            where["longitude"] = gold.GetProperty("lon").GetDouble() - (Chance(0.7) ? 0.02 : _random.NextDouble() * 4);
        }

        return where;
    }

    private JsonObject Participant(JsonElement gold, int index, JsonArray claims, string text, string title)
    {
        var mentions = gold.GetProperty("mentions").EnumerateArray().Select(m => m.GetString()).Where(_ => Chance(0.5)).Append(Chance(0.2) ? Pick(Names) : "");
        if (Chance(0.5)) Claim(claims, $"participants/p{index}", null, Pick(Names), null, null, text, title);
        var fates = gold.GetProperty("fates").EnumerateArray().Where(_ => !Chance(0.2)).Select(f => (JsonNode)new JsonObject { ["fate"] = Text(f, "fate"), ["claims"] = AnyClaim(claims) });
        return new JsonObject
        {
            ["key"] = "p" + index.ToString(CultureInfo.InvariantCulture),
            ["role"] = Chance(0.75) ? Text(gold, "role") : Pick(Roles),
            ["name"] = Chance(0.6) ? Text(gold, "name") : null,
            ["description"] = Chance(0.2) ? Pick(Names) : null,
            ["mentions"] = new JsonArray([.. mentions.Select(m => (JsonNode?)m)]),
            ["count"] = Chance(0.5) ? new JsonObject { ["low"] = 1, ["claims"] = AnyClaim(claims) } : null,
            ["fates"] = new JsonArray([.. fates]),
            ["claims"] = AnyClaim(claims),
        };
    }

    private void Figure(JsonElement gold, JsonObject casualties, JsonArray claims, string text, string title)
    {
        var measure = Chance(0.85) ? Text(gold, "measure")! : Pick(Measures);
        var low = gold.GetProperty("low").GetInt64() + (Chance(0.85) ? 0 : 1);
        long? high = gold.GetProperty("high").ValueKind == JsonValueKind.Number ? gold.GetProperty("high").GetInt64() : null;
        casualties[measure] = new JsonObject { ["low"] = low, ["high"] = high, ["claims"] = AnyClaim(claims) };
        var value = Chance(0.8) ? $"{low}..{high}" : Chance(0.5) ? $"{low}" : $" ..{high} ";
        if (Chance(0.85)) Claim(claims, "casualties/" + measure, value, Text(gold, "quote"), gold.GetProperty("sources"), Text(gold, "modality"), text, title);
    }

    private void Claim(JsonArray claims, string field, string? value, string? words, JsonElement? sources, string? modality, string text, string title)
    {
        var inTitle = Chance(0.1);
        var quote = words ?? "";
        var start = (inTitle ? title : text).IndexOf(quote, StringComparison.Ordinal) + (Chance(0.9) ? 0 : 1);
        var names = sources?.EnumerateArray().Select(s => s.GetString()).Where(_ => !Chance(0.2)) ?? [];
        claims.Add(new JsonObject
        {
            ["id"] = "c" + (Chance(0.95) ? claims.Count : 0).ToString(CultureInfo.InvariantCulture),
            ["field"] = field,
            ["value"] = value,
            ["original"] = Chance(0.8) ? quote : null,
            ["evidence"] = new JsonObject { ["in"] = inTitle ? "title" : "body", ["start"] = start, ["end"] = start + quote.Length, ["quote"] = quote },
            ["sources"] = new JsonArray([.. names.Select(n => (JsonNode)new JsonObject { ["name"] = n, ["kind"] = "other" })]),
            ["modality"] = Chance(0.8) ? modality : Chance(0.5) ? "confirmed" : "alleged",
        });
    }

    private JsonArray Things(IEnumerable<string?> texts, JsonArray claims) =>
        new([.. texts.Where(_ => !Chance(0.2)).Select(t => (JsonNode)new JsonObject { ["text"] = Chance(0.9) ? t : Pick(Names), ["claims"] = AnyClaim(claims) })]);

    private JsonArray AnyClaim(JsonArray claims) => Chance(0.9) ? new("c" + _random.Next(claims.Count + 1).ToString(CultureInfo.InvariantCulture)) : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private bool Chance(double share) => _random.NextDouble() < share;
}
