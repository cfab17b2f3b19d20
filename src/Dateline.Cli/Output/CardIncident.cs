using System.Globalization;
using Dateline.Claims;

namespace Dateline.Cli.Output;

/// <summary>One incident as rows of a card, each value with its quotes and speakers.</summary>
internal static class CardIncident
{
    public static void AddRows(CardPaint paint, ReportRecord record, IncidentRecord incident)
    {
        if (incident.Summary is { } summary) paint.Summary(summary);
        paint.Row("What", CardWords.Type(incident.Type) + (incident.Stage == "accomplished" ? "" : $" ({incident.Stage})"), On(incident, "type"));
        paint.Row("When", When(incident.When), Of(incident, incident.When?.Claims));
        paint.Row("Where", Where(incident.Where), Of(incident, incident.Where?.Claims));
        Participants(paint, incident);
        foreach (var (index, weapon) in incident.Weapons.Index())
        {
            paint.Row(index == 0 ? "Weapons" : "", weapon.Text + (weapon.Code is { } code ? $" ({CardWords.Type(code)})" : ""), Of(incident, weapon.Claims));
        }

        foreach (var (index, demand) in incident.Demands.Index()) paint.Row(index == 0 ? "Demands" : "", demand.Text, Of(incident, demand.Claims));
        Responsibility(paint, incident);
        if (incident.Outcome is { } outcome) paint.Row("Outcome", CardWords.Type(outcome.Code), Of(incident, outcome.Claims));
        Figures(paint, incident);
        foreach (var (index, link) in incident.Links.Index())
        {
            var other = record.Incidents.FirstOrDefault(candidate => candidate.Key == link.To);
            paint.Row(index == 0 ? "Linked" : "", $"{Relation(link.Relation)} {(other is null ? link.To : CardWords.Type(other.Type) + At(other))}", Of(incident, link.Claims).Take(1));
        }
    }

    private static void Participants(CardPaint paint, IncidentRecord incident)
    {
        string? role = null;
        foreach (var participant in incident.Participants)
        {
            var label = CardWords.Role(participant);
            var path = "participants/" + participant.Key;
            var claims = On(incident, path).Concat(Of(incident, participant.Count?.Claims)).Concat(On(incident, path + "/count")).DistinctBy(claim => claim.Id).ToList();
            var counts = claims.Where(claim => claim.Field == path + "/count").ToList();
            paint.Row(label == role ? "" : label, Name(participant), claims, Differ(counts));
            role = label;
            foreach (var fate in participant.Fates)
            {
                var count = CardWords.Count(fate.Count) is { } number ? $": {number}" : "";
                paint.Row("", $"→ {fate.Fate}{count}", Of(incident, fate.Claims));
            }
        }
    }

    /// <summary>"Islamic State, 6 (group, charged)".</summary>
    private static string Name(ParticipantRecord participant)
    {
        var name = participant.Name ?? participant.Description ?? (participant.Mentions.Count > 0 ? participant.Mentions[0] : null) ?? CardWords.Type(participant.Kind);
        var details = new List<string> { participant.Kind.Replace('-', ' ') };
        if (participant.Name is not null && participant.Description is { } description && description != participant.Name) details.Add(description);
        if (participant.LegalStatus is { } status) details.Add("legal status: " + status);
        var count = CardWords.Count(participant.Count) is { } number ? ", " + number : "";
        return $"{name}{count} ({string.Join("; ", details)})";
    }

    private static void Responsibility(CardPaint paint, IncidentRecord incident)
    {
        foreach (var (index, responsibility) in incident.Responsibility.Index())
        {
            var participant = incident.Participants.FirstOrDefault(candidate => candidate.Key == responsibility.Participant);
            var who = participant?.Name ?? participant?.Description ?? responsibility.Actor ?? "somebody";
            var stance = responsibility.Stance switch
            {
                "claimed" => $"{who} claims it",
                "blamed" => $"{who} is blamed",
                _ => $"{who} denies it",
            };
            paint.Row(index == 0 ? "Responsibility" : "", stance, Of(incident, responsibility.Claims));
        }
    }

    private static void Figures(CardPaint paint, IncidentRecord incident)
    {
        foreach (var (measure, count) in incident.Casualties?.Told ?? [])
        {
            var claims = Of(incident, count.Claims).Concat(On(incident, "casualties/" + measure)).DistinctBy(claim => claim.Id).ToList();
            var differ = Differ(claims);
            var basis = count.Basis is null or "stated" ? "" : $", {count.Basis}";
            var policy = differ && count.Policy is { } rule ? $", best by {rule}" : "";
            paint.Row(CardWords.Capital(measure), (CardWords.Count(count) ?? "not stated") + basis + (differ ? " — statements differ" : "") + policy, claims, differ);
        }
    }

    private static string When(WhenRecord? when)
    {
        if (when is null) return "not stated";
        var days = CardWords.Days(when.Start, when.End, when.Precision);
        if (days is null) return when.Text is { } words ? $"“{words}” (no day can be resolved)" : "not stated";
        var time = when.Time is { } clock ? ", " + clock : "";
        return when.Precision is "week" or "season" or "decade" ? $"{days} (told to the {when.Precision})" : days + time;
    }

    private static string Where(WhereRecord? where)
    {
        if (where is null) return "not stated";
        var parts = new List<string> { where.Name };
        foreach (var part in (string?[])[where.City, where.Admin1, where.Country])
        {
            if (part is not null && !parts.Contains(part)) parts.Add(part);
        }

        var point = where is { Latitude: { } latitude, Longitude: { } longitude }
            ? string.Create(CultureInfo.InvariantCulture, $" · {Math.Abs(latitude):0.##}° {(latitude < 0 ? 'S' : 'N')} {Math.Abs(longitude):0.##}° {(longitude < 0 ? 'W' : 'E')}")
            : "";
        var radius = where.RadiusKm is { } kilometres ? string.Create(CultureInfo.InvariantCulture, $" within {kilometres:0.#} km") : "";
        return string.Join(", ", parts) + $" ({where.Kind})" + point + radius;
    }

    private static string At(IncidentRecord incident)
    {
        var place = incident.Where?.Name is { } name ? ", " + name : "";
        var day = CardWords.Days(incident.When?.Start, incident.When?.End, incident.When?.Precision) is { } days ? ", " + days : "";
        return place + day;
    }

    private static string Relation(string relation) => relation switch
    {
        "background" => "background:",
        "arrests-for" => "arrests for",
        var other => other.Replace('-', ' ') + ":",
    };

    private static bool Differ(IEnumerable<ClaimRecord> claims) => claims.Select(claim => claim.Value).Distinct(StringComparer.Ordinal).Count() > 1;

    private static IEnumerable<ClaimRecord> On(IncidentRecord incident, string field) => incident.Claims.Where(claim => claim.Field == field);

    private static IEnumerable<ClaimRecord> Of(IncidentRecord incident, IReadOnlyList<string>? ids) =>
        ids is null ? [] : ids.Select(id => incident.Claims.FirstOrDefault(claim => claim.Id == id)).OfType<ClaimRecord>();
}
