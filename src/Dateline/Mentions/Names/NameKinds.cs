using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Tells facilities from other places, by the noun that heads the name.</summary>
internal static class NameKinds
{
    public static void Refine(NameDraft draft)
    {
        foreach (var name in draft.Names())
        {
            if (name.Kind == NameKind.Place && IsFacility(draft, name.Tokens)) draft.Put(name.Tokens, NameKind.Facility, name.By);
        }
    }

    /// <summary>"Larnaca Airport", "Camp Bucca", "Fort Hood"; a place that lists know as a town or land is none ("Fort Lauderdale").</summary>
    private static bool IsFacility(NameDraft draft, TokenRange tokens)
    {
        if (tokens.Count < 2 || (draft.FlagsOf(tokens) & (NameFlags.Country | NameFlags.City | NameFlags.Division)) != 0) return false;
        var last = draft.FlagsOf(tokens.Last);
        if ((last & NameFlags.FacilityHead) != 0) return true;
        return draft.Document.Lowers[tokens.First] is "camp" or "fort" or "port" or "checkpoint" or "gate" or "hotel" or "hospital" or "university" or "prison" or "palace" or "square" or "street" or "bridge" or "terminal" or "pier";
    }
}
