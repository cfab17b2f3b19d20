using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Evaluation.Places;
using Dateline.Mentions.Places;

namespace Dateline.Tests.Evaluation;

public sealed partial class PlaceScorerTests
{
    private static readonly GoldPlace Paris = new(10, 15, "Paris", 48.85, 2.35, "France");

    [Theory]
    [InlineData(10, "Paris", true)]
    [InlineData(10, "PARIS", true)]
    [InlineData(19, "Paris", true)]
    [InlineData(20, "Paris", false)]
    [InlineData(10, "Parish", false)]
    public void A_place_matches_by_its_words_within_ten_characters(int start, string words, bool matches) =>
        Assert.Equal(matches, new FoundPlace(start, start + words.Length, words, 0, 0, null).Matches(Paris));

    [Fact]
    public void Each_place_found_is_paired_once()
    {
        FoundPlace[] found = [new(10, 15, "Paris", 48.85, 2.35, "FR")];
        Assert.Single(FoundPlace.Pair([Paris, Paris with { Start = 12, End = 17 }], found));
    }

    /// <summary>By hand: three annotated with a point, three found; Paris and London match, and the London found is the Canadian one, 5,900 km off.</summary>
    [Fact]
    public void A_small_sample_is_scored_as_by_hand()
    {
        var scores = Score("""
            {"id":"1","corpus":"X","text":"He left Paris for London and Berlin.","toponyms":[
              {"start":8,"end":13,"text":"Paris","lat":48.85,"lon":2.35,"country":"France"},
              {"start":18,"end":24,"text":"London","lat":42.98,"lon":-81.25,"country":"Canada"},
              {"start":0,"end":2,"text":"He","lat":1,"lon":1},
              {"start":29,"end":35,"text":"Berlin"}]}
            """.ReplaceLineEndings(""));
        Assert.Equal((2, 3, 3), Counts(scores, "recognised"));
        Assert.Equal((1, 3, 3), Counts(scores, "recognised within 161 km"));
        Assert.Equal((1, 2, 2), Counts(scores, "of the recognised in the right country"));
        Assert.InRange(scores.MeanKm, 2800, 3100);
        Assert.Equal(scores.MeanKm, scores.MedianKm);
        Assert.Equal(3, scores.Table.Errors.Count);
    }

    [Fact]
    public void Demonyms_count_where_the_corpus_annotates_them()
    {
        const string article = """{"id":"1","corpus":"LGL","text":"Russian troops left.","toponyms":[{"start":0,"end":7,"text":"Russian","lat":60,"lon":100}]}""";
        Assert.Equal((1, 1, 1), Counts(Score(article), "recognised"));
        Assert.Equal((0, 1, 0), Counts(Score(article.Replace("LGL", "GeoVirus", StringComparison.Ordinal)), "recognised"));
    }

    [Fact]
    public void Offsets_are_counted_in_code_points()
    {
        var scores = Score("""{"id":"1","text":"🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 He left Paris.","toponyms":[{"start":21,"end":26,"text":"Paris","lat":48.85,"lon":2.35}]}""");
        Assert.Equal((1, 1, 1), Counts(scores, "recognised"));
    }

    [Theory]
    [InlineData("geovirus", 5)]
    [InlineData("lgl", 10)]
    public void The_rows_agree_with_the_referee(string corpus, int sample)
    {
        var gold = Repository.RequireShared($"data/geo/{corpus}.jsonl");
        var folder = Directory.CreateTempSubdirectory("dateline-places-");
        try
        {
            var (part, found) = (Path.Combine(folder.FullName, "gold.jsonl"), Path.Combine(folder.FullName, "found.jsonl"));
            File.WriteAllLines(part, File.ReadLines(gold).Where((_, index) => index % sample == 0));
            PlaceScores scores;
            using (var predictions = new StreamWriter(found)) scores = Scorer.Score(part, 1, predictions);
            var referee = Numbers().Matches(Referee(Repository.RequireShared("tools/score_geo.py"), part, found)).ToDictionary(match => match.Groups[1].Value.Trim(), match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
            Assert.Equal(referee["F1"], Math.Round(scores.Table["recognised"]!.F, 3), 1e-3);
            Assert.Equal(referee["F1@161"], Math.Round(scores.Table["recognised within 161 km"]!.F, 3), 1e-3);
            Assert.Equal(referee["acc@161"], Math.Round(scores.Table["of the recognised within 161 km"]!.F, 3), 1e-3);
            Assert.Equal(referee["acc@20"], Math.Round(scores.Table["of the recognised within 20 km"]!.F, 3), 1e-3);
            Assert.Equal(referee["mean"], scores.MeanKm, 0.51);
            Assert.Equal(referee["median"], scores.MedianKm, 0.051);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PlaceScorer Scorer { get; } = new(ReportCoder.Load(Repository.Knowledge), Gazetteer.Load(Repository.Knowledge));

    private static PlaceScores Score(string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, line);
            return Scorer.Score(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Hits, int Gold, int System) Counts(PlaceScores scores, string row) =>
        scores.Table[row] is { } counted ? (counted.Hits, counted.Gold, counted.System) : throw new InvalidOperationException("no row " + row);

    private static string Referee(string script, string gold, string found)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, gold, found, "--match", "eupeg"]) { RedirectStandardOutput = true })!;
            var told = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return told;
        }
        catch (Win32Exception)
        {
            Assert.Skip("No python3 on this machine to run the referee.");
            throw;
        }
    }

    [GeneratedRegex(@"(F1@161|F1|acc@161|acc@20|mean|median) ([\d.]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
