using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>One value of one field, by one chain of sources, in one sentence.</summary>
public sealed record ClaimRecord
{
    /// <summary>Unique in its incident, such as <c>c7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the field: <c>type</c>, <c>when</c>, <c>participants/p1/count</c>, <c>casualties/killed</c> …</summary>
    public required string Field { get; init; }

    /// <summary>The value as normalised; a count as <c>low..high</c>.</summary>
    public required string Value { get; init; }

    /// <summary>The value in the words of the text.</summary>
    public required string Original { get; init; }

    public required EvidenceRecord Evidence { get; init; }

    /// <summary>Who says it, outermost first; empty for the outlet's own voice.</summary>
    public IReadOnlyList<SourceRecord> Sources { get; init => field = value ?? []; } = [];

    /// <summary><c>stated</c>, <c>confirmed</c>, <c>alleged</c>, <c>denied</c> or <c>speculated</c>.</summary>
    public required string Modality { get; init; }

    /// <summary>The machine's own doubt, 0 to 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Score { get; init; }

    /// <summary>Rule or model that found it.</summary>
    public required string By { get; init; }
}

/// <summary>The words that state a claim, and where they stand.</summary>
public sealed record EvidenceRecord
{
    /// <summary><c>title</c> or <c>body</c>.</summary>
    public required string In { get; init; }

    /// <summary>Index of the sentence in the article, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>Offset of the first UTF-16 code unit in the title or body.</summary>
    public required int Start { get; init; }

    /// <summary>Offset just past the last one.</summary>
    public required int End { get; init; }

    public required string Quote { get; init; }
}

/// <summary>One link of a source chain.</summary>
public sealed record SourceRecord
{
    /// <summary>The words as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>news-agency</c>, <c>police</c>, <c>witness</c>, <c>anonymous</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id in the actor list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Actor { get; init; }
}
