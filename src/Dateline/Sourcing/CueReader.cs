using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads one verb of saying: who speaks, what is said, and to which outlet.</summary>
/// <remarks>
/// What is said stands after the cue ("police said that …"), before the speaker ("…, police said") or on both sides of him.
/// The order of the words decides; they hold even where commas and quotation marks were lost.
/// </remarks>
internal sealed class CueReader(SpeechText text, SourceNamer namer, SourcePhrases phrases, SpeakerReader speakers, SourceMemory memory)
{
    private readonly Document _document = text.Document;
    private readonly SourceLexicon _lexicon = text.Lexicon;

    public SpeechFrame? Read(SpeechCue cue, TokenRange sentence, SpeechFrame? before)
    {
        var part = PartOf(sentence, cue.Token);
        return cue.Form switch
        {
            CueForm.Passive => ReadPassive(cue, part),
            CueForm.Participle or CueForm.Infinitive => ReadDependent(cue, part, before),
            _ => ReadFinite(cue, part, before),
        };
    }

    /// <summary>The part of a sentence between semicolons that a token stands in; a cue within a quotation stays within it.</summary>
    public TokenRange PartOf(TokenRange sentence, int token)
    {
        var quotation = text.QuotationAt(token);
        int first = token, end = token + 1;
        while (first > sentence.First && !Ends(first - 1)) first--;
        while (end < sentence.End && !Ends(end)) end++;
        return new TokenRange(first, end);

        bool Ends(int at) => quotation is { } inside ? !inside.Contains(at) || Quotation.IsMark(_document, at) && (at == inside.First || at == inside.Last)
            : text.Lower(at) == ";" && text.QuotationAt(at) is null;
    }

    private SpeechFrame? ReadFinite(SpeechCue cue, TokenRange part, SpeechFrame? before)
    {
        var complement = ComplementOf(cue, part);
        var follows = SpeechFollows(cue, complement, part.End) || (IsBareReport(cue, complement, part) && !IsMainClause(part.First, cue.Group.First));
        if (IsInverted(cue, part) && speakers.After(cue.Token + 1, part.End) is { } after && Preceding(cue, after.Tokens, cue.Group.First, after.Tokens.End, part) is { } inverted)
            return Framed(cue, after, inverted, CueComplement.After(text, phrases, namer, after.Tokens.End, cue.Lemma, part.End).Listener);
        var speaker = speakers.Before(cue, part.First, follows);
        var shared = speaker is null ? speakers.Shared(cue.Token, part.First) ?? (text.Lower(cue.Group.First - 1 < part.First ? part.First : cue.Group.First - 1) is "and" or "but" or "," ? before?.Phrase : null) : null;
        if ((speaker ?? shared) is not { } source) return null;
        if (follows && !(speaker is not null && EndsInQuotation(part.First, source.Tokens.First)))
            return Framed(cue, source, IsObject(cue, complement) ? ObjectOf(complement.End, part) : Following(complement.End, part), complement.Listener, follows: true);
        if (before is { Follows: true } && part.Contains(before.Cue.First) && before.Start - part.First < 2 && source.Tokens.First - before.Content.First < 2 && source.Tokens.First >= before.Content.First) return null;
        return speaker is null || text.QuotationAt(cue.Token) is not null ? null : Preceding(cue, source.Tokens, source.Tokens.First, complement.End, part) is { } content ? Framed(cue, source, content, complement.Listener) : null;
    }

    /// <summary>"…, adding that": the speaker before goes on; "a statement confirming": who issued it.</summary>
    private SpeechFrame? ReadDependent(SpeechCue cue, TokenRange part, SpeechFrame? before)
    {
        var complement = ComplementOf(cue, part);
        if (!SpeechFollows(cue, complement, part.End)) return null;
        var content = Following(complement.End, part);
        var ofNoun = _document.Relations[cue.Token] is Relation.Acl && _document.Heads[cue.Token] is var noun and >= 0 && noun < cue.Token && _lexicon.IsStatement(text.Lemma(noun)) ? speakers.Issuer(noun) ?? speakers.Phrase(noun) : (SourcePhrase?)null;
        if (ofNoun is null && before is { Phrase: not null } && part.Contains(before.Cue.First) && (cue.Form == CueForm.Participle || before.Cue.End >= cue.Group.First - 2))
            return new SpeechFrame(cue.Group, null, before.Chain, content, cue.Modality, "sourcing/" + cue.Lemma, Follows: true, IsParticiple: true);
        return (ofNoun ?? speakers.Shared(cue.Token, part.First)) is { } source ? Framed(cue, source, content, complement.Listener, follows: true) : null;
    }

    /// <summary>"was confirmed by police", "it was reported that": the agent, or nobody and hearsay.</summary>
    private SpeechFrame? ReadPassive(SpeechCue cue, TokenRange part)
    {
        if (speakers.Agent(cue.Token) is { } agent && (_lexicon.TakesObject(cue.Lemma) || (_lexicon.IsParenthetical(cue.Lemma) && !_lexicon.NeedsClause(cue.Lemma))))
        {
            var noun = _document.Relations[cue.Token] == Relation.Acl ? _document.Heads[cue.Token] : -1;
            var content = noun >= part.First && noun < cue.Token ? new TokenRange(NounPhrases.At(text.Tree, noun).Whole.First, agent.Tokens.End) : part;
            return Framed(cue, agent, Trimmed(content), null);
        }

        var complement = CueComplement.After(text, phrases, namer, cue.Token + 1, cue.Lemma, part.End);
        if (!complement.Opens || text.Lower(Math.Max(part.First, cue.Group.First - 1)) is not ("it" or "been") || !_lexicon.IsParenthetical(cue.Lemma)) return null;
        var hearsay = cue.Modality == Modality.Stated ? Modality.Alleged : cue.Modality;
        return new SpeechFrame(cue.Group, null, SourceChain.OwnVoice, Following(complement.End, part), hearsay, "sourcing/hearsay", Follows: true);
    }

    private SpeechFrame? Framed(SpeechCue cue, SourcePhrase phrase, TokenRange content, SourcePhrase? listener, bool follows = false)
    {
        if (content.Count <= 0 || memory.Resolve(phrase) is not { } source) return null;
        var links = new List<Source>(3);
        if (listener is { } outlet && namer.Name(text, outlet) is { } outer && outer.Name != source.Name) links.Add(outer);
        links.Add(source);
        if (_lexicon.IsStatement(text.Lemma(phrase.Head)) && text.Lower(phrase.Tokens.First) == "the" && memory.Last is { } issuer && issuer.Name != source.Name && !_lexicon.IsStatement(issuer.Name)) links.Add(issuer);
        if (text.QuotationAt(cue.Token) is null) memory.Remember(links[^1], phrase);
        return new SpeechFrame(cue.Group, phrase, new SourceChain(links), content, cue.Modality, "sourcing/" + cue.Lemma.Replace(' ', '-'), follows);
    }

    /// <summary>Whether what is said comes after the cue: opened plainly, a clause by the words, or the object of a verb that takes one.</summary>
    private bool SpeechFollows(SpeechCue cue, CueComplement complement, int end)
    {
        if (complement.End >= end) return false;
        if (complement.Opens) return true;
        var next = complement.End;
        if (text.IsMark(next) || _document.Xpos[next] == "VBG" && _lexicon.Cue(text.Lemma(next)) is not null) return false;
        if (SaysOfDocument(cue)) return true;
        if (cue.Lemma == "call" && text.Tree.Child(cue.Token, Relation.Xcomp) < 0 && !OpensQuotation(next, Math.Min(end, next + 8))) return false;
        if (_lexicon.NeedsFigure(cue.Lemma)) return text.Tree.Child(cue.Token, Relation.Obj) is var figure && figure > cue.Token && _lexicon.IsStatement(text.Lemma(figure));
        if (_lexicon.TakesObject(cue.Lemma)) return text.Lower(next) == "as" || _document.Upos[next] is not (Upos.ADP or Upos.SCONJ or Upos.ADV or Upos.CCONJ) || _document.Xpos[next] == "VBG" || cue.Lemma is "blame" or "accuse";
        if (_document.Upos[next] is Upos.SCONJ or Upos.CCONJ || text.Lower(next) is "after" or "as" or "when" or "while" or "before" or "because") return false;
        if (text.Tree.Child(cue.Token, Relation.Ccomp) > cue.Token) return text.HasFinite(next, end);
        return !_lexicon.NeedsClause(cue.Lemma) && _document.Upos[next] is not Upos.PUNCT && text.HasFinite(next, end);
    }

    /// <summary>"Police say the victim became involved", where the tags hide the verb: nothing that could be said stands before, and much stands behind.</summary>
    private bool IsBareReport(SpeechCue cue, CueComplement complement, TokenRange part) =>
        !_lexicon.NeedsClause(cue.Lemma) && _lexicon.IsParenthetical(cue.Lemma) && complement.End + 4 < part.End && !text.IsMark(complement.End)
        && _document.Upos[complement.End] is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PRON or Upos.ADJ;

    /// <summary>"…, said the minister": the verb comes first after a comma or a quotation, or the tree has its subject behind it.</summary>
    private bool IsInverted(SpeechCue cue, TokenRange part)
    {
        if (!_lexicon.IsParenthetical(cue.Lemma) || cue.Group.First <= part.First || cue.Token + 1 >= part.End || cue.Group.Count > 2) return false;
        var before = cue.Group.First - 1;
        if (text.IsComma(before) || Quotation.IsMark(_document, before)) return !IsFollowedByVerb(cue.Token + 1, part.End) && text.Subject(cue.Token) is var subject && (subject < 0 || subject > cue.Token);
        return text.Subject(cue.Token) > cue.Token;
    }

    /// <summary>What is said before its speaker, and behind him where it goes on: "These attacks, he said, constitute a crime".</summary>
    private TokenRange? Preceding(SpeechCue cue, TokenRange speaker, int end, int rest, TokenRange part)
    {
        if (!_lexicon.IsParenthetical(cue.Lemma) || (_lexicon.NeedsClause(cue.Lemma) && !(text.Lower(speaker.First - 1) == "as" && text.IsMark(cue.Group.End)) && !EndsInQuotation(part.First, end))) return null;
        if (IsSetApart(cue.Token) && !EndsInQuotation(part.First, end)) return null;
        if (IsJoined(speaker, part.First) && !EndsInQuotation(part.First, end)) return null;
        if (end == part.First) return QuotationBefore(part.First);
        var content = Trimmed(new TokenRange(RelativeStart(cue.Token, part.First), end));
        rest = Math.Max(rest, Math.Max(speaker.End, cue.Group.End));
        if (content.Count >= 1 && GoesOn(rest, part.End)) return Trimmed(new TokenRange(content.First, part.End));
        return content.Count < 2 || (!text.HasFinite(content.First, content.End) && !EndsInQuotation(part.First, end) && !HasParticiple(content)) ? null : content;
    }

    /// <summary>"drew boos when he told the tale": the time or ground of something else, which does not tell it.</summary>
    private bool IsSetApart(int cue) =>
        _document.Relations[cue] is Relation.Advcl && text.Lower(text.Tree.Subtree(cue).First) is "when" or "after" or "before" or "because" or "while" or "where" or "if" or "although" or "though" or "since" or "until";

    /// <summary>"things that the candidate said", ", which she said was hers": what a relative clause says begins with the noun it tells of, or with the clause where it goes on.</summary>
    private int RelativeStart(int cue, int floor)
    {
        if (_document.Relations[cue] != Relation.AclRelcl || _document.Heads[cue] is not (>= 0 and var noun) || noun < floor || noun > cue) return floor;
        return NounPhrases.At(text.Tree, noun).Whole.First is var first && first < cue ? Math.Max(floor, first) : floor;
    }

    /// <summary>"…, and half said so": what stands before is another's. "Witnesses and a doctor said" joins speakers.</summary>
    private bool IsJoined(TokenRange speaker, int floor)
    {
        var joint = speaker.First - 1;
        if (joint <= floor) return false;
        return text.Lower(joint) == "and" ? text.IsComma(joint - 1) : text.Lower(joint) is "but" or "while" or "whereas" or "although" or "though";
    }

    /// <summary>“… missing.” Trump said: the quotation that ends right before a sentence which says nothing of its own.</summary>
    private TokenRange? QuotationBefore(int first) =>
        first > 0 && !text.OpensParagraph(first) && text.QuotationAt(first - 1) is { } quotation && quotation.Last == first - 1 && quotation.Count > 4 ? quotation : null;

    /// <summary>"Court records show two convictions", "a photo showing buildings in rubble": what is written or pictured speaks by such verbs.</summary>
    private bool SaysOfDocument(SpeechCue cue) => _lexicon.IsShowing(cue.Lemma) && cue.Group.First > 0 && _lexicon.IsStatement(text.Lemma(cue.Group.First - 1));

    private bool GoesOn(int rest, int end)
    {
        if (rest + 2 >= end || text.Lower(rest) is not ("," or "—" or "–")) return rest < end && Quotation.Opens(_document, rest) && (Quotation.MarkOf(_document, rest) is '“' or '"' || _document.Spans[rest].Length == 2);
        var next = rest + 1;
        return _document.Xpos[next] != "VBG" && _document.Upos[next] is not Upos.SCONJ
            && text.Lower(next) is not ("who" or "which" or "where" or "while" or "although" or "though" or "but" or "as" or "after" or "a" or "according");
    }

    private bool EndsInQuotation(int first, int end)
    {
        var last = end - 1;
        if (last > first && text.IsComma(last)) last--;
        return last >= first && (Quotation.IsMark(_document, last) && text.QuotationAt(last)?.Last == last);
    }

    private bool OpensQuotation(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (text.QuotationAt(token) is { } quotation && quotation.First == token) return true;
        }

        return false;
    }

    private bool HasParticiple(TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
        {
            if (_document.Xpos[token] is "VBN" or "VBG" && (token == range.First || _document.Upos[token - 1] is Upos.NOUN or Upos.PROPN or Upos.NUM)) return true;
        }

        return false;
    }

    /// <summary>"…, said the videos show": the noun after the cue has a verb of its own.</summary>
    private bool IsFollowedByVerb(int start, int end) =>
        speakers.After(start, end) is { } phrase && phrase.Tokens.End < end && (text.IsFinite(phrase.Tokens.End) || _document.Upos[phrase.Tokens.End] == Upos.AUX);

    /// <summary>Whether the words before a cue make a sentence of their own and no mere "X, who heads the group,".</summary>
    private bool IsMainClause(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (text.Lower(token) is "who" or "which") return false;
            if (text.IsFinite(token)) return true;
        }

        return false;
    }

    private bool IsObject(SpeechCue cue, CueComplement complement) => !complement.Opens && _lexicon.TakesObject(cue.Lemma);

    /// <summary>The object of "confirmed the death of two men, which …": up to the clause that is the paper's own again.</summary>
    private TokenRange ObjectOf(int start, TokenRange part)
    {
        var end = part.End;
        for (var token = start + 1; token < end; token++)
        {
            if (text.QuotationAt(token) is not null) continue;
            var joined = _document.Upos[token] == Upos.CCONJ && token + 1 < part.End && text.IsFinite(token + 1);
            var apart = text.IsComma(token) && token + 1 < part.End && (_document.Upos[token + 1] is Upos.SCONJ or Upos.VERB && text.Lower(token + 1) is not ("of" or "that" or "for") || text.Lower(token + 1) is "who" or "which" or "but" or "while" or "although" or "after");
            if (joined || apart) end = token;
        }

        return Trimmed(new TokenRange(start, end));
    }

    private TokenRange Following(int start, TokenRange part) => Trimmed(new TokenRange(start, part.End));

    /// <summary>What stands before what is said; "saying at a church in Cleveland that …" leads to the clause which the tree hangs on the cue.</summary>
    private CueComplement ComplementOf(SpeechCue cue, TokenRange part)
    {
        var complement = CueComplement.After(text, phrases, namer, ContentStart(cue), cue.Lemma, part.End);
        if (complement.Opens || text.Tree.Child(cue.Token, Relation.Ccomp) is not (>= 0 and var clause) || clause < complement.End || clause >= part.End) return complement;
        var mark = text.Tree.Child(clause, Relation.Mark);
        return mark > complement.End && text.Lower(mark) == "that" && !text.HasFinite(complement.End, mark) ? complement with { End = mark + 1, Opens = true } : complement;
    }

    private static int ContentStart(SpeechCue cue) => cue.Token + (cue.Lemma.Contains(' ', StringComparison.Ordinal) ? 2 : 1);

    /// <summary>Without the comma or full stop at its edges; quotation marks stay.</summary>
    private TokenRange Trimmed(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (end > first && text.Lower(end - 1) is "," or "." or ";" or ":" or "—" or "–" or "-" && !(text.QuotationAt(end - 1) is { } quotation && quotation.Last > end - 1)) end--;
        while (first < end && text.Lower(first) is "," or ";" or ":" or "—" or "–") first++;
        return new TokenRange(first, end);
    }
}
