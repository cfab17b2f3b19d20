using System.Globalization;
using Dateline.Mentions;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Times;
using NodaTime;

namespace Dateline.Tests.Mentions.Counts;

public class CountCorpusTests
{
    private static readonly CountFinder Finder = CountFinder.Load(Repository.Knowledge);
    private static readonly TimeFinder Times = TimeFinder.Load(Repository.Knowledge);

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var node in Repository.Corpus("counts.yaml")["cases"]!.Items.Where(node => node["pending"] is null))
        {
            var marks = string.Join(' ', node.Entries.Where(entry => entry.Key is "of" or "part" or "more" or "rough").Select(entry => $"{entry.Key}={entry.Value.Text}"));
            foreach (var phrase in node.TextsOf("from")) data.Add(phrase, node.Required("expect"), marks);
        }

        return data;
    }

    public static TheoryData<string> Never() => [.. Repository.Corpus("counts.yaml").TextsOf("never")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Phrase_states(string phrase, string expected, string marks)
    {
        var counts = Find(phrase);
        Assert.Contains(counts, count => count.Count.ToString() == expected && Marks(count, marks));
    }

    [Theory]
    [MemberData(nameof(Never))]
    public void Phrase_states_no_count(string phrase) => Assert.Empty(Find(phrase));

    [Fact]
    public void Twenty_dead_has_no_counted_noun() => Assert.Equal(-1, Assert.Single(Find("20 dead")).Noun);

    [Fact]
    public void A_lone_person_is_told_apart_by_its_rule() => Assert.Equal(CountFinder.Singular, Assert.Single(Find("a man was shot")).By);

    [Fact]
    public void Span_reaches_to_the_counted_noun()
    {
        var document = Analysed.Text("Gunmen killed at least 144 people during a concert");
        var count = Assert.Single(Find(document));
        Assert.Equal("at least 144 people", document.TextOf(count.Span));
        Assert.Equal("at least 144", document.TextOf(count.Quantity));
    }

    private static bool Marks(CountMention count, string marks)
    {
        foreach (var mark in marks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = (mark.Split('=')[0], mark.Split('=')[1]);
            var found = key switch { "of" => count.Of, "part" => Text(count.IsPart), "more" => Text(count.IsMore), _ => Text(count.IsApproximate) };
            if (found != value) return false;
        }

        return true;
    }

    private static string Text(bool mark) => mark.ToString(CultureInfo.InvariantCulture).ToLowerInvariant();

    private static List<CountMention> Find(string text) => Find(Analysed.Text(text, new LocalDate(2024, 6, 16)));

    private static List<CountMention> Find(Dateline.Language.Document document)
    {
        var layer = new MentionLayer(document);
        Times.Find(document, layer);
        Finder.Find(document, layer);
        return [.. layer.Counts];
    }
}
