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

    private readonly LemmaTables _tables;
    private readonly LemmaCache _cache = new();

    private Lemmatizer(LemmaTables tables) => _tables = tables;

    /// <summary>Loads the tables.</summary>
    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static Lemmatizer Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Lemmatizer(new LemmaTables(folder.Read(File)));
    }

    /// <summary>Fills <see cref="Document.Lemmas"/> from forms and, where there are any, tags.</summary>
    public void Lemmatize(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var i = 0; i < document.TokenCount; i++)
        {
            document.Lemmas[i] = Lemma(document[i].Form, document.Upos[i], document.Xpos[i], i > 0 ? document[i - 1].Form : default);
        }
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
        if (lower.Length > LemmaTables.MaxWord) return lower;
        if (upos == Upos.PROPN) return Name(form, lower, xpos);
        if (xpos.Length == 0 && upos == Upos.X) return Untagged(lower);
        lower = lower.Replace('’', '\'').Replace('‘', '\'');
        return upos switch
        {
            Upos.AUX => Auxiliary(lower, xpos, context),
            Upos.VERB when xpos is "NNP" => Capitalised(Verb(lower, "")),
            Upos.VERB => Verb(lower, xpos),
            Upos.NOUN when lower is "pm" or "am" or "p.m" or "a.m" && context == LemmaContext.BehindNumber => lower[0] == 'p' ? "p.m." : "a.m.",
            Upos.NOUN => _tables.Irregular("nouns", lower) ?? Noun(lower, xpos),
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
        if (_tables.Irregular("names", lower) is { } name) return name;
        if (xpos != "NNPS") return form.ToString();
        var singular = _tables.Irregular("nouns", lower) ?? _tables.Singular(lower, surelyPlural: true);
        return singular.Length < form.Length && lower.AsSpan().StartsWith(singular)
            ? form[..singular.Length].ToString()
            : char.ToUpperInvariant(singular[0]) + singular[1..];
    }

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
            "VBD" or "VBN" => _tables.PastStem(lower),
            "VBG" => _tables.IngStem(lower),
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
        if (xpos is "NNP" or "NNPS") return form.ToString();
        return char.IsUpper(form[0]) && _tables.IsNation(lower) ? string.Concat(char.ToUpperInvariant(lower[0]).ToString(), lower.AsSpan(1)) : lower;
    }

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
