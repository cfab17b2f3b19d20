using System.Diagnostics;
using System.Text;
using Dateline.Mentions.Names;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Mentions.Names;

public class NameFinderTests
{
    private static readonly KnowledgeNode File = Repository.Corpus("names.yaml");

    private static readonly string[] Words =
    [
        "President", "Mr.", "Fuad", "Haidar", "al-Abadi", "al", "-", "Qaeda", "in", "Iraq", "the", "The", "of", "and", "Bank", "China", "IS", "(", ")", "IMF", "International", "Monetary", "Fund", "Monday", "'s", ",", ".", "said",
        "SYRIAN", "rebels", "Kurds", "F-16", "Toyota", "Hilux", "AK-47", "Boeing", "737", "Washington", "Jordan", "bin", "Laden", "\u0000", "é", "Ḥ", "U.S.", "\"", "Dr", "Al", "Jazeera", "\n",
    ];

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var item in File["cases"]!.Items.Where(item => item.TextOf("pending") is null)) data.Add(item.Required("text"), string.Join(" | ", item.TextsOf("names")));
        return data;
    }

    public static TheoryData<string> NeverCases() => [.. File["never"]!.Texts];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_names_of_a_text(string text, string names) => Assert.Equal(names, TheNames.Told(TheNames.Find(text, !text.Any(char.IsLower))));

    [Theory]
    [MemberData(nameof(NeverCases))]
    public void Finds_none_in_a_near_miss(string text) => Assert.Equal("", TheNames.Told(TheNames.Find(text, !text.Any(char.IsLower))));

    [Fact]
    public void What_is_a_name_once_is_one_of_the_same_kind_everywhere()
    {
        var found = TheNames.Find("Fuad Haidar spoke first. The crowd cheered. Then Haidar left. \"Haidar is tired,\" his aide said. They waited for Haidar in vain.");
        Assert.Equal(4, found.Names.Count(name => name.Kind == NameKind.Person && found.Document.TextOf(name.Tokens).EndsWith("Haidar", StringComparison.Ordinal)));
    }

    [Property(MaxTest = 200)]
    public bool Any_text_is_read_without_failing_and_twice_the_same(string? text) => IsSound(text ?? "");

    [Property(MaxTest = 400)]
    public bool Any_run_of_likely_words_is_read_without_failing(int[] picks) =>
        IsSound(string.Join(' ', picks.Select(pick => Words[(int)((uint)pick % (uint)Words.Length)])));

    [Theory]
    [InlineData("Haidar ")]
    [InlineData("Fuad Haidar (FH) and ")]
    [InlineData("al-")]
    [InlineData("A")]
    [InlineData("President of the Bank of China ")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 200_000) text.Append(piece);
        var document = SomeTokens(text.ToString());
        var clock = Stopwatch.StartNew();
        var layer = new Dateline.Mentions.MentionLayer(document);
        new NameFinder(TheNames.Tagger, TheNames.Lists).Find(document, layer);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
    }

    private static Dateline.Language.Document SomeTokens(string text) => Analysed.Text(text);

    private static bool IsSound(string text)
    {
        var first = TheNames.Find(text);
        var second = TheNames.Find(text);
        var end = 0;
        foreach (var name in first.Names)
        {
            if (name.Span.IsEmpty || name.Span.End > text.Length || name.Tokens.First < end || first.Document.SpanOf(name.Tokens) != name.Span) return false;
            end = name.Tokens.End;
        }

        return first.Names.SequenceEqual(second.Names);
    }
}
