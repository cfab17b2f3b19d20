using Dateline.Evaluation.Records;
using Dateline.Mentions;
using Dateline.Reports;

namespace Dateline.Evaluation.Times;

/// <summary>Scores time expressions as TempEval-3, task A, does.</summary>
/// <remarks>
/// <para>Annotated and found expressions are paired by <see cref="SpanPairs"/>. <c>relaxed</c> counts pairs, <c>strict</c> those whose spans are equal,
/// <c>type</c> and <c>value</c> those that agree in the attribute, whatever their spans; each among all annotated and all found.</para>
/// <para>Rows in brackets are the value scores of one annotated type; as no type is found by itself, they count what is annotated on both sides.</para>
/// </remarks>
public static class TimexScorer
{
    /// <summary>Whether a file holds texts with annotated time expressions.</summary>
    public static bool Reads(string file) => GoldTimes.Recognises(file);

    /// <summary>Scores what the coder finds in every so manieth text of a file.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no annotated text.</exception>
    public static ScoreTable Score(string file, ReportCoder coder, int sample)
    {
        ArgumentNullException.ThrowIfNull(coder);
        return Score(LanguageScorer.Sampled(GoldTimes.Read(file), sample).Select(gold => (gold, Found(gold, coder))));
    }

    /// <summary>Scores texts with what was found in each.</summary>
    public static ScoreTable Score(IEnumerable<(GoldTimes Gold, IReadOnlyList<TimexAnnotation> Found)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var tally = new Tally();
        var errors = new List<string>();
        foreach (var (gold, found) in texts)
        {
            tally.Judge("documents read", true);
            Count(tally, errors, gold, found);
        }

        return new ScoreTable(tally.Rows, []) { Errors = errors };
    }

    private static IReadOnlyList<TimexAnnotation> Found(GoldTimes gold, ReportCoder coder)
    {
        var report = new Report(gold.Id, Report.WellFormed(gold.Text)) { Title = "", Published = gold.Published };
        return [.. coder.Find(coder.Analyse(report), Layer.Times).Times.Select(TimexAnnotation.Of)];
    }

    private static void Count(Tally tally, List<string> errors, GoldTimes gold, IReadOnlyList<TimexAnnotation> found)
    {
        var pairs = SpanPairs.Of([.. gold.Timexes.Select(timex => timex.Span)], [.. found.Select(timex => timex.Span)]);
        var (strict, type, value) = (0, 0, 0);
        var right = new HashSet<int>();
        foreach (var (g, f) in pairs)
        {
            var (wanted, got) = (gold.Timexes[g], found[f]);
            if (wanted.Span == got.Span) strict++;
            if (wanted.Type == got.Type) type++;
            if (wanted.Value.Trim() == got.Value.Trim()) (value, _) = (value + 1, right.Add(g));
        }

        tally.Count("relaxed", pairs.Count, gold.Timexes.Count, found.Count);
        tally.Count("strict", strict, gold.Timexes.Count, found.Count);
        tally.Count("type", type, gold.Timexes.Count, found.Count);
        tally.Count("value", value, gold.Timexes.Count, found.Count);
        for (var g = 0; g < gold.Timexes.Count; g++) tally.Count($"value [{gold.Timexes[g].Type}]", right.Contains(g) ? 1 : 0, 1, 1);
        errors.AddRange(Differences(gold, found, pairs));
    }

    /// <summary>What differs, a line each in text order: what was annotated, what was found, the words around.</summary>
    private static IEnumerable<string> Differences(GoldTimes gold, IReadOnlyList<TimexAnnotation> found, IReadOnlyList<(int Gold, int Found)> pairs)
    {
        var lines = new List<(int Start, string Line)>();
        foreach (var (g, f) in pairs)
        {
            var (wanted, got) = (gold.Timexes[g], found[f]);
            var kind = wanted.Value != got.Value ? "value" : wanted.Span != got.Span ? "span" : wanted.Type != got.Type ? "type" : null;
            if (kind is not null) lines.Add((wanted.Span.Start, $"{kind}: {Words(gold, wanted)}, not {Words(gold, got)}{Around(gold, wanted)}"));
        }

        var (paired, foundPaired) = (pairs.Select(pair => pair.Gold).ToHashSet(), pairs.Select(pair => pair.Found).ToHashSet());
        lines.AddRange(gold.Timexes.Where((_, g) => !paired.Contains(g)).Select(missed => (missed.Span.Start, $"missed: {Words(gold, missed)}{Around(gold, missed)}")));
        lines.AddRange(found.Where((_, f) => !foundPaired.Contains(f)).Select(extra => (extra.Span.Start, $"extra: {Words(gold, extra)}{Around(gold, extra)}")));
        return lines.OrderBy(line => line.Start).Select(line => $"{gold.Id}: {line.Line}");
    }

    private static string Words(GoldTimes gold, TimexAnnotation timex) => $"\"{gold.Text[timex.Span.Start..timex.Span.End]}\" {timex.Type} {timex.Value}";

    private static string Around(GoldTimes gold, TimexAnnotation timex)
    {
        const int Reach = 60;
        var (start, end) = (Math.Max(0, timex.Span.Start - Reach), Math.Min(gold.Text.Length, timex.Span.End + Reach));
        return $" | {gold.Text[start..timex.Span.Start]}[{gold.Text[timex.Span.Start..timex.Span.End]}]{gold.Text[timex.Span.End..end]} |".ReplaceLineEndings(" ");
    }
}
