using Dateline.Reading;
using Dateline.Reports;
using Dateline.Tests.Language;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Reading;

public class ReadingTests
{
    private static readonly PlainTextReader Reader = PlainTextReader.Load(Repository.Knowledge);
    private static readonly Boilerplate Boilerplate = Boilerplate.Load(Repository.Knowledge);

    private const string Story = "Two guards at a prison in the south were taken hostage on Sunday, the prison service said in a statement.";

    public static IEnumerable<TheoryDataRow> BoilerplateLines => Lines("boilerplate-lines.yaml", "boilerplate", "yes");

    public static IEnumerable<TheoryDataRow> StoryLines => Lines("boilerplate-lines.yaml", "story", "no");

    public static IEnumerable<TheoryDataRow> Heads => PhraseCases.Rows("dateline-heads.yaml", "cases", 4);

    public static IEnumerable<TheoryDataRow> NotHeads => PhraseCases.Rows("dateline-heads.yaml", "never", 1);

    public static IEnumerable<TheoryDataRow> DateLines => PhraseCases.Rows("date-lines.yaml", "cases", 2);

    public static IEnumerable<TheoryDataRow> NotDateLines => PhraseCases.Rows("date-lines.yaml", "never", 1);

    [Theory]
    [MemberData(nameof(BoilerplateLines))]
    public void Line_is_not_the_story(string line) => Assert.NotNull(Boilerplate.RuleFor(line));

    [Theory]
    [MemberData(nameof(StoryLines))]
    public void Line_is_the_story(string line) => Assert.Null(Boilerplate.RuleFor(line));

    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_names_place_day_and_agency(string text, string place, string? day, string? agency)
    {
        var published = Day(Repository.Corpus("dateline-heads.yaml").Required("published"));
        var article = Reader.Read(new Report("test", text) { Title = "A title", Published = published });
        Assert.NotNull(article.Dateline);
        Assert.Equal(place, article.Dateline.Place);
        Assert.Equal(place, article.Text.Substring(article.Dateline.PlaceSpan.Start, article.Dateline.PlaceSpan.Length));
        Assert.Equal(Day(day), article.Dateline.Day);
        Assert.Equal(agency, article.Dateline.Agency);
        Assert.Equal(agency, article.Outlet);
    }

    [Theory]
    [InlineData("Attack on training camp kills three | Example Times", "Attack on training camp kills three", "Example Times")]
    [InlineData("Two dead, two injured downtown - KXYZ.com", "Two dead, two injured downtown", "KXYZ.com")]
    [InlineData("Police name victim of shooting – Example Daily News", "Police name victim of shooting", "Example Daily News")]
    [InlineData("Sixteen hurt in panic - but no shots, no attack", "Sixteen hurt in panic - but no shots, no attack", null)]
    [InlineData("Blast was no accident - Governor Smith", "Blast was no accident - Governor Smith", null)]
    [InlineData("Headlines | Example Times", "Headlines | Example Times", null)]
    public void Title_ends_before_the_outlet(string title, string headline, string? outlet)
    {
        var article = Reader.Read(new Report("test", Story) { Title = title });
        Assert.Equal(title, article.TitleText);
        Assert.NotNull(article.Headline);
        Assert.Equal(headline, article.Text.Substring(article.Headline.Value.Start, article.Headline.Value.Length));
        Assert.Equal(outlet, article.Outlet);
    }

    [Theory]
    [MemberData(nameof(NotHeads))]
    public void Line_has_no_head(string text) => Assert.Null(Reader.Read(new Report("test", text) { Title = "A title" }).Dateline);

    [Theory]
    [MemberData(nameof(DateLines))]
    public void Date_line_gives_the_day_of_publication(string line, string? day)
    {
        var article = Reader.Read(new Report("test", line + "\n\n" + Story) { Title = "A title" });
        Assert.Equal(Day(day), article.Published);
        Assert.Equal(day is null ? null : PublishedFrom.Text, article.PublishedFrom);
        Assert.Equal(line, article.Text.Substring(Assert.Single(article.Skipped).Start, line.Length));
    }

    [Theory]
    [MemberData(nameof(NotDateLines))]
    public void Line_is_no_date_line(string line)
    {
        var article = Reader.Read(new Report("test", line + "\n\n" + Story) { Title = "A title" });
        Assert.Null(article.Published);
        Assert.Empty(article.Skipped);
    }

    [Theory]
    [InlineData("By Jane Doe")]
    [InlineData("By JANE DOE, Associated Press")]
    [InlineData("By Jane Doe and John Roe")]
    [InlineData("Jane Doe in Nairobi")]
    [InlineData("By Jane Doe, jane.doe@example.com")]
    [InlineData("Written by Jane Doe")]
    public void Byline_is_found_and_skipped(string byline)
    {
        var article = Reader.Read(new Report("test", "Siege ends at prison\n" + byline + "\n\n" + Story));
        Assert.Equal("Siege ends at prison", article.TitleText);
        Assert.Equal(byline, article.Byline);
        Assert.Single(article.Skipped);
    }

    [Theory]
    [InlineData("Teen Injured In Hunting Accident")]
    [InlineData("By noon the siege was over, police said.")]
    [InlineData("Protesters in Nairobi clash with police")]
    public void A_headline_is_no_byline(string line) => Assert.Null(Reader.Read(new Report("test", line + "\n\n" + Story) { Title = "A title" }).Byline);

    [Fact]
    public void Metadata_outranks_the_text()
    {
        var article = Reader.Read(new Report("test", "Published: 16 June 2024\n\n" + Story) { Published = new LocalDate(2024, 6, 17), PublishedFrom = PublishedFrom.Metadata });
        Assert.Equal(new LocalDate(2024, 6, 17), article.Published);
        Assert.Equal(PublishedFrom.Metadata, article.PublishedFrom);
    }

    [Fact]
    public void First_line_of_a_wrapped_paragraph_is_no_title() =>
        Assert.Null(Reader.Read(new Report("test", "Two guards at a prison in the south of the country were taken\nhostage on Sunday, the prison service said.\n")).Title);

    [Fact]
    public void Prose_alone_has_no_title() => Assert.Null(Reader.Read(new Report("test", Story + "\n\n" + Story)).Title);

    [Fact]
    public void A_title_given_apart_stands_before_the_text()
    {
        var article = Reader.Read(new Report("test", Story) { Title = "Siege ends" });
        Assert.Equal("Siege ends", article.TitleText);
        Assert.Equal(Story, article.BodyText);
    }

    [Fact]
    public void A_title_said_again_is_skipped()
    {
        var article = Reader.Read(new Report("test", "× Siege ends at southern prison\n\n" + Story) { Title = "Siege ends at southern prison" });
        Assert.Single(article.Skipped);
    }

    [Fact]
    public void A_day_that_runs_into_the_story_is_skipped()
    {
        var article = Reader.Read(new Report("test", "Wed 05 Apr 2017 at 0914 " + Story) { Title = "Siege ends" });
        Assert.Equal(new LocalDate(2017, 4, 5), article.Published);
        Assert.Equal("Wed 05 Apr 2017 at 0914", article.Text.Substring(article.Skipped[0].Start, article.Skipped[0].Length));
    }

    [Fact]
    public void Wire_copy_in_capitals_is_known()
    {
        var article = Reader.Read(new Report("test", "BOGOTA, 30 AUG 89 (AFP) -- " + Story.ToUpperInvariant()));
        Assert.True(article.AllCapitals);
        Assert.Equal("BOGOTA", article.Dateline?.Place);
        Assert.Equal(new LocalDate(1989, 8, 30), article.Published);
    }

    [Fact]
    public void The_seed_article_is_read()
    {
        var article = Reader.Read(new Report("seed", File.ReadAllText(Repository.RequireShared("examples/rostov-siege.txt"))));
        Assert.StartsWith("IS Hostage-Takers Killed", article.TitleText, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2024, 6, 16), article.Published);
        Assert.Equal(PublishedFrom.Text, article.PublishedFrom);
        Assert.Equal("MOSCOW", article.Dateline?.Place);
        Assert.Equal(3, article.Skipped.Count);
        Assert.False(article.AllCapitals);
    }

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Lines of the corpus, and the examples of the rules themselves.</summary>
    private static IEnumerable<TheoryDataRow> Lines(string corpus, string key, string example) =>
        Repository.Corpus(corpus).TextsOf(key)
            .Concat(Repository.Knowledge.Read(Boilerplate.File)["rules"]!.Items.SelectMany(rule => rule.TextsOf(example)))
            .Select(line => new TheoryDataRow(line));
}
