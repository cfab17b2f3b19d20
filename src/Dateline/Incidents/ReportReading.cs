using Dateline.Language;
using Dateline.Mentions;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>An analysed report as the incident stages read it: trees, mentions, who says what.</summary>
internal sealed record ReportReading(Document Document, Tree Tree, MentionLayer Mentions, IReadOnlyList<Attribution> Attributions)
{
    /// <summary>For each attribution the furthest end of its content and of all before it.</summary>
    private readonly int[] _reach = ReachOf(Attributions);

    /// <summary>Index of the first sentence of the body, dateline apart; -1 when there is none.</summary>
    public int Lead { get; } = LeadOf(Document);

    /// <summary>A statement at some tokens: their words, who says them there, how surely by the cue and by the words around.</summary>
    public Statement State(TokenRange tokens, Modality own, string by, double score)
    {
        var span = Document.SpanOf(tokens);
        var (sources, said) = AttributionFinder.SourcesOf(At(span.End), new TextSpan(Document.Spans[tokens.First].Start, Document.Spans[tokens.First].End) is var first && tokens.Count == 1 ? first : span);
        return new Statement(span, sources, own == Modality.Stated ? said : own, by, score);
    }

    /// <summary>The attributions from the first whose content can hold words that end at an offset.</summary>
    private IEnumerable<Attribution> At(int end)
    {
        int low = 0, high = _reach.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_reach[middle] >= end) high = middle;
            else low = middle + 1;
        }

        for (; low < _reach.Length && Attributions[low].Content.Start <= end; low++) yield return Attributions[low];
    }

    private static int LeadOf(Document document)
    {
        for (var sentence = 0; sentence < document.SentenceRanges.Length; sentence++)
        {
            if (document.Sentence(sentence) is { InTitle: false } told && document.Article.Dateline?.Span.Contains(told.Span) != true) return sentence;
        }

        return -1;
    }

    private static int[] ReachOf(IReadOnlyList<Attribution> attributions)
    {
        var reach = new int[attributions.Count];
        for (var i = 0; i < reach.Length; i++) reach[i] = Math.Max(i == 0 ? 0 : reach[i - 1], attributions[i].Content.End);
        return reach;
    }
}
