using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Evaluation.Times;

namespace Dateline.Tests.Evaluation.Times;

/// <summary>The scorers of times against the referees they were written after, which lie with the shared corpora.</summary>
public class TimeRefereeTests
{
    private static readonly Lazy<ReportCoder> Coder = new(() => ReportCoder.Load(Repository.Knowledge));

    [Theory]
    [InlineData("timebank", 1)]
    [InlineData("aquaint", 2)]
    [InlineData("wikiwars", 3)]
    [InlineData("tweets_train", 4)]
    public void Spoiled_annotations_score_as_the_referee_says(string corpus, int seed)
    {
        if (Shared() is not { } shared) return;
        var file = Path.Combine(shared, "data", "time", corpus + ".jsonl");
        var random = new Random(seed);
        var texts = GoldTimes.Read(file).Select(gold => (Gold: gold, Found: (IReadOnlyList<TimexAnnotation>)Spoiled(gold, random))).ToList();
        var table = TimexScorer.Score(texts);
        var said = Run(Path.Combine(shared, "tools", "score_time.py"), [], file, texts.Select(text => Line(text.Gold.Id, text.Found)));
        foreach (var row in new[] { "relaxed", "strict", "type", "value" })
        {
            var (p, r, f) = Row(said, row);
            Assert.Equal((p, r, f), (Percent(table[row]!.Precision), Percent(table[row]!.Recall), Percent(table[row]!.F)));
        }
    }

    [Fact]
    public void Phrases_with_days_score_as_the_referee_says()
    {
        if (Shared() is not { } shared) return;
        var file = Path.Combine(shared, "data", "time", "msrecognizers_en.jsonl");
        var lines = new List<string>();
        var table = PhraseScorer.ScoreDays(file, (id, phrase, now) => Found(lines, id, phrase, now), 1);
        var said = Run(Path.Combine(shared, "tools", "score_datespec.py"), ["msrec"], file, lines);
        Assert.Equal((Percent(table["strict"]!.Precision), Percent(table["strict"]!.Recall), Percent(table["strict"]!.F)), Row(said, "strict"));
        Assert.Contains($"date hit {table["date hit"]!.Hits}/{table["date hit"]!.Gold} ", said, StringComparison.Ordinal);
        Assert.Contains($"false hit {table["nothing found"]!.Gold - table["nothing found"]!.Hits}/{table["nothing found"]!.Gold}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrases_with_moments_score_as_the_referee_says()
    {
        if (Shared() is not { } shared) return;
        var file = Path.Combine(shared, "data", "time", "duckling_en.jsonl");
        var lines = new List<string>();
        var table = PhraseScorer.ScoreMoments(file, (id, phrase, now) => Found(lines, id, phrase, now), 1);
        var said = Run(Path.Combine(shared, "tools", "score_datespec.py"), ["duckling"], file, lines);
        Assert.Contains($"datetime hit {table["hit"]!.Hits}/{table["hit"]!.Gold} ", said, StringComparison.Ordinal);
    }

    private static IReadOnlyList<TimexAnnotation> Found(List<string> lines, string id, string phrase, NodaTime.LocalDateTime? now)
    {
        var found = PhraseScorer.Found(Coder.Value, phrase, now);
        lines.Add(Line(id, found));
        return found;
    }

    private static string? Shared()
    {
        if (Repository.Shared is { } shared && Directory.Exists(Path.Combine(shared, "data", "time"))) return shared;
        Assert.Skip("No shared corpora: set DATELINE_SHARED or put a folder \"shared\" beside the repository.");
        return null;
    }

    /// <summary>The annotations with some lost, moved, given another value or type, and some made up.</summary>
    private static List<TimexAnnotation> Spoiled(GoldTimes gold, Random random)
    {
        var spoiled = new List<TimexAnnotation>();
        foreach (var timex in gold.Timexes)
        {
            var kind = random.Next(8);
            if (kind == 0) continue;
            var span = kind == 1 ? new TextSpan(Math.Max(0, timex.Span.Start - random.Next(12)), Math.Min(gold.Text.Length, timex.Span.End + random.Next(12))) : timex.Span;
            spoiled.Add(new TimexAnnotation(span, kind == 2 ? "SET" : timex.Type, kind == 3 ? "PXX" : timex.Value));
            if (kind == 4) spoiled.Add(new TimexAnnotation(new TextSpan(0, Math.Min(3, gold.Text.Length)), "DATE", "PAST_REF"));
        }

        return spoiled;
    }

    private static string Line(string id, IReadOnlyList<TimexAnnotation> found) =>
        JsonSerializer.Serialize(new { id, timexes = found.Select(timex => new { start = timex.Span.Start, end = timex.Span.End, type = timex.Type, value = timex.Value }) });

    /// <summary>What the referee prints, which is hundredths of a per cent: the fourth decimal.</summary>
    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture);

    private static (string P, string R, string F) Row(string said, string name)
    {
        var row = Regex.Match(said, "^" + name + @"\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)", RegexOptions.Multiline);
        return (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
    }

    private static string Run(string script, string[] first, string gold, IEnumerable<string> found)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, found);
            using var python = Process.Start(new ProcessStartInfo("python3", [script, .. first, gold, file]) { RedirectStandardOutput = true })!;
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return said;
        }
        catch (Win32Exception)
        {
            Assert.Skip("No python3 on this machine to run the referee.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
