using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>What one report says, as <c>dateline read</c> prints it: schema <c>dateline/report/1</c> of RECORD.md.</summary>
/// <remarks>
/// Every report has one record, also when nothing was found (no incidents) and when the input could not be read
/// (<see cref="Error"/> instead of <see cref="Report"/> and <see cref="Article"/>). Lists are never null.
/// Fields that may be null are written as <c>null</c> where a reader expects to see them and left out elsewhere.
/// </remarks>
public sealed record ReportRecord
{
    public const string CurrentSchema = "dateline/report/1";

    public string Schema { get; init => field = value ?? CurrentSchema; } = CurrentSchema;

    /// <summary>What the caller named: a path, <c>-</c>, or the <c>id</c> of a JSON line.</summary>
    public required string Input { get; init; }

    /// <summary>Why the input could not be read; null when it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErrorRecord? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportInfo? Report { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArticleInfo? Article { get; init; }

    /// <summary>Main incidents first.</summary>
    public IReadOnlyList<IncidentRecord> Incidents { get; init => field = value ?? []; } = [];

    public IReadOnlyList<NoteRecord> Notes { get; init => field = value ?? []; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CoderInfo? Coder { get; init; }

    /// <summary>The record of an input that could not be read.</summary>
    public static ReportRecord Unreadable(string input, string why) => new() { Input = input, Error = new ErrorRecord { Message = why } };
}

/// <summary>Why an input could not be read.</summary>
public sealed record ErrorRecord
{
    /// <summary>One sentence with the input's name and the reason.</summary>
    public required string Message { get; init; }
}

/// <summary>Identity and origin of a report.</summary>
public sealed record ReportInfo
{
    public required string Id { get; init; }

    /// <summary>Hash of title and text: <c>sha256:…</c>.</summary>
    public required string Revision { get; init; }

    public string? Address { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Publication day, ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>How that day became known: <c>text</c>, <c>metadata</c>, <c>option</c> or <c>feed</c>.</summary>
    public string? PublishedFrom { get; init; }

    /// <summary>ISO 639-1 code of the text's language.</summary>
    public string? Language { get; init; }
}

/// <summary>The article as read. Offsets of evidence count into <see cref="Title"/> or <see cref="Body"/>.</summary>
public sealed record ArticleInfo
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DatelineInfo? Dateline { get; init; }

    public required string Body { get; init; }
}

/// <summary>The place at the head of the body: the words and what they mean.</summary>
public sealed record DatelineInfo
{
    public required string Text { get; init; }

    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
}

/// <summary>Words that a stage recognised and could not code, or a remark on the whole input.</summary>
public sealed record NoteRecord
{
    public required string Stage { get; init; }

    /// <summary>The words; null when the note is about the whole input.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary><c>title</c> or <c>body</c>; null counts as body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? In { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Start { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? End { get; init; }

    /// <summary>The reason in one plain clause.</summary>
    public required string Why { get; init; }
}

/// <summary>Which code, data and models read the report: two records with the same three can be compared.</summary>
public sealed record CoderInfo
{
    public required string Version { get; init; }

    public required string Data { get; init; }

    public required string Models { get; init; }
}
