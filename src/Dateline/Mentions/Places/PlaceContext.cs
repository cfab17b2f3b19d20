using Dateline.Language;

namespace Dateline.Mentions.Places;

/// <summary>Reads what the words around names say: containers, kinds, relations, institutions, people.</summary>
internal sealed class PlaceContext(PlaceWords words)
{
    private static readonly HashSet<string> Skippable = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "its", "their", "his", "our", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern",
        "northeast", "northwest", "southeast", "southwest", "north-eastern", "upper", "lower", "downtown", "central", "inner", "outer", "rural", "war", "torn", "neighboring", "neighbouring", "nearby", "mainland", "occupied", "eastern-most",
        "capital", "city", "town", "village", "port", "province", "state", "region", "district", "county", "oblast", "governorate", "island", "suburb", "republic", "hamlet", "settlement", "area", "neighborhood", "neighbourhood",
        "rebel", "held", "government", "kurdish", "separatist", "restive", "volatile", "troubled", "remote", "mountainous", "historic", "ancient", "old", "new", "coastal", "border", "main", "largest", "second", "third", "tiny", "small",
        "provincial", "southernmost", "northernmost", "central", "mostly", "predominantly", "far", "major", "famous", "tourist", "resort", "seaside", "university", "industrial", "metropolitan", "greater", "metro", "mid", "most", "populous", "besieged",
        "opposition", "controlled", "administered", "run", "landlocked", "oil", "rich", "poor", "impoverished",
    };

    internal static bool IsDirection(string lower) => lower is "north" or "south" or "east" or "west" or "northern" or "southern" or "eastern" or "western" or "central" or "downtown" or "greater" or "metro" or "upper" or "lower"
        or "northeast" or "northwest" or "southeast" or "southwest" or "northeastern" or "northwestern" or "southeastern" or "southwestern" or "inner" or "outer" or "mid" or "rural" or "mainland" or "old" or "midtown" or "uptown" or "metropolitan" or "historic" or "suburban" or "southwestern"
        or "neighbouring" or "neighboring" or "nearby" or "former" or "city" or "town" or "village" or "province" or "state" or "near" or "in" or "from" or "of" or "at" or "sub" or "saharan" or "central" or "villages" or "outside" or "around" or "for";

    /// <summary>Finds the kind nouns beside names: "Rostov region", "the city of Homs", "County Durham".</summary>
    internal void ReadKinds(PlaceText text, List<PlaceName> found)
    {
        foreach (var name in found)
        {
            if (name.IsDemonym || name.By == "places/state") continue;
            if (text.Joined(name.End) && words.Kinds.TryGetValue(text.Lower(name.End), out var kinds) && IsKindNoun(text, name.End))
            {
                Narrow(name, kinds, text.Lower(name.End));
                if (IsPartOfName(text, name.End)) name.End++;
            }
            else if (name.First >= 2 && text.Lower(name.First - 1) == "of" && text.Joined(name.First) && words.Kinds.TryGetValue(text.Lower(name.First - 2), out kinds) && text.Lower(name.First - 2) is not ("area" or "coast" or "republic") && !IsPartOf(text, name.First - 2)) Narrow(name, kinds, text.Lower(name.First - 2));
        }
    }

    /// <summary>"A nightlife district of Dayton": a part of the place named; "the district of Karo" is the place itself.</summary>
    private static bool IsPartOf(PlaceText text, int noun) =>
        text.Lower(noun) is "district" or "neighborhood" or "neighbourhood" or "quarter" or "suburb" or "ward" or "zone" or "countryside" && !(text.Joined(noun) && text.Lower(noun - 1) == "the");

    /// <summary>Whether a state or its capital is told to act, so that the name stands for its rulers: "Ankara launched", "the United States used"; not "Iraq saw".</summary>
    internal bool Acts(PlaceText text, PlaceName name)
    {
        var next = name.End;
        if (name.HasRelation || !text.Joined(next) || text[next].Before != ' ' || (text.Joined(name.First) && Skippable.Contains(text.Lower(name.First - 1)) && text.Lower(name.First - 1) != "the")) return false;
        if (name.Best is not ({ Kind: PlaceKind.Country } or { IsCapital: true } or { IsOverlay: true, Kind: PlaceKind.Facility }) && !(name.Best.Kind == PlaceKind.City && words.PersonVerbs.Contains(text.Lower(next)))) return false;
        var token = text[next].Token;
        if (text.Lower(next) is "has" or "have" or "had" or "will" or "would" && text.Joined(next + 1)) token = text[next + 1].Token;
        return text.Document.Upos[token] == Upos.VERB && text.Document.Xpos[token] is "VBD" or "VBZ" or "VBP" or "VBN" or "VB" && !words.Undergoing.Contains(text.Document.Lowers[token]);
    }

    /// <summary>A kind noun with a capital that belongs to the name itself: "Salinas Valley", "Akita Prefecture"; not "Sydney City", "Borno State".</summary>
    private bool IsPartOfName(PlaceText text, int noun) =>
        text.IsCapital(noun) && text[noun].Before == ' ' && !text.InHeadline(noun) && words.NameNouns.Contains(text[noun].Lower) && !(text.Joined(noun + 1) && text.IsCapital(noun + 1));

    /// <summary>Gives the kind of a plural noun to every name of the list before it: "Barrow and Jackson counties", "Becker, Clay and Swift counties".</summary>
    internal void ReadPluralKinds(PlaceText text, List<PlaceName> found)
    {
        var noun = "";
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var name = found[i];
            if (!(noun.Length > 0 && i + 1 < found.Count && InList(text, name, found[i + 1]))) noun = text.Joined(name.End) ? text.Lower(name.End) : "";
            if (name.IsDemonym || !words.PluralKinds.TryGetValue(noun, out var singular)) noun = "";
            else Narrow(name, words.Kinds[singular], singular);
        }
    }

    /// <summary>Links a name to what the text says contains it: "Portland, Ore.", "Homs, Syria", "Solhan (Burkina Faso)", "Katy in Texas".</summary>
    internal static void ReadContainers(PlaceText text, List<PlaceName> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (inner, outer) = (found[i], found[i + 1]);
            if (inner.IsDemonym || outer.IsDemonym) continue;
            var gap = outer.First - inner.End;
            var mark = text[outer.First].Before;
            var adjacent = gap == 0 && mark is ',' or '(' && text[outer.First].Sentence == text[inner.End - 1].Sentence;
            if (adjacent && mark == ',' && IsList(text, found, i)) continue;
            var kindBetween = gap == 1 && mark is ',' && text.Joined(inner.End);
            var withIn = gap is >= 1 and <= 5 && text[outer.First].Sentence == text[inner.End - 1].Sentence && BetweenSaysIn(text, inner.End, outer.First);
            if (!adjacent && !kindBetween && !withIn) continue;
            Contain(inner, outer, strong: adjacent || kindBetween);
        }
    }

    /// <summary>"Washington, Pennsylvania and California": three of a kind are a list, not a town in its state.</summary>
    private static bool IsList(PlaceText text, List<PlaceName> found, int inner)
    {
        if (inner + 2 >= found.Count) return false;
        var (first, second, third) = (found[inner], found[inner + 1], found[inner + 2]);
        return InList(text, second, third) && second.Candidates.Any(wide => wide.Kind is PlaceKind.Admin1 or PlaceKind.Country && IsAlso(first, wide) && IsAlso(third, wide));
    }

    /// <summary>Whether a name may mean another place of the same kind, in the same country where it is a division.</summary>
    private static bool IsAlso(PlaceName name, GazetteerEntry wide) =>
        name.Candidates.Any(candidate => candidate.Kind == wide.Kind && (wide.Kind == PlaceKind.Country || candidate.Country == wide.Country));

    /// <summary>Whether one name follows another with only a comma, "and" or "or" between.</summary>
    internal static bool InList(PlaceText text, PlaceName first, PlaceName second)
    {
        if (second.First >= text.Count || text[second.First].Sentence != text[first.End - 1].Sentence) return false;
        var gap = second.First - first.End;
        return (gap == 0 && text[second.First].Before == ',') || (gap == 1 && text[first.End].Lower is "and" or "or" && text[second.First].Before == ' ');
    }

    private static void Contain(PlaceName inner, PlaceName outer, bool strong)
    {
        var fitting = inner.Candidates.Where(candidate => outer.Candidates.Any(container => Contains(container, candidate))).ToList();
        if (fitting.Count == 0) return;
        inner.Candidates = fitting;
        inner.Container = outer;
        inner.IsContained = true;
        inner.Support += strong ? 4 : 2.5;
        outer.Support += strong ? 1.5 : 0.5;
        var containers = outer.Candidates.Where(container => fitting.Any(candidate => Contains(container, candidate))).ToList();
        if (outer.Candidates.Count > 1 && containers.Count > 0 && strong) outer.Candidates = [.. containers];
    }

    /// <summary>Whether one place lies in another, as far as the gazetteer knows.</summary>
    internal static bool Contains(GazetteerEntry outer, GazetteerEntry inner)
    {
        if (outer.Kind <= inner.Kind || ReferenceEquals(outer, inner)) return false;
        return outer.Kind switch
        {
            PlaceKind.Country => inner.Country == outer.Country,
            PlaceKind.Admin1 => inner.Country == outer.Country && (inner.Admin1 == outer.Name || (inner.Admin1 is null && inner.DistanceTo(outer) < outer.RadiusKm)),
            PlaceKind.Continent => false,
            PlaceKind.City => inner.City == outer.Name || (inner.Country == outer.Country && inner.DistanceTo(outer) < Math.Max(25, outer.RadiusKm)),
            _ => inner.DistanceTo(outer) < outer.RadiusKm * 1.3,
        };
    }

    private static bool BetweenSaysIn(PlaceText text, int first, int end)
    {
        var saysIn = false;
        for (var i = first; i < end; i++)
        {
            if (text[i].Lower == "in") saysIn = true;
            else if (!Skippable.Contains(text[i].Lower)) return false;
            if (text[i].Before is not (' ' or ',' or '-')) return false;
        }

        return saysIn && text[end].Before is ' ';
    }

    private static bool IsKindNoun(PlaceText text, int piece) =>
        text.Lower(piece) is not ("state" or "city" or "town" or "village" or "area" or "department" or "territory" or "zone" or "district" or "reservoir" or "forest") || !text.Joined(piece + 1) || !text.IsCapital(piece + 1) || !text.IsCapital(piece);

    /// <summary>Keeps the candidates of the kinds named. A town's name before "province" or "district" is the land around the town.</summary>
    private static void Narrow(PlaceName name, List<PlaceKind> kinds, string noun)
    {
        var fitting = name.Candidates.Where(candidate => kinds.Contains(candidate.Kind)).ToList();
        if (fitting.Count == 0 && noun is "region" or "area" or "state" or "republic" or "territory") fitting = [.. name.Candidates.Where(candidate => candidate.Kind is PlaceKind.Region or PlaceKind.Natural or PlaceKind.Admin1 or PlaceKind.Admin2)];
        if (noun is "state" or "republic" or "territory" && fitting.Count == 0) fitting = [.. name.Candidates.Where(candidate => candidate.Kind == PlaceKind.Country)];
        if (fitting.Count == 0 && name.Candidates[0].Kind == PlaceKind.Country) return;
        if (fitting.Count == 0 && kinds[0] is PlaceKind.Admin2 or PlaceKind.Admin1 && noun is not ("republic" or "territory" or "state" or "zone" or "municipality" or "township" or "borough"))
        {
            fitting = [.. name.Candidates.Where(candidate => candidate.Kind is PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Admin1)
                .Select(candidate => candidate.Kind == PlaceKind.City ? candidate with { Kind = noun == "region" ? PlaceKind.Region : PlaceKind.Admin2, RadiusKm = noun == "region" ? 60 : 30, GeoNames = 0 } : candidate)];
        }

        if (fitting.Count == 0 && kinds.Contains(PlaceKind.Natural) && noun is not ("coast" or "forest" or "hills"))
        {
            // A river or valley that no list has lies about where a town of its name lies.
            fitting = [.. name.Candidates.Where(candidate => candidate.Kind is PlaceKind.City or PlaceKind.Admin2).Select(candidate => candidate with { Kind = PlaceKind.Natural, RadiusKm = 40, GeoNames = 0 })];
        }

        name.Support += 2;
        name.IsQuarter = noun is "neighborhood" or "neighbourhood" or "quarter";
        if (fitting.Count == 0) return;
        if (noun is "area" or "suburb") return;
        name.Candidates = fitting;
        name.Worded = fitting[0].Kind;
    }

    /// <summary>How the text places things by the name, and where the words that say so begin.</summary>
    internal PlaceRelation? Relation(PlaceText text, int first)
    {
        var at = first - 1;
        var sentence = text[first].Sentence;
        for (var steps = 0; steps < 7 && at >= 0 && text[at].Sentence == sentence && text[at + 1].Before is ' ' or '-' or '\''; steps++, at--)
        {
            var lower = text[at].Lower;
            var two = at > 0 ? text[at - 1].Lower + " " + lower : lower;
            var three = at > 1 ? text[at - 2].Lower + " " + two : two;
            if (words.Near.Contains(three) || words.Near.Contains(two) || words.Near.Contains(lower)) return PlaceRelation.Near;
            if (words.Towards.Contains(three) || words.Towards.Contains(two)) return PlaceRelation.Towards;
            if (lower == "of")
            {
                if (IsDirectionNoun(text.Lower(at - 1))) return PlaceRelation.Near;
                if (words.Kinds.ContainsKey(text.Lower(at - 1)) || Skippable.Contains(text.Lower(at - 1)) || text.Lower(at - 1) is "part" or "parts" or "capital" or "centre" or "center" or "streets" or "outskirts" or "areas" or "provinces") continue;
                return null;
            }

            if (words.Origin.Contains(lower)) return words.NotOrigin.Contains(text.Lower(at - 1)) ? PlaceRelation.Near : PlaceRelation.Origin;
            if (words.Towards.Contains(lower)) return words.NotTowards.Contains(text.Lower(at - 1)) ? null : PlaceRelation.Towards;
            if (words.At.Contains(lower)) return PlaceRelation.At;
            // "In the Malian capital Bamako".
            if (text.Document.Upos[text[at].Token] == Upos.ADJ) continue;
            if (!Skippable.Contains(lower) && !words.Kinds.ContainsKey(lower) && lower is not ("part" or "parts" or "outskirts" or "provinces")) return null;
        }

        return null;
    }

    private static bool IsDirectionNoun(string lower) => lower is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" or "outskirts" or "suburbs" or "suburb" or "vicinity" or "outside" or "edge" or "coast" or "short";

    /// <summary>Whether the name only qualifies what follows: "Chicago police", "the Moscow-based group", "a Chicago man".</summary>
    internal bool Qualifies(PlaceText text, PlaceName name)
    {
        var next = name.End;
        if (next >= text.Count || text[next].Sentence != text[name.End - 1].Sentence) return false;
        if (text[next].Before == '-') return text[next].Lower is "based" or "born" or "area" or "backed" or "led" or "bound" or "style" or "made" or "registered" or "flagged" or "owned" or "trained" or "educated" or "linked" or "sponsored" or "brokered" or "funded" or "controlled";
        if (text[next].Before != ' ' || text.IsCapital(next)) return false;
        if (words.Kinds.ContainsKey(text[next].Lower) && text[next].Lower is not ("state" or "department" or "district")) return false;
        if (text.Document.Upos[text[next].Token] is Upos.NOUN) return true;
        return text[next].Lower is "man" or "woman" or "men" or "women" or "police" or "officials" or "official" or "authorities" or "government" or "resident" or "residents" or "teenager" or "teen" or "boy" or "girl" or "couple" or "family" or "officer" or "officers" or "mayor" or "governor"
            or "firefighters" or "native" or "mother" or "father" or "student" or "students" or "court" or "judge" or "jury" or "prosecutors" or "prosecutor" or "attorney" or "lawyer" or "lawyers" or "troops" or "army" or "military" or "forces" or "businessman" or "doctor" or "hospital" or "detectives"
            or "investigators" or "spokesman" or "spokeswoman" or "administration" or "embassy" or "regime" or "state" or "soldiers" or "militants" or "rebels" or "gang" or "team" or "office" or "bureau" or "area" or "suburb" or "taxpayers" or "voters" or "citizens" or "citizen" or "company" or "firm" or "school" or "schools";
    }
}
