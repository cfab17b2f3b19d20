using Dateline.Claims;
using Dateline.Resources;
using NodaTime.Text;

namespace Dateline.Tests.Incidents;

/// <summary>corpus/en/incidents.yaml: which facts a passage tells, and which it does not.</summary>
public class IncidentCorpusTests
{
    private static readonly KnowledgeNode File = Repository.Corpus("incidents.yaml");

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        foreach (var item in File["cases"]!.Items)
        {
            item.AllowKeys("text", "title", "published", "incidents", "expect", "never", "pending");
            data.Add(item.Line, item.Required("text"));
        }

        return data;
    }

    /// <summary>A pending case that fails is skipped with its reason, and so counted by the run; one that passes must lose its mark.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Passage_tells(int line, string text)
    {
        var item = File["cases"]!.Items.First(item => item.Line == line);
        var report = TheCoder.Read(text, item.TextOf("title"), LocalDatePattern.Iso.Parse(item.TextOf("published") ?? File.Required("reference")).Value);
        Assert.Empty(RecordChecker.Check(report));
        var problems = Problems(item, report);
        if (item.TextOf("pending") is { } why)
        {
            if (problems.Count == 0) Assert.Fail($"incidents.yaml({line}) passes now: remove \"pending\"");
            Assert.Skip("pending: " + why);
        }

        if (problems.Count > 0) Assert.Fail($"incidents.yaml({line}): {text}\n{string.Join('\n', problems)}\n\n{Told(report)}");
    }

    private static List<string> Problems(KnowledgeNode item, ReportRecord report)
    {
        var told = report.Incidents.Select(incident => IncidentFacts.Of(incident, report)).ToList();
        var problems = new List<string>();
        if (item.TextOf("incidents") is { } number && number != FormattableString.Invariant($"{told.Count}")) problems.Add($"tells {told.Count} incidents and not {number}");
        var expected = item["expect"]?.Items ?? [];
        var wanted = expected.Count > 0 && expected[0].Text is null ? expected.Select(node => node.Texts.ToList()).ToList() : expected.Count == 0 ? [] : [expected.Select(node => node.Required()).ToList()];
        foreach (var facts in wanted)
        {
            var best = told.MinBy(incident => facts.Count(fact => !incident.Contains(fact)));
            problems.AddRange(facts.Where(fact => best?.Contains(fact) != true).Select(fact => "does not tell: " + fact));
            if (best is not null) told.Remove(best);
        }

        var all = report.Incidents.SelectMany(incident => IncidentFacts.Of(incident, report)).ToHashSet();
        problems.AddRange(item.TextsOf("never").Where(all.Contains).Select(fact => "must not tell: " + fact));
        return problems;
    }

    private static string Told(ReportRecord report) =>
        string.Join("\n\n", report.Incidents.Select(incident => incident.Key + "\n  " + string.Join("\n  ", IncidentFacts.Of(incident, report).Where(fact => !fact.StartsWith("main ", StringComparison.Ordinal) && !fact.StartsWith("background ", StringComparison.Ordinal)))));
}
