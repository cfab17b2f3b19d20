using Dateline.Mentions.Times;

namespace Dateline.Tests.Mentions.Times;

/// <summary>Every example of data/en/rules/times-*.yaml, one case each.</summary>
public class TimeRuleTests
{
    private static readonly ReportCoder Coder = ReportCoder.Load(Repository.Knowledge);

    private static readonly Dictionary<string, TimeRule> Rules = Coder.Times!.RequestRules.Rules.ToDictionary(rule => rule.Name);

    public static TheoryData<string, string> Yes() => Cases(rule => rule.Yes);

    public static TheoryData<string, string> No() => Cases(rule => rule.No);

    [Theory]
    [MemberData(nameof(Yes))]
    public void Rule_reads_its_examples(string rule, string words) => Assert.Null(TimeExamples.Failure(Coder, Rules[rule], Rules[rule].Yes.First(example => example.Text == words)));

    [Theory]
    [MemberData(nameof(No))]
    public void Rule_leaves_its_near_misses_alone(string rule, string text) => Assert.Null(TimeExamples.Failure(Coder, Rules[rule], Rules[rule].No.First(example => example.Text == text)));

    [Fact]
    public void Reports_are_read_without_the_rules_for_requests() =>
        Assert.DoesNotContain(Coder.Times!.Rules.Rules, rule => rule.Name.StartsWith("times/request-", StringComparison.Ordinal));

    private static TheoryData<string, string> Cases(Func<TimeRule, IReadOnlyList<TimeExample>> examples)
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in Rules.Values)
        {
            foreach (var example in examples(rule)) data.Add(rule.Name, example.Text);
        }

        return data;
    }
}
