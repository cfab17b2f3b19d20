using Dateline.Claims;

namespace Dateline.Tests.Claims;

public class RecordCheckerTests
{
    [Fact]
    public void A_record_that_keeps_its_promises_has_no_problems() =>
        Assert.Empty(RecordChecker.Check(Some.Record(new CasualtiesRecord { Freed = Two(["c1"]) })));

    [Fact]
    public void A_record_of_an_unreadable_input_is_fine() =>
        Assert.Empty(RecordChecker.Check(ReportRecord.Unreadable("a.txt", "a.txt is missing.")));

    [Fact]
    public void A_value_without_a_claim_is_a_defect() =>
        Problem("casualties/freed rests on no claim", Some.Record(new CasualtiesRecord { Freed = Two([]) }));

    [Fact]
    public void A_value_that_rests_on_a_claim_nobody_made_is_a_defect() =>
        Problem("rests on claim c9, which does not exist", Some.Record(new CasualtiesRecord { Freed = Two(["c9"]) }));

    [Fact]
    public void A_quote_that_does_not_stand_at_its_offsets_is_a_defect() =>
        Problem("\"three guards\" do not stand at 0..10", With(incident => incident with
        {
            Claims = [.. incident.Claims.Select(claim => claim.Id == "c1" ? claim with { Evidence = claim.Evidence with { Quote = "three guards" } } : claim)],
        }));

    [Theory]
    [InlineData(0, 4000)]
    [InlineData(-1, 4)]
    [InlineData(5, 4)]
    public void Offsets_outside_the_text_are_reported_not_thrown(int start, int end) =>
        Problem("outside the body", With(incident => incident with { Trigger = incident.Trigger with { Start = start, End = end } }));

    [Fact]
    public void Claim_ids_stand_once() =>
        Problem("claim id c1 stands twice", With(incident => incident with { Claims = [.. incident.Claims, incident.Claims[0]] }));

    [Theory]
    [InlineData("participants/p9/count")]
    [InlineData("casualties/wounded")]
    [InlineData("mood")]
    public void A_claim_is_on_a_field_that_exists(string field) =>
        Problem($"\"{field}\", which does not exist", With(incident => incident with
        {
            Claims = [.. incident.Claims, Some.Claim("c3", field, "2..2", "freed")],
        }));

    [Theory]
    [InlineData("two")]
    [InlineData("..")]
    [InlineData("5..2")]
    [InlineData("-1..2")]
    public void A_counts_value_is_low_to_high(string value) =>
        Problem("no count low..high", With(incident => incident with { Claims = [.. incident.Claims, Some.Claim("c3", "casualties/killed", value, "freed")] }));

    [Fact]
    public void Low_best_and_high_are_in_order() =>
        Problem("not ordered", Some.Record(new CasualtiesRecord { Freed = Two(["c1"]) with { Low = 3 } }));

    [Fact]
    public void Codes_are_known()
    {
        Problem("salience has the unknown code \"side\"", With(incident => incident with { Salience = "side" }));
        Problem("type \"Siege!\" is no code", With(incident => incident with { Type = "Siege!" }));
        Assert.Contains(RecordChecker.Check(Some.Record(), new HashSet<string> { "attack" }), problem => problem.Contains("not in the codebook", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_lead_to_another_incident() =>
        Problem("links to \"i1\"", With(incident => incident with { Links = [new LinkRecord { To = "i1", Relation = "background", Claims = ["c1"] }] }));

    private static CountRecord Two(IReadOnlyList<string> claims) => new() { Low = 2, Best = 2, High = 2, Claims = claims };

    private static ReportRecord With(Func<IncidentRecord, IncidentRecord> change) => Some.Record() with { Incidents = [change(Some.Incident())] };

    private static void Problem(string part, ReportRecord record) =>
        Assert.Contains(RecordChecker.Check(record), problem => problem.Contains(part, StringComparison.Ordinal));
}
