namespace Dateline;

/// <summary>A stretch of an article's text, in UTF-16 code units, half-open: <c>[Start, End)</c>.</summary>
/// <param name="Start">Offset of the first code unit, from 0.</param>
/// <param name="End">Offset just past the last code unit; equal to <paramref name="Start"/> for an empty span.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Code units covered.</summary>
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int offset) => offset >= Start && offset < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>By start; of two that start together the shorter comes first.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public static bool operator <(TextSpan a, TextSpan b) => a.CompareTo(b) < 0;

    public static bool operator >(TextSpan a, TextSpan b) => a.CompareTo(b) > 0;

    public static bool operator <=(TextSpan a, TextSpan b) => a.CompareTo(b) <= 0;

    public static bool operator >=(TextSpan a, TextSpan b) => a.CompareTo(b) >= 0;
}
