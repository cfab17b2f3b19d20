namespace Dateline.Incidents;

/// <summary>Links the incidents of one report: what is background to the main one, which arrests are for which attack.</summary>
internal static class LinkReader
{
    /// <summary>The incidents with their links.</summary>
    /// <param name="drafts">The drafts, in the order of <paramref name="incidents"/>.</param>
    /// <param name="incidents">The incidents built from them.</param>
    public static IReadOnlyList<ReportedIncident> Link(IReadOnlyList<IncidentDraft> drafts, IReadOnlyList<ReportedIncident> incidents)
    {
        var linked = new List<ReportedIncident>();
        for (var i = 0; i < incidents.Count; i++)
        {
            var links = new List<IncidentLink>();
            if (drafts[i].Follows is { } crime && IndexOf(drafts, crime) is >= 0 and var to)
            {
                links.Add(new IncidentLink(to, drafts[i].Family is "arrest" ? "arrests-for" : "follow-up", [incidents[i].TypeStatements[0]]));
            }
            else if (drafts[i].Salience == Salience.Background && drafts[0].Salience == Salience.Main)
            {
                links.Add(new IncidentLink(0, "background", [incidents[i].TypeStatements[0]]));
            }

            linked.Add(incidents[i] with { Links = links });
        }

        return linked;
    }

    private static int IndexOf(IReadOnlyList<IncidentDraft> drafts, IncidentDraft draft)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] == draft) return i;
        }

        return -1;
    }
}
