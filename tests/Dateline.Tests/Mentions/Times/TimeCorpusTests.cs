using Dateline.Mentions;
using Dateline.Mentions.Times;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Mentions.Times;

public class TimeCorpusTests
{
    private static readonly TimeFinder Finder = TimeFinder.Load(Repository.Knowledge).For(TimeRegister.Report);
    private static readonly TimeFinder RequestFinder = Finder.For(TimeRegister.Request);
    private static readonly KnowledgeNode Corpus = Repository.Corpus("times.yaml");
    private static readonly LocalDate Reference = LocalDatePattern.Iso.Parse(Corpus.Required("reference")).Value;

    public static TheoryData<string, string> Cases() => CasesOf("cases", "stories");

    public static TheoryData<string, string> Requests() => CasesOf("requests");

    public static TheoryData<string> Never() => [.. Corpus.TextsOf("never")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Phrase_means(string phrase, string expected) =>
        Assert.Contains(expected, Find(phrase, Reference).Select(time => time.Value));

    [Theory]
    [MemberData(nameof(Never))]
    public void Phrase_is_no_time(string phrase) => Assert.Empty(Find(phrase, Reference));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_means(string phrase, string expected) =>
        Assert.Contains(expected, Find(RequestFinder, phrase, Reference, new LocalTime(10, 0)).Select(time => time.Value));

    [Fact]
    public void A_year_covers_its_days()
    {
        var time = Assert.Single(Find("arrested in 2022", Reference));
        Assert.Equal(new DayInterval(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31)), time.Days);
        Assert.Equal(TimePrecision.Year, time.Precision);
    }

    [Fact]
    public void Nearly_is_kept_as_a_mod() => Assert.Equal("LESS_THAN", Assert.Single(Find("nearly three months", Reference)).Mod);

    [Fact]
    public void A_clock_time_is_kept() => Assert.Equal(new LocalTime(22, 35), Assert.Single(Find("at 10:35 p.m. Wednesday", Reference)).Clock);

    [Fact]
    public void Without_a_publication_day_nothing_is_guessed()
    {
        var layer = Read("killed on Sunday, March 22 and yesterday", null);
        Assert.All(layer.Times, time => Assert.Null(time.Days));
        Assert.Equal(["XXXX-03-22", "XXXX-XX-XX"], layer.Times.Select(time => time.Value));
        Assert.Equal(2, layer.Notes.Count);
    }

    [Fact]
    public void Both_ends_of_a_range_cover_all_its_days()
    {
        var times = Find("closed from 3 to 5 March", Reference);
        Assert.Equal(["2024-03-03", "2024-03-05"], times.Select(time => time.Value));
        Assert.All(times, time => Assert.Equal(new DayInterval(new LocalDate(2024, 3, 3), new LocalDate(2024, 3, 5)), time.Days));
    }

    [Theory]
    [InlineData("remind me to call on friday", TimeRegister.Request)]
    [InlineData("friday at 8", TimeRegister.Request)]
    [InlineData("Two killed in blast on Friday", TimeRegister.Report)]
    [InlineData("@army: we struck the convoy on friday #war", TimeRegister.Report)]
    public void The_register_is_told_from_the_text(string text, TimeRegister register) =>
        Assert.Equal(register == TimeRegister.Request ? "2024-06-21" : "2024-06-14", Find(TimeFinder.Load(Repository.Knowledge), text, Reference, null)[0].Value[..10]);

    [Fact]
    public void The_datelines_day_stands_in_for_publication_and_is_marked()
    {
        const string text = "MOSCOW, June 16 - Two were killed on Friday.";
        var dateline = new ArticleDateline(new TextSpan(0, 17), "MOSCOW", new TextSpan(0, 6), new LocalDate(2024, 6, 16), null);
        var document = Analysed.Text(text, null, dateline);
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        Assert.Equal([("2024-06-16", true), ("2024-06-14", false)], layer.Times.Select(time => (time.Value, time.InDateline)));
    }

    [Theory]
    [InlineData(2024, 3, 31, 2024, 5, 5)]
    [InlineData(2025, 4, 20, 2025, 4, 20)]
    [InlineData(2023, 4, 9, 2023, 4, 16)]
    public void Easter_falls_on(int year, int month, int day, int orthodoxYear, int orthodoxMonth, int orthodoxDay)
    {
        Assert.Equal(new LocalDate(year, month, day), Holidays.Easter(year));
        Assert.Equal(new LocalDate(orthodoxYear, orthodoxMonth, orthodoxDay), Holidays.OrthodoxEaster(orthodoxYear));
    }

    [Theory]
    [InlineData("islamic 10-1", 2022, 2022, 5, 2)]
    [InlineData("islamic 12-10", 2024, 2024, 6, 16)]
    [InlineData("hebrew 7-10", 2023, 2023, 9, 25)]
    [InlineData("hebrew 12-14", 2024, 2024, 3, 24)]
    [InlineData("persian 1-1", 2024, 2024, 3, 20)]
    [InlineData("chinese 1-1", 2024, 2024, 2, 10)]
    [InlineData("4 thursday 11", 2023, 2023, 11, 23)]
    [InlineData("-1 monday 5", 2024, 2024, 5, 27)]
    public void Holiday_falls_on(string rule, int year, int foundYear, int month, int day) =>
        Assert.Equal(new LocalDate(foundYear, month, day), Holidays.Day(rule, year));

    [Fact]
    public void Ramadan_covers_its_month() =>
        Assert.Equal(new DayInterval(new LocalDate(2024, 3, 11), new LocalDate(2024, 4, 8)), Holidays.Days("islamic 9-1 for 29", 2024));

    private static TheoryData<string, string> CasesOf(params string[] parts)
    {
        var data = new TheoryData<string, string>();
        foreach (var node in parts.SelectMany(part => Corpus[part]!.Items))
        {
            foreach (var phrase in node.TextsOf("from")) data.Add(phrase, node.Required("expect"));
        }

        return data;
    }

    private static List<Timex> Find(string text, LocalDate? published) => [.. Read(text, published).Times];

    private static List<Timex> Find(TimeFinder finder, string text, LocalDate published, LocalTime? clock)
    {
        var document = Analysed.Of(new Article { Report = new Report("test", text) { PublishedClock = clock }, Text = text, Body = new TextSpan(0, text.Length), Published = published });
        var layer = new MentionLayer(document);
        finder.Find(document, layer);
        return [.. layer.Times];
    }

    private static MentionLayer Read(string text, LocalDate? published)
    {
        var document = Analysed.Text(text, published);
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        return layer;
    }
}
