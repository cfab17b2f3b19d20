using System.Globalization;
using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Evaluation.Places;

/// <summary>What the place finder scores on one file.</summary>
/// <param name="File">The file's name without folders.</param>
/// <param name="Table">Rows, and the errors told one by one.</param>
/// <param name="Errors">How far each recognised place is from the annotated one, in kilometres, ascending.</param>
public sealed record PlaceScores(string File, ScoreTable Table, IReadOnlyList<double> Errors)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Mean distance between recognised places and the annotated ones, in kilometres; 0 when none was recognised.</summary>
    public double MeanKm => Errors.Count == 0 ? 0 : Errors.Average();

    /// <summary>Half of the recognised places are nearer than this, in kilometres.</summary>
    public double MedianKm => Errors.Count == 0 ? 0 : (Errors[(Errors.Count - 1) / 2] + Errors[Errors.Count / 2]) / 2;

    /// <summary>All rows as one table, for freezing: <c>FILE: ROW</c>.</summary>
    public static ScoreTable Joined(IEnumerable<PlaceScores> scores) => LanguageScores.Joined(scores.Select(score => new LanguageScores(score.File, "places", score.Table)));

    /// <summary>Prints the rows in per cent, the distances, and the first errors.</summary>
    public void WriteTable(TextWriter output, int errors)
    {
        ArgumentNullException.ThrowIfNull(output);
        new LanguageScores(File, "places", Table with { Errors = [] }).WriteRows(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  error of the recognised: mean {MeanKm:0} km, median {MedianKm:0.0} km"));
        foreach (var error in Table.Errors.Take(errors)) output.WriteLine("  " + error);
        output.WriteLine();
    }

    /// <summary>A list of objects with <c>file</c>, <c>mean_km</c>, <c>median_km</c>, and <c>rows</c> by name with <c>p r f tp gold system</c>.</summary>
    public static string ToJson(IEnumerable<PlaceScores> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartArray();
            foreach (var score in scores)
            {
                json.WriteStartObject();
                json.WriteString("file", score.File);
                json.WriteNumber("mean_km", score.MeanKm);
                json.WriteNumber("median_km", score.MedianKm);
                LanguageScores.WriteRows(json, score.Table);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
