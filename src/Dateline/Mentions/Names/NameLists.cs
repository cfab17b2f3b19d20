using Dateline.Language;
using Dateline.Mentions.Places;

namespace Dateline.Mentions.Names;

/// <summary>Joins what the lists found with what the tagger found.</summary>
internal static class NameLists
{
    /// <summary>Names of the actor list: bodies, whatever the tagger says, unless it found a longer name around.</summary>
    public static void AddActors(NameDraft draft, MentionLayer mentions)
    {
        for (var i = 0; i < mentions.Actors.Count; i++)
        {
            var actor = mentions.Actors[i];
            if (actor.Actor.IsGeneric) continue;
            var tokens = Capitalised(draft.Document, actor.Tokens);
            if (tokens.Count <= 0 || draft.IsCut(tokens)) continue;
            // "Israeli military" is a body, "Israeli" alone is none.
            if (tokens != actor.Tokens && actor.By != "actors/acronym" && (draft.FlagsOf(tokens) & NameFlags.AnyActor) == 0) continue;
            if (draft[tokens.First] is { } same && same.Tokens == tokens && same.Kind == NameKind.Organisation) continue;
            draft.Put(tokens, NameKind.Organisation, "names/actors");
        }
    }

    /// <summary>Places of the gazetteer where the tagger found nothing, or found only a part.</summary>
    public static void AddPlaces(NameDraft draft, MentionLayer mentions)
    {
        var surnames = Surnames(draft);
        for (var i = 0; i < mentions.Places.Count; i++)
        {
            var place = mentions.Places[i];
            if (place.By == "places/embedded" && place.Place?.Kind != PlaceKind.Country) continue;
            if (place.By is "places/demonym" or "places/facility" or "places/unlisted" || draft.Document.SpanOf(place.Tokens) != place.Span) continue;
            var tokens = place.Tokens;
            if (draft.IsCut(tokens) || draft.Document[tokens.First].Form is "the" or "The" || IsShoutedWord(draft.Document, tokens)) continue;
            if (draft.IsFree(tokens)) draft.Put(tokens, NameKind.Place, "names/places");
            else if (tokens.Count == 1 && draft[tokens.First] is { Kind: NameKind.Person, Tokens.Count: 1 } && place.By != "places/embedded" && (draft.FlagsOf(tokens.First) & NameFlags.GivenName) == 0 && !surnames.Contains(draft.Document.Lowers[tokens.First])) draft.Put(tokens, NameKind.Place, "names/places");
            else if (tokens.Count > 1 && draft[tokens.First]?.Tokens != tokens && place.Place?.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.City or PlaceKind.Continent) draft.Put(tokens, NameKind.Place, "names/places");
        }
    }

    /// <summary>"IN", "STORE" in a text in capitals: a word by its tag, though places are spelt like it.</summary>
    private static bool IsShoutedWord(Document document, TokenRange tokens)
    {
        if (!document.Article.AllCapitals) return false;
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (document.Upos[token] == Upos.PROPN) return false;
        }

        return true;
    }

    /// <summary>Last names of those named in full, in lower case.</summary>
    private static HashSet<string> Surnames(NameDraft draft)
    {
        draft.Scratch.Clear();
        foreach (var name in draft.Names())
        {
            if (name is { Kind: NameKind.Person, Tokens.Count: > 1 }) draft.Scratch.Add(draft.Document.Lowers[name.Tokens.Last]);
        }

        return draft.Scratch;
    }

    /// <summary>Nationalities and peoples outside of names; arms and vehicles by make and model.</summary>
    public static void AddOthers(NameDraft draft)
    {
        var document = draft.Document;
        for (var i = 0; i < document.TokenCount; i++)
        {
            if (document[i].Form is not { Length: > 1 } form || !char.IsLetterOrDigit(form[0])) continue;
            var (end, flags) = LongestAt(draft, i);
            if (end == i) continue;
            var tokens = new TokenRange(i, end);
            var isMake = (flags & (NameFlags.Weapon | NameFlags.Vehicle)) != 0 && (tokens.Count > 1 || form.ContainsAnyInRange('0', '9'));
            // A make and model are that whatever the tagger says, but not within a longer name.
            if (isMake ? draft.IsCut(tokens) : !draft.IsFree(tokens)) continue;
            var kind = (flags & (NameFlags.Demonym | NameFlags.People)) != 0 ? NameKind.Group : (flags & NameFlags.Weapon) != 0 ? NameKind.Weapon : NameKind.Vehicle;
            if (kind != NameKind.Group && IsWord(draft, tokens, flags)) continue;
            draft.Put(tokens, kind, "names/lists");
            i = end - 1;
        }
    }

    /// <summary>The longest listed group, weapon or vehicle that begins at a token.</summary>
    private static (int End, NameFlags Flags) LongestAt(NameDraft draft, int first)
    {
        const NameFlags sought = NameFlags.Demonym | NameFlags.People | NameFlags.Weapon | NameFlags.Vehicle;
        var document = draft.Document;
        var (end, best) = (first, NameFlags.None);
        // Nearly every word is neither listed nor begins what is.
        if ((draft.FlagsOf(first) & (sought | NameFlags.Prefix)) == 0) return (end, best);
        var sentence = document.SentenceRanges[document.SentenceOf[first]];
        var hash = NameHash.Empty;
        for (var at = first; at < sentence.End && at - first < 6; at++)
        {
            hash = NameHash.Append(hash, document[at].Form);
            var flags = draft.Lists[hash];
            if ((flags & sought) != 0 && (document[first].IsCapitalised || char.IsDigit(document[first].Form[0]))) (end, best) = (at + 1, flags);
            if ((flags & NameFlags.Prefix) == 0) break;
        }

        return (end, best);
    }

    /// <summary>"Puma", "Tornado", "Hercules", "Grad": one plain word is a make only where the text gives a number or another make beside it, or no sentence begins there.</summary>
    private static bool IsWord(NameDraft draft, TokenRange tokens, NameFlags flags)
    {
        if (tokens.Count > 1) return false;
        var form = draft.Document[tokens.First].Form;
        foreach (var c in form[1..])
        {
            if (!char.IsLower(c)) return (flags & NameFlags.Calendar) != 0;
        }

        return tokens.First == draft.Document.SentenceRanges[draft.Document.SentenceOf[tokens.First]].First || (flags & (NameFlags.AnyPerson | NameFlags.AnyPlace | NameFlags.AnyActor)) != 0;
    }

    /// <summary>Without lower-case words at either end: "Islamic State" of "Islamic State group".</summary>
    private static TokenRange Capitalised(Document document, TokenRange tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        while (end > first && !HasCapital(document[end - 1].Form)) end--;
        while (first < end && (document[first].Form is "the" or "The" || (!HasCapital(document[first].Form) && document.Lowers[first].Length > 4))) first++;
        return new TokenRange(first, end);
    }

    private static bool HasCapital(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsUpper(c) || char.IsDigit(c)) return true;
        }

        return false;
    }
}
