using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Dateline.Evaluation.Times;

/// <summary>A phrase with its times, of which some mean days: <c>id</c>, <c>text</c>, <c>ref</c>, <c>spec</c> and <c>results</c> of <c>start</c>, <c>end</c>, <c>type</c>, <c>values</c>.</summary>
/// <param name="Id">Name of the case.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Now">When it is said; null when the case does not tell.</param>
/// <param name="IsModelCase">Whether the case tests whole texts (<c>spec</c> is "DateTimeModel"); the others test parts of the program that the suite is of.</param>
/// <param name="FindsNothing">Whether nothing is to be found.</param>
/// <param name="Results">The expressions that have offsets.</param>
internal sealed record DaySuitePhrase(string Id, string Text, LocalDateTime? Now, bool IsModelCase, bool FindsNothing, IReadOnlyList<DaySuiteResult> Results)
{
    public static bool Recognises(string file) => GoldLines.FirstHas(file, "spec", "results", "ref");

    public static IEnumerable<DaySuitePhrase> Read(string file) => GoldLines.Read(file, "an object with id, text, ref, spec and results is expected", Parse);

    private static DaySuitePhrase Parse(JsonElement root)
    {
        var text = root.GetProperty("text").GetString() ?? "";
        var offsets = new CodePoints(text);
        var results = root.GetProperty("results").EnumerateArray().ToList();
        return new DaySuitePhrase(
            root.GetProperty("id").GetString() ?? "",
            text,
            GoldPhrases.Moment(GoldLines.Text(root, "ref")),
            root.GetProperty("spec").GetString() == "DateTimeModel",
            results.Count == 0,
            [.. results.Where(result => result.GetProperty("start").ValueKind == JsonValueKind.Number).Select(result => new DaySuiteResult(offsets.Span(result), Days(result)))]);
    }

    private static string[]? Days(JsonElement result)
    {
        if (GoldLines.Text(result, "type") != "datetimeV2.date" || !result.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array) return null;
        string[] days = [.. values.EnumerateArray().Select(value => GoldLines.Text(value, "value"))];
        return days.Length == 0 || days.Contains("not resolved") ? null : days;
    }
}

/// <summary>An expression of a phrase.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Days">The days it may mean; null when it is no day.</param>
internal sealed record DaySuiteResult(TextSpan Span, string[]? Days);

/// <summary>A phrase that means one moment: <c>id</c>, <c>text</c>, <c>ref</c>, <c>kind</c>, <c>grain</c> and <c>values</c>.</summary>
/// <param name="Id">Name of the case.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Now">When it is said.</param>
/// <param name="Grain">Unit of the point: Second, Minute, Hour, Day, Week, Month, Quarter or Year.</param>
/// <param name="Instant">First moment of the unit.</param>
internal sealed record MomentPhrase(string Id, string Text, LocalDateTime? Now, string Grain, LocalDateTime Instant)
{
    public static bool Recognises(string file) => GoldLines.FirstHas(file, "grain", "values", "ref");

    /// <summary>The cases of a file that mean one point of time.</summary>
    public static IEnumerable<MomentPhrase> Read(string file) =>
        GoldLines.Read(file, "an object with id, text, ref, kind, grain and values is expected", Parse).OfType<MomentPhrase>();

    private static MomentPhrase? Parse(JsonElement root)
    {
        if (GoldLines.Text(root, "kind") != "datetime" || root.GetProperty("values").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.String } first) return null;
        var instant = GoldPhrases.Moment(first.GetString() ?? "") ?? throw new FormatException("no moment");
        return new MomentPhrase(root.GetProperty("id").GetString() ?? "", root.GetProperty("text").GetString() ?? "", GoldPhrases.Moment(GoldLines.Text(root, "ref")), GoldLines.Text(root, "grain"), instant);
    }
}

internal static class GoldPhrases
{
    /// <summary>"2013-02-12T04:30:00"; null for anything else.</summary>
    public static LocalDateTime? Moment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? LocalDateTime.FromDateTime(moment) : null;
}
