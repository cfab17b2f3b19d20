using System.Diagnostics;
using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dateline.Tests.Language;

/// <summary>What holds for any text, however hostile.</summary>
public class AnyTextTests
{
    private static readonly PlainTextReader Reader = PlainTextReader.Load(Repository.Knowledge);
    private static readonly LanguageAnalyser Analyser = LanguageAnalyser.Load(Repository.Knowledge);

    public static TheoryData<string> HostileTexts =>
    [
        "x", "x ", ".", ". ", "'", "\"", "a.", "A. ", "a-", "1,", "1.", "1-", "a'", "@", "a@", "#a", "(", ")", "\n", "\r\n", "\n\n", "a\n", "\"a\" ", "!\"", "\" ",
        "http://", "www.", "a.b", "\u202E", "\0", "🙂", "👩‍👩‍👧", "é", "e\u0301", "م", "漢", "—", "...", "…", "Dec. ", "U.S. ", "J. ", "No. ", "MOSCOW: ", "(AP) - ", "MOSCOW - ",
        "16 June 2024 ", "By Jane Doe\n", "Share\n", "2024-06-16\n", "&", "A&B&", "-a", " 's", "a's", "a\u00AD", "\uFFFD", "﷽",
    ];

    [Property(MaxTest = 300, Arbitrary = [typeof(NewsLikeText)])]
    public void Tokens_tile_what_is_not_space_and_sentences_tile_the_tokens(string text) => CheckTiling(text);

    [Property(MaxTest = 300)]
    public void Any_string_is_read(NonNull<string> text) => CheckTiling(Report.WellFormed(text.Get));

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Long_repetitions_take_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        CheckTiling(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed} for 300,000 characters of \"{piece}\"");
    }

    [Fact]
    public void Five_megabytes_in_one_line_are_read()
    {
        var line = string.Concat(Enumerable.Repeat("On Sunday, Dec. 4, two guards at Detention Centre 1 weren't hurt, the U.S.-led force said. ", 55_000));
        var watch = Stopwatch.StartNew();
        CheckTiling(line);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    private static void CheckTiling(string text)
    {
        var article = Reader.Read(new Report("test", text));
        var document = Analyser.Analyse(article);
        var covered = new bool[article.Text.Length];
        foreach (var skipped in article.Skipped) covered.AsSpan(skipped.Start, skipped.Length).Fill(true);
        var end = 0;
        foreach (var token in document.Spans)
        {
            Assert.True(token.Start >= end && token.Length is > 0 and <= Tokenizer.MaxTokenLength);
            covered.AsSpan(token.Start, token.Length).Fill(true);
            end = token.End;
        }

        var from = article.Title?.Start ?? 0;
        for (var i = from; i < covered.Length; i++)
        {
            if (!covered[i] && !Tokenizer.IsSpace(article.Text[i])) Assert.Fail($"no token for '{article.Text[i]}' at {i}");
        }

        var next = 0;
        foreach (var sentence in document.SentenceRanges)
        {
            Assert.True(sentence.First == next && sentence.Count is > 0 and <= SentenceSplitter.MaxTokens);
            next = sentence.End;
        }

        Assert.Equal(document.TokenCount, next);
    }

    /// <summary>Texts of the pieces that news is made of, in any order.</summary>
    public static class NewsLikeText
    {
        private static readonly string[] Pieces =
        [
            "MOSCOW", ": ", " - ", " — ", "(AP)", " ", " ", " ", "\n", "\n\n", ".", ". ", "...", "…", "?", "!", "\"", "“", "”", "'", "’s", "n't", "don’t", "U.S.", "Dec. ", "Gen. ", "J. ", "16", "1,400", "10:26", "2024-06-16", "June 16, 2024",
            "Published", "By Jane Doe", "Share", "Read more", "two guards", "were killed", "hostage-taker", "http://a.example/x", "a@b.example", "@desk", "#tag", "$", "€", "(", ")", "[", "]", "漢字", "القاهرة", "\u202E", "\0", "\t", "🙂", "\uD800", "\uDC00", "é", "\u0301",
        ];

        public static Arbitrary<string> Text() =>
            Gen.Elements(Pieces).ListOf().Select(pieces => Report.WellFormed(string.Concat(pieces))).ToArbitrary();
    }
}
