using Dateline.Mentions.Places;

namespace Dateline.Evaluation.Places;

/// <summary>A place that the finder found and put on the map.</summary>
/// <param name="Start">Where its name begins, in code points of the text.</param>
/// <param name="End">Just past its end.</param>
/// <param name="Text">The words.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null at sea and for places that span countries.</param>
public sealed record FoundPlace(int Start, int End, string Text, double Latitude, double Longitude, string? Country)
{
    /// <summary>How far an annotated place with a point is, in kilometres.</summary>
    public double DistanceTo(GoldPlace gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return GazetteerEntry.Distance(gold.Latitude!.Value, gold.Longitude!.Value, Latitude, Longitude);
    }

    /// <summary>EUPEG's rule: the same words, whatever their case, and middles less than ten characters apart.</summary>
    public bool Matches(GoldPlace gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return Math.Abs(gold.Start + gold.End - Start - End) < 20 && string.Equals(gold.Text, Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Pairs each annotated place, in order, with the first place left that matches it.</summary>
    public static IReadOnlyList<(GoldPlace Gold, FoundPlace Found)> Pair(IEnumerable<GoldPlace> gold, IEnumerable<FoundPlace> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var left = found.ToList();
        var pairs = new List<(GoldPlace, FoundPlace)>();
        foreach (var place in gold)
        {
            var at = left.FindIndex(other => other.Matches(place));
            if (at < 0) continue;
            pairs.Add((place, left[at]));
            left.RemoveAt(at);
        }

        return pairs;
    }
}
