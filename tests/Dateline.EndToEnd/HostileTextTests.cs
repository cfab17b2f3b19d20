using System.Diagnostics;
using System.Text;
using Dateline.Claims;

namespace Dateline.EndToEnd;

/// <summary>Texts that are text but no news: the command survives them, quickly.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string> Texts => new()
    {
        { "no spaces", new string('x', 1_000_000) },
        { "only punctuation", string.Concat(Enumerable.Repeat("?!.,;:—…()[]\"'", 5_000)) },
        { "control characters", "Two guards\u0001\u0007\u001B[31m were\u0085 freed\u200B\u202E on Sunday." },
        { "right to left", "قُتل ستة من محتجزي الرهائن في سجن يوم الأحد، بحسب الشرطة. שני סוהרים שוחררו." },
        { "brackets", new string('(', 100_000) + new string(')', 100_000) },
        { "quotation marks", string.Concat(Enumerable.Repeat("“", 50_000)) + " he said." },
        { "digits", new string('9', 200_000) },
        { "new lines", string.Concat(Enumerable.Repeat("\r\n\n\r", 50_000)) + "End." },
        { "combining marks", "e" + new string('\u0301', 100_000) },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 10_000)) },
        { "one word", "Attack" },
        { "replacement characters", new string('\uFFFD', 10_000) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_gives_one_record_whose_promises_hold(string name, string text)
    {
        Assert.NotEmpty(name);
        _desk.Write("text.txt", text);
        var run = _desk.Start("read", "text.txt");
        Assert.True(run.ExitCode is 0 or 1, run.Errors);
        Assert.Empty(run.Errors);
        Assert.Empty(RecordChecker.Check(RecordJson.Read(Assert.Single(run.Lines))));
    }

    [Fact]
    public void Fifty_megabytes_in_one_line_are_cut_and_a_note_says_so()
    {
        const string Sentence = "Gunmen killed two guards near Example Town on Sunday, police said. ";
        _desk.Write("long.txt", string.Concat(Enumerable.Repeat(Sentence, 50 * 1024 * 1024 / Sentence.Length)));
        var clock = Stopwatch.StartNew();
        var run = _desk.Start("read", "long.txt");
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"took {clock.Elapsed}");
        var record = RecordJson.Read(Assert.Single(run.Lines));
        Assert.Equal(1_000_000, record.Article!.Body.Length);
        Assert.Contains(record.Notes, note => note.Why.StartsWith("only the first 1,000,000 characters were read", StringComparison.Ordinal));
    }

    [Fact]
    public void Fifty_megabytes_in_one_JSON_line_are_cut_as_well()
    {
        _desk.Write("long.jsonl", "{\"text\":\"" + new string('x', 50 * 1024 * 1024) + "\"}\n{\"id\":\"next\",\"text\":\"A short report.\"}\n");
        var run = _desk.Start("read", "long.jsonl");
        Assert.Equal(2, run.Lines.Length);
        Assert.Equal(1_000_000, RecordJson.Read(run.Lines[0]).Article!.Body.Length);
        Assert.Equal("next", RecordJson.Read(run.Lines[1]).Input);
    }

    [Theory]
    [InlineData("""{"text":"lone \ud83c high"}""", "lone \uFFFD high")]
    [InlineData("""{"text":"lone \uDFA5 low"}""", "lone \uFFFD low")]
    [InlineData("""{"text":"pair \ud83c\udfa5 kept"}""", "pair \ud83c\udfa5 kept")]
    [InlineData("""{"text":"two highs \ud83c\ud83c\udfa5"}""", "two highs \uFFFD\ud83c\udfa5")]
    [InlineData("""{"text":"slash \\ud83c kept"}""", "slash \\ud83c kept")]
    public void Unpaired_surrogates_in_JSON_are_replaced(string line, string body)
    {
        _desk.Write("line.jsonl", line);
        Assert.Equal(body, RecordJson.Read(_desk.Start("read", "line.jsonl").Lines[0]).Article!.Body);
    }

    [Fact]
    public void Unpaired_surrogates_in_UTF_16_text_are_replaced()
    {
        _desk.Write("text.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Attack "), 0x3C, 0xD8, .. Encoding.Unicode.GetBytes(" on Sunday")]);
        Assert.Equal("Attack \uFFFD on Sunday", RecordJson.Read(_desk.Start("read", "text.txt").Lines[0]).Article!.Body);
    }

    [Fact]
    public void Nothing_a_report_holds_reaches_the_terminal_as_a_command()
    {
        _desk.Write("text.txt", "\u001B]0;owned\u0007 Attack \u001B[2J on Sunday");
        Assert.DoesNotContain('\u001B', _desk.Start("read", "text.txt", "--format", "card").Output);
    }
}
