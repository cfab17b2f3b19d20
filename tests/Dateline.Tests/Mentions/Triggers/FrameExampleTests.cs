using Dateline.Mentions.Triggers;

namespace Dateline.Tests.Mentions.Triggers;

/// <summary>Every example of data/en/frames, one case each.</summary>
public class FrameExampleTests
{
    private static readonly ReportCoder Coder = ReportCoder.Load(Repository.Knowledge);

    public static TheoryData<string, string> Tellings() => Cases(frame => frame.Yes);

    public static TheoryData<string, string> NearMisses() => Cases(frame => frame.No);

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Sentence_tells(string sentence, string frame) => Assert.Null(FailureOf(sentence, frame, true));

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Sentence_does_not_tell(string sentence, string frame) => Assert.Null(FailureOf(sentence, frame, false));

    [Fact]
    public void Every_frame_has_three_examples_and_three_near_misses() =>
        Assert.Empty(Coder.Frames.Frames.Where(frame => frame.Yes.Count < 3 || frame.No.Count < 3).Select(frame => frame.Name));

    [Fact]
    public void Every_type_of_the_codebook_has_a_frame()
    {
        var told = Coder.Frames.Frames.Select(frame => frame.Type).ToHashSet();
        Assert.All(Coder.Codebook.Types, type => Assert.Contains(type.Code, told));
    }

    private static string? FailureOf(string sentence, string name, bool tells)
    {
        var frame = Coder.Frames.Frames.Single(frame => frame.Name == name);
        return FrameExamples.Failure(Coder, frame, (tells ? frame.Yes : frame.No).First(example => example.Text == sentence), tells);
    }

    private static TheoryData<string, string> Cases(Func<Frame, IReadOnlyList<FrameExample>> examples)
    {
        var cases = new TheoryData<string, string>();
        foreach (var frame in Coder.Frames.Frames)
        {
            foreach (var example in examples(frame)) cases.Add(example.Text, frame.Name);
        }

        return cases;
    }
}
