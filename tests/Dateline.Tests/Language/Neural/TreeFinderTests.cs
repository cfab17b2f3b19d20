using Dateline.Language.Neural;
using FsCheck.Xunit;

namespace Dateline.Tests.Language.Neural;

public unsafe class TreeFinderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_search_finds_what_trying_every_tree_finds(int count)
    {
        var finder = new TreeFinder();
        for (var seed = 0; seed < 40; seed++)
        {
            var scores = Scores(count, new Random(seed));
            var plain = scores.Span(count * ArcScorer.Stride(count)).ToArray();
            var heads = new int[count];
            finder.Search(scores.Data, count, heads);
            var best = Trees(count).Where(tree => finder.IsTree(tree) && !Crosses(tree)).MaxBy(tree => Score(plain, tree))!;
            Assert.Equal(best, heads);
        }
    }

    [Fact]
    public void Best_heads_that_make_a_tree_are_taken_though_arcs_cross()
    {
        const int Count = 4;
        int[] crossing = [0, 4, 1, 1];
        var scores = Scores(Count, new Random(1));
        for (var i = 0; i < Count; i++) scores.Data[(i * ArcScorer.Stride(Count)) + crossing[i]] = 9;
        var heads = new int[Count];
        new TreeFinder().Find(scores.Data, Count, heads);
        Assert.Equal(crossing, heads);
    }

    [Theory]
    [InlineData(new[] { 0 }, true)]
    [InlineData(new[] { 2, 0, 2 }, true)]
    [InlineData(new[] { 0, 0 }, false)]
    [InlineData(new[] { 2, 1 }, false)]
    [InlineData(new[] { 0, 3, 2 }, false)]
    public void A_tree_has_one_root_and_no_ring(int[] heads, bool expected) => Assert.Equal(expected, new TreeFinder().IsTree(heads));

    [Theory]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(70)]
    [InlineData(GraphParser.Longest)]
    public void The_search_finds_the_score_that_the_slow_twin_finds(int count)
    {
        var scores = Scores(count, new Random(count));
        var plain = scores.Span(count * ArcScorer.Stride(count)).ToArray();
        var heads = new int[count];
        var finder = new TreeFinder();
        finder.Search(scores.Data, count, heads);
        Assert.True(finder.IsTree(heads));
        Assert.False(Crosses(heads));
        Assert.Equal(Slow(plain, count), Score(plain, heads), 1e-3);
    }

    [Property]
    public bool Any_scores_give_a_tree(byte words, int seed)
    {
        var count = 1 + (words % 60);
        var heads = new int[count];
        var finder = new TreeFinder();
        finder.Find(Scores(count, new Random(seed)).Data, count, heads);
        return finder.IsTree(heads);
    }

    private static AlignedBuffer<float> Scores(int count, Random random)
    {
        var stride = ArcScorer.Stride(count);
        var scores = new AlignedBuffer<float>();
        scores.Zeros(count * stride);
        for (var i = 0; i < count; i++)
        {
            for (var head = 0; head < stride; head++) scores.Data[(i * stride) + head] = head > count || head == i + 1 ? ArcScorer.Never : 6 * random.NextSingle();
        }

        return scores;
    }

    /// <summary>The best score by Eisner's search as it is told in books.</summary>
    private static double Slow(float[] scores, int count)
    {
        var stride = ArcScorer.Stride(count);
        var logs = Enumerable.Range(0, count).Select(i => Math.Log(scores.Skip(i * stride).Take(count + 1).Sum(score => Math.Exp(score)))).ToArray();
        double Arc(int word, int head) => scores[(word * stride) + head + 1] - logs[word];
        var (closedLeft, closedRight, openLeft, openRight) = (new double[count, count], new double[count, count], new double[count, count], new double[count, count]);
        for (var length = 1; length < count; length++)
        {
            for (var first = 0; first + length < count; first++)
            {
                var last = first + length;
                var open = Enumerable.Range(first, length).Max(k => closedLeft[first, k] + closedRight[k + 1, last]);
                (openLeft[first, last], openRight[first, last]) = (open + Arc(last, first), open + Arc(first, last));
                closedLeft[first, last] = Enumerable.Range(first + 1, length).Max(k => openLeft[first, k] + closedLeft[k, last]);
                closedRight[first, last] = Enumerable.Range(first, length).Max(k => closedRight[first, k] + openRight[k, last]);
            }
        }

        return Enumerable.Range(0, count).Max(root => closedRight[0, root] + closedLeft[root, count - 1] + Arc(root, -1));
    }

    private static double Score(float[] scores, int[] heads)
    {
        var stride = ArcScorer.Stride(heads.Length);
        return heads.Select((head, i) => scores[(i * stride) + head] - Math.Log(scores.Skip(i * stride).Take(heads.Length + 1).Sum(score => Math.Exp(score)))).Sum();
    }

    private static IEnumerable<int[]> Trees(int count) => Enumerable.Range(0, (int)Math.Pow(count + 1, count)).Select(number =>
    {
        var heads = new int[count];
        for (var i = 0; i < count; i++, number /= count + 1) heads[i] = number % (count + 1);
        return heads;
    });

    private static bool Crosses(int[] heads)
    {
        var arcs = heads.Select((head, i) => (First: Math.Min(head, i + 1), Last: Math.Max(head, i + 1))).ToArray();
        return arcs.Any(one => arcs.Any(other => one.First < other.First && other.First < one.Last && one.Last < other.Last));
    }
}
