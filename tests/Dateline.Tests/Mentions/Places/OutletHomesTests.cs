using Dateline.Mentions.Places;

namespace Dateline.Tests.Mentions.Places;

/// <summary>Where outlets are at home, and what it does to towns that share a name.</summary>
public sealed class OutletHomesTests
{
    private static readonly OutletHomes Outlets = OutletHomes.Load(Repository.Knowledge, PlaceNames.Load(Repository.Knowledge, PlaceWords.Load(Repository.Knowledge)));

    [Fact]
    public void Every_listed_town_is_in_the_gazetteer() => Assert.Empty(Outlets.Lost);

    [Theory]
    [InlineData("https://www.oxfordpress.com/news/1.html", "Ohio")]
    [InlineData("http://news.postbulletin.com/story?id=7", "Minnesota")]
    [InlineData("http://www.oxfordmail.co.uk/news/2", "England")]
    public void A_listed_host_has_one_home(string address, string division) => Assert.Equal(division, Assert.Single(Outlets.Find(address, null)).Admin1);

    [Theory]
    [InlineData("http://www.salinasdailytimes.com/a", "Salinas")]
    [InlineData("http://newbedfordnews.net/a", "New Bedford")]
    public void Of_another_host_the_town_is_read(string address, string town) => Assert.Contains(Outlets.Find(address, null), home => home.Name == town);

    [Theory]
    [InlineData("Elko Daily Free Press", "Elko")]
    [InlineData("The Salt Lake City Weekly", "Salt Lake City")]
    public void A_name_tells_the_town(string outlet, string town) => Assert.Contains(Outlets.Find(null, outlet), home => home.Name == town);

    [Theory]
    [InlineData("report.txt", null)]
    [InlineData(null, "The Daily News")]
    [InlineData("http://news.example.com/", null)]
    public void Nothing_is_made_up(string? address, string? outlet) => Assert.Empty(Outlets.Find(address, outlet));

    [Theory]
    [InlineData("http://www.lfpress.ca/", "CA")]
    [InlineData("http://www.x.co.uk/", "GB")]
    [InlineData("http://www.x.com/", null)]
    [InlineData("http://www.x.tv/", null)]
    public void The_domain_tells_the_country(string address, string? country) => Assert.Equal(country, Outlets.Country(address));

    [Theory]
    [InlineData(null, "Georgia", "US")]
    [InlineData("http://www.athensreview.com/1", "Texas", "US")]
    [InlineData("http://www.athensnews.com/1", "Ohio", "US")]
    public void The_same_words_name_the_outlets_own_town(string? address, string division, string country)
    {
        const string text = "A man was shot in Athens on Friday, the sheriff said.";
        var article = new Dateline.Reading.Article { Report = new Dateline.Reports.Report("-", text) { Address = address }, Text = text, Body = new TextSpan(0, text.Length) };
        var mentions = new Dateline.Mentions.MentionLayer(PlainTokens.Document(article));
        PlaceCorpusTests.Finder.Find(mentions.Document, mentions);
        var place = Assert.Single(mentions.Places).Place!;
        if (address is not null) Assert.Equal((division, country), (place.Admin1, place.Country));
        else Assert.NotEqual(("Texas", "US"), (place.Admin1, place.Country));
    }
}
