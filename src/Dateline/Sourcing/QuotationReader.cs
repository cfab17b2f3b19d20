using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Gives every quotation its speaker, also where it runs over sentences and paragraphs or stands alone behind him.</summary>
internal sealed class QuotationReader(SpeechText text)
{
    /// <summary>Fewer tokens than this in quotation marks are a word or two of somebody's and no utterance.</summary>
    private const int ShortestUtterance = 5;

    private readonly Document _document = text.Document;

    /// <summary>Widens frames to the whole of the quotations they touch and adds frames for those that nobody speaks yet.</summary>
    public List<SpeechFrame> Complete(List<SpeechFrame> frames)
    {
        var completed = frames.ConvertAll(Widened);
        var next = 0;
        SpeechFrame? last = null;
        var lastAt = -1;
        var carried = new List<SpeechFrame>();
        var (covered, carriedEnd) = (0, 0);
        foreach (var quotation in text.Quotations)
        {
            while (next < completed.Count && completed[next].Cue.First < quotation.First)
            {
                if (text.QuotationAt(completed[next].Cue.First) is null && completed[next].MayGoOn && !IsAside(last, completed[next])) (last, lastAt) = (completed[next], next);
                covered = Math.Max(covered, completed[next].Content.End);
                next++;
            }

            if (quotation.End <= covered || IsSpoken(completed, next, quotation) || last is null || !IsUtterance(quotation)) continue;
            if (IsNextTo(last, quotation))
            {
                completed[lastAt] = last = last with { Content = Cover(last.Content, quotation) };
                covered = Math.Max(covered, quotation.End);
            }
            else if (last.BringsClaim && IsInNextParagraph(Math.Max(last.Content.End, Math.Max(last.Cue.End, carriedEnd)), quotation.First))
            {
                carriedEnd = quotation.End;
                carried.Add(new SpeechFrame(new TokenRange(quotation.First, quotation.First + 1), null, last.Chain, quotation, Modality.Stated, SpeechFrame.RunsOn));
            }
        }

        completed.AddRange(carried);
        return completed;
    }

    /// <summary>A quotation in what is said belongs to it whole: “A. B,” he said.</summary>
    private SpeechFrame Widened(SpeechFrame frame)
    {
        var content = frame.Content;
        if (content.Count <= 0 || text.QuotationAt(frame.Cue.First) is { } own && own.Contains(frame.Cue)) return frame;
        if (text.QuotationAt(content.First) is { } first && first.Last < frame.Cue.First) content = Cover(content, first);
        if (text.QuotationAt(content.Last) is { } last && last.First > frame.Start) content = Cover(content, last);
        return frame with { Content = content };
    }

    private static bool IsSpoken(List<SpeechFrame> frames, int next, TokenRange quotation)
    {
        for (var at = next; at < Math.Min(frames.Count, next + 6); at++)
        {
            if (frames[at].Content.Contains(quotation)) return true;
        }

        return false;
    }

    /// <summary>A whole sentence or more, and no words picked out of one.</summary>
    private bool IsUtterance(TokenRange quotation)
    {
        if (quotation.Count < ShortestUtterance) return false;
        var sentence = text.SentenceOf(quotation.First);
        return quotation.First - sentence.First <= 1 || text.Lower(quotation.First - 1) == ":";
    }

    /// <summary>Whether a quotation follows in the same paragraph right after the speaker's sentence, or after his colon.</summary>
    private bool IsNextTo(SpeechFrame frame, TokenRange quotation)
    {
        var sentence = text.SentenceOf(frame.Cue.First);
        if (quotation.First > sentence.End + 1 || quotation.First < frame.Cue.First) return false;
        return text.Lower(sentence.Last) == ":" || !text.OpensParagraph(quotation.First);
    }

    /// <summary>"…," she said, referring to the debate. "…": she goes on, the aside does not.</summary>
    private bool IsAside(SpeechFrame? before, SpeechFrame frame) =>
        before is { BringsClaim: true } && !frame.BringsClaim && _document.SentenceOf[before.Cue.First] == _document.SentenceOf[frame.Cue.First];

    /// <summary>Whether no whole paragraph lies between what was said last and a quotation; behind one, somebody else may speak.</summary>
    private bool IsInNextParagraph(int end, int quotation)
    {
        var paragraphs = 0;
        for (var token = quotation; token >= end && paragraphs < 2; token--)
        {
            if (text.OpensParagraph(token)) paragraphs++;
        }

        return paragraphs < 2;
    }

    private static TokenRange Cover(TokenRange a, TokenRange b) => new(Math.Min(a.First, b.First), Math.Max(a.End, b.End));
}
