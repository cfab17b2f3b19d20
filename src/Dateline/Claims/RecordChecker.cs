using System.Globalization;

namespace Dateline.Claims;

/// <summary>Verifies that a record keeps its promises: every value rests on a claim, every quote stands at its offsets.</summary>
public static class RecordChecker
{
    /// <summary>What is wrong with a record, one plain sentence each; empty when it holds.</summary>
    /// <param name="record">The record, as coded or as read back from its line.</param>
    /// <param name="types">The codebook's types; null accepts every well-formed code.</param>
    public static IReadOnlyList<string> Check(ReportRecord record, IReadOnlySet<string>? types = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var problems = new List<string>();
        if (record.Schema != ReportRecord.CurrentSchema) problems.Add($"schema is \"{record.Schema}\", not \"{ReportRecord.CurrentSchema}\".");
        if (record.Error is not null)
        {
            if (record.Article is not null || record.Incidents.Count > 0) problems.Add("An unreadable input has an article or incidents.");
            return problems;
        }

        if (record.Report is null) problems.Add("\"report\" is missing.");
        if (record.Coder is null) problems.Add("\"coder\" is missing.");
        if (record.Article is null)
        {
            problems.Add("\"article\" is missing.");
            return problems;
        }

        CheckNotes(record, problems);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var seenBackground = false;
        foreach (var incident in record.Incidents)
        {
            if (!keys.Add(incident.Key)) problems.Add($"incident {incident.Key}: the key stands twice.");
            if (incident.Salience == "background") seenBackground = true;
            else if (seenBackground) problems.Add($"incident {incident.Key}: a main incident stands after a background one.");
        }

        foreach (var incident in record.Incidents) new IncidentChecker(record.Article, incident, keys, types, problems).Check();
        return problems;
    }

    private static void CheckNotes(ReportRecord record, List<string> problems)
    {
        foreach (var note in record.Notes)
        {
            if (note.Text is null) continue;
            if (note.Start is not { } start || note.End is not { } end) problems.Add($"A note on \"{Short(note.Text)}\" has no offsets.");
            else if (Misquote(record.Article!, note.In ?? "body", start, end, note.Text) is { } why) problems.Add($"A note's words {why}.");
        }
    }

    /// <summary>Why a quote does not stand where it is said to; null when it does.</summary>
    internal static string? Misquote(ArticleInfo article, string part, int start, int end, string quote)
    {
        if (part is not ("title" or "body")) return $"stand in \"{part}\", which is neither title nor body";
        var text = part == "title" ? article.Title : article.Body;
        if (text is null) return "stand in a title that the article does not have";
        if (start < 0 || end < start || end > text.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"have offsets {start}..{end} outside the {part} of {text.Length} characters");
        }

        return text.AsSpan(start, end - start).SequenceEqual(quote)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"\"{Short(quote)}\" do not stand at {start}..{end} of the {part}");
    }

    internal static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
}
