using System.Globalization;

namespace Dateline.Mentions.Counts;

/// <summary>How many a phrase states: "144", "at least 144", "20 to 30", "dozens".</summary>
/// <remarks>
/// A floor without a ceiling keeps <see cref="High"/> null: "at least 144" must never be averaged with a later "145".
/// Vague words take their range from data/en/lexicons/vague-counts.yaml.
/// </remarks>
/// <param name="Low">Fewest that the words allow; 0 when they give no floor.</param>
/// <param name="High">Most that the words allow; null when open-ended.</param>
public readonly record struct StatedCount(int Low, int? High)
{
    public static StatedCount Exactly(int number) => new(number, number);

    /// <summary>A floor, as in "at least 144" or "more than 20" (which is 21).</summary>
    public static StatedCount AtLeast(int number) => new(number, null);

    public bool IsExact => High == Low;

    /// <summary>Whether one true number could satisfy both statements.</summary>
    public bool AgreesWith(StatedCount other) =>
        Low <= (other.High ?? int.MaxValue) && other.Low <= (High ?? int.MaxValue);

    /// <summary>As records write it: <c>2..2</c>, <c>144..</c>, <c>20..30</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Low}..{High}");
}
