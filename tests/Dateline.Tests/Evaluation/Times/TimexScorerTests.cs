using Dateline.Evaluation.Records;
using Dateline.Evaluation.Times;

namespace Dateline.Tests.Evaluation.Times;

public class TimexScorerTests
{
    /// <summary>Counted by hand: five annotated, five found; "March 22" exact with another value, "the next day" found too long, "May" missed, "now" too many.</summary>
    [Fact]
    public void A_small_text_is_counted_as_by_hand()
    {
        var gold = new GoldTimes("d1", "On March 22 he fled. The next day, in May and 2019, two days on, now.", null,
        [
            Timex(3, 11, "DATE", "2024-03-22"), Timex(25, 33, "DATE", "2024-03-23"), Timex(38, 41, "DATE", "2024-05"), Timex(46, 50, "DATE", "2019"), Timex(52, 60, "DURATION", "P2D"),
        ]);
        var table = TimexScorer.Score([(gold, [Timex(3, 11, "DATE", "2023-03-22"), Timex(21, 33, "DATE", "2024-03-23"), Timex(46, 50, "DATE", "2019"), Timex(52, 60, "SET", "P2D"), Timex(65, 68, "DATE", "PRESENT_REF")])]);

        Assert.Equal((4, 5, 5), Counts(table, "relaxed"));
        Assert.Equal((3, 5, 5), Counts(table, "strict"));
        Assert.Equal((3, 5, 5), Counts(table, "type"));
        Assert.Equal((3, 5, 5), Counts(table, "value"));
        Assert.Equal((2, 4, 4), Counts(table, "value [DATE]"));
        Assert.Equal(5, table.Errors.Count);
    }

    [Fact]
    public void Offsets_of_a_file_count_code_points()
    {
        using var file = new TemporaryFile("times.jsonl", """{"id":"d1","dct":{"value":"2024-06-16"},"text":"😀😀 on Sunday","timexes":[{"start":6,"end":12,"type":"DATE","value":"2024-06-16"}]}""");
        var gold = Assert.Single(GoldTimes.Read(file.Path));
        Assert.Equal("Sunday", gold.Text[gold.Timexes[0].Span.Start..gold.Timexes[0].Span.End]);
    }

    [Fact]
    public void A_broken_line_is_named()
    {
        using var file = new TemporaryFile("times.jsonl", """{"id":"d1","dct":{"value":"2024-06-16"},"text":"on Sunday","timexes":[{"start":3,"end":90}]}""");
        Assert.Contains("an object with id, text, dct and timexes is expected", Assert.Throws<EvaluationFileException>(() => GoldTimes.Read(file.Path).ToList()).Message, StringComparison.Ordinal);
    }

    private static TimexAnnotation Timex(int start, int end, string type, string value) => new(new TextSpan(start, end), type, value);

    private static (int Hits, int Gold, int System) Counts(ScoreTable table, string row) => (table[row]!.Hits, table[row]!.Gold, table[row]!.System);
}
