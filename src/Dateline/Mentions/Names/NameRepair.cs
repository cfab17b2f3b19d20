using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Sets the ends of names right, where a rule knows better than the tagger: titles, articles, particles, nationalities.</summary>
internal static class NameRepair
{
    public static void Mend(NameDraft draft)
    {
        foreach (var name in draft.Names())
        {
            var tokens = WithParticle(draft, name);
            tokens = name.Kind == NameKind.Person ? WithGivenName(draft, WithoutTitles(draft, tokens)) : WithoutArticle(draft, name.Kind, tokens);
            tokens = WithoutConnector(draft, WithoutDay(draft, tokens));
            var kind = tokens.Count > 0 && name.Kind == NameKind.Organisation && (draft.FlagsOf(tokens) & NameFlags.Country) != 0 ? NameKind.Place : name.Kind;
            if (tokens.Count <= 0 || IsNoName(draft, tokens, kind)) draft.Remove(name);
            else if (tokens != name.Tokens || kind != name.Kind)
            {
                draft.Remove(name);
                draft.Put(tokens, kind, name.By);
            }
        }

        Rejoin(draft);
    }

    /// <summary>"[Lee Hsien] [Loong]" → "[Lee Hsien Loong]": two people stand side by side only with a mark or word between.</summary>
    private static void Rejoin(NameDraft draft)
    {
        foreach (var name in draft.Names())
        {
            var next = name.Tokens.End;
            if (name is not { Kind: NameKind.Person, Tokens.Count: > 1 and < 4 } || next >= draft.Document.TokenCount || draft[name.Tokens.First] != name) continue;
            if (draft[next] is { Kind: NameKind.Person, Tokens.Count: 1 } && draft.Document.SentenceOf[next] == draft.Document.SentenceOf[next - 1]) draft.Put(new TokenRange(name.Tokens.First, next + 1), NameKind.Person, name.By);
        }
    }

    /// <summary>"al-[Hilla]" → "[al-Hilla]": a small word joined by a hyphen belongs to the name.</summary>
    private static TokenRange WithParticle(NameDraft draft, DraftName name)
    {
        var (document, first) = (draft.Document, name.Tokens.First);
        if (first < 2 || document[first - 1].Form is not ("-" or "‑") || document.SentenceOf[first - 2] != document.SentenceOf[first]) return name.Tokens;
        if (document.Spans[first - 2].End != document.Spans[first - 1].Start || document.Spans[first - 1].End != document.Spans[first].Start) return name.Tokens;
        if ((draft.FlagsOf(first - 2) & NameFlags.Particle) == 0 || draft[first - 2] is not null || document.Lowers[first - 2].Length < 2) return name.Tokens;
        return new TokenRange(first - 2, name.Tokens.End);
    }

    /// <summary>"[Mr Colville]" → "Mr [Colville]", "[Prime Minister Abadi]" → "[Abadi]"; a name that is all title is none.</summary>
    private static TokenRange WithoutTitles(NameDraft draft, TokenRange tokens)
    {
        var first = tokens.First;
        while (first < tokens.End)
        {
            var end = EndOfTitle(draft, first, tokens.End);
            if (end == first) break;
            // "Dean", "Major", "Abu": a title that is a given name too stays before a family name only where no other title stands before it.
            if (end == first + 1 && (draft.FlagsOf(first) & NameFlags.AnyPerson) != 0 && (end == tokens.End || first == tokens.First)) break;
            first = end;
            if (first < tokens.End && draft.Document[first].Form is ".") first++;
        }

        return new TokenRange(first, tokens.End);
    }

    /// <summary>"[Baghdad Saturday]" → "[Baghdad]": a day behind a name says when.</summary>
    private static TokenRange WithoutDay(NameDraft draft, TokenRange tokens)
    {
        var end = tokens.End;
        while (end > tokens.First + 1 && draft.Document.Lowers[end - 1] is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday") end--;
        return end == tokens.First + 1 || end == tokens.End || draft.Document[end - 1].IsCapitalised ? new TokenRange(tokens.First, end) : tokens;
    }

    /// <summary>"Shireen [Abu Akleh]" → "[Shireen Abu Akleh]".</summary>
    private static TokenRange WithGivenName(NameDraft draft, TokenRange tokens)
    {
        var before = tokens.First - 1;
        if (tokens.Count <= 0 || before < 0 || draft[before] is not null || !draft.Document[before].IsCapitalised || draft.Document.SentenceOf[before] != draft.Document.SentenceOf[tokens.First]) return tokens;
        var flags = draft.FlagsOf(before);
        return (flags & NameFlags.GivenName) != 0 && (flags & (NameFlags.Title | NameFlags.Calendar)) == 0 ? new TokenRange(before, tokens.End) : tokens;
    }

    /// <summary>"[National Liberation Army and]" → "[National Liberation Army]", "[M23 rebels]" → "[M23]": a name ends in a capital or a digit.</summary>
    private static TokenRange WithoutConnector(NameDraft draft, TokenRange tokens)
    {
        var end = tokens.End;
        while (end > tokens.First + 1 && !HasCapital(draft.Document[end - 1].Form)) end--;
        return end == tokens.First + 1 && !HasCapital(draft.Document[tokens.First].Form) ? tokens : new TokenRange(tokens.First, end);
    }

    private static bool HasCapital(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsUpper(c) || char.IsDigit(c)) return true;
        }

        return false;
    }

    private static int EndOfTitle(NameDraft draft, int first, int end)
    {
        for (var stop = Math.Min(end, first + 4); stop > first; stop--)
        {
            if ((draft.FlagsOf(new TokenRange(first, stop)) & NameFlags.Title) != 0) return stop;
        }

        return first;
    }

    private static TokenRange WithoutArticle(NameDraft draft, NameKind kind, TokenRange tokens) =>
        kind != NameKind.Other && tokens.Count > 1 && draft.Document.Lowers[tokens.First] is "the" ? new TokenRange(tokens.First + 1, tokens.End) : tokens;

    /// <summary>Months, abbreviations that are no names, offices alone, marks alone.</summary>
    private static bool IsNoName(NameDraft draft, TokenRange tokens, NameKind kind)
    {
        if (tokens.Count > 1) return false;
        var form = draft.Document[tokens.First].Form;
        if (form.Length < 2 && kind != NameKind.Other) return true;
        var flags = draft.FlagsOf(tokens.First);
        if ((flags & NameFlags.Calendar) == 0) return false;
        return (flags & NameFlags.AnyPerson) == 0 || kind != NameKind.Person;
    }
}
