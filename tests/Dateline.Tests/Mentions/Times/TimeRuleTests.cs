using Dateline.Mentions;
using Dateline.Mentions.Times;

namespace Dateline.Tests.Mentions.Times;

public class TimeRuleTests
{
    private static readonly TimeFinder Finder = TimeFinder.Load(Repository.Knowledge);

    public static TheoryData<string, string, string> Yes()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var rule in Finder.Rules.Rules)
        {
            foreach (var (words, value) in rule.Yes) data.Add(rule.Name, words, value);
        }

        return data;
    }

    public static TheoryData<string, string> No()
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in Finder.Rules.Rules)
        {
            foreach (var text in rule.No) data.Add(rule.Name, text);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Yes))]
    public void Rule_reads_its_examples(string rule, string words, string value)
    {
        var times = Find(words);
        if (value == "-") Assert.Empty(times);
        else Assert.Contains(times, time => time.Value == value);
        Assert.NotEmpty(rule);
    }

    [Theory]
    [MemberData(nameof(No))]
    public void Rule_leaves_its_near_misses_alone(string rule, string text) =>
        Assert.DoesNotContain(Find(text), time => time.By == rule);

    private static List<Timex> Find(string text)
    {
        var document = Analysed.Text(text, Finder.Rules.Reference);
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        return [.. layer.Times];
    }
}
