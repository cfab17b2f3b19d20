using Dateline.Language;
using Dateline.Mentions;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>An analysed report as the incident stages read it: trees, mentions, who says what.</summary>
internal sealed record ReportReading(Document Document, Tree Tree, MentionLayer Mentions, IReadOnlyList<Attribution> Attributions)
{
    /// <summary>A statement at some tokens: their words, who says them there, how surely by the cue and by the words around.</summary>
    public Statement State(TokenRange tokens, Modality own, string by, double score)
    {
        var span = Document.SpanOf(tokens);
        var (sources, said) = AttributionFinder.SourcesOf(Attributions, new TextSpan(Document.Spans[tokens.First].Start, Document.Spans[tokens.First].End) is var first && tokens.Count == 1 ? first : span);
        return new Statement(span, sources, own == Modality.Stated ? said : own, by, score);
    }
}
