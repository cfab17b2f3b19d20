using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads sources that are named without speaking themselves: "according to X", "citing X", "Reuters quoted X as saying".</summary>
internal sealed class CitationReader(SpeechText text, SourceNamer namer, SourcePhrases phrases, SpeakerReader speakers, SourceMemory memory, CueReader cues)
{
    private const int LongestQuoting = 25;
    private readonly Document _document = text.Document;

    /// <summary>Reads a token that opens a source by preposition; null when it opens none.</summary>
    public SpeechFrame? ReadPreposition(int token, TokenRange sentence)
    {
        var words = text.Lexicon.PrepositionAt(_document, token, sentence.End);
        if (words == 0 || After(token + words, sentence.End) is not { } printed || WithReports(printed, sentence.End) is not { } phrase || memory.Resolve(phrase) is not { } source) return null;
        if (words == 1 && source.Kind == SourceKind.Unknown && source.Actor is null) return null;
        var part = cues.PartOf(sentence, token);
        var cue = new TokenRange(token, token + words);
        memory.Remember(source, phrase);
        return new SpeechFrame(cue, phrase, new SourceChain([source]), Around(cue, phrase.Tokens.End, part), Modality.Stated, "sourcing/according-to");
    }

    /// <summary>"X reported, citing Y": Y stands behind X; without an X the paper itself cites.</summary>
    public SpeechFrame? ReadCiting(int cue, TokenRange sentence, SpeechFrame? before)
    {
        if (!text.Lexicon.IsCiting(text.Lemma(cue)) || _document.Xpos[cue] != "VBG" || phrases.From(cue + 1, sentence.End) is not { } phrase || memory.Resolve(phrase) is not { } source) return null;
        if (source.Kind == SourceKind.Unknown && source.Actor is null) return null;
        var part = cues.PartOf(sentence, cue);
        var range = new TokenRange(cue, cue + 1);
        var isInner = before is not null && part.Contains(before.Cue.First) && before.Chain.Sources.Count > 0;
        var chain = isInner ? new SourceChain([.. before!.Chain.Sources, source]) : new SourceChain([source]);
        var content = isInner ? before!.Content : Around(range, phrase.Tokens.End, part);
        return new SpeechFrame(range, phrase, chain, content, Modality.Stated, "sourcing/citing");
    }

    /// <summary>"Reuters quoted the department as saying", "he was quoted by Interfax as saying": the one who quotes, then the one who speaks.</summary>
    public SpeechFrame? ReadQuoting(SpeechCue saying, TokenRange sentence)
    {
        var joint = saying.Token - 1;
        if (saying.Form != CueForm.Participle || joint <= sentence.First || text.Lower(joint) != "as") return null;
        var part = cues.PartOf(sentence, saying.Token);
        var verb = joint;
        while (verb >= part.First && joint - verb < LongestQuoting && !text.Lexicon.IsCiting(text.Lemma(verb))) verb--;
        if (verb < part.First || joint - verb >= LongestQuoting || _document.Upos[verb] != Upos.VERB || SpeechCue.At(text, verb, sentence) is not { } quoting) return null;
        var subject = speakers.Before(quoting with { Form = CueForm.Finite }, part.First, speechFollows: true) ?? PassiveSubject(verb, part.First);
        var isPassive = quoting.Form == CueForm.Passive || (verb > part.First && text.Lemma(verb - 1) == "be");
        var named = isPassive ? (verb + 1 < joint && text.Lower(verb + 1) == "by" ? phrases.From(verb + 2, joint) : null) : phrases.From(verb + 1, joint);
        var (outer, inner) = isPassive ? (named, subject) : (subject, named);
        if (inner is not { } speaker || memory.Resolve(speaker) is not { } source) return null;
        var links = new List<Source>(2);
        if (outer is { } outlet && memory.Resolve(outlet) is { } first && first.Name != source.Name) links.Add(first);
        links.Add(source);
        memory.Remember(source, speaker);
        var complement = CueComplement.After(text, phrases, namer, saying.Token + 1, "say", part.End);
        var end = part.End;
        while (end > complement.End && text.Lower(end - 1) is "." or ",") end--;
        return end <= complement.End ? null : new SpeechFrame(new TokenRange(verb, saying.Token + 1), speaker, new SourceChain(links), new TokenRange(complement.End, end), saying.Modality, "sourcing/quoted-as-saying", Follows: true);
    }

    /// <summary>The phrase behind "according to"; a noun that taggers take for a verb belongs to it ("exit polls").</summary>
    private SourcePhrase? After(int start, int end)
    {
        if (phrases.From(start, end) is { } phrase) return phrase;
        var isNoun = start + 1 < end && _document.Xpos[start] == "VB" && _document.Upos[start + 1] == Upos.NOUN;
        return isNoun && phrases.From(start + 1, end) is { } rest ? rest with { Tokens = rest.Tokens with { First = start } } : null;
    }

    /// <summary>"according to local media reports": a last noun that taggers take for a verb.</summary>
    private SourcePhrase? WithReports(SourcePhrase phrase, int end)
    {
        var next = phrase.Tokens.End;
        var isNoun = next < end && text.Lower(next) is "reports" or "accounts" or "claims" && (next + 1 >= end || text.IsMark(next + 1));
        return isNoun ? new SourcePhrase(next, phrase.Tokens with { End = next + 1 }) : phrase;
    }

    /// <summary>"But on Monday, according to": nothing is told before the source.</summary>
    private bool OpensPart(int first, int cue)
    {
        for (var token = first; token < cue; token++)
        {
            if (!text.IsTime(token) && !text.IsMark(token) && _document.Upos[token] is not (Upos.CCONJ or Upos.ADV or Upos.SCONJ or Upos.ADP)) return false;
        }

        return true;
    }

    private SourcePhrase? PassiveSubject(int verb, int floor) =>
        text.Tree.Child(verb, Relation.NsubjPass) is var subject && subject >= floor && subject < verb ? speakers.Phrase(subject) : null;

    /// <summary>What stands before the words that name a source and what goes on behind them; only the latter when they come first.</summary>
    private TokenRange Around(TokenRange cue, int end, TokenRange part)
    {
        var last = part.End;
        while (last > end && text.Lower(last - 1) is "." or "," or ":") last--;
        var comma = end < last && text.Lower(end) is "," or "—" or "–";
        var opens = OpensPart(part.First, cue.First) || char.IsUpper(_document.Text[_document.Spans[cue.First].Start]);
        if (opens && end < last) return new TokenRange(comma ? end + 1 : end, last);
        var first = part.First;
        var before = cue.First;
        while (before > first && text.Lower(before - 1) is "," or "—" or "–" or "(") before--;
        var goesOn = comma && end + 1 < last && _document.Xpos[end + 1] != "VBG" && text.Lower(end + 1) is not ("who" or "which" or "but" or "while" or "or" or "although" or "though");
        return goesOn ? new TokenRange(first, last) : new TokenRange(first, Math.Max(before, first));
    }
}
