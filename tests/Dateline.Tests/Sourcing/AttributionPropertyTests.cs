using System.Diagnostics;
using FsCheck.Xunit;

namespace Dateline.Tests.Sourcing;

/// <summary>What holds for the attributions of any text.</summary>
public class AttributionPropertyTests
{
    private static readonly string[] Words = ["police", "said", "that", "\"", "“", "”", ",", ".", ":", "according", "to", "the", "citing", "as", "saying", "quoted", "by", "TASS", "he", "adding", "and", "but", ";", "\n\n", "two", "men", "died", "who", "wants", "claim", "support", "for", "is", "expected", "'", "a", "statement"];

    [Property(MaxTest = 100)]
    public void Attributions_stand_within_the_text_and_come_in_order(int[] picks)
    {
        var text = string.Join(' ', picks.Select(pick => Words[(pick & int.MaxValue) % Words.Length]));
        var reading = AttributionCorpusTests.Read(text);
        var last = 0;
        foreach (var found in reading.Attributions)
        {
            Assert.False(found.Content.IsEmpty);
            Assert.InRange(found.Content.End, found.Content.Start, reading.Document.Text.Length);
            Assert.True(found.Content.Start >= last);
            Assert.All(found.Chain.Sources, source => Assert.False(string.IsNullOrWhiteSpace(source.Name)));
            last = found.Content.Start;
            Assert.All(found.Parts, part => Assert.False(part.Overlaps(found.Cue) || (found.Source is { } source && part.Overlaps(source))));
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("police said ")]
    [InlineData("“a police said ")]
    [InlineData("according to ")]
    [InlineData("she wants him to support plans to ")]
    [InlineData("He said, adding that, ")]
    public void Long_repetitions_are_read_in_time(string part)
    {
        var clock = Stopwatch.StartNew();
        AttributionCorpusTests.Read(string.Concat(Enumerable.Repeat(part, 4000)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }
}
