using Dateline.Mentions;
using Dateline.Mentions.Times;
using Dateline.Reading;
using Dateline.Resources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Mentions.Times;

public class TimeCorpusTests
{
    private static readonly TimeFinder Finder = TimeFinder.Load(Repository.Knowledge);
    private static readonly KnowledgeNode Corpus = Repository.Corpus("times.yaml");
    private static readonly LocalDate Reference = LocalDatePattern.Iso.Parse(Corpus.Required("reference")).Value;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var node in Corpus["cases"]!.Items.Concat(Corpus["stories"]!.Items))
        {
            foreach (var phrase in node.TextsOf("from")) data.Add(phrase, node.Required("expect"));
        }

        return data;
    }

    public static TheoryData<string> Never() => [.. Corpus.TextsOf("never")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Phrase_means(string phrase, string expected) =>
        Assert.Contains(expected, Find(phrase, Reference).Select(time => time.Value));

    [Theory]
    [MemberData(nameof(Never))]
    public void Phrase_is_no_time(string phrase) => Assert.Empty(Find(phrase, Reference));

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
    public void The_datelines_day_stands_in_for_publication_and_is_no_mention()
    {
        const string text = "MOSCOW, June 16 - Two were killed on Friday.";
        var dateline = new ArticleDateline(new TextSpan(0, 17), "MOSCOW", new TextSpan(0, 6), new LocalDate(2024, 6, 16), null);
        var document = Analysed.Text(text, null, dateline);
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        Assert.Equal("2024-06-14", Assert.Single(layer.Times).Value);
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

    private static List<Timex> Find(string text, LocalDate? published) => [.. Read(text, published).Times];

    private static MentionLayer Read(string text, LocalDate? published)
    {
        var document = Analysed.Text(text, published);
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        return layer;
    }
}
