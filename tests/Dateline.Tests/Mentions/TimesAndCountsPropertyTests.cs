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
    private static readonly TimeFinder RequestTimes = Times.For(TimeRegister.Request);
    private static readonly LocalDate Published = new(2024, 6, 16);
    private static readonly CountFinder Counts = CountFinder.Load(Repository.Knowledge);

    private static readonly string[] Words =
    [
        "at", "least", "144", "people", "two", "hundred", "and", "a", "half", "dozen", "-", "of", "them", "March", "22", "2022", ",", "the", "next", "day", "last", "week", "no", "one", "Sunday", "1990s",
        "99999999999999", "0", "million", "to", "between", "from", "3.5", "1,400", "year", "old", "night", "31", "February", "29", "10:35", "p.m.", "century", "9999", "ago", "later", "trillion", "'s", "more", "\u0000", "\u202B", "½", "١٢",
        "/", "2/15", "2/29", "BC", "Ramadan", "Easter", "quarter", "past", "half", "at", "tonight", "first", "Monday", "after", "in", "minutes", "1936", "45", "20201301", "99:99", "7p", "oh", "weeks", "may", "0000", "1582",
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
    [InlineData("1/")]
    [InlineData("12/31/1999/")]
    [InlineData("10:10:")]
    [InlineData("1999-12-31T23:59:")]
    [InlineData("two days after ")]
    [InlineData("May and ")]
    [InlineData("a quarter past a quarter to ")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 1_000_000) text.Append(piece);
        var document = Analysed.Text(text.ToString(), Published);
        var clock = Stopwatch.StartNew();
        foreach (var finder in (IMentionFinder[])[Times, RequestTimes, Counts]) finder.Find(document, new MentionLayer(document));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    private static bool IsSound(string text)
    {
        var first = Read(text);
        var second = Read(text);
        var (request, requestAgain) = (Read(text, RequestTimes), Read(text, RequestTimes));
        return first.Times.SequenceEqual(second.Times) && first.Counts.SequenceEqual(second.Counts)
            && request.Times.SequenceEqual(requestAgain.Times)
            && first.Times.Concat(request.Times).All(time => time.Days is not { } days || days.Start <= days.End)
            && first.Times.Concat(request.Times).All(time => time.Span.Start >= 0 && time.Span.End <= text.Length && !time.Span.IsEmpty)
            && first.Counts.All(count => count.Span.End <= text.Length && !count.Span.IsEmpty && count.Tokens.Contains(count.Quantity) && (count.Noun < 0 || count.Tokens.Contains(count.Noun)));
    }

    private static MentionLayer Read(string text, TimeFinder? times = null)
    {
        var document = Analysed.Text(text, Published);
        var layer = new MentionLayer(document);
        (times ?? Times).Find(document, layer);
        Counts.Find(document, layer);
        return layer;
    }
}
