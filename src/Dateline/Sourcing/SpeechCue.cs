using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>A verb of saying where it stands, with the helpers and adverbs that belong to it.</summary>
/// <param name="Token">The verb itself.</param>
/// <param name="Group">From its first helper to the verb: "has also said".</param>
/// <param name="Lemma">Its dictionary form, lower case.</param>
/// <param name="Modality">How surely it speaks.</param>
/// <param name="Form">Finite, participle or passive.</param>
internal readonly record struct SpeechCue(int Token, TokenRange Group, string Lemma, Modality Modality, CueForm Form)
{
    /// <summary>Reads a token as a cue; null when it is no verb of saying, or says that nothing was said.</summary>
    public static SpeechCue? At(SpeechText text, int token, TokenRange sentence)
    {
        var document = text.Document;
        if (document.Upos[token] is not (Upos.VERB or Upos.AUX) && !IsMistakenForNoun(text, token, sentence)) return null;
        if (IsAdjective(document, token, sentence) || IsNaming(document, token, sentence)) return null;
        var lemma = text.Lemma(token);
        if (token + 1 < sentence.End && text.Lexicon.Cue(lemma + " " + document.Lowers[token + 1]) is { } phrasal) return Built(text, token, lemma + " " + document.Lowers[token + 1], phrasal, sentence);
        return text.Lexicon.Cue(lemma) is { } modality ? Built(text, token, lemma, modality, sentence) : null;
    }

    private static SpeechCue? Built(SpeechText text, int token, string lemma, Modality modality, TokenRange sentence)
    {
        var document = text.Document;
        var (first, passive, infinitive) = (token, false, false);
        while (first > sentence.First && (document.Upos[first - 1] is Upos.AUX or Upos.ADV or Upos.PART && document.Lowers[first - 1] is not ("'s" or "’s" or "'" or "’" or "when" or "where" or "how" or "why")))
        {
            first--;
            if (text.Lexicon.IsSilent(document.Lowers[first])) return null;
            passive |= text.Lemma(first) is "be" or "get" && document.Xpos[token] == "VBN";
            infinitive |= document.Lowers[first] == "to";
        }

        if (infinitive && document.Heads[token] is >= 0 and var governor && text.Lexicon.IsSilent(text.Lemma(governor))) return null;
        var form = passive ? CueForm.Passive : document.Xpos[token] == "VBG" && first == token ? CueForm.Participle : infinitive ? CueForm.Infinitive
            : IsReduced(document, token, sentence) && first == token ? CueForm.Passive : CueForm.Finite;
        return new SpeechCue(token, new TokenRange(first, token + (lemma.Contains(' ', StringComparison.Ordinal) ? 2 : 1)), lemma, modality, form);
    }

    /// <summary>"five alleged rebels", "a suspected bombing": no verb, whatever the tags say.</summary>
    private static bool IsAdjective(Document document, int token, TokenRange sentence) =>
        document.Xpos[token] is "VBN" or "VBD" && token > sentence.First && token + 1 < sentence.End
        && document.Upos[token - 1] is Upos.DET or Upos.NUM or Upos.ADJ && document.Upos[token + 1] is Upos.NOUN;

    /// <summary>"a group called Free Homs", "given that": a name or a ground, and nobody speaks.</summary>
    public static bool IsNaming(Document document, int token, TokenRange sentence) =>
        document.Xpos[token] == "VBN" && document.Relations[token] is Relation.Acl or Relation.Advcl or Relation.Case or Relation.Mark && token + 1 < sentence.End
        && document.Lowers[token] switch
        {
            "called" or "named" or "identified" => document.Upos[token + 1] is Upos.PROPN or Upos.DET,
            "given" => document.Upos[token + 1] is not Upos.ADP,
            _ => false,
        };

    /// <summary>"a death confirmed by police" is passive; "the ministry named the man" is not, whatever the tags say.</summary>
    private static bool IsReduced(Document document, int token, TokenRange sentence) =>
        document.Xpos[token] == "VBN" && document.Relations[token] is Relation.Acl && (token + 1 >= sentence.End || document.Upos[token + 1] is Upos.ADP or Upos.PUNCT or Upos.ADV or Upos.CCONJ);

    /// <summary>Verbs that taggers take for nouns: "police say", and "…, CBS reports." where a name stands before and the sentence ends.</summary>
    private static bool IsMistakenForNoun(SpeechText text, int token, TokenRange sentence) => text.Lower(token) switch
    {
        "said" or "says" or "told" or "saying" => true,
        "say" => token > sentence.First && text.Document.Upos[token - 1] is Upos.NOUN or Upos.PROPN or Upos.PRON,
        "reports" or "writes" or "claims" => token > sentence.First + 3 && text.Document.Upos[token - 1] == Upos.PROPN
            && (token + 1 >= sentence.End || text.Lower(token + 1) is "." or ",") && text.HasFinite(sentence.First, token),
        _ => false,
    };
}

/// <summary>The shape of a verb of saying: where its speaker is to be looked for.</summary>
internal enum CueForm
{
    /// <summary>"police said", "said police".</summary>
    Finite,

    /// <summary>"…, adding that": by the speaker of the clause before.</summary>
    Participle,

    /// <summary>"went on to say".</summary>
    Infinitive,

    /// <summary>"was confirmed by police", "it was reported that".</summary>
    Passive,
}
