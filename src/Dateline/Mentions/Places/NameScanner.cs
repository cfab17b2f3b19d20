namespace Dateline.Mentions.Places;

/// <summary>Finds the words of a text that the gazetteer, the overlays or the demonyms know, longest name first, without overlap.</summary>
internal sealed class NameScanner(PlaceNames names, PlaceWords words)
{
    /// <summary>Longest name in pieces: "Democratic Republic of the Congo" has five, "San Francisco del Rincón" four.</summary>
    private const int LongestName = 6;

    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "de", "la", "le", "les", "del", "della", "di", "do", "da", "dos", "das", "du", "des", "el", "al", "ad", "ar", "as", "ash", "az", "an", "at", "ez", "es", "en", "i", "e", "y",
        "au", "aux", "na", "nad", "am", "im", "an der", "der", "den", "bei", "ob", "on", "upon", "sur", "sous", "lès", "under", "by", "in", "le", "sul", "ul", "us", "bin", "bani", "ben", "op", "aan", "van", "pri", "pod", "next", "tho",
    };

    /// <summary>Articles in lower case that may begin a name: "al-Bab", "el-Arish".</summary>
    private static readonly HashSet<string> FirstConnectors = new(StringComparer.Ordinal) { "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "es", "ez", "l" };

    internal List<PlaceName> Scan(PlaceText text)
    {
        var found = new List<PlaceName>();
        var next = 0;
        while (next < text.Count)
        {
            if (At(text, next) is { } name)
            {
                found.Add(name);
                next = name.End;
            }
            else
            {
                next++;
            }
        }

        return found;
    }

    private PlaceName? At(PlaceText text, int first)
    {
        var piece = text[first];
        if (!piece.IsCapital && !(FirstConnectors.Contains(piece.Lower) && first + 1 < text.Count && text[first + 1].Before == '-' && text[first + 1].IsCapital)) return null;
        if (State(text, first) is { } state) return state;
        // "US$460 million".
        if (text.Form(first).Contains('$') || (piece.End < text.Text.Length && text.Text[piece.End] == '$')) return null;
        var end = first + 1;
        while (end < text.Count && end - first < LongestName && Continues(text, end)) end++;
        for (; end > first; end--)
        {
            if (!text[end - 1].IsCapital && !text[end - 1].IsNumber) continue;
            var span = text.Span(first, end);
            var printed = text.Text.AsSpan(span.Start, span.Length);
            if (Demonym(text, first, end, printed) is { } demonym) return demonym;
            if (end == first + 1 && (IsNoName(text, first) || words.Never.Contains(text[first].Lower))) continue;
            var candidates = names.Find(printed);
            if (candidates.Count == 0) continue;
            // "U.S." is no French village: letters with full stops, or in capitals, name a state before anything else.
            if (candidates is [{ Kind: PlaceKind.Country }, _, ..] && IsAcronym(printed)) candidates = [candidates[0]];
            var key = NameFold.Fold(printed);
            if (words.Never.Contains(key)) continue;
            return new PlaceName { First = first, End = end, Key = key, Candidates = candidates, By = candidates[0].IsOverlay ? "places/regions" : "places/gazetteer" };
        }

        return null;
    }

    private static bool Continues(PlaceText text, int piece)
    {
        var next = text[piece];
        var gap = next.Before is ' ' or '-' || (next.Before == '\'' && (next.IsCapital || next.Lower.Length < 4))
            || (next.Before == '.' && text[piece - 1].Lower is "st" or "mt" or "ft" or "ste" or "st." or "u" or "n" or "s" or "e" or "w");
        return gap && next.Sentence == text[piece - 1].Sentence && (next.IsCapital || Connectors.Contains(next.Lower) || next.IsNumber);
    }

    /// <summary>One letter, or a word in mixed text that is a common pronoun in capitals: only "US" and "UK" are names.</summary>
    private static bool IsNoName(PlaceText text, int piece)
    {
        var form = text.Form(piece);
        if (form.Length < 2) return true;
        if (text[piece].Lower is "us" or "it" or "in" or "is" or "no" or "of" or "the" or "he" or "we" or "i" or "as" or "at" or "be" or "by" or "an" or "and" or "or" or "so" or "to" or "up" or "on") return form is not "US" || text.InHeadline(piece);
        return false;
    }

    private static bool IsAcronym(ReadOnlySpan<char> printed)
    {
        if (printed.Length > 6) return false;
        foreach (var c in printed)
        {
            if (!char.IsUpper(c) && c is not ('.' or ' ')) return false;
        }

        return true;
    }

    private PlaceName? Demonym(PlaceText text, int first, int end, ReadOnlySpan<char> printed)
    {
        if (end - first > 3 || printed.Length > 30) return null;
        var word = Titled(text, first, printed);
        if (names.IsNoPlace(word)) return new PlaceName { First = first, End = end, Key = "", Candidates = [], IsDemonym = true };
        if (names.Demonym(word) is not { } place) return null;
        return new PlaceName { First = first, End = end, Key = "demonym " + word, Candidates = [place], By = "places/demonym", IsDemonym = true, IsModifier = true, Support = 9, Chosen = place };
    }

    /// <summary>"RUSSIAN" in wire copy or headlines is looked up as "Russian".</summary>
    private static string Titled(PlaceText text, int first, ReadOnlySpan<char> printed)
    {
        var word = printed.ToString();
        if (printed.Length < 4 || !char.IsUpper(printed[1]) || !char.IsUpper(printed[^1])) return word;
        var parts = word.ToLowerInvariant().Split(' ');
        return text[first].IsCapital ? string.Join(' ', parts.Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..])) : word;
    }

    /// <summary>"Ore.", "W.Va.", "D.C."; two plain capitals and short words only behind a comma, so that "IN", "OR", "Miss." stay words.</summary>
    private PlaceName? State(PlaceText text, int first)
    {
        var piece = text[first];
        var form = text.Form(first).ToString();
        var end = first + 1;
        var withDot = piece.End < text.Text.Length && text.Text[piece.End] == '.' && !form.EndsWith('.') ? form + "." : form;
        var state = names.State(form) ?? names.State(withDot);
        if (state is null) return null;
        var behindComma = piece.Before == ',';
        var dotted = form.Contains('.', StringComparison.Ordinal) || withDot != form;
        if (!behindComma && (!dotted || piece.Lower is "miss." or "miss" or "me." or "me" or "wash." or "wash" or "mass" or "mass." or "man" or "man." or "id" or "pa" or "la" or "la." or "pa." or "cal" or "cal." or "ill" or "ind" && withDot == form)) return null;
        return new PlaceName { First = first, End = end, Key = "state " + state.Name, Candidates = [state], By = "places/state", Support = 9, Chosen = state, IsModifier = false, HasDot = withDot != form && names.State(form) is null };
    }

    /// <summary>Whether a word of this text counts as an ordinary word that needs support to be a place.</summary>
    internal bool IsCommon(string lower) => words.Common.Contains(lower);
}
