using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Ends what is said where the sentence goes on about something else: at the verb above the cue, or where another source or cue takes over.</summary>
internal sealed class ContentClipper(SpeechText text)
{
    /// <summary>How many frames further on can end one.</summary>
    private const int Reach = 8;

    private readonly Document _document = text.Document;

    public void Clip(List<SpeechFrame> frames)
    {
        var order = Enumerable.Range(0, frames.Count).OrderBy(at => frames[at].Cue.First).ThenBy(at => at).ToArray();
        for (var place = 0; place < order.Length; place++)
        {
            var frame = frames[order[place]];
            if (frame.Content.First < frame.Cue.First || frame.By == SpeechFrame.RunsOn) continue;
            var end = Math.Min(frame.Content.End, BeforeAbove(frame));
            for (var next = place + 1; next < Math.Min(order.Length, place + 1 + Reach); next++)
            {
                if (frames[order[next]] is var other && StartOf(other, frame) is var start && start > frame.Content.First && start < end && TakesOver(frame, other, start)) end = start;
            }

            if (end < frame.Content.End && Trimmed(frame.Content.First, end) is var last && last > frame.Content.First) frames[order[place]] = frame with { Content = frame.Content with { End = last } };
        }
    }

    /// <summary>"Praising her foe, he said": what is praised ends before the verb that the praise hangs on.</summary>
    private int BeforeAbove(SpeechFrame frame)
    {
        var content = frame.Content;
        var cue = frame.Cue.Last;
        var below = text.Tree.Subtree(cue).End;
        var steps = 0;
        for (var head = _document.Heads[cue]; head >= 0 && steps++ < Reach; head = _document.Heads[head])
        {
            if (content.Contains(head) && text.QuotationAt(head) is null && below > content.First) return below;
        }

        return content.End;
    }

    /// <summary>Where another cue sets in: with its own source, or with itself when it shares the one of a frame before.</summary>
    private int StartOf(SpeechFrame other, SpeechFrame frame) =>
        IsAddedClause(other) ? other.Cue.First - 1 : other.Phrase is { } phrase && phrase.Tokens.First > frame.Cue.First ? Math.Min(phrase.Tokens.First, other.Cue.First) : other.Cue.First;

    /// <summary>"the endorsement of Humphrey, who told the paper that …": added to what is said rather than a part of it.</summary>
    private bool IsAddedClause(SpeechFrame other) => other.BringsClaim && text.Lower(other.Cue.First - 1) is "who" or "which" && text.IsComma(other.Cue.First - 2);

    /// <summary>Whether another cue stands beside a frame rather than in what it says: ", adding that", "and threatened to", ", but she opposes".</summary>
    private bool TakesOver(SpeechFrame frame, SpeechFrame other, int start)
    {
        if (text.QuotationAt(start) is not null || other.Content.Contains(frame.Cue)) return false;
        var joint = start - 1;
        if (IsAddedClause(other) && !frame.BringsClaim) return true;
        if (text.Lower(joint) is "but" or "while" or "whereas" or "although" or "though") return true;
        if (start == other.Cue.First && _document.Xpos[start] == "VBG") return (text.IsComma(joint) || !frame.BringsClaim) && IsBeside(frame, other);
        if (start == other.Cue.First && text.Lower(joint) == "and" && (text.Lemma(other.Cue.Last) == text.Lemma(frame.Cue.Last) || _document.Xpos[frame.Cue.Last] == "VBG" && _document.Xpos[other.Cue.Last] == "VBD")) return true;
        return text.Lower(joint) is "and" or "or" or "then" && (text.IsComma(joint - 1) && start < other.Cue.First || IsBeside(frame, other));
    }

    /// <summary>Whether the tree hangs a cue on another rather than on what that one brings.</summary>
    private bool IsBeside(SpeechFrame frame, SpeechFrame other)
    {
        var isParticiple = _document.Xpos[other.Cue.First] == "VBG" && text.IsComma(other.Cue.First - 1);
        var steps = 0;
        for (var at = other.Cue.Last; at >= 0 && steps++ < Reach; at = _document.Heads[at])
        {
            var isJoint = _document.Relations[at] is Relation.Conj or Relation.Advcl or Relation.Parataxis || (steps > 1 && isParticiple && _document.Relations[at] == Relation.Xcomp);
            if (!isJoint) return false;
            if (frame.Cue.Contains(_document.Heads[at])) return true;
        }

        return false;
    }

    private int Trimmed(int first, int end)
    {
        while (end > first && (text.IsComma(end - 1) || _document.Upos[end - 1] is Upos.CCONJ || text.Lower(end - 1) is ";" or "while" or "whereas" or "although" or "though" or "then")) end--;
        return end;
    }
}
