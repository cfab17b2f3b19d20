namespace Dateline.Incidents;

/// <summary>How an incident ended, from what became of its people.</summary>
internal static class OutcomeJudge
{
    /// <summary>The outcome with the statements it rests on; null when the report does not tell an end.</summary>
    public static Outcome? Judge(IncidentDraft draft, IReadOnlyList<Participant> participants)
    {
        var hostages = Fates(participants, Role.Hostage, "freed", "rescued");
        var takers = Fates(participants, Role.Perpetrator, "killed");
        if (hostages.Count > 0)
        {
            var byForce = takers.Count > 0 || draft.Tellings.Exists(telling => telling.Frame.Type?.StartsWith("security-operation", StringComparison.Ordinal) == true);
            return new Outcome(byForce ? "hostages-rescued" : "hostages-freed", hostages);
        }

        if (takers.Count > 0 && draft.Family is "attack" or "hostage-taking" or "security-operation" or "robbery" or "bombing") return new Outcome("perpetrators-killed", takers);
        var surrendered = Fates(participants, Role.Perpetrator, "surrendered");
        if (surrendered.Count > 0) return new Outcome("perpetrators-surrendered", surrendered);
        var arrested = Fates(participants, Role.Perpetrator, "arrested");
        return arrested.Count > 0 ? new Outcome("perpetrators-arrested", arrested) : null;
    }

    private static List<Sourcing.Statement> Fates(IReadOnlyList<Participant> participants, Role role, params string[] fates) =>
        [.. participants.Where(participant => participant.Role == role).SelectMany(participant => participant.Fates).Where(fate => fates.Contains(fate.Fate)).SelectMany(fate => fate.Statements)];
}
