using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Mentions.Actors;

public class ActorFinderTests
{
    private static readonly ActorList List = ActorList.Load(Repository.Knowledge);
    private static readonly ActorFinder Finder = new(List, CountryWords.Load(Repository.Knowledge));
    private static readonly KnowledgeNode File = Repository.Corpus("actors.yaml");

    public static TheoryData<string, string, string, bool> Cases()
    {
        var data = new TheoryData<string, string, string, bool>();
        foreach (var section in (string[])["cases", "capitals"])
        {
            foreach (var item in File[section]!.Items.Where(item => item["pending"] is null))
            {
                data.Add(item.Required("text"), string.Join(' ', item.TextsOf("actors")), string.Join('|', item.TextsOf("words")), section == "capitals");
            }
        }

        return data;
    }

    public static TheoryData<string> NeverCases() => [.. File["never"]!.Texts];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_actors_of_a_phrase(string text, string actors, string words, bool capitals)
    {
        var found = Find(text, capitals);
        var expected = actors.Split(' ');
        var printed = string.Join(' ', found.Actors.Select((mention, i) => i < expected.Length && expected[i].Contains('@', StringComparison.Ordinal) ? $"{mention.Actor.Id}@{mention.Country}" : mention.Actor.Id));
        Assert.Equal(actors, printed);
        if (words.Length > 0) Assert.Equal(words, string.Join('|', found.Actors.Select(mention => found.Document.TextOf(mention.Span))));
    }

    [Theory]
    [MemberData(nameof(NeverCases))]
    public void Finds_nobody_in_a_near_miss(string text) =>
        Assert.Empty(Find(text).Actors.Select(mention => mention.Actor.Id));

    [Theory]
    [InlineData("The Popular Front for the Liberation of Palestine (FRONT9) spoke; FRONT9 denied it.", "popular-front-for-the-liberation-of-palestine popular-front-for-the-liberation-of-palestine popular-front-for-the-liberation-of-palestine")]
    [InlineData("The Armed Forces of the Philippines (AFP) said the AFP had lost a man.", "armed-forces-of-the-philippines armed-forces-of-the-philippines armed-forces-of-the-philippines")]
    public void An_acronym_in_brackets_means_what_stands_before_it(string text, string actors) =>
        Assert.Equal(actors, string.Join(' ', Find(text).Actors.Select(mention => mention.Actor.Id)));

    [Property]
    public void Never_throws_whatever_the_text(string? text) => Find(text ?? "");

    [Fact]
    public void A_million_characters_without_a_space_are_read()
    {
        Find(new string('A', 1_000_000));
        Find(string.Concat(Enumerable.Repeat("al-", 200_000)));
    }

    private static MentionLayer Find(string text, bool capitals = false)
    {
        var layer = new MentionLayer(Analysed.Text(text, capitals: capitals));
        Finder.Find(layer.Document, layer);
        return layer;
    }
}
