using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

public class FrozenScoresTests
{
    private const string Leak = "leak of figures into the main incident (lower is better)";

    private static readonly ScoreTable Before = new([new ScoreRow("documents read", 9, 10, 10), new ScoreRow("incidents", 700, 1000, 1000), new ScoreRow(Leak, 100, 1000, 1000)], []);

    [Fact]
    public void The_same_scores_have_not_fallen() => Assert.Empty(Falls(Before));

    [Fact]
    public void A_fall_within_the_slack_does_not_count() => Assert.Empty(Falls(With(new ScoreRow("incidents", 6996, 10000, 10000))));

    [Fact]
    public void A_fall_beyond_the_slack_is_named() =>
        Assert.Contains("incidents: 0.7000 before, 0.6990 now", Falls(With(new ScoreRow("incidents", 699, 1000, 1000))));

    [Fact]
    public void A_row_that_is_gone_has_fallen_to_nothing() =>
        Assert.Contains("incidents: 0.7000 before, 0.0000 now", Falls(Before with { Rows = [.. Before.Rows.Where(row => row.Name != "incidents")] }));

    [Fact]
    public void More_leaks_are_a_fall_and_fewer_are_not()
    {
        Assert.Contains(Falls(With(new ScoreRow(Leak, 101, 1000, 1000))), fall => fall.StartsWith("leak", StringComparison.Ordinal));
        Assert.Empty(Falls(With(new ScoreRow(Leak, 50, 1000, 1000))));
    }

    [Fact]
    public void Scores_of_another_gold_set_are_not_compared() =>
        Assert.Throws<EvaluationFileException>(() => Falls(With(new ScoreRow("documents read", 11, 11, 11))));

    [Theory]
    [InlineData("")]
    [InlineData("row,f\n")]
    [InlineData("row,precision,recall,f,hits,gold,system\nincidents,1,1\n")]
    [InlineData("row,precision,recall,f,hits,gold,system\nincidents,1,1,good,1,1,1\n")]
    public void A_broken_file_is_an_error(string csv)
    {
        using var file = new TemporaryFile("records.csv", csv);

        Assert.StartsWith(file.Path, Assert.Throws<EvaluationFileException>(() => FrozenScores.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    private static ScoreTable With(ScoreRow changed) => Before with { Rows = [.. Before.Rows.Select(row => row.Name == changed.Name ? changed : row)] };

    private static IReadOnlyList<string> Falls(ScoreTable now)
    {
        using var file = new TemporaryFile("records.csv", FrozenScores.ToCsv(Before));
        return FrozenScores.Read(file.Path).Falls(now);
    }
}
