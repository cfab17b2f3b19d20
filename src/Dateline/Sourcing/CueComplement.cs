using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>What stands between a verb of saying and what is said: the listener, the day, the occasion.</summary>
/// <param name="End">Where what is said can begin.</param>
/// <param name="Listener">The outlet that was told: "TASS" in "told the state news agency TASS", "AFP" in "in an interview with AFP"; null when none.</param>
/// <param name="Opens">Whether "that", a colon or a quotation mark says plainly that speech follows.</param>
internal readonly record struct CueComplement(int End, SourcePhrase? Listener, bool Opens)
{
    private const int Longest = 40;

    public static CueComplement After(SpeechText text, SourcePhrases phrases, SourceNamer namer, int start, string lemma, int end)
    {
        SourcePhrase? listener = null;
        var told = text.Lexicon.TakesListener(lemma);
        var token = start;
        while (token < end && token - start < Longest)
        {
            var lower = text.Lower(token);
            if (lower is "that" or "whether" or "how" && token + 1 < end && !text.IsComma(token + 1)) return new CueComplement(lower == "that" ? token + 1 : token, listener, true);
            if (lower == ":" || Quotation.Opens(text.Document, token)) return new CueComplement(lower == ":" ? token + 1 : token, listener, true);
            if (lower == "," && token + 1 < end && Quotation.Opens(text.Document, token + 1)) return new CueComplement(token + 1, listener, true);
            if (lower == "," && PastCited(text, phrases, token + 1, end) is > 0 and var past)
            {
                token = past;
                continue;
            }

            if (lower == "," && token + 1 < end && text.Lower(token + 1) == "that") return new CueComplement(token + 2, listener, true);
            if (text.IsTime(token) || (lower is "on" or "in" or "late" or "early" or "at" or "last" or "by" && token + 1 < end && text.IsTime(token + 1)))
            {
                token++;
                continue;
            }

            if (text.Document.Upos[token] == Upos.ADV && text.Lexicon.PassesOver(lower))
            {
                token++;
                continue;
            }

            var phrase = told ? phrases.From(token, end) : OfOccasion(text, phrases, token, end);
            if (phrase is not { } passed) break;
            listener = OutletIn(text, phrases, namer, passed) ?? listener;
            token = passed.Tokens.End;
            told = false;
        }

        return new CueComplement(token, listener, false);
    }

    /// <summary>"TASS" of "the news agency TASS", "AFP" of "an interview with AFP".</summary>
    private static SourcePhrase? OutletIn(SpeechText text, SourcePhrases phrases, SourceNamer namer, SourcePhrase passed)
    {
        for (var token = passed.Head + 1; token < passed.Tokens.End; token++)
        {
            if (text.Lower(token) is "with" or "by" or "to" or "on" && phrases.From(token + 1, passed.Tokens.End) is { } inner) return namer.IsListeningOutlet(text, inner) ? inner : null;
        }

        return namer.IsListeningOutlet(text, passed) ? passed : null;
    }

    /// <summary>"reported, citing a police source, that": where the sentence goes on; 0 when nobody is cited in between.</summary>
    private static int PastCited(SpeechText text, SourcePhrases phrases, int citing, int end)
    {
        if (citing >= end || text.Document.Xpos[citing] != "VBG" || !text.Lexicon.IsCiting(text.Lemma(citing)) || phrases.From(citing + 1, end) is not { } cited) return 0;
        var comma = cited.Tokens.End;
        return comma + 1 < end && text.Lower(comma) == "," && text.Lower(comma + 1) == "that" ? comma + 1 : 0;
    }

    /// <summary>"to reporters", "in a statement posted on Telegram", "at a news conference", "with AFP".</summary>
    private static SourcePhrase? OfOccasion(SpeechText text, SourcePhrases phrases, int token, int end)
    {
        if (text.Document.Upos[token] == Upos.VERB && text.Lexicon.IsIssuing(text.Lemma(token)) && text.Document.Xpos[token] is "VBN" or "VBD") token++;
        if (token >= end || text.Lower(token) is not ("to" or "in" or "at" or "on" or "via" or "with" or "by" or "during" or "through" or "over")) return null;
        if (phrases.From(token + 1, end) is not { } phrase) return null;
        for (var word = phrase.Tokens.First; word < phrase.Tokens.End; word++)
        {
            if (text.Lexicon.IsOccasion(text.Lemma(word)) || text.Lexicon.IsStatement(text.Lemma(word)) || text.Lexicon.KindOf(text.Lemma(word)) is SourceKind.Outlet or SourceKind.NewsAgency) return phrase;
            if (text.ActorAt(word)?.Actor.Kind is Mentions.Actors.ActorKind.NewsAgency or Mentions.Actors.ActorKind.Outlet) return phrase;
        }

        return null;
    }
}
