using Dateline.Mentions;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Tests.Mentions.Names;

namespace Dateline.Tests.Mentions.Places;

/// <summary>Places found with the tagger of names, as the coder finds them.</summary>
public sealed class TaggedPlacesTests
{
    internal static PlaceFinder Finder { get; } = PlaceFinder.Load(Repository.Knowledge).With(new NameFinder(TheNames.Tagger, TheNames.Lists));

    [Fact]
    public void Places_that_no_list_has_lie_in_what_contains_them()
    {
        var places = Find("Since the army arrived in Kampungu, in Zambia, it has seen 25 patients. The clinic at Kampungu is full, a nurse in Kampungu said.");
        var unlisted = places.Where(place => place.By == "places/unlisted").ToList();
        Assert.Contains(unlisted, place => place.Place is { Name: "Kampungu", Country: "ZM" });
        Assert.All(unlisted, place => Assert.Equal("ZM", place.Place!.Country));
    }

    [Theory]
    [InlineData("Ankara launched a military operation in Syria.", "TR", true)]
    [InlineData("Iraq saw more attacks on Sunday.", "IQ", false)]
    [InlineData("The bomb went off in Ankara.", "TR", false)]
    public void A_state_that_acts_is_no_scene(string text, string country, bool isModifier) =>
        Assert.Equal(isModifier, Find(text).First(place => place.Place?.Country == country).IsModifier);

    [Theory]
    [InlineData("The city had been seized by the Taliban on Monday.")]
    [InlineData("Hamas said its fighters had left.")]
    public void A_party_is_no_village(string text) => Assert.Empty(Find(text));

    [Fact]
    public void The_tagger_runs_once_for_places_and_names()
    {
        var mentions = new MentionLayer(Analysed.Text("Fighting went on in Raqqa."));
        var labels = mentions.NameLabels(TheNames.Tagger);
        Finder.Find(mentions.Document, mentions);
        Assert.Same(labels, mentions.NameLabels(TheNames.Tagger));
    }

    private static List<Toponym> Find(string text)
    {
        var mentions = new MentionLayer(Analysed.Text(text));
        Finder.Find(mentions.Document, mentions);
        return [.. mentions.Places];
    }
}
