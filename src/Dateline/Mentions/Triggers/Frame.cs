namespace Dateline.Mentions.Triggers;

/// <summary>One way to tell an incident: its words, the type they suggest, and who is who around them (data/en/frames).</summary>
/// <param name="Name">Unique name; claims carry it as <c>frames/NAME</c>.</param>
/// <param name="Type">Code of the codebook; null for a fate that tells no type of its own.</param>
/// <param name="Firmness">How firmly the words fix the type: 0 a hint, 1 the family, 2 the kind, 3 beyond doubt.</param>
public sealed record Frame(string Name, string? Type, int Firmness)
{
    /// <summary>The file that holds it, relative to the data folder.</summary>
    public string File { get; init; } = "";

    /// <summary>Its line in the file, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>Role of whoever acts, such as <c>perpetrator</c>; null when nobody acts.</summary>
    public string? Agent { get; init; }

    /// <summary>Role of whoever suffers.</summary>
    public string? Patient { get; init; }

    /// <summary>What becomes of the patient, such as <c>killed</c>; <c>shot</c> and <c>hurt</c> mean injured unless the patient is told dead. Null for none.</summary>
    public string? Fate { get; init; }

    /// <summary>Stage when it is not accomplished, such as <c>foiled</c>; null otherwise.</summary>
    public string? Stage { get; init; }

    /// <summary>What the object must be for this reading.</summary>
    public KindCondition Object { get; init; } = KindCondition.Any;

    /// <summary>What the subject must be for this reading.</summary>
    public KindCondition Subject { get; init; } = KindCondition.Any;

    /// <summary>Sentences that tell it.</summary>
    public IReadOnlyList<FrameExample> Yes { get; init; } = [];

    /// <summary>Near misses: sentences that do not tell it.</summary>
    public IReadOnlyList<FrameExample> No { get; init; } = [];
}

/// <summary>A sentence that a frame is tried on.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Line">Its line in the frame's file, from 1.</param>
public sealed record FrameExample(string Text, int Line);
