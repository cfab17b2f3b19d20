using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Finds who speaks at a verb of saying: before it, after it, or further up when the verb shares its subject.</summary>
internal sealed class SpeakerReader(SpeechText text, SourcePhrases phrases)
{
    private const int LongestInsert = 30;
    private readonly Tree _tree = text.Tree;
    private readonly Document _document = text.Document;

    /// <summary>The speaker right before a finite cue.</summary>
    /// <param name="cue">The verb.</param>
    /// <param name="floor">The first token that may belong to the speaker.</param>
    /// <param name="speechFollows">Whether what is said comes after the cue; then the tree's subject is trusted over the nearest words.</param>
    public SourcePhrase? Before(SpeechCue cue, int floor, bool speechFollows) =>
        Named(cue, floor, speechFollows) is { } phrase ? Originator(phrase, cue.Group.First) : null;

    private SourcePhrase? Named(SpeechCue cue, int floor, bool speechFollows)
    {
        var end = cue.Group.First;
        if (end <= floor) return null;
        var subject = Subject(cue.Token, floor, end);
        if (text.Lower(end - 1) is "who" or "which" or "that") return Antecedent(cue.Token, end - 1, floor);
        if (text.IsComma(end - 1)) return subject >= 0 ? Phrase(subject) : BeforeInsert(end - 1, floor, cue.Token);
        var near = phrases.Before(end, floor, cue.Token);
        if (speechFollows && near is { } last && BeforeRelative(last, floor, cue.Token) is { } antecedent) return NameBeforeApposition(antecedent, floor);
        if (near is { } words && subject >= 0 && !words.Tokens.Contains(subject))
        {
            var whole = Phrase(subject);
            if (whole.Tokens.First < words.Tokens.First && speechFollows && _tree.Subtree(subject).End >= words.Tokens.End) return whole;
        }

        if (near is { } found) return speechFollows ? NameBeforeApposition(found, floor) : found;
        if (Quotation.IsMark(_document, end - 1)) return null;
        return subject >= 0 ? Phrase(subject) : null;
    }

    /// <summary>"said the minister": the speaker right after a cue.</summary>
    public SourcePhrase? After(int start, int end)
    {
        if (start >= end || text.IsTime(start) || text.Lower(start) is "that" or "it" or "him" or "them" or "her" or "there") return null;
        return phrases.From(start, end);
    }

    /// <summary>The subject that a participle or a joined verb shares with the verbs above it.</summary>
    public SourcePhrase? Shared(int cue, int floor)
    {
        var verb = cue;
        for (var steps = 0; verb >= floor && steps < 6; steps++)
        {
            var subject = Subject(verb, floor, cue);
            if (subject >= 0) return Phrase(subject);
            if (_document.Relations[verb] is Relation.Acl or Relation.AclRelcl && _document.Heads[verb] is var noun and >= 0) return Issuer(noun) ?? Phrase(noun);
            if (_document.Relations[verb] is not (Relation.Conj or Relation.Advcl or Relation.Xcomp or Relation.Parataxis)) return null;
            verb = _document.Heads[verb];
        }

        return null;
    }

    /// <summary>Who issued a statement that speaks: "the service issued a statement confirming", "the ministry put out a message that says".</summary>
    public SourcePhrase? Issuer(int statement)
    {
        if (!text.Lexicon.IsStatement(text.Lemma(statement))) return null;
        var verb = _document.Heads[statement];
        if (verb < 0 || _document.Relations[statement] is not (Relation.Obj or Relation.Obl)) return null;
        var subject = _tree.Child(verb, Relation.Nsubj);
        return subject >= 0 && subject < statement ? Phrase(subject) : null;
    }

    public SourcePhrase? Agent(int verb)
    {
        var agent = _tree.Child(verb, Relation.OblAgent);
        if (agent < 0)
        {
            foreach (var child in _tree.Children(verb))
            {
                if (child > verb && _document.Relations[child] == Relation.Obl && _tree.Preposition(child) == "by" && !text.IsTime(child)) agent = child;
            }
        }

        return agent < 0 || agent < verb ? null : Phrase(agent);
    }

    public SourcePhrase Phrase(int head)
    {
        var whole = NounPhrases.At(_tree, head).Whole;
        var end = whole.End;
        for (var token = head + 1; token < whole.End && end == whole.End; token++)
        {
            if (text.Lower(token) is "," or "(" or "who" or "which" or "that" || text.IsTime(token)) end = token;
        }

        if (phrases.From(whole.First, text.SentenceOf(head).End) is { } longer && longer.Tokens.Contains(head)) end = Math.Max(end, longer.Tokens.End);
        return new SourcePhrase(head, new TokenRange(whole.First, Math.Max(end, head + 1)));
    }

    private int Subject(int verb, int floor, int end)
    {
        var subject = text.Subject(verb);
        return subject >= floor && subject < end ? subject : -1;
    }

    private SourcePhrase? Antecedent(int cue, int pronoun, int floor)
    {
        var noun = _document.Relations[cue] is Relation.AclRelcl or Relation.Acl ? _document.Heads[cue] : -1;
        if (noun >= floor && noun < pronoun && !text.IsTime(noun)) return Issuer(noun) ?? Phrase(noun);
        var end = text.IsComma(pronoun - 1) ? pronoun - 1 : pronoun;
        return end > floor && phrases.Before(end, floor, cue) is { } near ? Issuer(near.Head) ?? near : null;
    }

    /// <summary>"Workers who went to the site said": where the tree fails, the noun before a lone relative clause at the head of the part.</summary>
    private SourcePhrase? BeforeRelative(SourcePhrase near, int floor, int cue)
    {
        var verbs = 0;
        for (var token = near.Tokens.First - 1; token > floor && near.Tokens.First - token < LongestInsert; token--)
        {
            if (text.IsMark(token)) return null;
            if (text.IsFinite(token) && ++verbs > 1) return null;
            if (text.Lower(token) is not ("who" or "which")) continue;
            if (phrases.Before(token, floor, cue) is not { } antecedent) return null;
            var first = antecedent.Tokens.First;
            return first == floor || _document.Upos[first - 1] is Upos.CCONJ or Upos.SCONJ or Upos.PUNCT or Upos.ADV or Upos.DET or Upos.PROPN || !text.HasFinite(floor, first) ? antecedent : null;
        }

        return null;
    }

    /// <summary>"A first count by police had spoken of": it is the police who speak. "A group known as the LCC said": the name.</summary>
    private SourcePhrase Originator(SourcePhrase phrase, int end)
    {
        for (var token = phrase.Tokens.First + 1; token + 1 < end; token++)
        {
            if (text.Lower(token) is "by" && text.Lexicon.IsStatement(text.Lemma(token - 1)) && phrases.From(token + 1, end) is { } author) return author;
        }

        return phrase;
    }

    /// <summary>"Lee, the police chief, said": the name before what is set in between commas.</summary>
    private SourcePhrase? BeforeInsert(int comma, int floor, int cue)
    {
        for (var token = comma - 1; token > floor && comma - token < LongestInsert; token--)
        {
            if (text.Lower(token) == "," && !Quotation.IsMark(_document, token - 1)) return text.HasFinite(token + 1, comma) && text.Lower(token + 1) is not ("who" or "which") ? null : phrases.Before(token, floor, cue);
        }

        return null;
    }

    /// <summary>"Suhaib al-Ruhail a spokesman for the group": where commas were lost the name stands right before its description.</summary>
    private SourcePhrase NameBeforeApposition(SourcePhrase phrase, int floor)
    {
        var first = phrase.Tokens.First;
        if (first - 2 < floor || _document.Upos[first] != Upos.DET || _document.Upos[first - 1] != Upos.PROPN || text.IsTime(first - 1)) return phrase;
        var start = first - 1;
        while (start > floor && _document.Upos[start - 1] == Upos.PROPN) start--;
        return start == floor || _document.Upos[start - 1] is Upos.CCONJ or Upos.PUNCT or Upos.SCONJ ? new SourcePhrase(first - 1, new TokenRange(start, first)) : phrase;
    }
}
