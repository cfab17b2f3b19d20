using System.Globalization;
using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Evaluation;

/// <summary>The table of one file by one scorer.</summary>
/// <param name="File">Its name without folders.</param>
/// <param name="Scorer">Name of the scorer.</param>
/// <param name="Table">What it counted.</param>
public sealed record LanguageScores(string File, string Scorer, ScoreTable Table)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>All tables as one, for freezing: each row is named <c>FILE: ROW</c>. Parts of rows, which end in a bracket, are too small to hold a line.</summary>
    public static ScoreTable Joined(IEnumerable<LanguageScores> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var rows = scores.SelectMany(score => score.Table.Rows.Where(row => !row.Name.EndsWith(']')).Select(row => row with { Name = RowName(score.File, row.Name) })).OrderBy(row => row.Name, StringComparer.Ordinal);
        return new ScoreTable([.. rows], []);
    }

    /// <summary>Prints the table under the file's name, in per cent, what the scorer remarks, and the first errors.</summary>
    public void WriteTable(TextWriter output, int errors)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"{File} ({Scorer})");
        foreach (var row in Table.Rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Name,-44} P {100 * row.Precision,6:0.00}  R {100 * row.Recall,6:0.00}  F {100 * row.F,6:0.00}   {row.Hits}/{row.Gold} gold, {row.System} system"));
        }

        foreach (var line in Table.Remarks.Concat(Table.Errors.Take(errors))) output.WriteLine("  " + line);
        output.WriteLine();
    }

    /// <summary>A list of objects with <c>file</c>, <c>scorer</c>, <c>remarks</c> where there are any, and <c>rows</c> by name with <c>p r f tp gold system</c>.</summary>
    public static string ToJson(IEnumerable<LanguageScores> scores)
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
                json.WriteString("scorer", score.Scorer);
                WriteRemarks(json, score.Table);
                WriteRows(json, score.Table);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteRemarks(Utf8JsonWriter json, ScoreTable table)
    {
        if (table.Remarks.Count == 0) return;
        json.WriteStartArray("remarks");
        foreach (var remark in table.Remarks) json.WriteStringValue(remark);
        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, ScoreTable table)
    {
        json.WriteStartObject("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject(row.Name);
            json.WriteNumber("p", row.Precision);
            json.WriteNumber("r", row.Recall);
            json.WriteNumber("f", row.F);
            json.WriteNumber("tp", row.Hits);
            json.WriteNumber("gold", row.Gold);
            json.WriteNumber("system", row.System);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Commas part the cells of frozen scores.</summary>
    private static string RowName(string file, string row) => $"{file}: {row}".Replace(',', ';');
}
