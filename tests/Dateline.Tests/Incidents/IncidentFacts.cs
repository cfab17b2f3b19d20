using Dateline.Claims;

namespace Dateline.Tests.Incidents;

/// <summary>
/// A coded incident as short facts that a case can name: "type bombing/vehicle", "killed 5..5", "hostage two guards freed",
/// "weapon an axe per TASS". Every value is told in several widths, so that a case says as much as it means and no more.
/// </summary>
internal static class IncidentFacts
{
    /// <summary>The facts of one incident; each also with "main" or "background" before it.</summary>
    public static IReadOnlySet<string> Of(IncidentRecord incident, ReportRecord report)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal) { "type " + incident.Type, "family " + incident.Type.Split('/')[0], "stage " + incident.Stage };
        AddWhenAndWhere(incident, facts);
        foreach (var participant in incident.Participants) AddParticipant(participant, facts);
        foreach (var weapon in incident.Weapons) facts.UnionWith(["weapon " + weapon.Text, "weapon " + weapon.Code]);
        foreach (var demand in incident.Demands)
        {
            var by = incident.Participants.FirstOrDefault(participant => participant.Key == demand.By);
            facts.UnionWith(["demand " + demand.Text, $"demand {demand.Text} by {by?.Role}"]);
        }

        foreach (var told in incident.Responsibility)
        {
            var who = incident.Participants.FirstOrDefault(participant => participant.Key == told.Participant);
            facts.UnionWith([$"{told.Stance} by {told.Actor}", $"{told.Stance} by {who?.Description}"]);
        }

        if (incident.Outcome is { } outcome) facts.Add("outcome " + outcome.Code);
        foreach (var (measure, count) in Totals(incident.Casualties)) facts.UnionWith([measure, $"{measure} {Written(count)}"]);
        foreach (var link in incident.Links)
        {
            facts.UnionWith(["link " + link.Relation, $"link {link.Relation} {report.Incidents.First(other => other.Key == link.To).Type}"]);
        }

        foreach (var claim in incident.Claims) AddClaim(claim, incident, facts);
        facts.UnionWith(facts.Select(fact => $"{incident.Salience} {fact}").ToList());
        facts.Add(incident.Salience);
        return facts;
    }

    private static void AddWhenAndWhere(IncidentRecord incident, SortedSet<string> facts)
    {
        if (incident.When is { Start: not null } when) facts.UnionWith([$"when {when.Start}" + (when.End == when.Start ? "" : $"/{when.End}"), $"when from {when.Start}", $"when {when.Precision}", $"at {when.Time}"]);
        else facts.Add("when unknown");
        if (incident.Where is not { } where) facts.Add("where unknown");
        else facts.UnionWith([$"where {where.Name}", $"where {where.Country}", $"where {where.Name} {where.Country}", $"where in {where.Admin1}", $"where {where.Kind}"]);
    }

    private static void AddParticipant(ParticipantRecord participant, SortedSet<string> facts)
    {
        string[] names = [.. participant.Mentions, participant.Name ?? "-", participant.Actor ?? "-"];
        foreach (var name in names.Where(name => name != "-"))
        {
            facts.UnionWith([$"{participant.Role} {name}", $"{participant.Role} {name} is {participant.Kind}"]);
            if (participant.LegalStatus is { } status) facts.Add($"{participant.Role} {name} {status}");
            foreach (var fate in participant.Fates) facts.UnionWith([$"{participant.Role} {name} {fate.Fate}", $"{participant.Role} {name} {fate.Fate} {Written(fate.Count)}"]);
        }

        facts.Add(participant.Role);
        if (participant.Count is { } count) facts.Add($"{participant.Role} count {Written(count)}");
        foreach (var fate in participant.Fates) facts.UnionWith([$"{participant.Role} {fate.Fate}", $"{participant.Role} {fate.Fate} {Written(fate.Count)}"]);
    }

    /// <summary>"killed 5..5 per police", "type alleged": who says a value and how surely.</summary>
    private static void AddClaim(ClaimRecord claim, IncidentRecord incident, SortedSet<string> facts)
    {
        var path = claim.Field.Split('/');
        string[] subjects = path[0] switch
        {
            "casualties" => [$"{path[1]} {claim.Value}"],
            "participants" when path.Length > 2 => [$"{RoleOf(incident, path[1])} {path[^1]}"],
            "participants" => [$"{RoleOf(incident, path[1])} {claim.Evidence.Quote}"],
            "weapons" => ["weapon " + claim.Evidence.Quote],
            _ => [path[0]],
        };
        foreach (var subject in subjects)
        {
            facts.UnionWith([$"{subject} {claim.Modality}", $"{subject} per {(claim.Sources.Count == 0 ? "the report" : string.Join(" < ", claim.Sources.Select(source => source.Name)))}"]);
            foreach (var source in claim.Sources) facts.Add($"{subject} per {source.Name}");
            if (path[0] == "casualties") facts.Add("stated " + subject);
        }
    }

    private static string? RoleOf(IncidentRecord incident, string key) => incident.Participants.FirstOrDefault(participant => participant.Key == key)?.Role;

    private static IEnumerable<(string Measure, CountRecord Count)> Totals(CasualtiesRecord? told)
    {
        (string, CountRecord?)[] all =
        [
            ("killed", told?.Killed), ("injured", told?.Injured), ("hostages", told?.Hostages), ("abducted", told?.Abducted),
            ("freed", told?.Freed), ("arrested", told?.Arrested), ("missing", told?.Missing), ("displaced", told?.Displaced),
        ];
        foreach (var (measure, count) in all)
        {
            if (count is not null) yield return (measure, count);
        }
    }

    private static string Written(CountRecord? count) => count is null ? "-" : FormattableString.Invariant($"{count.Low}..{count.High}");
}
