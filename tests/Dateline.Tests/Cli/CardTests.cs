using System.Runtime.CompilerServices;
using Dateline.Claims;
using Dateline.Cli.Output;

namespace Dateline.Tests.Cli;

public class CardTests
{
    [Theory]
    [InlineData("siege-100", 100, false)]
    [InlineData("siege-48", 48, false)]
    [InlineData("siege-100-verbose", 100, true)]
    public void A_card_is_as_approved(string name, int width, bool verbose) =>
        Approved(name, Card.Render(SampleRecord.Build(), new CardStyle(width, Color: false, verbose)));

    [Fact]
    public void The_sample_is_a_sound_record() => Assert.Empty(RecordChecker.Check(SampleRecord.Build()));

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_for(int width)
    {
        var card = Card.Render(SampleRecord.Build(), new CardStyle(width, Color: false, Verbose: true));
        Assert.All(card.Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Without_colour_there_are_no_escape_sequences_and_with_it_the_words_are_the_same()
    {
        var plain = Card.Render(SampleRecord.Build(), new CardStyle(100, Color: false, Verbose: false));
        var colored = Card.Render(SampleRecord.Build(), new CardStyle(100, Color: true, Verbose: false));
        Assert.DoesNotContain('\u001B', plain);
        Assert.Contains('\u001B', colored);
        Assert.Equal(Words(plain), Words(System.Text.RegularExpressions.Regex.Replace(colored, "\u001B\\[[0-9;]*m", "")));
    }

    [Fact]
    public void Nobody_is_called_a_perpetrator_before_a_court_has_said_so()
    {
        var participant = new ParticipantRecord { Key = "p1", Role = "perpetrator", Kind = "person", LegalStatus = "charged" };
        Assert.Equal("Accused / perpetrator (as reported)", CardWords.Role(participant));
        Assert.Equal("Perpetrator (convicted)", CardWords.Role(participant with { LegalStatus = "convicted" }));
    }

    [Theory]
    [InlineData(6, 6, 6, "6")]
    [InlineData(144, 144, null, "at least 144")]
    [InlineData(20, 25, 30, "20–30 (best 25)")]
    [InlineData(4, 6, 6, "4–6 (best 6)")]
    [InlineData(null, 5, 5, "at most 5")]
    [InlineData(null, null, null, null)]
    [InlineData(12000, 12000, 12000, "12,000")]
    public void Counts_are_told_in_words(int? low, int? best, int? high, string? words) =>
        Assert.Equal(words, CardWords.Count(new CountRecord { Low = low, Best = best, High = high }));

    [Fact]
    public void Words_of_a_report_cannot_steer_the_terminal() =>
        Assert.Equal("a [31mred line", CardWords.Clean(" a\u001B [31mred\r\n\u202Eline\u0007 "));

    [Fact]
    public void A_long_quote_keeps_its_beginning_and_end()
    {
        var quote = CardWords.Quote(string.Join(' ', Enumerable.Range(1, 100)), 40);
        Assert.True(quote.Length <= 40, quote);
        Assert.StartsWith("1 2 3", quote, StringComparison.Ordinal);
        Assert.EndsWith("99 100", quote, StringComparison.Ordinal);
    }

    /// <summary>Compares with the approved file; a missing or differing one is left beside it as <c>.received.txt</c> for a look.</summary>
    private static void Approved(string name, string text, [CallerFilePath] string file = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(file)!, "cards", name + ".txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected != text) File.WriteAllText(Path.ChangeExtension(approved, ".received.txt"), text);
        Assert.Equal(expected, text);
    }

    private static string Words(string card) => string.Join(' ', card.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
