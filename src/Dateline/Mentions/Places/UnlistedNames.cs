using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Mentions.Places;

/// <summary>Names of places that no list has: those that the text itself calls a village, town or neighbourhood, and those that the tagger takes for places where the words around agree.</summary>
/// <param name="context">Reads prepositions.</param>
/// <param name="words">Words around places.</param>
/// <param name="lists">What the lists of names know of single words; null when no tagger runs.</param>
internal sealed class UnlistedNames(PlaceContext context, PlaceWords words, NameTable? lists)
{
    /// <summary>Words that make a person, a site, a body or a work of a name.</summary>
    private const NameFlags Others = NameFlags.GivenName | NameFlags.Title | NameFlags.FacilityHead | NameFlags.OrganisationHead | NameFlags.OrganisationSuffix | NameFlags.OtherHead | NameFlags.Calendar | NameFlags.AnyActor;

    private const int LongestName = 4;

    /// <summary>Unlisted names in text order, without overlap with each other or with known ones.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The listed names.</param>
    /// <param name="facilities">Buildings and streets, which hold no place of their own.</param>
    /// <param name="scanned">Pieces that the gazetteer knows a name at, believed or not: "Syrias Afrin" is no name of its own.</param>
    internal IEnumerable<(int First, int End, PlaceKind Kind)> Find(PlaceText text, KnownNames known, IReadOnlyList<FacilityName> facilities, bool[] scanned)
    {
        var called = Called(text, known).Concat(Heads(text, known)).OrderBy(name => name.First).ToList();
        var taken = new bool[text.Count];
        foreach (var (first, end, _) in called) taken.AsSpan(first, end - first).Fill(true);
        foreach (var facility in facilities) taken.AsSpan(facility.First, facility.End - facility.First).Fill(true);
        return called.Concat(Tagged(text, known, taken, scanned)).OrderBy(name => name.First);
    }

    /// <summary>"The village of Solhan", "Tadaryat village", "the Hanano neighbourhood".</summary>
    private static IEnumerable<(int First, int End, PlaceKind Kind)> Called(PlaceText text, KnownNames known)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (Kind(text.Lower(i)) is not { } kind || text.IsCapital(i)) continue;
            var first = i + 1;
            if (text.Lower(first) is "of" or "called" or "named" && text.Joined(first)) first++;
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
            if (first < i && text.Joined(i) && !known.Covers(first, i) && text.Form(first).Length > 2 && text.Document.Upos[text[first].Token] is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.X) yield return (first, i, kind);
        }
    }

    /// <summary>A town in capitals before a dash, at the head of a report: "BANTAM — A stonemason was arraigned".</summary>
    private static IEnumerable<(int First, int End, PlaceKind Kind)> Heads(PlaceText text, KnownNames known)
    {
        for (var first = 0; first < text.Count; first++)
        {
            if (!text.IsSentenceStart(first) || !IsShouted(text, first)) continue;
            var end = first + 1;
            while (end < text.Count && end - first < LongestName && text.Joined(end) && IsShouted(text, end)) end++;
            var isHead = text.FollowsDash(end) || (known.At(end) is { } container && text[end].Before == ',' && (text.FollowsDash(container.End) || text[Math.Min(container.End, text.Count - 1)].Before == '('));
            if (isHead && !known.Covers(first, end)) yield return (first, end, PlaceKind.City);
            first = end - 1;
        }
    }

    private static bool IsShouted(PlaceText text, int piece)
    {
        var form = text.Form(piece);
        foreach (var c in form)
        {
            if (!char.IsUpper(c)) return false;
        }

        return form.Length > 3;
    }

    /// <summary>What the tagger takes for a place, where a preposition, a kind noun or a listed neighbour says so too; then also wherever the article repeats it.</summary>
    private IEnumerable<(int First, int End, PlaceKind Kind)> Tagged(PlaceText text, KnownNames known, bool[] taken, bool[] scanned)
    {
        var candidates = new List<(TokenRange Pieces, string Name, PlaceKind Kind, bool IsSupported)>();
        foreach (var tagged in text.Tagged.Places())
        {
            var pieces = text.PiecesOf(tagged.Tokens);
            if (pieces.Count is 0 or > LongestName || known.Covers(pieces.First, pieces.End) || taken.AsSpan(pieces.First, pieces.Count).Contains(true) || !IsName(text, pieces, scanned)) continue;
            candidates.Add((pieces, string.Join(' ', Enumerable.Range(pieces.First, pieces.Count).Select(text.Lower)), KindOf(text, pieces), IsSupported(text, pieces, known)));
        }

        var isSupported = candidates.Select(name => name.IsSupported).ToArray();
        for (var i = 1; i < isSupported.Length; i++) isSupported[i] |= isSupported[i - 1] && AreListed(text, candidates[i - 1].Pieces, candidates[i].Pieces);
        for (var i = isSupported.Length - 2; i >= 0; i--) isSupported[i] |= isSupported[i + 1] && AreListed(text, candidates[i].Pieces, candidates[i + 1].Pieces);
        var supported = candidates.Where((_, index) => isSupported[index]).Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        return candidates.Where(name => supported.Contains(name.Name)).Select(name => (name.Pieces.First, name.Pieces.End, name.Kind));
    }

    /// <summary>Whether only a comma, "and" or "or" parts two names: "Kampungu, Makonono and Mombo".</summary>
    private static bool AreListed(PlaceText text, TokenRange first, TokenRange second)
    {
        if (text[first.End - 1].Sentence != text[second.First].Sentence) return false;
        return (second.First == first.End && text[second.First].Before == ',') || (second.First == first.End + 1 && text.Lower(first.End) is "and" or "or");
    }

    /// <summary>Capitalised words without digits, acronyms, streets, firms and sites among them.</summary>
    private bool IsName(PlaceText text, TokenRange pieces, bool[] scanned)
    {
        if (text.InHeadline(pieces.First) || !text.IsCapital(pieces.First)) return false;
        if (pieces.Count > 1 && scanned[pieces.End - 1] && text.Lower(pieces.First) is not ("lake" or "mount" or "river" or "cape" or "gulf" or "port" or "fort")) return false;
        // "the Gatehouse", "the Capitol": one word behind an article is a place only with a kind noun.
        if (pieces.Count == 1 && text.Lower(pieces.First - 1) == "the" && !(text.Joined(pieces.End) && words.Kinds.ContainsKey(text.Lower(pieces.End)))) return false;
        for (var i = pieces.First; i < pieces.End; i++)
        {
            var lower = text.Lower(i);
            if (lists is not null && (lists[NameHash.Of(text.Form(i))] & (pieces.Count == 1 ? Others & ~NameFlags.GivenName : Others)) != 0) return false;
            if (lower.Contains("http", StringComparison.Ordinal) || text[i].IsNumber || (i > pieces.First && !text.Joined(i))) return false;
            if (words.Streets.Contains(lower) || words.Facilities.Contains(lower) || words.Organisations.Contains(lower) || words.Never.Contains(lower)) return false;
            if (text.Form(i) is { Length: > 1 } form && char.IsUpper(form[0]) && char.IsUpper(form[1])) return false;
        }

        return text.Form(pieces.First).Length > 2 && !(text.Joined(pieces.End) && (text.IsCapital(pieces.End) || words.Diseases.Contains(text.Lower(pieces.End))));
    }

    private bool IsSupported(PlaceText text, TokenRange pieces, KnownNames known)
    {
        if (context.Relation(text, pieces.First) is not (null or PlaceRelation.Towards)) return true;
        if (text.Joined(pieces.End) && (words.Kinds.ContainsKey(text.Lower(pieces.End)) || words.PluralKinds.ContainsKey(text.Lower(pieces.End)))) return true;
        // "the villages of Bumbacari and Dudescu", "four villages: Kampungu".
        var before = text.Lower(pieces.First - 1) == "of" ? pieces.First - 2 : pieces.First - 1;
        if (words.PluralKinds.ContainsKey(text.Lower(before)) && (before == pieces.First - 2 || text[pieces.First].Before == ':')) return true;
        // "…, Migori and Bunyala": beside a listed place of the same list; "Bunyala, Kenya": within one.
        var isBehind = pieces.End < text.Count && known.At(pieces.End) is { IsDemonym: false } && text[pieces.End].Before == ',';
        var isBefore = pieces.First > 0 && known.At(pieces.First - 1) is { IsDemonym: false } && text[pieces.First].Before == ',';
        var isJoined = pieces.First > 1 && text.Lower(pieces.First - 1) == "and" && known.At(pieces.First - 2) is { IsDemonym: false };
        return isBehind || isBefore || isJoined;
    }

    private PlaceKind KindOf(PlaceText text, TokenRange pieces)
    {
        var noun = text.Joined(pieces.End) && words.Kinds.ContainsKey(text.Lower(pieces.End)) ? text.Lower(pieces.End) : text.Lower(pieces.End - 1);
        if (words.Kinds.TryGetValue(noun, out var kinds)) return kinds[0];
        return text.Lower(pieces.First) is "lake" or "mount" or "river" or "cape" or "gulf" ? PlaceKind.Natural : PlaceKind.City;
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
