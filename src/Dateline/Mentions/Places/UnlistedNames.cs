namespace Dateline.Mentions.Places;

/// <summary>Capitalised names that the text itself calls a village, town or neighbourhood and that no list has.</summary>
internal static class UnlistedNames
{
    private const int LongestName = 4;

    internal static IEnumerable<(int First, int End, PlaceKind Kind)> Find(PlaceText text, KnownNames known)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (Kind(text.Lower(i)) is not { } kind || text.IsCapital(i)) continue;
            var first = i + 1;
            if (text.Lower(first) == "of" && text.Joined(first)) first++;
            else first = -1;
            if (first > 0 && first < text.Count && text.Joined(first) && Run(text, first) is var end && end > first && !known.Covers(first, end))
            {
                yield return (first, end, kind);
                i = end - 1;
                continue;
            }

            if (!text.Joined(i)) continue;
            first = i;
            while (first > 0 && i - first < LongestName && (first == i || text.Joined(first)) && (text.IsCapital(first - 1) || (text.Lower(first - 1) is "al" or "el" or "de" && first < i))) first--;
            while (first < i && (text.IsSentenceStart(first) && text.Lower(first) is "the" or "a" or "in" or "this" or "at" or "near" or "one" or "another" or "his" or "her" or "their")) first++;
            if (first < i && text.Joined(i) && !known.Covers(first, i) && text.Form(first).Length > 2) yield return (first, i, kind);
        }
    }

    private static PlaceKind? Kind(string lower) => lower switch
    {
        "village" or "town" or "hamlet" => PlaceKind.City,
        "neighborhood" or "neighbourhood" => PlaceKind.District,
        _ => null,
    };

    private static int Run(PlaceText text, int first)
    {
        var end = first;
        while (end < text.Count && end - first < LongestName && (end == first || text.Joined(end)) && (text.IsCapital(end) || (text.Lower(end) is "al" or "el" or "de" && text.IsCapital(end + 1)))) end++;
        return end;
    }
}
