using Dateline.Evaluation.Times;

namespace Dateline.Tests.Evaluation.Times;

public class SpanPairsTests
{
    [Fact]
    public void The_longest_overlap_is_paired_first() =>
        Assert.Equal([(1, 0)], SpanPairs.Of([new TextSpan(0, 4), new TextSpan(4, 12)], [new TextSpan(2, 12)]));

    [Fact]
    public void Of_equal_overlaps_the_equal_span_wins() =>
        Assert.Equal([(0, 1)], SpanPairs.Of([new TextSpan(5, 9)], [new TextSpan(4, 9), new TextSpan(5, 9)]));

    [Fact]
    public void Spans_that_only_touch_are_no_pair() => Assert.Empty(SpanPairs.Of([new TextSpan(0, 4)], [new TextSpan(4, 8)]));
}
