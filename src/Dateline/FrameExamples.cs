using Dateline.Mentions.Triggers;
using Dateline.Resources;

namespace Dateline;

/// <summary>Runs the examples of data/en/frames: each <c>yes</c> must tell its frame, each <c>no</c> must not.</summary>
public static class FrameExamples
{
    /// <summary>One error a failing example, at its line.</summary>
    public static IEnumerable<DataError> Failures(ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        foreach (var frame in coder.Frames.Frames)
        {
            foreach (var example in frame.Yes)
            {
                if (Failure(coder, frame, example, true) is { } problem) yield return new DataError(frame.File, example.Line, problem);
            }

            foreach (var example in frame.No)
            {
                if (Failure(coder, frame, example, false) is { } problem) yield return new DataError(frame.File, example.Line, problem);
            }
        }
    }

    /// <summary>What is wrong with one example; null when it holds.</summary>
    /// <param name="coder">The coder with the frames.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="example">One of its sentences.</param>
    /// <param name="tells">Whether the sentence stands under <c>yes</c>.</param>
    public static string? Failure(ReportCoder coder, Frame frame, FrameExample example, bool tells)
    {
        ArgumentNullException.ThrowIfNull(coder);
        var told = coder.FramesTold(example.Text);
        if (told.Contains(frame.Name) == tells) return null;
        return tells
            ? $"frame {frame.Name} is not told by \"{example.Text}\" (told: {(told.Count == 0 ? "nothing" : string.Join(", ", told))})"
            : $"frame {frame.Name} is told by \"{example.Text}\", which stands under \"no:\"";
    }
}
