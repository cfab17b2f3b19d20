using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Gives each token its dictionary form: "were" is be, "taken" is take, "hostages" is hostage.</summary>
/// <remarks>
/// Irregular forms and the endings that decide spelling ("fir-ed" is fire, "kill-ed" is kill) are data:
/// <c>en/lexicons/lemmas.yaml</c>. Conventions are those of UD English: pronouns go to the nominative, "n't" to not, plural
/// names to the singular; other proper names and adjectives of nations keep their form. Where no tagger ran, only irregular
/// forms and the endings that are seldom anything else (-ed, -ies, -s) are reduced.
/// </remarks>
public sealed class Lemmatizer
{
    public const string File = "en/lexicons/lemmas.yaml";

    /// <summary>Names shorter than this in capitals are initials.</summary>
    private const int ShortestShoutedName = 4;

    private readonly LemmaTables _tables;
    private readonly Recasing _recasing;
    private readonly Spelling _spelling;
    private readonly LemmaCache _cache = new();

    private Lemmatizer(LemmaTables tables, Recasing recasing) => (_tables, _recasing, _spelling) = (tables, recasing, new Spelling(recasing.Truecaser, tables));

    /// <summary>Loads the tables.</summary>
    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static Lemmatizer Load(KnowledgeFolder folder, Recasing recasing)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(recasing);
        return new Lemmatizer(new LemmaTables(folder.Read(File)), recasing);
    }

    /// <summary>Fills <see cref="Document.Lemmas"/> from forms and, where there are any, tags.</summary>
    public void Lemmatize(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var i = 0; i < document.TokenCount; i++)
        {
            document.Lemmas[i] = document.Upos[i] == Upos.AUX && IsPerfect(document, i)
                ? "have"
                : Lemma(document[i].Form, document.Upos[i], document.Xpos[i], i > 0 ? document[i - 1].Form : default);
        }
    }

    /// <summary>"'s" in "he's been", "it's already got": has, not is.</summary>
    private bool IsPerfect(Document document, int token)
    {
        if (document.Lowers[token] is not ("'s" or "’s") || document.Xpos[token] != "VBZ") return false;
        var next = token + 1;
        while (next < document.TokenCount && document.Upos[next] is Upos.ADV or Upos.PART) next++;
        return next < document.TokenCount && document.SentenceOf[next] == document.SentenceOf[token] && _tables.Irregular("perfects", document.Lowers[next]) is not null;
    }

    /// <summary>The dictionary form of one word, from memory when it was met lately: nothing is allocated then.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="upos">Its part of speech.</param>
    /// <param name="xpos">Its Penn tag, or an empty text.</param>
    /// <param name="previous">The word before, as printed; empty when there is none.</param>
    public string Lemma(ReadOnlySpan<char> form, Upos upos, string xpos, ReadOnlySpan<char> previous)
    {
        ArgumentNullException.ThrowIfNull(xpos);
        var context = ContextOf(previous);
        if (_cache.Find(form, upos, xpos, context) is { } known) return known;
        var word = form.ToString();
        var lemma = Lemma(word, word.ToLowerInvariant(), upos, xpos, context);
        if (word.Length <= LemmaTables.MaxWord) _cache.Keep(word, upos, xpos, context, lemma);
        return lemma;
    }

    /// <summary>The dictionary form of one word.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="upos">Its part of speech; <see cref="Upos.X"/> with an empty <paramref name="xpos"/> when not known.</param>
    /// <param name="xpos">Its Penn tag, or an empty text.</param>
    public string Lemma(string form, Upos upos, string xpos)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(xpos);
        return Lemma(form, form.ToLowerInvariant(), upos, xpos, LemmaContext.None);
    }

    private static LemmaContext ContextOf(ReadOnlySpan<char> previous) =>
        previous.IsEmpty ? LemmaContext.None
        : char.IsAsciiDigit(previous[0]) ? LemmaContext.BehindNumber
        : previous.Equals("who", StringComparison.OrdinalIgnoreCase) ? LemmaContext.BehindWho
        : LemmaContext.None;

    private string Lemma(ReadOnlySpan<char> form, string lower, Upos upos, string xpos, LemmaContext context)
    {
        if (upos == Upos.PROPN) return xpos is "ADD" || lower.Length > LemmaTables.MaxWord ? form.ToString() : Name(form, lower, xpos);
        if (lower.Length > LemmaTables.MaxWord) return lower;
        if (xpos.Length == 0 && upos == Upos.X) return Untagged(lower);
        lower = lower.Replace('’', '\'').Replace('‘', '\'');
        lower = _tables.Irregular("misspelt", lower) ?? lower;
        var lemma = ByRule(form, lower, upos, xpos, context);
        if (upos is Upos.X or Upos.NUM or Upos.PUNCT or Upos.SYM || form.ContainsAnyInRange('A', 'Z') || lemma == lower && _spelling.Knows(lower) || _spelling.Knows(lemma)) return lemma;
        return _spelling.Right(lower) is { } right ? ByRule(right, right, upos, xpos, context)
            : lemma != lower && _spelling.Right(lemma) is { } stem ? stem
            : lemma;
    }

    private string ByRule(ReadOnlySpan<char> form, string lower, Upos upos, string xpos, LemmaContext context)
    {
        return upos switch
        {
            Upos.AUX => Auxiliary(lower, xpos, context),
            Upos.VERB when xpos is "NNP" => Capitalised(Verb(lower, "")),
            Upos.VERB => Verb(lower, xpos),
            Upos.NOUN when lower is "pm" or "am" or "p.m" or "a.m" && context == LemmaContext.BehindNumber => lower[0] == 'p' ? "p.m." : "a.m.",
            Upos.NOUN => _tables.Irregular("nouns", lower) ?? (IsSymbol(form) ? form.ToString() : Noun(lower, xpos)),
            Upos.ADJ => Adjective(form, lower, xpos),
            Upos.ADV => _tables.Irregular("adverbs", lower) ?? (xpos is "RBR" or "RBS" ? _tables.Compared(lower) : lower),
            Upos.PRON when lower == "her" && xpos == "PRP$" => lower,
            Upos.PRON when lower == "you" && xpos == "PRP$" => "your",
            Upos.PRON => _tables.Irregular("pronouns", lower) ?? lower,
            Upos.DET => _tables.Irregular("determiners", lower) ?? lower,
            Upos.PART => _tables.Irregular("particles", lower) ?? lower,
            Upos.NUM => Number(form, lower),
            Upos.ADP or Upos.SCONJ or Upos.CCONJ or Upos.INTJ => _tables.Irregular("others", lower) ?? lower,
            Upos.PUNCT or Upos.SYM => _tables.Irregular("marks", lower) ?? lower,
            _ => lower,
        };
    }

    /// <summary>"Breaking" in a title is Break.</summary>
    private static string Capitalised(string lemma) => lemma.Length > 0 ? char.ToUpperInvariant(lemma[0]) + lemma[1..] : lemma;

    private string Name(ReadOnlySpan<char> form, string lower, string xpos)
    {
        // "bin Laden" has its bin in small letters; "Bin" by itself keeps its capital.
        if (_tables.Irregular("names", lower) is { } name && (char.IsUpper(name[0]) || form.SequenceEqual(name))) return name;
        if (xpos != "NNPS") return InNameCase(form);
        var singular = _tables.Irregular("nouns", lower) ?? _tables.Singular(lower, surelyPlural: true);
        return singular.Length < form.Length && lower.AsSpan().StartsWith(singular)
            ? InNameCase(form[..singular.Length])
            : char.ToUpperInvariant(singular[0]) + singular[1..];
    }

    /// <summary>"mexico" is Mexico, "TEHRAN" Tehran; initials and what no corpus has stay as printed.</summary>
    private string InNameCase(ReadOnlySpan<char> form)
    {
        var small = !form.ContainsAnyInRange('A', 'Z');
        if (!small && (form.Length < ShortestShoutedName || form.ContainsAnyExceptInRange('A', 'Z'))) return form.ToString();
        if (_recasing.Truecaser.Known(form) is not { } usual || usual == WordCase.Small || _recasing.IsAcronym(form)) return form.ToString();
        Span<char> set = stackalloc char[LemmaTables.MaxWord];
        return Truecaser.Set(form, usual, set).ToString();
    }

    /// <summary>"L2", "CO2", "C": a letter, or capitals with digits, that stand for a thing.</summary>
    private static bool IsSymbol(ReadOnlySpan<char> form) =>
        char.IsAsciiLetterUpper(form[0]) && (form.Length == 1 || (form.ContainsAnyInRange('0', '9') && !form.ContainsAnyInRange('a', 'z')));

    private string Auxiliary(string lower, string xpos, LemmaContext context)
    {
        if (lower == "'d") return xpos == "VBD" ? "have" : "would";
        if (lower == "'s" && context == LemmaContext.BehindWho && xpos == "VBZ") return "be";
        return _tables.Irregular("auxiliaries", lower) ?? _tables.Irregular("verbs", lower) ?? lower;
    }

    private string Verb(string lower, string xpos)
    {
        var irregular = _tables.Irregular("verbs", lower);
        // "lay", "found" and "wound" are base forms too; only be and have change in the present, and "wan" is cut from "wanna".
        if (xpos is "VB" or "VBP") return irregular is "be" or "have" or "want" ? irregular : lower;
        if (irregular is not null) return irregular;
        return xpos switch
        {
            "VBD" or "VBN" => _spelling.Stem(_tables.PastStem(lower)),
            "VBG" => _spelling.Stem(_tables.IngStem(lower)),
            "VBZ" => _tables.ThirdPerson(lower),
            _ => lower.EndsWith("ing", StringComparison.Ordinal) ? _tables.IngStem(lower)
                : lower.EndsWith("ed", StringComparison.Ordinal) ? _tables.PastStem(lower)
                : _tables.ThirdPerson(lower),
        };
    }

    private string Noun(string lower, string xpos) => xpos == "NN" ? lower : _tables.Singular(lower, surelyPlural: xpos == "NNS");

    private string Adjective(ReadOnlySpan<char> form, string lower, string xpos)
    {
        if (xpos is "JJR" or "JJS" or "RBR" or "RBS") return _tables.Irregular("adjectives", lower) ?? _tables.Compared(lower);
        if (xpos is "NNP" or "NNPS") return InNameCase(form);
        return string.Join('-', lower.Split('-').Select(NationInCapital));
    }

    /// <summary>"french" is French, "anti-american" anti-American; all other words stay in small letters.</summary>
    private string NationInCapital(string lower) =>
        lower.Length > 0 && _tables.IsNation(lower) && _recasing.Truecaser.Known(lower) != WordCase.Small ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower;

    private string Number(ReadOnlySpan<char> form, string lower)
    {
        if (!form.ContainsAnyExcept("IVXLC")) return form.ToString();
        if (_tables.Irregular("numbers", lower) is { } word) return word;
        return lower.Length > 3 && char.IsAsciiDigit(lower[0]) && lower.Contains(',', StringComparison.Ordinal)
            ? lower.Replace(",", "", StringComparison.Ordinal)
            : lower;
    }

    private string Untagged(string lower)
    {
        var plain = lower.Replace('’', '\'');
        if (_tables.Irregular("auxiliaries", plain) is { } auxiliary) return auxiliary;
        if (_tables.Irregular("particles", plain) is { } particle) return particle;
        if (_tables.Irregular("verbs", plain) is { } verb) return verb;
        if (_tables.Irregular("nouns", plain) is { } noun) return noun;
        if (plain.Length < 4) return plain;
        if (plain.EndsWith("ed", StringComparison.Ordinal)) return _tables.PastStem(plain);
        return plain.EndsWith('s') ? _tables.Singular(plain) : plain;
    }
}
