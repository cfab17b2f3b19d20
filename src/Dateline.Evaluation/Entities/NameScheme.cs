using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Cuts an annotated phrase down to the name that heads it: the one scheme that all corpora are brought to.</summary>
/// <remarks>
/// <para>re3d and GUM annotate noun phrases, wikigold, WNUT and UNER names. A phrase counts as a name when its head is one, told by capitals:
/// articles, possessors, words in lower case before it, and, of people, titles, nationality and office are cut off; what follows a
/// comma, a bracket, a preposition (but "of" and "for" in names of bodies) or a relative word is cut off. A phrase that then goes on
/// with a common noun ("Iraqi security forces", "ISIL weapons caches") has no name for a head and is left out.</para>
/// <para>Examples: "Iraqi President Fuad Masum" → "Fuad Masum"; "The Members of the Security Council" → "Security Council";
/// "the Government of Iraq" → "Government of Iraq"; "the Foreign Secretary" → none; "southern Kirkuk Province" → "Kirkuk Province".</para>
/// </remarks>
public sealed class NameScheme(NameTable lists)
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "all", "some", "many", "most", "several", "our", "my", "his", "her", "their", "its", "your", "no", "any", "each", "every", "both",
        "other", "another", "former", "late", "old", "young", "more", "members", "member",
    };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "who", "whom", "whose", "which", "that", "this", "these", "those", "there", "here", "mine", "ours", "hers", "theirs", "someone", "somebody", "everyone", "everybody", "nobody", "anyone", "one", "both", "others",
    };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "of", "in", "at", "from", "near", "for", "to", "by", "with", "on", "who", "that", "which", "and" };

    /// <summary>"the city of Raqqa" is Raqqa; "the people of Mosul" are not Mosul.</summary>
    private static readonly HashSet<string> OfPlaces = new(StringComparer.Ordinal)
    {
        "city", "town", "village", "province", "governorate", "region", "district", "state", "country", "island", "suburb", "port", "area", "kingdom", "republic", "county", "capital", "members", "member", "neighbourhood", "neighborhood", "quarter", "municipality",
    };

    private static readonly HashSet<string> Followers = new(StringComparer.Ordinal)
    {
        "of", "in", "at", "from", "near", "for", "to", "by", "with", "on", "and", "or", "who", "which", "that", "whose", "where", "when", "as", "is", "was", "after", "before", "during", "since", "including", "between", "under", "over", "into", "about", "against",
        "based", "who's", "whom", "but", "(", "[", ",", ";", ":", "\"", "”", "“", "—", "–", "/", ".", ")", "]", "himself", "herself", "itself", "themselves", "alone", "'", "’", "!", "?", "...", "…",
    };

    /// <summary>The tokens of the name within a phrase; empty when its head is none.</summary>
    /// <param name="words">The phrase's words.</param>
    /// <param name="kind">What it was annotated as.</param>
    public (int First, int End) Cut(IReadOnlyList<string> words, NameKind kind)
    {
        ArgumentNullException.ThrowIfNull(words);
        var first = 0;
        if (kind == NameKind.Person) first = BehindTitles(words);
        if (first < 0) return default;
        while (true)
        {
            while (first < words.Count && (!IsNameWord(words, first) || IsLeading(words, first)))
            {
                var lower = words[first].ToLowerInvariant();
                if (kind != NameKind.Person && first > 0 && Prepositions.Contains(lower) && !(lower == "of" && OfPlaces.Contains(words[first - 1].ToLowerInvariant()))) return default;
                first++;
            }

            if (first >= words.Count) return default;
            var end = End(words, first, kind);
            // "DFAT's Middle East Branch": the possessor is another name.
            if (end < words.Count - 1 && IsPossessive(words[end]))
            {
                first = end + 1;
                continue;
            }

            if (end < words.Count && !IsPossessive(words[end]) && !Followers.Contains(words[end].ToLowerInvariant()))
            {
                // People are named behind what they are: "Iraqi forces spokesman Yahya Rasool". Of others the head is a common noun.
                if (kind != NameKind.Person) return default;
                first = end + 1;
                continue;
            }

            if (end == first + 1 && Pronouns.Contains(words[first].ToLowerInvariant()) && words[first] is not ("US" or "IT" or "WHO")) return default;
            if (end == first + 1 && (lists[NameHash.Of(words[first])] & NameFlags.Calendar) != 0) return default;
            if (kind == NameKind.Person && AllTitles(words, first, end)) return default;
            return (first, end);
        }
    }

    /// <summary>A state or town that acts is annotated as an organisation in re3d and as a place elsewhere: a place.</summary>
    public NameKind KindOf(IReadOnlyList<string> words, int first, int end, NameKind kind)
    {
        ArgumentNullException.ThrowIfNull(words);
        var hash = NameHash.Empty;
        for (var i = first; i < end; i++) hash = NameHash.Append(hash, words[i]);
        var flags = lists[hash];
        var isPeople = (flags & (NameFlags.Demonym | NameFlags.People)) != 0;
        if (isPeople && kind != NameKind.Person && (flags & NameFlags.AnyPlace) == 0) return NameKind.Group;
        if (isPeople && kind == NameKind.Person && (flags & NameFlags.AnyPerson) == 0) return NameKind.Group;
        return kind is NameKind.Organisation or NameKind.Group && !isPeople && (flags & NameFlags.Country) != 0 ? NameKind.Place : kind;
    }

    /// <summary>Index behind the last title that stands before the name; 0 when there is none, -1 when an office stands without a name.</summary>
    private int BehindTitles(IReadOnlyList<string> words)
    {
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "(" or "[" || words[i].ToLowerInvariant() is "who" or "which" or "and") break;
            if (words[i] is "," or ":" && !(at == i)) break;
            for (var end = Math.Min(words.Count, i + 4); end > i; end--)
            {
                if (!IsTitle(words, i, end)) continue;
                // A surname that is a title too: "Tobias Marshall".
                if (end == words.Count && i > 0 && IsNameWord(words, i) && IsNameWord(words, i - 1) && at > 0) break;
                at = end;
                i = end - 1;
                break;
            }
        }

        if (at == 0) return 0;
        while (at < words.Count && words[at] is "," or "-" or "‑" or "designate" or "." or "elect") at++;
        return at < words.Count && IsNameWord(words, at) ? at : -1;
    }

    private bool AllTitles(IReadOnlyList<string> words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((lists[NameHash.Of(words[i])] & NameFlags.Title) == 0) return false;
        }

        return true;
    }

    private bool IsTitle(IReadOnlyList<string> words, int first, int end)
    {
        var hash = NameHash.Empty;
        for (var i = first; i < end; i++) hash = NameHash.Append(hash, words[i]);
        return (lists[hash] & NameFlags.Title) != 0;
    }

    private static int End(IReadOnlyList<string> words, int first, NameKind kind)
    {
        var end = first + 1;
        var isLong = false;
        while (end < words.Count)
        {
            var word = words[end].ToLowerInvariant();
            if (IsNameWord(words, end))
            {
                end++;
                continue;
            }

            var next = end + 1;
            if (kind is NameKind.Organisation or NameKind.Other or NameKind.Facility && word is "of" or "for" or "on" or "to")
            {
                if (next < words.Count && words[next] is "the" or "The" or "THE") next++;
                isLong = true;
            }
            else if (kind == NameKind.Place && word is "of")
            {
                if (next < words.Count && words[next] is "the" or "The" or "THE") next++;
            }
            else if (word is "-" or "‑" or "&" or "/" or "." or "'" or "’")
            {
                if (word is "/" or "." && kind != NameKind.Organisation && end - first > 3) break;
            }
            else if (!(word is "and" && isLong))
            {
                break;
            }

            if (next >= words.Count || !(IsNameWord(words, next) || (word is "-" or "‑" && char.IsLetter(words[next][0]) && next + 1 < words.Count && IsNameWord(words, next + 1)))) break;
            end = next + 1;
        }

        return end;
    }

    /// <summary>A word with a capital or with a digit behind a capital; a particle before such a word.</summary>
    private static bool IsNameWord(IReadOnlyList<string> words, int i)
    {
        var word = words[i];
        if (word.Length == 0) return false;
        if (char.IsUpper(word[0]) || (char.IsDigit(word[0]) && i > 0 && char.IsUpper(words[i - 1].Length > 0 ? words[i - 1][0] : 'a'))) return true;
        if (word.Length > 3 && word.AsSpan().ContainsAnyInRange('A', 'Z')) return true;
        if (word is not ("al" or "el" or "as" or "ash" or "ad" or "ar" or "az" or "an" or "ul" or "bin" or "ibn" or "bint" or "de" or "del" or "della" or "di" or "da" or "dos" or "du" or "la" or "le" or "van" or "von" or "der" or "den" or "ter" or "ez" or "abu")) return false;
        var next = i + 1;
        if (next < words.Count && words[next] is "-" or "‑" or "'" or "’") next++;
        return next < words.Count && words[next].Length > 0 && char.IsUpper(words[next][0]);
    }

    private static bool IsLeading(IReadOnlyList<string> words, int i) => Leading.Contains(words[i].ToLowerInvariant());

    private static bool IsPossessive(string word) => word is "'s" or "’s" or "'" or "’" or "'S" or "’S";
}
