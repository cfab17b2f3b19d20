namespace Dateline.Language;

/// <summary>Neighbouring tokens of one document, by index, half-open: <c>[First, End)</c>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index just past the last token.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>How many tokens the range holds.</summary>
    public int Count => End - First;

    public int Last => End - 1;

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}
