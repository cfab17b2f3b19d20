using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Makes the names of one document agree: what is a name surely once is one everywhere, and of one kind.</summary>
/// <remarks>
/// News gives a name in full at first and shortens it then: "Fuad Haidar … Haidar", "International Monetary Fund (IMF) … IMF".
/// One kind a wording: the kind most often given; longer contexts speak louder than single words.
/// </remarks>
internal sealed class NameConsistency(NameDraft draft)
{
    private readonly Dictionary<string, NameKind> _short = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _votes = new(StringComparer.Ordinal);

    public void Run()
    {
        SpelledOut();
        Acronyms();
        Surnames();
        Vote();
        Everywhere();
    }

    /// <summary>"Forces for Freedom and Change (FFC)": capitalised words whose initials the brackets spell, all of them, are one name.</summary>
    private void SpelledOut()
    {
        var document = draft.Document;
        for (var open = 2; open + 2 < document.TokenCount; open++)
        {
            if (document[open].Form is not ("(" or "[") || document[open + 2].Form is not (")" or "]")) continue;
            var acronym = document[open + 1].Form;
            if (acronym.Length is < 3 or > 8 || !IsAcronym(acronym) || draft[open - 1] is { Kind: NameKind.Person }) continue;
            var first = StartOf(document, open - 1, acronym);
            if (first < 0 || draft.IsCut(new TokenRange(first, open)) || (draft[open - 1] is { } name && name.Tokens.First <= first)) continue;
            var kind = Enumerable.Range(first, open - first).Select(token => draft[token]?.Kind).FirstOrDefault(kind => kind is NameKind.Organisation) ?? NameKind.Organisation;
            draft.Put(new TokenRange(first, open), kind, "names/acronym");
        }
    }

    /// <summary>First of the words before a bracket whose capitals spell an acronym backwards; -1 when they do not.</summary>
    private static int StartOf(Document document, int last, ReadOnlySpan<char> acronym)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[last]];
        var letter = acronym.Length - 1;
        for (var token = last; token >= sentence.First && last - token < 12; token--)
        {
            var form = document[token].Form;
            if (char.IsUpper(form[0]) && form[0] == char.ToUpperInvariant(acronym[letter]))
            {
                if (letter == 0) return token;
                letter--;
            }
            else if (document.Lowers[token] is not ("of" or "for" or "and" or "the" or "in" or "on" or "to" or "&" or "-" or "de" or "del" or "la"))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"International Monetary Fund (IMF)": the letters in brackets name the same body, here and further on.</summary>
    private void Acronyms()
    {
        var document = draft.Document;
        foreach (var name in draft.Names.ToList())
        {
            var at = name.Tokens.End;
            if (name.Tokens.Count < 2 || at + 2 >= document.TokenCount || document[at].Form is not ("(" or "[") || document[at + 2].Form is not (")" or "]")) continue;
            var acronym = document[at + 1].Form;
            if (!IsAcronym(acronym) || draft[at + 1] is { Tokens.Count: > 1 }) continue;
            if (name.Kind is not (NameKind.Organisation or NameKind.Place or NameKind.Other) || !Initials(document, name.Tokens, acronym)) continue;
            draft.Put(new TokenRange(at + 1, at + 2), name.Kind, "names/acronym");
            _short.TryAdd(acronym.ToString(), name.Kind);
        }
    }

    /// <summary>The last name of somebody named in full.</summary>
    private void Surnames()
    {
        foreach (var name in draft.Names)
        {
            if (name.Kind != NameKind.Person || name.Tokens.Count < 2) continue;
            var last = draft.Document[name.Tokens.Last].ToString();
            if (last.Length > 2 && char.IsUpper(last[0]) && (draft.FlagsOf(name.Tokens.Last) & (NameFlags.Country | NameFlags.Calendar | NameFlags.Demonym)) == 0) _short.TryAdd(last, NameKind.Person);
        }
    }

    private void Vote()
    {
        foreach (var name in draft.Names)
        {
            var text = draft.Document.TextOf(name.Tokens);
            if (!_votes.TryGetValue(text, out var votes)) _votes.Add(text, votes = new int[8]);
            votes[(int)name.Kind] += name.By is "names/actors" or "names/acronym" ? 3 : 2;
        }

        foreach (var (text, kind) in _short)
        {
            if (_votes.TryGetValue(text, out var votes)) votes[(int)kind] += 3;
        }

        foreach (var name in draft.Names.ToList())
        {
            if (name.Kind is NameKind.Group or NameKind.Weapon or NameKind.Vehicle) continue;
            var votes = _votes[draft.Document.TextOf(name.Tokens)];
            var best = (int)name.Kind;
            for (var kind = 0; kind < votes.Length; kind++)
            {
                if (votes[kind] > votes[best]) best = kind;
            }

            if (best != (int)name.Kind && (NameKind)best is not (NameKind.Group or NameKind.Weapon or NameKind.Vehicle)) draft.Put(name.Tokens, (NameKind)best, "names/again");
        }
    }

    /// <summary>Finds again the wordings that are names beyond doubt.</summary>
    private void Everywhere()
    {
        var document = draft.Document;
        var firsts = new Dictionary<string, List<(string[] Words, NameKind Kind)>>(StringComparer.Ordinal);
        foreach (var name in draft.Names.ToList())
        {
            if (name.Kind is NameKind.Group or NameKind.Weapon or NameKind.Vehicle or NameKind.Other) continue;
            var text = document.TextOf(name.Tokens);
            if (!_votes.TryGetValue(text, out var votes)) continue;
            if (name.Tokens.Count == 1 && (votes[(int)name.Kind] < 4 || text.Length < 3)) continue;
            Add([.. Enumerable.Range(name.Tokens.First, name.Tokens.Count).Select(token => document[token].ToString())], name.Kind);
            _votes.Remove(text);
        }

        foreach (var (word, kind) in _short) Add([word], kind);
        if (firsts.Count == 0) return;
        var lookup = firsts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < document.TokenCount; i++)
        {
            if (draft[i] is not null || !document[i].IsCapitalised || !lookup.TryGetValue(document[i].Form, out var phrases)) continue;
            foreach (var (words, kind) in phrases)
            {
                if (!Matches(document, i, words)) continue;
                draft.Put(new TokenRange(i, i + words.Length), kind, "names/again");
                break;
            }
        }

        void Add(string[] words, NameKind kind)
        {
            if (!firsts.TryGetValue(words[0], out var phrases)) firsts.Add(words[0], phrases = []);
            if (phrases.Count > 8) return;
            var at = phrases.FindIndex(other => other.Words.Length < words.Length);
            phrases.Insert(at < 0 ? phrases.Count : at, (words, kind));
        }
    }

    private bool Matches(Document document, int first, string[] words)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[first]];
        if (first + words.Length > sentence.End) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (draft[first + i] is not null || !document[first + i].Form.SequenceEqual(words[i])) return false;
        }

        return true;
    }

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 10) return false;
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) capitals++;
            else if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '&' or '/')) return false;
        }

        return 2 * capitals >= word.Length;
    }

    /// <summary>Whether most letters of an acronym begin words of the name, in their order: "ISIL" of "Islamic State of Iraq and the Levant".</summary>
    private static bool Initials(Document document, TokenRange name, ReadOnlySpan<char> acronym)
    {
        int at = 0, hits = 0, letters = 0;
        foreach (var c in acronym)
        {
            if (char.IsUpper(c)) letters++;
        }

        for (var token = name.First; token < name.End && at < acronym.Length; token++)
        {
            var form = document[token].Form;
            if (form.IsEmpty || char.ToUpperInvariant(form[0]) != char.ToUpperInvariant(acronym[at])) continue;
            hits++;
            at++;
        }

        return 2 * hits >= letters;
    }
}
