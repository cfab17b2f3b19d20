using Dateline.Claims;
using Dateline.Incidents;
using Dateline.Mentions.Counts;
using Dateline.Sourcing;

namespace Dateline.Tests.Claims;

public class FiguresTests
{
    [Fact]
    public void Nothing_stated_gives_no_figure()
    {
        Assert.Null(Figures.Resolve([]));
        Assert.Null(Figures.Span([]));
    }

    [Fact]
    public void One_figure_is_all_three() => Assert.Equal((5, 5, 5), Resolve(Stated(5)));

    [Fact]
    public void A_floor_keeps_its_ceiling_open() => Assert.Equal((144, 144, null), Resolve(Floor(144)));

    [Fact]
    public void A_floor_beside_an_exact_figure_keeps_the_ceiling_open() => Assert.Equal((144, 145, null), Resolve(Floor(144), Stated(145)));

    [Fact]
    public void A_range_keeps_both_ends() => Assert.Equal((30, 30, 40), Resolve(new Figure("killed", new StatedCount(30, 40), false, false, -1, Statement())));

    [Fact]
    public void Differing_totals_span_low_to_high() => Assert.Equal((12, 14, 14), Resolve(Stated(12), Stated(14)));

    [Fact]
    public void Parts_do_not_add_up_with_their_whole() => Assert.Equal((6, 6, 6), Resolve(Stated(6), Part(2), Part(1)));

    [Fact]
    public void A_part_alone_still_counts() => Assert.Equal((2, 2, 2), Resolve(Part(2)));

    [Fact]
    public void Overtaken_figures_yield() => Assert.Equal((20, 20, null), Resolve(Floor(20), Stated(14) with { IsSuperseded = true }));

    [Fact]
    public void A_higher_figure_that_was_overtaken_yields_as_well() => Assert.Equal((9, 9, 9), Resolve(Stated(12) with { IsSuperseded = true }, Stated(9)));

    [Fact]
    public void When_every_figure_is_overtaken_the_last_word_is_still_told() => Assert.Equal((14, 14, 14), Resolve(Stated(14) with { IsSuperseded = true }));

    [Fact]
    public void A_denied_figure_is_no_total() => Assert.Equal((4, 4, 4), Resolve(Stated(4), Stated(90) with { Statement = Statement(Modality.Denied) }));

    [Fact]
    public void The_dead_of_one_side_are_no_rival_of_the_whole() => Assert.Equal((30, 30, 30), Resolve(Stated(30), Stated(3) with { Participant = 2 }));

    [Fact]
    public void The_policy_is_named()
    {
        Assert.Equal("only figure stated", Figures.Resolve([Stated(5)])!.Value.Resolved.Policy);
        Assert.Contains("overtaken", Figures.Resolve([Stated(5), Stated(4) with { IsSuperseded = true }])!.Value.Resolved.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_a_group_span_and_the_last_is_best()
    {
        var figures = Figures.Span([StatedCount.Exactly(6), StatedCount.Exactly(7)])!;
        Assert.Equal((6, 7, 7), (figures.Low, figures.Best, figures.High));
    }

    [Fact]
    public void A_floor_among_the_counts_of_a_group_opens_the_ceiling() => Assert.Null(Figures.Span([StatedCount.Exactly(6), StatedCount.AtLeast(5)])!.High);

    private static (int Low, int? Best, int? High) Resolve(params Figure[] stated)
    {
        var resolved = Figures.Resolve(stated)!.Value.Resolved;
        return (resolved.Low, resolved.Best, resolved.High);
    }

    private static Figure Stated(int number) => new("killed", StatedCount.Exactly(number), false, false, -1, Statement());

    private static Figure Floor(int number) => new("killed", StatedCount.AtLeast(number), false, false, -1, Statement());

    private static Figure Part(int number) => Stated(number) with { IsPart = true };

    private static Statement Statement(Modality modality = Modality.Stated) => new(new TextSpan(0, 1), SourceChain.OwnVoice, modality, "test", 1);
}
