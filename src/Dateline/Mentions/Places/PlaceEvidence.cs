using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Mentions.Places;

/// <summary>Decides whether a known name names a place here, by a sum of clues: 1 and more is a place.</summary>
/// <remarks>
/// Weights were set on GeoVirus and LGL (development sets), in half points. People come first: most false names are surnames
/// ("Howard Brown", later "Brown said") and first words of titles of works, firms and clubs.
/// </remarks>
internal sealed class PlaceEvidence(PlaceWords words, NameScanner scanner, NameTable? lists)
{
    internal const double Enough = 1.0;

    /// <summary>Surnames that the article uses with a given name or title: "Christopher Marshall" → marshall.</summary>
    internal HashSet<string> Surnames(PlaceText text)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (!text[i].IsCapital) continue;
            var isGiven = words.GivenNames.Contains(text[i].Lower);
            if (!isGiven && !IsTitle(text, i)) continue;
            var end = i + 1;
            while (end < text.Count && end - i < 5 && IsNamePart(text, end)) end++;
            if (end == i + 1 || (isGiven && text.InHeadline(i) && end - i < 2)) continue;
            var last = end - 1;
            if (!isGiven && last == i + 1 && words.Kinds.ContainsKey(text[last].Lower)) continue;
            for (var part = i + 1; part < end; part++)
            {
                if (text[part].Lower.Length > 2) surnames.Add(text[part].Lower);
            }

            i = last;
        }

        return surnames;
    }

    /// <summary>Adds up what speaks for and against a name; marks names within institutions.</summary>
    internal void Weigh(PlaceText text, PlaceName name, PlaceRelation? relation, bool qualifies, HashSet<string> surnames, HashSet<string> lowerCaseWords)
    {
        if (name.IsDemonym || name.By == "places/state") return;
        var (first, last) = (name.First, name.End - 1);
        var single = name.First == last;
        var best = name.Candidates[0];
        var important = best.Kind is PlaceKind.Country or PlaceKind.Continent || (best.Kind == PlaceKind.Admin1 && !best.ByVariant) || best.IsOverlay || best.Population > 1_000_000;
        var lower = text[first].Lower;
        var headline = text.InHeadline(first);
        var support = name.Support + Prior(name.Candidates) + (single ? 0 : 0.7);
        if (relation is not null) support += relation is PlaceRelation.Towards ? 1 : 1.7;
        if (scanner.IsCommon(single ? lower : name.Key)) support -= important ? 1 : 2.2;
        if (single && words.GivenNames.Contains(lower) && !important) support -= text.Joined(name.End) && text.IsCapital(name.End) && !words.LocalServices.Contains(text.Lower(name.End)) ? 4 : 1;
        if (single && important && words.GivenNames.Contains(lower) && relation is null && !headline && IsSurname(text, name.End)) support -= 6;
        if (single && PlaceContext.IsDirection(lower)) support -= 6;
        if (single && lists is not null) support -= Heads(lists[NameHash.Of(text.Form(first))], important);
        if (best is { Kind: PlaceKind.Admin2, ByVariant: true }) support -= 0.7;
        if (lower is "st" or "st." or "saint" && name.End - first == 2 && name.End < text.Count && (text[name.End].Before == '\'' || (text.Joined(name.End) && text.IsCapital(name.End)))) support -= 3;
        if (qualifies) support += 1.2;
        if (single && lowerCaseWords.Contains(lower)) support -= 2;
        if (single && text.IsSentenceStart(first) && !important) support -= 0.5;
        if (single && IsAcronym(text.Form(first)) && best.Kind != PlaceKind.Country && !best.IsOverlay && !headline) support -= text[first].Lower.Length < 5 ? 3 : 0;
        support += Before(text, name, important, headline) + After(text, name, important, headline);
        if (single && surnames.Contains(lower) && !name.IsContained && name.Worded is null) support -= best.Kind == PlaceKind.Country ? 1 : relation is PlaceRelation.At or PlaceRelation.Near ? 1.5 : 3.5;
        if (IsHead(text, name)) support += 3;
        var tag = text.Document.Upos[text[first].Token];
        if (single && tag is Upos.VERB or Upos.ADP or Upos.AUX or Upos.PRON or Upos.DET or Upos.ADV or Upos.SCONJ or Upos.CCONJ) support -= 1.5;
        name.Support = support + Tagged(text, name, important);
    }

    /// <summary>What a word loses that is something else first: "Taliban", "Hamas", which share their names with villages only; "Bureau", "Lane", "Pope", which head names of their own.</summary>
    private static double Heads(NameFlags flags, bool important)
    {
        const NameFlags heads = NameFlags.OrganisationHead | NameFlags.OrganisationSuffix | NameFlags.FacilityHead | NameFlags.PlaceHead | NameFlags.OtherHead | NameFlags.Title | NameFlags.Calendar;
        var isPlace = (flags & (NameFlags.Country | NameFlags.Division | NameFlags.City | NameFlags.Region)) != 0;
        if ((flags & NameFlags.AnyActor) != 0 && !isPlace) return 4;
        return (flags & heads) != 0 && !important ? 3 : 0;
    }

    /// <summary>The place at the head of a report, in capitals before a dash: "TORRINGTON —", "LAGOS, June 16 -", "CHARLESTON, W.Va. (AP) --". The title may stand before it.</summary>
    private static bool IsHead(PlaceText text, PlaceName name)
    {
        if (!text.IsSentenceStart(name.First) || text.Form(name.First) is not { Length: > 2 } form || !IsAcronym(form)) return false;
        for (var at = name.End; at < text.Count && at - name.End < 4; at++)
        {
            if (text.FollowsDash(at)) return true;
            if (text[at].Before is ' ' && !text[at].IsNumber) return false;
        }

        return false;
    }

    /// <summary>What the tagger of names says for and against: it has read whole sentences, the other clues a word or two around.</summary>
    private static double Tagged(PlaceText text, PlaceName name, bool important)
    {
        if (text.Tagged.IsEmpty) return 0;
        var tokens = text.Tokens(name.First, name.End);
        if ((text.Tagged.At(tokens.First) ?? text.Tagged.At(tokens.End - 1)) is not { } tagged) return important ? -0.3 : -0.8;
        var isSame = tagged.Tokens == tokens;
        var isLonger = !isSame && tagged.Tokens.First <= tokens.First && tagged.Tokens.End >= tokens.End;
        return tagged.Kind switch
        {
            NameKind.Place => isLonger ? -0.5 : 1.6,
            NameKind.Person => (isLonger ? -3 : -2.6) * (important ? 0.6 : 1),
            // "The Kremlin said": the site stands for who sits in it.
            NameKind.Organisation when !isLonger && !name.IsModifier && name.Candidates[0] is { IsOverlay: true } && !name.HasRelation => -3,
            // "United Russia", "Agence France": the end of a body's name, not the town that a body is of.
            NameKind.Organisation when isLonger && tagged.Tokens.First < tokens.First && text.Joined(name.First) && text.IsCapital(name.First - 1) && !PlaceContext.IsDirection(text.Lower(name.First - 1)) => -2.5,
            NameKind.Organisation => isLonger ? 0 : important ? -0.5 : -1,
            NameKind.Other => important ? -0.7 : -1.5,
            _ => 0,
        };
    }

    /// <summary>Names that stand in lower case somewhere in the article as ordinary words.</summary>
    internal static HashSet<string> LowerCaseWords(PlaceText text, List<PlaceName> found)
    {
        var wanted = found.Where(name => name.End == name.First + 1).Select(name => text[name.First].Lower).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsCapital && text[i].Before is not '-' && wanted.Contains(text[i].Lower)) seen.Add(text[i].Lower);
        }

        return seen;
    }

    private static double Prior(IReadOnlyList<GazetteerEntry> candidates)
    {
        var best = double.MinValue;
        foreach (var candidate in candidates)
        {
            var prior = candidate.Kind switch
            {
                PlaceKind.Country or PlaceKind.Continent => 3.5,
                PlaceKind.Admin1 => candidate.Country is "US" or "CA" or "GB" or "AU" ? 2.8 : 1.8,
                _ when candidate.IsOverlay => 2.5,
                PlaceKind.Admin2 => candidate.Name.Contains(' ', StringComparison.Ordinal) ? 2.5 : -0.5,
                _ => Math.Clamp((Math.Log10(candidate.Population + 100) - 4.2) * 0.9, -1, 2.5) + (candidate.Kind == PlaceKind.District ? -0.5 : 0),
            };
            best = Math.Max(best, prior - (candidate.ByVariant ? 0.3 : 0));
        }

        return best;
    }

    private double Before(PlaceText text, PlaceName name, bool important, bool headline)
    {
        var at = name.First - 1;
        if (!text.Joined(name.First) && !(at >= 0 && text[name.First].Before == '.' && text[at].Lower.Length <= 4 && text[at].Sentence == text[name.First].Sentence)) return 0;
        var lower = text[at].Lower;
        if (text[name.First].Before == '-' && lower is "d" or "r" or "dfl" && text.IsCapital(at)) return 5;
        if (text[name.First].Before == '-') return text.IsCapital(at) && name.Candidates[0].Kind != PlaceKind.Country ? -1.5 : 0;
        // "Mark Kitsmore, 54, of Tyler", "Crane Co. of Chicago": where somebody lives or a firm sits.
        if (lower == "of" && at > 0 && (text[at].Before == ',' || words.LegalForms.Contains(text[at - 1].Lower))) return text[at - 1].IsNumber ? 3 : 2;
        if (lower == "of" && at > 0 && text.IsCapital(at - 1) && (words.OrganisationHeads.Contains(text[at - 1].Lower) || (words.Organisations.Contains(text[at - 1].Lower) && !words.Facilities.Contains(text[at - 1].Lower)))) return -6;
        if (!text.IsCapital(at)) return text[at].IsNumber ? 0 : lower is "a" or "an" && name.End == name.First + 1 && !important ? -0.5 : 0;
        if (words.OrganisationHeads.Contains(lower)) return -6;
        if (words.GivenNames.Contains(lower) && !headline) return -5;
        if (IsTitle(text, at)) return important ? -1.5 : -3.5;
        if (PlaceContext.IsDirection(lower) || text.IsSentenceStart(at) || headline) return 0;
        if (lower.Length == 1 || (lower.Length == 2 && lower[1] == '.')) return -4;
        return important ? -1 : -2.5;
    }

    private double After(PlaceText text, PlaceName name, bool important, bool headline)
    {
        var next = name.End;
        if (next >= text.Count || text[next].Sentence != text[next - 1].Sentence) return 0;
        var lower = text[next].Lower;
        if (text[next].Before == '-') return text.IsCapital(next) ? -1.5 : 0;
        if (text[next].Before == '\'') return text.IsCapital(next) ? 0 : 0.3;
        if (text[next].Before is not ' ') return 0;
        if (words.Diseases.Contains(lower)) return -5;
        if (!text.IsCapital(next))
        {
            if (lower is "," or "and") return 0;
            return words.PersonVerbs.Contains(lower) && !important ? -1 : 0;
        }

        if (headline) return words.Media.Contains(lower) ? -5 : words.Organisations.Contains(lower) && !words.LocalServices.Contains(lower) ? -1.5 : 0;
        if (words.LocalServices.Contains(lower))
        {
            name.IsEmbedded = true;
            return 0.5;
        }

        if (words.Organisations.Contains(lower))
        {
            name.IsEmbedded = true;
            return name.Candidates[0].Kind == PlaceKind.Country && !words.Media.Contains(lower) ? -0.5 : -5;
        }

        if (words.Streets.Contains(lower)) return -5;
        if (words.Facilities.Contains(lower))
        {
            name.IsEmbedded = true;
            return -0.5;
        }

        if (words.Titles.Contains(lower) || words.GivenNames.Contains(lower))
        {
            name.IsEmbedded = true;
            return 0;
        }

        name.IsEmbedded = true;
        return important ? -0.7 : -2.5;
    }

    /// <summary>A capitalised word that makes no service, office, firm or site of the name before it.</summary>
    private bool IsSurname(PlaceText text, int piece)
    {
        if (!text.Joined(piece) || !text.IsCapital(piece)) return false;
        var lower = text[piece].Lower;
        return !words.LocalServices.Contains(lower) && !words.Titles.Contains(lower) && !words.Organisations.Contains(lower) && !words.Facilities.Contains(lower) && !words.Streets.Contains(lower) && !words.Kinds.ContainsKey(lower);
    }

    private bool IsTitle(PlaceText text, int piece)
    {
        if (!words.Titles.Contains(text[piece].Lower)) return false;
        return text.IsCapital(piece);
    }

    private static bool IsNamePart(PlaceText text, int piece) =>
        (text[piece].IsCapital && (text.Joined(piece) || (text[piece].Before == '.' && text[piece - 1].Lower.Length <= 3 && text[piece - 1].Sentence == text[piece].Sentence)))
        || (text.Joined(piece) && text[piece].Lower is "al" or "el" or "bin" or "ben" or "ibn" or "van" or "von" or "de" or "der" or "da" && text.IsCapital(piece + 1));

    private static bool IsAcronym(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c)) return false;
        }

        return true;
    }
}
