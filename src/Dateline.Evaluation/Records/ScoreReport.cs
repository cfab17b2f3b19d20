using System.Globalization;
using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Prints a score table for people or for programs.</summary>
public static class ScoreReport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>One line per row: precision, recall, F and the counts behind them; the headline last.</summary>
    public static void WriteTable(TextWriter output, ScoreTable table)
    {
        foreach (var row in table.Rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-62} P {row.Precision:0.000}  R {row.Recall:0.000}  F {row.F:0.000}   {row.Hits}/{row.Gold} gold, {row.System} system"));
        }

        if (table.Headline is { } headline) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"headline {headline:0.0000}"));
    }

    /// <summary>The missed and extra incidents of the first reports that have any, under the report's title.</summary>
    public static void WriteDifferences(TextWriter output, ScoreTable table, int reports)
    {
        foreach (var difference in table.Differences.Take(reports))
        {
            output.WriteLine();
            output.WriteLine($"{difference.Doc}  {difference.Title}");
            foreach (var incident in difference.Missed) output.WriteLine($"  missed  {incident}");
            foreach (var incident in difference.Extra) output.WriteLine($"  extra   {incident}");
        }
    }

    /// <summary>One JSON object: <c>headline</c>, and <c>rows</c> by name with <c>p r f tp gold system</c>.</summary>
    public static string ToJson(ScoreTable table)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            if (table.Headline is { } headline) json.WriteNumber("headline", headline);
            else json.WriteNull("headline");
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
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
