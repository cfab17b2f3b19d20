using Dateline.Evaluation.Records;
using Dateline.Language;
using Dateline.Reports;
using Dateline.Sourcing;

namespace Dateline.Evaluation.Attributions;

/// <summary>Scores who says what against articles annotated as PolNeAR is.</summary>
/// <remarks>
/// <para>An attribution found is paired with an annotated one when their cues share a word; of several, the one whose content shares most words is taken, each at most once.</para>
/// <para>Rows: <c>cue</c> counts pairs; <c>source</c> counts pairs whose sources share a word, among pairs that have a source on that side;
/// <c>content of pairs</c> counts the words of contents in pairs; <c>content of all</c> counts words of the article that stand in any content, whoever is said to say them.</para>
/// <para>PolNeAR also annotates attitudes and deeds ("wants", "plans", "attacked") that bring no claim; the recall of cues stays low by design.</para>
/// </remarks>
public static class AttributionScorer
{
    public static ScoreTable Score(IEnumerable<GoldSpeech> articles, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(coder);
        var tally = new Tally();
        foreach (var article in articles)
        {
            var reading = coder.Read(new Report(article.Doc, Report.WellFormed(article.Text)) { Title = "" });
            Count(tally, reading.Document, article.Attributions, reading.Attributions);
        }

        return new ScoreTable(tally.Rows, []);
    }

    private static void Count(Tally tally, Document document, IReadOnlyList<GoldAttribution> gold, IReadOnlyList<Attribution> found)
    {
        var left = found.ToList();
        var pairs = 0;
        foreach (var annotated in gold)
        {
            var cue = Words(document, annotated.Cue);
            var content = Words(document, annotated.Content);
            var best = left.Where(other => cue.Overlaps(Words(document, [other.Cue]))).MaxBy(other => Words(document, [other.Content]).Intersect(content).Count());
            if (best is null) continue;
            left.Remove(best);
            pairs++;
            var source = Words(document, annotated.Source);
            var named = best.Source is { } span ? Words(document, [span]) : [];
            tally.Count("source", source.Overlaps(named) ? 1 : 0, source.Count > 0 ? 1 : 0, source.Count > 0 && named.Count > 0 ? 1 : 0);
            var said = Words(document, [best.Content]);
            tally.Count("content of pairs", said.Intersect(content).Count(), content.Count, said.Count);
        }

        tally.Count("cue", pairs, gold.Count, found.Count);
        var all = Words(document, [.. gold.SelectMany(annotated => annotated.Content)]);
        var allFound = Words(document, [.. found.Select(attribution => attribution.Content)]);
        tally.Count("content of all", all.Intersect(allFound).Count(), all.Count, allFound.Count);
    }

    /// <summary>The tokens in some spans, without punctuation.</summary>
    private static HashSet<int> Words(Document document, IReadOnlyList<TextSpan> spans)
    {
        var words = new HashSet<int>();
        foreach (var span in spans)
        {
            var tokens = document.TokensIn(span);
            for (var token = tokens.First; token < tokens.End; token++)
            {
                if (char.IsLetterOrDigit(document.Text[document.Spans[token].Start]) || document.Spans[token].Length > 2) words.Add(token);
            }
        }

        return words;
    }
}
