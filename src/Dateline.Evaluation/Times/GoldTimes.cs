using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Mentions.Times;
using Dateline.Resources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Evaluation.Times;

/// <summary>A time expression, annotated or found.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units of the text.</param>
/// <param name="Type">TIMEX3 type in capitals, such as "DATE"; empty when not told.</param>
/// <param name="Value">TIMEX3 value; empty when not told.</param>
public sealed record TimexAnnotation(TextSpan Span, string Type, string Value)
{
    /// <summary>A time as the coder finds it.</summary>
    public static TimexAnnotation Of(Timex time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new TimexAnnotation(time.Span, time.Type.Code().ToUpperInvariant(), time.Value);
    }
}

/// <summary>A text with its time expressions, one JSON object a line: <c>id</c>, <c>text</c>, <c>dct</c> with the <c>value</c> of its publication, and <c>timexes</c> of <c>start</c>, <c>end</c>, <c>type</c>, <c>value</c>.</summary>
/// <remarks>Offsets in the file count code points, those here UTF-16 code units.</remarks>
/// <param name="Id">Name of the text.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Published">Publication day; null when the file gives none.</param>
/// <param name="Timexes">The annotated expressions in file order.</param>
public sealed record GoldTimes(string Id, string Text, LocalDate? Published, IReadOnlyList<TimexAnnotation> Timexes)
{
    /// <summary>Whether the first line of a file holds annotated time expressions; false for anything that cannot be read.</summary>
    public static bool Recognises(string file) => GoldLines.FirstHas(file, "timexes", "dct");

    /// <summary>The texts of a file.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no such object.</exception>
    public static IEnumerable<GoldTimes> Read(string file) => GoldLines.Read(file, "an object with id, text, dct and timexes is expected", Parse);

    private static GoldTimes Parse(JsonElement root)
    {
        var text = root.GetProperty("text").GetString() ?? "";
        var offsets = new CodePoints(text);
        return new GoldTimes(
            root.GetProperty("id").GetString() ?? "",
            text,
            Day(root.GetProperty("dct").GetProperty("value").GetString()),
            [.. root.GetProperty("timexes").EnumerateArray().Select(timex => new TimexAnnotation(offsets.Span(timex), GoldLines.Text(timex, "type"), GoldLines.Text(timex, "value")))]);
    }

    private static LocalDate? Day(string? value) =>
        value is { Length: >= 10 } && LocalDatePattern.Iso.Parse(value[..10]).TryGetValue(default, out var day) ? day : null;
}
