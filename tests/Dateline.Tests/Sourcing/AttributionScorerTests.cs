using Dateline.Evaluation.Attributions;

namespace Dateline.Tests.Sourcing;

public class AttributionScorerTests
{
    private const string Text = "Police said two men died.";

    [Fact]
    public void What_agrees_with_the_annotation_scores_full()
    {
        var table = AttributionScorer.Score([new GoldSpeech("d", Text, [new GoldAttribution([new(0, 6)], [new(7, 11)], [new(12, 24)])])], AttributionCorpusTests.Coder);

        Assert.All(table.Rows, row => Assert.Equal(1, row.F));
        Assert.Equal(["content", "content of all", "content of pairs", "cue", "source", "source head", "source of pairs"], table.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Another_cue_is_missed_and_extra()
    {
        var table = AttributionScorer.Score([new GoldSpeech("d", Text, [new GoldAttribution([], [new(20, 24)], [new TextSpan(0, 6)])])], AttributionCorpusTests.Coder);

        var cue = table["cue"]!;
        Assert.Equal((0, 1, 1), (cue.Hits, cue.Gold, cue.System));
    }
}
