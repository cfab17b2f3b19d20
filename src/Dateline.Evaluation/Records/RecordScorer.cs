using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Scores records against gold incidents: which incidents were found, and how much of each is right.</summary>
/// <remarks>
/// Incidents are paired one to one so that agreement is greatest; a pair's fields are then compared. A missed incident
/// counts against every field the gold has for it, an extra one against participants and figures.
/// </remarks>
public static class RecordScorer
{
    /// <summary>Agreement from which a second incident of an accepted type is another way to tell the same one.</summary>
    private const double SecondTelling = 6;

    /// <summary>Scores records given as the JSON that <c>dateline read</c> prints. A report without a record counts as one in which nothing was found.</summary>
    public static ScoreTable Score(IReadOnlyList<GoldReport> gold, IReadOnlyList<JsonElement> records)
    {
        var tally = new Tally();
        var differences = new List<IncidentDifference>();
        var withoutRecord = new List<string>();
        var byReport = CodedRecord.ByReport(records);
        foreach (var report in gold)
        {
            if (!byReport.TryGetValue(report.Doc, out var record))
            {
                record = CodedRecord.None;
                withoutRecord.Add(report.Doc);
            }

            tally.Judge("documents read", record.WasRead);
            foreach (var incident in record.Incidents) EvidenceCheck.Count(record, incident, tally);
            if (ScoreIncidents(report, record, tally) is { } difference) differences.Add(difference);
        }

        return new ScoreTable(tally.Rows, differences) { WithoutRecord = withoutRecord };
    }

    private static IncidentDifference? ScoreIncidents(GoldReport report, CodedRecord record, Tally tally)
    {
        var (gold, coded) = (report.Incidents, record.Incidents);
        var agreement = new double[gold.Count, coded.Count];
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < coded.Count; j++) agreement[i, j] = Agreement.Between(gold[i], coded[j]);
        }

        var pairOf = Alignment.Best(agreement);
        var paired = new bool[coded.Count];
        foreach (var j in pairOf)
        {
            if (j >= 0) paired[j] = true;
        }

        var excused = Excused(gold, coded, pairOf, paired, agreement);
        CountIncidents(gold, coded, pairOf, excused, tally);
        for (var i = 0; i < gold.Count; i++)
        {
            if (!gold[i].Optional) new IncidentScorer(gold[i], pairOf[i] >= 0 ? coded[pairOf[i]] : null, tally).Count();
        }

        for (var j = 0; j < coded.Count; j++)
        {
            if (paired[j] || excused[j]) continue;
            tally.Count("participants", 0, 0, coded[j].Participants.Count);
            tally.Count("figures", 0, 0, coded[j].Figures.Count);
        }

        var missed = gold.Where((_, i) => pairOf[i] < 0).Select(g => new IncidentLine(g.Salience, g.Type, g.Trigger)).ToList();
        var extra = coded.Where((_, j) => !paired[j]).Select(c => new IncidentLine(c.Salience, c.Type, c.Summary)).ToList();
        return missed.Count + extra.Count > 0 ? new IncidentDifference(report.Doc, report.Title, missed, extra) : null;
    }

    /// <summary>Coded incidents that count neither way: those paired with a disputed one, and those that tell in two what the gold tells as one.</summary>
    private static bool[] Excused(IReadOnlyList<GoldIncident> gold, IReadOnlyList<CodedIncident> coded, int[] pairOf, bool[] paired, double[,] agreement)
    {
        var excused = new bool[coded.Count];
        for (var i = 0; i < gold.Count; i++)
        {
            if (gold[i].Optional && pairOf[i] >= 0) excused[pairOf[i]] = true;
            for (var j = 0; j < coded.Count; j++)
            {
                // A siege and the raid that ended it may be one record or two: a coding choice, not an error.
                if (!paired[j] && coded[j].Type is { } type && gold[i].Types.Skip(1).Contains(type) && agreement[i, j] >= SecondTelling) excused[j] = true;
            }
        }

        return excused;
    }

    private static void CountIncidents(IReadOnlyList<GoldIncident> gold, IReadOnlyList<CodedIncident> coded, int[] pairOf, bool[] excused, Tally tally)
    {
        var found = gold.Where((g, i) => pairOf[i] >= 0 && !g.Optional).Count();
        tally.Count("incidents", found, gold.Count(g => !g.Optional), excused.Count(e => !e));
        foreach (var salience in (string[])["main", "background"])
        {
            var right = gold.Where((g, i) => pairOf[i] >= 0 && g.Salience == salience && coded[pairOf[i]].Salience == salience).Count();
            tally.Count("incidents " + salience, right, gold.Count(g => g.Salience == salience), coded.Count(c => c.Salience == salience));
        }
    }
}
