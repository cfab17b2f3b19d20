using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Evaluation.Records;
using Dateline.Mentions;
using Dateline.Reading;
using Dateline.Reports;
using NodaTime;
using NodaTime.Calendars;

namespace Dateline.Evaluation.Times;

/// <summary>Scores time expressions in phrases by themselves.</summary>
/// <remarks>
/// <para>Phrases with days: <c>relaxed</c> and <c>strict</c> compare spans as <see cref="TimexScorer"/> does, over all cases of whole texts. <c>date hit</c>: of the expressions that mean a day,
/// how many are paired with one whose value begins with a day that the suite accepts. <c>nothing found</c>: of the phrases without a time, those in which none was found.</para>
/// <para>Phrases with moments: <c>hit</c> counts the phrases in which an expression has the value of the meant moment, cut to its unit. Rows in brackets tell it by unit.</para>
/// </remarks>
public static partial class PhraseScorer
{
    /// <summary>Whether a file holds phrases with days.</summary>
    public static bool ReadsDays(string file) => DaySuitePhrase.Recognises(file);

    /// <summary>Whether a file holds phrases with moments.</summary>
    public static bool ReadsMoments(string file) => MomentPhrase.Recognises(file);

    /// <summary>Scores phrases with days.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such case.</exception>
    public static ScoreTable ScoreDays(string file, ReportCoder coder, int sample) => ScoreDays(file, (_, phrase, now) => Found(coder, phrase, now), sample);

    /// <summary>Scores phrases with moments.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such case.</exception>
    public static ScoreTable ScoreMoments(string file, ReportCoder coder, int sample) => ScoreMoments(file, (_, phrase, now) => Found(coder, phrase, now), sample);

    /// <summary>Scores phrases with days by what a function finds in a phrase (its id, its words, when it is said).</summary>
    internal static ScoreTable ScoreDays(string file, Func<string, string, LocalDateTime?, IReadOnlyList<TimexAnnotation>> find, int sample)
    {
        var tally = new Tally();
        var errors = new List<string>();
        foreach (var phrase in LanguageScorer.Sampled(DaySuitePhrase.Read(file).Where(phrase => phrase.IsModelCase), sample))
        {
            var found = find(phrase.Id, phrase.Text, phrase.Now);
            if (phrase.FindsNothing) tally.Judge("nothing found", found.Count == 0);
            var pairs = SpanPairs.Of([.. phrase.Results.Select(result => result.Span)], [.. found.Select(time => time.Span)]);
            tally.Count("relaxed", pairs.Count, phrase.Results.Count, found.Count);
            tally.Count("strict", pairs.Count(pair => phrase.Results[pair.Gold].Span == found[pair.Found].Span), phrase.Results.Count, found.Count);
            for (var i = 0; i < phrase.Results.Count; i++)
            {
                if (phrase.Results[i].Days is not { } days) continue;
                var value = pairs.Where(pair => pair.Gold == i).Select(pair => found[pair.Found].Value).FirstOrDefault("");
                var isHit = days.Contains(value[..Math.Min(10, value.Length)]);
                tally.Judge("date hit", isHit);
                if (!isHit) errors.Add($"{phrase.Id}: \"{phrase.Text}\" on {phrase.Now:uuuu-MM-dd}: {string.Join(" or ", days)}, not {Values(found)}");
            }
        }

        return new ScoreTable(tally.Rows, []) { Errors = errors };
    }

    /// <summary>The same for phrases with moments.</summary>
    internal static ScoreTable ScoreMoments(string file, Func<string, string, LocalDateTime?, IReadOnlyList<TimexAnnotation>> find, int sample)
    {
        var tally = new Tally();
        var errors = new List<string>();
        foreach (var phrase in LanguageScorer.Sampled(MomentPhrase.Read(file), sample))
        {
            var found = find(phrase.Id, phrase.Text, phrase.Now);
            var wanted = Wanted(phrase);
            var isHit = found.Any(time => Means(time.Value, wanted, phrase.Grain));
            tally.Judge("hit", isHit);
            tally.Judge($"hit [{phrase.Grain}]", isHit);
            if (!isHit) errors.Add($"{phrase.Id}: \"{phrase.Text}\": {string.Join(" or ", wanted)}, not {Values(found)}");
        }

        return new ScoreTable(tally.Rows, []) { Errors = errors };
    }

    /// <summary>What is found in a phrase by itself, which is neither headline nor date line.</summary>
    internal static IReadOnlyList<TimexAnnotation> Found(ReportCoder coder, string phrase, LocalDateTime? now)
    {
        ArgumentNullException.ThrowIfNull(coder);
        var text = Report.WellFormed(phrase);
        var article = new Article { Report = new Report("phrase", text) { PublishedClock = now?.TimeOfDay }, Text = text, Body = new TextSpan(0, text.Length), Published = now?.Date };
        return [.. coder.Find(coder.Language.Analyse(article), Layer.Times).Times.Select(TimexAnnotation.Of)];
    }

    /// <summary>The TIMEX3 values that name the moment to its unit.</summary>
    private static string[] Wanted(MomentPhrase phrase)
    {
        var day = phrase.Instant.Date;
        var minute = phrase.Instant.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return phrase.Grain switch
        {
            "Day" => [minute[..10]],
            "Month" => [minute[..7]],
            "Year" => [minute[..4]],
            "Week" => [string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}")],
            "Quarter" => [string.Create(CultureInfo.InvariantCulture, $"{day.Year}-Q{(day.Month + 2) / 3}")],
            "Hour" => [minute[..13], minute],
            "Minute" => [minute],
            _ => [phrase.Instant.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), minute],
        };
    }

    private static bool Means(string value, string[] wanted, string grain)
    {
        value = value.Replace("Z", "", StringComparison.Ordinal);
        return wanted.Contains(value) || (grain is "Hour" or "Minute" or "Second" && wanted.Contains(FullMinute().Replace(value, "")));
    }

    private static string Values(IReadOnlyList<TimexAnnotation> found) => found.Count == 0 ? "found" : string.Join(", ", found.Select(time => time.Value));

    [GeneratedRegex(":00$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullMinute();
}
