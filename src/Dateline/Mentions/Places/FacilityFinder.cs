namespace Dateline.Mentions.Places;

/// <summary>Finds named buildings, bases, streets and junctions: "Detention Centre 1", "Larnaca airport", "6000 block of Cates Avenue".</summary>
/// <remarks>
/// Only the place that contains a facility is on the map; the facility takes its point, with a radius as wide as that place.
/// In a division without a named town it takes the division's seat: courts, prisons and airports mostly stand there.
/// </remarks>
internal sealed class FacilityFinder(PlaceWords words)
{
    /// <summary>Most capitalised words before the noun: "Safe and Sound Senior Citizen Social Club" has six.</summary>
    private const int LongestName = 8;

    private const int LongestNoun = 3;

    /// <summary>First words of sentences and phrases that are no part of a facility's name.</summary>
    private static readonly HashSet<string> NotFirst = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "in", "at", "on", "near", "from", "to", "of", "and", "but", "when", "while", "after", "before", "this", "that", "these", "those", "his", "her", "their", "its", "our", "one", "two", "three", "several",
        "some", "many", "most", "all", "no", "as", "by", "for", "with", "it", "he", "she", "they", "we", "i", "police", "officials", "local", "inside", "outside", "around", "about", "nearly", "another", "every", "each", "is", "was", "were", "are", "mr", "mrs", "dr",
    };

    /// <summary>The facilities of a text, in text order, and without those that lie within a longer one.</summary>
    internal List<FacilityName> Find(PlaceText text, KnownNames known)
    {
        var found = new List<FacilityName>();
        for (var i = 0; i < text.Count; i++)
        {
            var facility = Block(text, i) ?? Named(text, i, known);
            if (facility is null || (found.Count > 0 && found[^1].End >= facility.End)) continue;
            while (found.Count > 0 && found[^1].End > facility.First) found.RemoveAt(found.Count - 1);
            found.Add(facility);
            i = Math.Max(i, facility.End - 1);
        }

        return found;
    }

    /// <summary>"6000 block of Cates Avenue", "1935 Orchard St.", "28th and Capitol Drive", "Flamingo Road and Durango Drive".</summary>
    private FacilityName? Block(PlaceText text, int first)
    {
        if (!text[first].IsNumber) return null;
        var at = first + 1;
        var isBlock = text.Lower(at) == "block" && text.Joined(at) && text.Lower(at + 1) is "of" && text.Joined(at + 1);
        if (isBlock) at += 2;
        var isCross = !isBlock && text[first].Lower is [.., 't', 'h'] or [.., 's', 't'] or [.., 'n', 'd'] or [.., 'r', 'd'] && text.Lower(at) == "and" && text.Joined(at);
        if (isCross) at++;
        var name = at;
        while (at < text.Count && at - name < 5 && text.Joined(at) && (text.IsCapital(at) || (text[at].IsNumber && at == name)) && !(at > name && words.Streets.Contains(text[at - 1].Lower) && !words.Streets.Contains(text[at].Lower) && text[at].Lower.Length > 2)) at++;
        if (at == name) return null;
        var hasStreet = at > name && Enumerable.Range(name, at - name).Any(piece => piece > name && words.Streets.Contains(text[piece].Lower));
        if (!isBlock && !hasStreet) return null;
        return new FacilityName(first, at, null);
    }

    private FacilityName? Named(PlaceText text, int noun, KnownNames known)
    {
        var (end, isCapital, isStreet) = Noun(text, noun);
        if (end == noun) return null;
        var first = noun;
        while (first > 0 && noun - first < LongestName && (text.Joined(first) || text[first].Before == '\'' || (text[first].Before == '.' && text[first].Sentence == text[first - 1].Sentence && text[first - 1].Lower.Length <= 3)) && IsNameWord(text, first - 1)) first--;
        while (first < noun && (NotFirst.Contains(text[first].Lower) || (!text.IsCapital(first) && !text[first].IsNumber) && text[first].Lower is not ("al" or "el"))) first++;
        if (text.IsCapital(noun) && end < text.Count && text[end].IsNumber && text.Joined(end) && text.Form(end).Length < 4 && !isStreet) end++;
        else if (first == noun && !(text.IsCapital(noun) && OfPlace(text, end, known) is not null)) return null;
        var named = noun - first;
        if (named > 3 && text.InHeadline(noun)) return null;
        var container = Inside(known, first, noun);
        if (!isCapital && named == 0) return null;
        if (!isCapital && named > 0 && container is { End: var e } && e < noun && AnyLower(text, e, noun)) return null;
        if (container is { IsDemonym: true } && container.End >= noun && end == noun + 1) return null;
        if (!isCapital && Qualified(text, known, first, noun)) return null;
        if (OfPlace(text, end, known) is { } of && !isStreet)
        {
            container = of;
            end = of.End;
        }
        else if (IsOrganisation(text, first, noun) && container is null && text.Joined(first) && !IsLocated(text, first))
        {
            return null;
        }

        return first == noun && end == noun + 1 ? null : new FacilityName(first, end, container);
    }

    /// <summary>The longest facility noun at a piece: "detention centre", "airport", "Supreme Court".</summary>
    private (int End, bool IsCapital, bool IsStreet) Noun(PlaceText text, int first)
    {
        for (var length = LongestNoun; length > 0; length--)
        {
            var end = first + length;
            if (end > text.Count || !JoinedAll(text, first, end)) continue;
            var phrase = length == 1 ? text[first].Lower : string.Join(' ', Enumerable.Range(first, length).Select(text.Lower));
            var isCapital = text.IsCapital(first);
            if (isCapital ? words.Facilities.Contains(phrase) || words.Streets.Contains(phrase) : words.LowerCaseFacilities.Contains(phrase))
            {
                return (end, isCapital, words.Streets.Contains(phrase));
            }
        }

        return (first, false, false);
    }

    private static bool JoinedAll(PlaceText text, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (!text.Joined(i)) return false;
        }

        return true;
    }

    private static bool IsNameWord(PlaceText text, int piece) =>
        (text[piece].IsCapital && !IsShouted(text, piece)) || text[piece].Lower is "al" or "el" or "de" or "la" or "del" or "bin" or "of" or "and" or "ez" or "az" or "ash" && (text.IsCapital(piece - 1) || text[piece].Lower is "al" or "el") || (text[piece].IsNumber && text[piece].End - text[piece].Start < 5 && piece > 0);

    /// <summary>"OUT HOW TO HELP THIS CHILD IN ANY WAY": in text in capitals a small word ends a name as it does elsewhere.</summary>
    private static bool IsShouted(PlaceText text, int piece) =>
        text.Form(piece) is { Length: > 1 } form && char.IsUpper(form[1]) && (text[piece].Lower is "any" or "how" or "out" or "what" or "who" || (NotFirst.Contains(text[piece].Lower) && text[piece].Lower is not ("of" or "and" or "police" or "local")));

    private static bool AnyLower(PlaceText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text.IsCapital(i)) return true;
        }

        return false;
    }

    /// <summary>Nouns that name an organisation as often as a site count only where something is placed at them.</summary>
    private static bool IsOrganisation(PlaceText text, int first, int noun) =>
        first < noun && text[noun].Lower is "university" or "college" or "court" or "supreme" or "embassy" or "parliament" or "club" or "school" or "academy" or "mission" or "circus" or "center" or "centre" or "church" or "house" or "hall" or "market" or "fort" or "park" or "store" or "bar"
            or "place" or "hospital" or "library" or "museum" or "district" or "high" or "elementary" or "middle" or "drive" or "lane" or "court" or "farm" or "studio" or "plant" or "base" or "camp" or "square" or "port" or "station" or "building" or "theatre" or "theater";

    private bool IsLocated(PlaceText text, int first)
    {
        var before = text.Lower(first - 1);
        if (before is "the" or "a" or "an") before = text.Lower(first - 2);
        return words.At.Contains(before) || words.Near.Contains(before) || before is "to" or "from" or "of" or "toward" or "towards" or "by" or "targeted" or "hit" or "struck" or "attacked" or "stormed" or "bombed" or "shelled";
    }

    /// <summary>"Syrian gas field", "US base", "510 square": a country or a number alone is no name.</summary>
    private static bool Qualified(PlaceText text, KnownNames known, int first, int noun)
    {
        for (var i = first; i < noun; i++)
        {
            if (!text[i].IsNumber && known.At(i) is not ({ IsDemonym: true } or { Best.Kind: PlaceKind.Country })) return false;
        }

        return true;
    }

    private static PlaceName? Inside(KnownNames known, int first, int end) => known.Within(first, end);

    /// <summary>"… of Karachay-Cherkessia", "… in Kunduz": the place right behind.</summary>
    private static PlaceName? OfPlace(PlaceText text, int end, KnownNames known)
    {
        if (text.Lower(end) != "of" || !text.Joined(end)) return null;
        var at = text.Lower(end + 1) == "the" ? end + 2 : end + 1;
        return known.At(at) is { IsDemonym: false } name && name.First == at ? name : null;
    }
}

/// <summary>A facility's words.</summary>
/// <param name="First">First piece.</param>
/// <param name="End">Just past the last.</param>
/// <param name="Container">The place that its own words name; null when they name none.</param>
internal sealed record FacilityName(int First, int End, PlaceName? Container);
