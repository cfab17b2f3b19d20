using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

public class RecordScorerTests
{
    [Fact]
    public void A_right_record_scores_one_in_every_row()
    {
        var table = SomeGold.Score([SomeGold.Siege], [SomeGold.CodedSiege]);

        Assert.All(table.Rows.Where(row => !row.Name.StartsWith("leak", StringComparison.Ordinal)), row => Assert.True(row.F == 1, $"{row}"));
        Assert.Equal(1, table.Headline);
        Assert.Equal(0, table["leak of figures into the main incident (lower is better)"]!.Hits);
        Assert.Empty(table.Differences);
    }

    [Fact]
    public void A_report_without_a_record_counts_against_every_field()
    {
        var table = RecordScorer.Score([SomeGold.Report(SomeGold.Siege)], []);

        Assert.Equal(0, table.Headline);
        Assert.Equal((0, 1, 1), Counts(table, "documents read"));
        Assert.Equal((0, 1, 0), Counts(table, "incidents"));
        Assert.Equal((0, 2, 0), Counts(table, "participants"));
        Assert.Equal("main hostage-taking/siege: held three wardens", Assert.Single(Assert.Single(table.Differences).Missed).ToString());
    }

    [Fact]
    public void Incidents_are_paired_so_that_agreement_is_greatest_whatever_their_order()
    {
        var other = SomeGold.CodedSiege.Replace("hostage-taking/siege", "trial/charge", StringComparison.Ordinal).Replace("2013-02-20", "2012-01-01", StringComparison.Ordinal);

        var table = SomeGold.Score([SomeGold.Siege], [other, SomeGold.CodedSiege]);

        Assert.Equal((1, 1, 2), Counts(table, "incidents"));
        Assert.Equal((1, 1, 1), Counts(table, "type"));
        Assert.Equal((2, 2, 4), Counts(table, "participants"));
    }

    [Fact]
    public void More_than_six_incidents_are_paired_best_first()
    {
        var gold = Enumerable.Repeat(SomeGold.Siege, 7).ToArray();
        var table = SomeGold.Score(gold, Enumerable.Repeat(SomeGold.CodedSiege, 9).ToArray());

        Assert.Equal((7, 7, 9), Counts(table, "incidents"));
    }

    [Fact]
    public void Too_little_agreement_is_no_pair()
    {
        var table = SomeGold.Score([SomeGold.Siege], ["""{"type":"accident/crash","salience":"background"}"""]);

        Assert.Equal((0, 1, 1), Counts(table, "incidents"));
        Assert.Single(Assert.Single(table.Differences).Extra);
    }

    [Fact]
    public void A_rescue_beside_the_siege_it_ended_is_not_extra()
    {
        var rescue = SomeGold.CodedSiege.Replace("hostage-taking/siege", "security-operation/rescue", StringComparison.Ordinal);

        var table = SomeGold.Score([SomeGold.Siege], [SomeGold.CodedSiege, rescue]);

        Assert.Equal((1, 1, 1), Counts(table, "incidents"));
        Assert.Equal((2, 2, 2), Counts(table, "participants"));
    }

    [Fact]
    public void A_disputed_incident_is_neither_missed_nor_extra()
    {
        var disputed = SomeGold.Siege.Replace("\"links\":[]", "\"links\":[],\"optional\":true", StringComparison.Ordinal);

        Assert.Equal((0, 0, 0), Counts(SomeGold.Score([disputed], [SomeGold.CodedSiege]), "incidents"));
        Assert.Equal((0, 0, 0), Counts(SomeGold.Score([disputed], []), "incidents"));
    }

    [Fact]
    public void A_participant_that_sums_up_others_may_be_given()
    {
        var coded = SomeGold.CodedSiege.Replace("\"participants\":[", "\"participants\":[{\"key\":\"p0\",\"role\":\"victim\",\"mentions\":[\"ten people\"],\"claims\":[\"c1\"]},", StringComparison.Ordinal);

        Assert.Equal((2, 2, 2), Counts(SomeGold.Score([SomeGold.Siege], [coded]), "participants"));
    }

    [Theory]
    [InlineData("3..3", 1)]
    [InlineData("3", 1)]
    [InlineData("3..", 0)]
    [InlineData("2..3", 0)]
    [InlineData("many", 0)]
    public void A_figure_is_right_when_both_ends_are(string value, int hits) =>
        Assert.Equal(hits, SomeGold.Score([SomeGold.Siege], [SomeGold.CodedSiege.Replace("3..3", value, StringComparison.Ordinal)])["figures"]!.Hits - (value == "many" ? 1 : 0));

    [Fact]
    public void A_quote_away_from_its_offsets_and_a_value_without_a_claim_are_counted()
    {
        var coded = SomeGold.CodedSiege.Replace("\"start\":0", "\"start\":1", StringComparison.Ordinal).Replace("\"text\":\"knives\",\"claims\":[\"c1\"]", "\"text\":\"knives\",\"claims\":[\"c9\"]", StringComparison.Ordinal);
        var table = SomeGold.Score([SomeGold.Siege], [coded]);

        Assert.Equal((1, 2, 2), Counts(table, "evidence quote at its offsets"));
        Assert.Equal((8, 9, 9), Counts(table, "evidence values with a claim"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"report":5,"article":[],"incidents":[1,null,{"participants":{},"when":"soon","where":[],"claims":[3,{"value":[1],"field":"casualties/killed"}],"casualties":{"killed":null}}]}""")]
    [InlineData("""{"input":"d1","article":{},"incidents":[{"casualties":{"\ud800":{"low":1}},"when":{"\ud800":1}}]}""")]
    [InlineData("""{"input":"d1","article":{},"incidents":[{"trigger":"\ud800","claims":[{"evidence":{"start":1e99,"end":-5,"quote":"x"}}]}]}""")]
    public void A_record_of_the_wrong_shape_scores_and_does_not_stop(string record) =>
        Assert.Equal(0, RecordScorer.Score([SomeGold.Report(SomeGold.Siege)], [System.Text.Json.JsonDocument.Parse(record).RootElement])["incidents"]!.Hits);

    private static (int Hits, int Gold, int System) Counts(ScoreTable table, string row) =>
        table[row] is { } found ? (found.Hits, found.Gold, found.System) : (0, 0, 0);
}
