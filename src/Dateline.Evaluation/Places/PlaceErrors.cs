using System.Globalization;

namespace Dateline.Evaluation.Places;

/// <summary>Tells what went wrong in an article, a line for each place, with the words around it.</summary>
internal static class PlaceErrors
{
    private const int Around = 40;

    /// <summary><c>missed</c>, <c>extra</c> or <c>far</c> (161 km and more), in text order.</summary>
    internal static IEnumerable<string> Of(GoldPlaces article, IReadOnlyList<FoundPlace> found)
    {
        var gold = article.Places.Where(place => place.HasPoint).ToList();
        var pairs = FoundPlace.Pair(gold, found);
        var (paired, answered) = (pairs.Select(pair => pair.Gold).ToHashSet(ReferenceEqualityComparer.Instance), pairs.Select(pair => pair.Found).ToHashSet(ReferenceEqualityComparer.Instance));
        var missed = gold.Where(place => !paired.Contains(place)).Select(place => (place.Start, place.End, Words: "missed "));
        var extra = found.Where(place => !answered.Contains(place)).Select(place => (place.Start, place.End, Words: "extra  "));
        var far = pairs.Where(pair => pair.Found.DistanceTo(pair.Gold) >= PlaceScorer.FarKm).Select(pair => (pair.Gold.Start, pair.Gold.End, Words: string.Create(
            CultureInfo.InvariantCulture, $"far     {pair.Found.DistanceTo(pair.Gold),6:0} km, found in {pair.Found.Country ?? "--"} {pair.Found.Latitude:0.00},{pair.Found.Longitude:0.00}, is {pair.Gold.Latitude:0.00},{pair.Gold.Longitude:0.00} ")));
        return missed.Concat(extra).Concat(far).OrderBy(error => error.Start).Select(error => $"{article.Id} {error.Words} {InContext(article.Text, error.Start, error.End)}");
    }

    private static string InContext(string text, int start, int end)
    {
        var runes = text.EnumerateRunes().Skip(Math.Max(0, start - Around)).Take(end - Math.Max(0, start - Around) + Around).ToList();
        var before = Math.Min(start, Around);
        return (string.Concat(runes.Take(before)) + "[" + string.Concat(runes.Skip(before).Take(end - start)) + "]" + string.Concat(runes.Skip(before + end - start))).ReplaceLineEndings(" ");
    }
}
