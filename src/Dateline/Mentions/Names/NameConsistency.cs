using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Makes the names of one document agree: what is a name surely once is one everywhere, and of one kind.</summary>
/// <remarks>
/// News gives a name in full at first and shortens it then: "Fuad Haidar … Haidar", "International Monetary Fund (IMF) … IMF".
/// One kind a wording: the kind most often given; longer contexts speak louder than single words.
/// </remarks>
internal sealed class NameConsistency
{
    private readonly NameDraft _draft;

    /// <summary>Acronyms and family names, by where each is first given.</summary>
    private readonly Dictionary<TokenRange, NameKind> _short;

    /// <summary>Votes by wording, which is told by where it first stands.</summary>
    private readonly Dictionary<TokenRange, Votes> _votes;

    private readonly NameWordings _wordings = new();

    public NameConsistency(NameDraft draft)
    {
        _draft = draft;
        var sameWords = new SameWords(draft);
        (_short, _votes) = (new(sameWords), new(sameWords));
    }

    /// <summary>Makes the names of the draft's document agree.</summary>
    public void Run()
    {
        _short.Clear();
        _votes.Clear();
        SpelledOut();
        Acronyms();
        Surnames();
        Vote();
        Everywhere();
    }

    /// <summary>"Forces for Freedom and Change (FFC)": capitalised words whose initials the brackets spell, all of them, are one name.</summary>
    private void SpelledOut()
    {
        var document = _draft.Document;
        for (var open = 2; open + 2 < document.TokenCount; open++)
        {
            if (document[open].Form is not ("(" or "[") || document[open + 2].Form is not (")" or "]")) continue;
            var acronym = document[open + 1].Form;
            if (acronym.Length is < 3 or > 8 || !IsAcronym(acronym) || _draft[open - 1] is { Kind: NameKind.Person }) continue;
            var first = StartOf(document, open - 1, acronym);
            if (first < 0 || _draft.IsCut(new TokenRange(first, open)) || (_draft[open - 1] is { } name && name.Tokens.First <= first)) continue;
            _draft.Put(new TokenRange(first, open), NameKind.Organisation, "names/acronym");
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
        var document = _draft.Document;
        foreach (var name in _draft.Names())
        {
            var at = name.Tokens.End;
            if (name.Tokens.Count < 2 || at + 2 >= document.TokenCount || document[at].Form is not ("(" or "[") || document[at + 2].Form is not (")" or "]")) continue;
            var acronym = document[at + 1].Form;
            if (!IsAcronym(acronym) || _draft[at + 1] is { Tokens.Count: > 1 }) continue;
            if (name.Kind is not (NameKind.Organisation or NameKind.Place or NameKind.Other) || !Initials(document, name.Tokens, acronym)) continue;
            _draft.Put(new TokenRange(at + 1, at + 2), name.Kind, "names/acronym");
            _short.TryAdd(new TokenRange(at + 1, at + 2), name.Kind);
        }
    }

    /// <summary>The last name of somebody named in full.</summary>
    private void Surnames()
    {
        foreach (var name in _draft.Names())
        {
            if (name.Kind != NameKind.Person || name.Tokens.Count < 2) continue;
            var last = _draft.Document[name.Tokens.Last].Form;
            if (last.Length > 2 && char.IsUpper(last[0]) && (_draft.FlagsOf(name.Tokens.Last) & (NameFlags.Country | NameFlags.Calendar | NameFlags.Demonym)) == 0) _short.TryAdd(name.Tokens with { First = name.Tokens.Last }, NameKind.Person);
        }
    }

    private void Vote()
    {
        foreach (var name in _draft.Names())
        {
            ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, name.Tokens, out _);
            votes[(int)name.Kind] += name.By is "names/actors" or "names/acronym" ? 3 : 2;
        }

        foreach (var (word, kind) in _short)
        {
            ref var votes = ref CollectionsMarshal.GetValueRefOrNullRef(_votes, word);
            if (!Unsafe.IsNullRef(ref votes)) votes[(int)kind] += 3;
        }

        foreach (var name in _draft.Names())
        {
            if (name.Kind is NameKind.Group or NameKind.Weapon or NameKind.Vehicle) continue;
            var votes = _votes[name.Tokens];
            var best = (int)name.Kind;
            for (var kind = 0; kind < Votes.Kinds; kind++)
            {
                if (votes[kind] > votes[best]) best = kind;
            }

            if (best != (int)name.Kind && (NameKind)best is not (NameKind.Group or NameKind.Weapon or NameKind.Vehicle)) _draft.Put(name.Tokens, (NameKind)best, "names/again");
        }
    }

    /// <summary>Finds again the wordings that are names beyond doubt.</summary>
    private void Everywhere()
    {
        var document = _draft.Document;
        _wordings.Begin(document);
        foreach (var name in _draft.Names())
        {
            if (name.Kind is NameKind.Group or NameKind.Weapon or NameKind.Vehicle or NameKind.Other) continue;
            if (!_votes.TryGetValue(name.Tokens, out var votes)) continue;
            if (name.Tokens.Count == 1 && (votes[(int)name.Kind] < 4 || document.SpanOf(name.Tokens).Length < 3)) continue;
            _wordings.Add(name.Tokens, name.Kind);
            _votes.Remove(name.Tokens);
        }

        foreach (var (word, kind) in _short) _wordings.Add(word, kind);
        for (var i = 0; i < document.TokenCount; i++)
        {
            if (_draft[i] is not null || !document[i].IsCapitalised) continue;
            foreach (var (words, kind) in _wordings.BeginningAt(i))
            {
                if (!Matches(document, i, words)) continue;
                _draft.Put(new TokenRange(i, i + words.Count), kind, "names/again");
                break;
            }
        }
    }

    private bool Matches(Document document, int first, TokenRange words)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[first]];
        if (first + words.Count > sentence.End) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (_draft[first + i] is not null || !document[first + i].Form.SequenceEqual(document[words.First + i].Form)) return false;
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

    /// <summary>Votes for each <see cref="NameKind"/>.</summary>
    [InlineArray(Kinds)]
    private struct Votes
    {
        /// <summary>How many kinds there are.</summary>
        public const int Kinds = 8;

        private int _first;
    }

    /// <summary>Stretches of a document are the same when they are printed the same.</summary>
    private sealed class SameWords(NameDraft draft) : IEqualityComparer<TokenRange>
    {
        public bool Equals(TokenRange x, TokenRange y) => Text(x).SequenceEqual(Text(y));

        public int GetHashCode(TokenRange tokens) => (int)WordForms.KeyOf(Text(tokens));

        private ReadOnlySpan<char> Text(TokenRange tokens)
        {
            var span = draft.Document.SpanOf(tokens);
            return draft.Document.Text.AsSpan(span.Start, span.Length);
        }
    }
}
