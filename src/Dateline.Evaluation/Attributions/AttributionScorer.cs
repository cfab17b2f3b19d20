using Dateline.Evaluation.Records;
using Dateline.Language;
using Dateline.Reports;
using Dateline.Sourcing;

namespace Dateline.Evaluation.Attributions;

/// <summary>Scores who says, thinks and wants what against articles annotated as PolNeAR is.</summary>
/// <remarks>
/// <para>What counts as found are the attributions that the outlet itself makes (<see cref="AttributionPlace.Outer"/>): PolNeAR annotates none within what another says.</para>
/// <para>An attribution found is paired with an annotated one when their cues share a word (a mark, where a cue is nothing but marks); of several, the one whose content shares most words is taken, each at most once.</para>
/// <para><c>cue</c> counts pairs among all annotated and all found. <c>source</c> counts pairs whose sources share a word, among all annotated that have a source and all found that have one,
/// so that a missed cue is a missed source. <c>source head</c> asks that a word of the annotated source be the head of the one found. <c>content</c> counts the words that the contents of pairs share,
/// among the words of all annotated and of all found contents.</para>
/// <para>For comparison: <c>source of pairs</c> and <c>content of pairs</c> leave out what was missed; <c>content of all</c> counts words of the article that stand in any content, whoever is said to say them.</para>
/// </remarks>
public static class AttributionScorer
{
    /// <summary>Whether a file looks like annotated articles: JSON Lines, plain or .gz, whose first line has <c>attributions</c>.</summary>
    public static bool Reads(string file) => GoldSpeech.Recognises(file);

    /// <summary>Scores the articles of a file.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no annotated article.</exception>
    public static ScoreTable Score(string file, ReportCoder coder) => Score(GoldSpeech.Read(file), coder);

    /// <summary>Scores articles.</summary>
    public static ScoreTable Score(IEnumerable<GoldSpeech> articles, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(coder);
        var tally = new Tally();
        foreach (var article in articles)
        {
            var reading = coder.Read(new Report(article.Doc, Report.WellFormed(article.Text)) { Title = "" });
            Count(tally, reading, article.Attributions);
        }

        return new ScoreTable(tally.Rows, []);
    }

    private static void Count(Tally tally, AnalysedReport reading, IReadOnlyList<GoldAttribution> gold)
    {
        var document = reading.Document;
        var found = reading.Attributions.Where(attribution => attribution.Place == AttributionPlace.Outer).ToList();
        var left = found.ToList();
        var (pairs, sources, heads, words) = (0, 0, 0, 0);
        foreach (var annotated in gold)
        {
            var cue = Cue(document, annotated.Cue);
            var content = Words(document, annotated.Content);
            var best = left.Where(other => cue.Overlaps(Cue(document, [other.Cue]))).MaxBy(other => Said(document, other).Intersect(content).Count());
            if (best is null) continue;
            left.Remove(best);
            pairs++;
            var source = Words(document, annotated.Source);
            var named = Named(document, best);
            var isShared = source.Overlaps(named);
            if (isShared) sources++;
            if (isShared && Head(reading, best) is { } head && source.Contains(head)) heads++;
            tally.Count("source of pairs", isShared ? 1 : 0, source.Count > 0 ? 1 : 0, source.Count > 0 && named.Count > 0 ? 1 : 0);
            var said = Said(document, best);
            var shared = said.Intersect(content).Count();
            words += shared;
            tally.Count("content of pairs", shared, content.Count, said.Count);
        }

        tally.Count("cue", pairs, gold.Count, found.Count);
        var withSource = gold.Count(annotated => Words(document, annotated.Source).Count > 0);
        var foundSource = found.Count(attribution => Named(document, attribution).Count > 0);
        tally.Count("source", sources, withSource, foundSource);
        tally.Count("source head", heads, withSource, foundSource);
        tally.Count("content", words, gold.Sum(annotated => Words(document, annotated.Content).Count), found.Sum(attribution => Said(document, attribution).Count));
        var all = Words(document, [.. gold.SelectMany(annotated => annotated.Content)]);
        var allFound = Words(document, [.. found.SelectMany(attribution => attribution.Parts)]);
        tally.Count("content of all", all.Intersect(allFound).Count(), all.Count, allFound.Count);
    }

    /// <summary>The words of a cue, or its marks where it has none: the colon of "Smith: no comment".</summary>
    private static HashSet<int> Cue(Document document, IReadOnlyList<TextSpan> spans)
    {
        var words = Words(document, spans);
        return words.Count > 0 ? words : [.. spans.Select(document.TokensIn).SelectMany(tokens => Enumerable.Range(tokens.First, tokens.Count))];
    }

    private static HashSet<int> Said(Document document, Attribution attribution) => Words(document, attribution.Parts);

    private static HashSet<int> Named(Document document, Attribution attribution) => attribution.Source is { } span ? Words(document, [span]) : [];

    /// <summary>The word of a found source that stands highest in the tree.</summary>
    private static int? Head(AnalysedReport reading, Attribution attribution)
    {
        if (attribution.Source is not { } span) return null;
        var tokens = reading.Document.TokensIn(span);
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (!tokens.Contains(reading.Document.Heads[token])) return token;
        }

        return null;
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
