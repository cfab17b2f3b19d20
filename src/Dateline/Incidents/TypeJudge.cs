using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Decides type and stage of an incident from the words that tell it.</summary>
internal static class TypeJudge
{
    /// <summary>The type of the firmest words; a bare family becomes a kind by the weapons named with it.</summary>
    public static string TypeOf(IncidentDraft draft, ReportReading reading)
    {
        var type = Sharpest(draft);
        if (type == "attack/armed-assault" && draft.Tellings.Exists(telling => IsByAccident(telling, reading))) return "accident/firearm";
        if (draft.Firmest.Frame.Firmness > 1 || type.Contains('/', StringComparison.Ordinal)) return type;
        var codes = reading.Mentions.Weapons.Where(weapon => draft.Sentences.Contains(reading.Document.SentenceOf[weapon.Tokens.First])).Select(weapon => weapon.Code).ToList();
        return Codebook.Family(type) switch
        {
            "bombing" when codes.Contains("explosive/suicide-vest") => "bombing/suicide",
            "bombing" when codes.Contains("explosive/vehicle") => "bombing/vehicle",
            "bombing" when codes.Contains("explosive/grenade") => "bombing/grenade",
            "bombing" when codes.Contains("explosive/letter") => "bombing/letter",
            "bombing" when codes.Contains("explosive/mine") => "bombing/landmine",
            "attack" when codes.Exists(code => code.StartsWith("melee/knife", StringComparison.Ordinal)) && !codes.Exists(code => code.StartsWith("firearm", StringComparison.Ordinal)) => "attack/stabbing",
            "attack" when codes.Contains("drone") => "strike/drone",
            "attack" when draft.Tellings.Exists(telling => telling.Agents.Any(agent => reading.Document.Lemmas[agent.Head] is "gunman" or "shooter" or "sniper")) => "attack/armed-assault",
            "attack" when codes.Exists(code => code.StartsWith("firearm", StringComparison.Ordinal)) => "attack/armed-assault",
            "strike" when codes.Contains("drone") => "strike/drone",
            "strike" when codes.Contains("missile") || codes.Contains("rocket") => "strike/missile",
            "strike" when codes.Contains("aircraft") => "strike/air",
            _ => type,
        };
    }

    private static bool IsByAccident(Telling telling, ReportReading reading) =>
        reading.Tree.Children(telling.Head).Any(child => reading.Document.Lowers[child] is "accidentally" or "unintentionally" or "inadvertently" or "mistakenly");

    /// <summary>The firmest type; a bare family yields to a kind of the same family that other words tell.</summary>
    private static string Sharpest(IncidentDraft draft)
    {
        if (draft.Type.Contains('/', StringComparison.Ordinal)) return draft.Type;
        return draft.Tellings.Where(telling => telling.Frame.Firmness > 1 && telling.Type is { } type && type.StartsWith(draft.Type + "/", StringComparison.Ordinal))
            .GroupBy(telling => telling.Type!, StringComparer.Ordinal).OrderByDescending(kinds => kinds.Count()).Select(kinds => kinds.Key).FirstOrDefault() ?? draft.Type;
    }

    /// <summary>Accomplished unless the firmest words say otherwise; what is only alleged to have been planned is alleged.</summary>
    public static Stage StageOf(IncidentDraft draft)
    {
        var told = draft.Firmest.Scope.Stage ?? draft.Firmest.Frame.Stage;
        var stage = told is null ? Stage.Accomplished : CodeNames.Parse<Stage>(told) ?? Stage.Accomplished;
        return stage is Stage.Planned && draft.Firmest.Statement.Modality is Modality.Alleged ? Stage.Alleged : stage;
    }
}
