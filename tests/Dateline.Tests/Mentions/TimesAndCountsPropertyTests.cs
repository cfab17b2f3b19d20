using System.Diagnostics;
using System.Text;
using Dateline.Mentions;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Times;
using FsCheck.Xunit;
using NodaTime;

namespace Dateline.Tests.Mentions;

public class TimesAndCountsPropertyTests
{
    private static readonly TimeFinder Times = TimeFinder.Load(Repository.Knowledge);
    private static readonly CountFinder Counts = CountFinder.Load(Repository.Knowledge);

    private static readonly string[] Words =
    [
        "at", "least", "144", "people", "two", "hundred", "and", "a", "half", "dozen", "-", "of", "them", "March", "22", "2022", ",", "the", "next", "day", "last", "week", "no", "one", "Sunday", "1990s",
        "99999999999999", "0", "million", "to", "between", "from", "3.5", "1,400", "year", "old", "night", "31", "February", "29", "10:35", "p.m.", "century", "9999", "ago", "later", "trillion", "'s", "more", "\u0000", "\u202B", "½", "١٢",
    ];

    [Property(MaxTest = 300)]
    public bool Any_text_is_read_without_failing_and_twice_the_same(string? text) => IsSound(text ?? "");

    [Property(MaxTest = 400)]
    public bool Any_run_of_likely_words_is_read_without_failing(int[] picks) =>
        IsSound(string.Join(' ', picks.Select(pick => Words[(int)((uint)pick % (uint)Words.Length)])));

    [Theory]
    [InlineData("1234567890 ")]
    [InlineData("twenty-")]
    [InlineData("1")]
    [InlineData("the first two of the last three months of ")]
    [InlineData("hundred thousand million ")]
    [InlineData("no no-one nobody at least more than up to ")]
    [InlineData("a")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 1_000_000) text.Append(piece);
        var clock = Stopwatch.StartNew();
        Read(text.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    private static bool IsSound(string text)
    {
        var first = Read(text);
        var second = Read(text);
        return first.Times.SequenceEqual(second.Times) && first.Counts.SequenceEqual(second.Counts)
            && first.Times.All(time => time.Span.Start >= 0 && time.Span.End <= text.Length && !time.Span.IsEmpty)
            && first.Counts.All(count => count.Span.End <= text.Length && !count.Span.IsEmpty && count.Tokens.Contains(count.Quantity) && (count.Noun < 0 || count.Tokens.Contains(count.Noun)));
    }

    private static MentionLayer Read(string text)
    {
        var document = Analysed.Text(text, new LocalDate(2024, 6, 16));
        var layer = new MentionLayer(document);
        Times.Find(document, layer);
        Counts.Find(document, layer);
        return layer;
    }
}
