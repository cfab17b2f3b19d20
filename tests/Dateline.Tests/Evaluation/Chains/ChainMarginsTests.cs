using Dateline.Evaluation.Training;

namespace Dateline.Tests.Evaluation.Chains;

public class ChainMarginsTests
{
    /// <summary>Links from the clearest on, right (+) or wrong (-), with leads 5, 4, 3 …; the margin that keeps the wanted share.</summary>
    [Theory]
    [InlineData("+++-", 0.75, 1)]
    [InlineData("+++-", 0.8, 2.5)]
    [InlineData("+-++", 0.75, 1)]
    [InlineData("-+", 0.9, 100)]
    [InlineData("", 0.9, 100)]
    public void The_margin_is_the_least_that_keeps_the_share(string links, double precision, float margin) =>
        Assert.Equal(margin, ChainMargins.Least([.. links.Select((link, index) => (5f - index, link == '+'))], precision));
}
