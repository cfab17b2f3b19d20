using Dateline.Mentions;
using Dateline.Mentions.Places;

namespace Dateline.Tests.Mentions.Places;

/// <summary>Where things lie that are told to be at a distance from a place or between two.</summary>
public sealed class RelativePlacesTests
{
    [Theory]
    [InlineData("A convoy was hit 30 km north of Raqqa.", 36.23, 39.01, 5)]
    [InlineData("A convoy was hit 30 kilometres (19 miles) to the north of the city of Raqqa.", 36.23, 39.01, 5)]
    [InlineData("It sank some 65 nautical miles south-west of Lagos.", 5.68, 2.6, 15)]
    [InlineData("They were stopped on the road between Lyon and Grenoble.", 45.46, 5.28, 5)]
    public void Things_lie_where_the_words_say(string text, double latitude, double longitude, double km)
    {
        var scene = Find(text).First(place => place.Scene is not null).Scene!;
        Assert.InRange(GazetteerEntry.Distance(latitude, longitude, scene.Latitude!.Value, scene.Longitude!.Value), 0, km);
    }

    [Theory]
    [InlineData("Talks between Homs and Hama failed.")]
    [InlineData("A convoy was hit in Raqqa.")]
    [InlineData("It flew 4,000 miles from Moscow.")]
    [InlineData("Thirty people were hit north of Raqqa.")]
    public void Elsewhere_they_lie_at_the_place(string text) => Assert.All(Find(text), place => Assert.Null(place.Scene));

    [Fact]
    public void A_distance_without_direction_widens_the_radius()
    {
        var place = Assert.Single(Find("A convoy was hit 20 km from Raqqa."));
        Assert.Equal((place.Place!.Latitude, 22.0), (place.Scene!.Latitude, place.Scene.RadiusKm));
    }

    private static List<Toponym> Find(string text)
    {
        var mentions = new MentionLayer(Analysed.Text(text));
        TaggedPlacesTests.Finder.Find(mentions.Document, mentions);
        return [.. mentions.Places];
    }
}
