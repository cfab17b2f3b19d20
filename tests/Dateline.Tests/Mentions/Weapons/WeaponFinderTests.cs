using Dateline.Mentions;
using Dateline.Mentions.Weapons;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Mentions.Weapons;

public class WeaponFinderTests(ITestOutputHelper output)
{
    private static readonly WeaponLexicon Lexicon = WeaponLexicon.Load(Repository.Knowledge);
    private static readonly WeaponFinder Finder = new(Lexicon);
    private static readonly KnowledgeNode File = Repository.Corpus("weapons.yaml");

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var item in File["cases"]!.Items) data.Add(item.Required("text"), string.Join(" | ", item.TextsOf("weapons")));
        return data;
    }

    public static TheoryData<string> NeverCases() => [.. File["never"]!.Texts];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_weapons_of_a_phrase(string text, string weapons)
    {
        var found = Find(text);
        Assert.Equal(weapons, string.Join(" | ", found.Weapons.Select(w => $"{(w.IsImplied ? "~" : "")}{w.Code}: {found.Document.TextOf(w.Span)}")));
    }

    [Theory]
    [MemberData(nameof(NeverCases))]
    public void Finds_none_in_a_near_miss(string text)
    {
        var found = Find(text);
        Assert.Empty(found.Weapons.Select(w => found.Document.TextOf(w.Span)));
    }

    [Fact]
    public void Knows_many_terms()
    {
        output.WriteLine($"{Lexicon.Count} wordings, {Lexicon.Codes.Count()} codes");
        Assert.True(Lexicon.Count >= 350);
        Assert.All(Lexicon.Codes, code => Assert.NotNull(Lexicon.Meaning(code)));
    }

    [Property]
    public void Never_throws_whatever_the_text(string? text) => Find(text ?? "");

    [Fact]
    public void A_million_characters_without_a_space_are_read() => Find(string.Concat(Enumerable.Repeat("gun-", 250_000)));

    private static MentionLayer Find(string text)
    {
        var layer = new MentionLayer(Analysed.Text(text));
        Finder.Find(layer.Document, layer);
        return layer;
    }
}
