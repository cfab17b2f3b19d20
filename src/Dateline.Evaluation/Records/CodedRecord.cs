using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>What the coder made of one report; see the record's contract for the fields.</summary>
internal sealed class CodedRecord
{
    public CodedRecord(JsonElement record)
    {
        var article = record.Object("article");
        Id = record.Object("report")?.Text("id");
        Input = record.Text("input");
        WasRead = article is not null;
        Title = article?.Text("title") ?? "";
        Body = article?.Text("body") ?? "";
        Incidents = [.. record.Items("incidents").Select(incident => new CodedIncident(incident))];
    }

    private CodedRecord() => (Title, Body, Incidents) = ("", "", []);

    /// <summary>Stands for a report that no record was given for.</summary>
    public static CodedRecord None { get; } = new();

    public string? Id { get; }

    public string? Input { get; }

    /// <summary>Whether there is an article: false for an input that could not be read.</summary>
    public bool WasRead { get; }

    public string Title { get; }

    public string Body { get; }

    public IReadOnlyList<CodedIncident> Incidents { get; }

    /// <summary>Records by the report they are about: by <c>report.id</c>, the last with it, else by <c>input</c>.</summary>
    public static Dictionary<string, CodedRecord> ByReport(IReadOnlyList<JsonElement> records)
    {
        var known = new Dictionary<string, CodedRecord>(StringComparer.Ordinal);
        foreach (var element in records)
        {
            var record = new CodedRecord(element);
            if (record.Id is not null) known[record.Id] = record;
            if (record.Input is not null) known.TryAdd(record.Input, record);
        }

        return known;
    }
}
