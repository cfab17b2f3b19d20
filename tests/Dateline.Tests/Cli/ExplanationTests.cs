using Dateline.Cli.Output;

namespace Dateline.Tests.Cli;

public class ExplanationTests
{
    private static readonly CardStyle Plain = new(160, Color: false, Verbose: false);

    [Theory]
    [InlineData("[[0,10],[11,21]]")]
    [InlineData("""[{"start":0,"end":10},{"start":11,"end":21}]""")]
    public void Each_sentence_stands_above_its_mentions_and_claims(string sentences)
    {
        var found = FoundMentions.Read($$"""
            {"text":"First one. Second one.","sentences":{{sentences}},
             "mentions":[{"kind":"count","start":18,"end":21,"text":"one","low":1,"high":1,"of":null},{"kind":"timex","start":0,"end":5,"type":"DATE"}]}
            """);
        var text = Explanation.Render(SampleRecord.Build(), found, Plain);
        var first = text.IndexOf("[0] First one.", StringComparison.Ordinal);
        var timex = text.IndexOf("timex       “First” type=DATE", StringComparison.Ordinal);
        var second = text.IndexOf("[1] Second one", StringComparison.Ordinal);
        var count = text.IndexOf("count       “one” low=1 high=1", StringComparison.Ordinal);
        var claim = text.IndexOf("claim       “Six inmates” i1/participants/p1/count = 6..6 — a police source < Northern Agency (by sample)", StringComparison.Ordinal);
        Assert.True(first >= 0 && first < timex && timex < second && second < count && count < claim, text);
        Assert.Contains("not coded by Times: “for seven hours” a duration, no day", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"text":"x","mentions":[{"kind":"timex","start":-4,"end":99}],"sentences":[[5,90],["a"],7]}""")]
    [InlineData("""{"mentions":[{"start":5,"end":2}]}""")]
    public void Odd_offsets_do_not_stop_it(string json)
    {
        var found = FoundMentions.Read(json);
        Assert.NotEmpty(Explanation.Render(SampleRecord.Build(), found, Plain));
        Assert.NotEmpty(MentionTable.Render("x.txt", found, Plain));
    }

    [Fact]
    public void A_table_names_kind_words_and_meaning()
    {
        var table = MentionTable.Render("x.txt", FoundMentions.Read("""{"text":"In Moscow","mentions":[{"kind":"toponym","start":3,"end":9,"country":"RU"}]}"""), Plain);
        Assert.Matches(@"toponym\s+Moscow\s+country=RU", table);
    }
}
