using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads the attributions that bring no claim of what happened: thoughts, wishes, praise, plans, and speech that is only told of.</summary>
/// <remarks>
/// A word of <c>data/en/lexicons/cues.yaml</c> counts where its construction fits and <see cref="CueJudge"/> finds enough for it.
/// Quotations are left alone: what people say they want within their own words is theirs.
/// </remarks>
internal sealed class StanceReader(SpeechText text, CueLexicon lexicon, SourceNamer namer, SourcePhrases phrases, SpeakerReader speakers, CueReader cues)
{
    /// <summary>Fewer tokens than this in quotation marks are words picked out of somebody's.</summary>
    private const int ShortestUtterance = 4;

    /// <summary>How many tokens before a cue its subject may stand.</summary>
    private const int LongestWay = 40;

    /// <summary>Most tokens of a name before a colon.</summary>
    private const int LongestLabel = 4;

    private readonly Document _document = text.Document;
    private readonly CueSurroundings _around = new(text);
    private readonly StanceContent _contents = new(text, phrases, namer);

    /// <summary>The frames of a sentence, leaving alone the tokens that are marked as cues already.</summary>
    public void Read(TokenRange sentence, bool[] isCue, List<SpeechFrame> frames)
    {
        if (ReadLabel(sentence, isCue) is { } label) frames.Add(label);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (isCue[token] || IsWithinUtterance(token) || SpeechCue.IsNaming(_document, token, sentence)) continue;
            if (ReadHearsay(token, sentence) is { } hearsay) frames.Add(hearsay);
            var entries = _document.Upos[token] switch
            {
                Upos.VERB => lexicon.Verb(_document.Lemmas[token]),
                Upos.NOUN => lexicon.Noun(_document.Lemmas[token]),
                Upos.ADJ => lexicon.Adjective(_document.Lemmas[token]),
                _ => [],
            };
            if (entries.Count > 0 && ReadAt(token, entries, sentence) is { } frame && !IsSpokenBefore(frame, isCue) && !IsOccasionOf(token, isCue))
            {
                frames.Add(frame);
                isCue.AsSpan(frame.Cue.First, frame.Cue.Count).Fill(true);
            }
        }
    }

    /// <summary>"said in a statement that …": the noun belongs to the cue before it.</summary>
    private bool IsOccasionOf(int token, bool[] isCue) =>
        _document.Relations[token] == Relation.Obl && _document.Upos[token] == Upos.NOUN && _document.Heads[token] is >= 0 and var verb && verb < token && isCue[verb];

    /// <summary>“…,” said Maynard, half joking: what stands before is said by another cue.</summary>
    private bool IsSpokenBefore(SpeechFrame frame, bool[] isCue)
    {
        for (var token = frame.Content.First; token < frame.Cue.First; token++)
        {
            if (isCue[token] && text.QuotationAt(token) is null) return true;
        }

        return false;
    }

    private SpeechFrame? ReadAt(int token, IReadOnlyList<CueEntry> entries, TokenRange sentence)
    {
        var part = cues.PartOf(sentence, token);
        CueEntry? best = null;
        var looked = -1;
        var bestNext = token + 1;
        foreach (var entry in entries)
        {
            var next = token + 1;
            if (entry.Second is { } second && (next = After(token, second, part.End)) < 0) continue;
            if (looked != next) _around.Look(token, looked = next, part.End, lexicon);
            if (!_around.Fits(entry) || (best is not null && best.Strength >= entry.Strength)) continue;
            (best, bestNext) = (entry, next);
        }

        if (best is null) return null;
        if (looked != bestNext) _around.Look(token, bestNext, part.End, lexicon);
        var isPredicate = _document.Upos[token] == Upos.ADJ;
        if (isPredicate && !IsPredicate(token)) return null;
        var isImpersonal = best.Second is null && lexicon.IsImpersonal(best.Word);
        var phrase = _document.Upos[token] == Upos.NOUN ? Holder(token, part) : isImpersonal && !_around.IsPassive ? null : Source(token, part);
        if (CueJudge.Points(_around, _document, best, phrase) < CueJudge.Enough) return null;
        var content = _contents.Read(_around, part, phrase, isImpersonal);
        if (content.Count <= 0) return null;
        var cue = new TokenRange(WithHelpers(token, part.First), bestNext);
        var source = phrase is { } words ? namer.Name(text, words) : null;
        return new SpeechFrame(cue, phrase, source is null ? SourceChain.OwnVoice : new SourceChain([source]), content, Modality.Stated, "sourcing/cues/" + best.Word, content.First >= token)
        {
            Kind = best.Kind,
            BringsClaim = false,
        };
    }

    /// <summary>"TAPPER: Do you think …", "Poll: Voters like neither": a name or the like and a colon at the head of a paragraph.</summary>
    private SpeechFrame? ReadLabel(TokenRange sentence, bool[] isCue)
    {
        if (!text.OpensParagraph(sentence.First)) return null;
        for (var mark = sentence.First + 1; mark < Math.Min(sentence.End - 2, sentence.First + LongestLabel + 1); mark++)
        {
            if (text.Lower(mark) == ":" && !isCue[mark])
            {
                if (!text.HasFinite(mark + 1, sentence.End) && text.QuotationAt(mark + 1) is null) return null;
                var phrase = new SourcePhrase(mark - 1, new TokenRange(sentence.First, mark));
                return namer.Name(text, phrase) is { } source ? new SpeechFrame(new TokenRange(mark, mark + 1), phrase, new SourceChain([source]), new TokenRange(mark + 1, sentence.End), Modality.Stated, "sourcing/label", Follows: true) { BringsClaim = false } : null;
            }

            var belongs = _document.Upos[mark - 1] == Upos.PROPN || (mark == sentence.First + 1 && text.Lower(mark - 1) is "poll" or "report" or "study" or "survey" or "dr.");
            if (!belongs) return null;
        }

        return null;
    }

    /// <summary>"He reportedly left": somebody says so, and it stays open who.</summary>
    private SpeechFrame? ReadHearsay(int token, TokenRange sentence)
    {
        if (_document.Upos[token] != Upos.ADV || !text.Lexicon.IsHearsay(text.Lower(token)) || _document.Heads[token] < 0 || _document.Upos[_document.Heads[token]] is not (Upos.VERB or Upos.AUX)) return null;
        var clause = text.Tree.Subtree(text.Tree.Clause(_document.Heads[token]));
        var first = Math.Max(sentence.First, clause.First);
        return new SpeechFrame(new TokenRange(token, token + 1), null, SourceChain.OwnVoice, new TokenRange(first, Math.Max(token + 1, Math.Min(sentence.End, clause.End))), Modality.Alleged, "sourcing/cues/hearsay") { BringsClaim = false };
    }

    /// <summary>Where the words after "call for", "speak out against" end; -1 when others stand there.</summary>
    private int After(int token, string second, int end)
    {
        var at = token + 1;
        foreach (var word in second.AsSpan().Split(' '))
        {
            if (at >= end || !second.AsSpan()[word].SequenceEqual(_document.Lowers[at])) return -1;
            at++;
        }

        return at;
    }

    /// <summary>The first of the helpers and adverbs before a verb or adjective: "has also been critical of".</summary>
    private int WithHelpers(int token, int floor)
    {
        var first = token;
        if (_document.Upos[token] == Upos.NOUN) return first;
        while (first > floor && _document.Upos[first - 1] is Upos.AUX or Upos.ADV or Upos.PART && text.Lower(first - 1) is not ("'s" or "’s" or "'" or "’" or "when" or "where" or "how" or "why")) first--;
        return first;
    }

    private bool IsWithinUtterance(int token) => text.QuotationAt(token) is { } quotation && quotation.Count > ShortestUtterance;

    /// <summary>"is aware of", "remained sceptical": told of somebody, and no mere attribute.</summary>
    private bool IsPredicate(int token) =>
        _around.HasCopula || _document.Relations[token] is Relation.Xcomp or Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Acl || (token > 0 && text.Lemma(token - 1) is "be" or "become" or "remain" or "seem" or "feel" or "sound" or "look" or "grow");

    private SourcePhrase? Source(int token, TokenRange part)
    {
        if (_around.IsPassive) return _around.Has("by") ? speakers.Agent(token) : null;
        var first = token;
        while (first > part.First && _document.Upos[first - 1] is Upos.AUX or Upos.ADV or Upos.PART) first--;
        var isFinite = !_around.HasTo && _document.Xpos[token] is not ("VBG" or "VBN") || first < token;
        var subject = _around.Subject;
        if (subject > token && text.Lower(subject) is not ("it" or "that" or "this" or "there")) return speakers.After(token + 1, part.End) ?? speakers.Phrase(subject);
        if (isFinite && !_around.HasTo && speakers.Before(new SpeechCue(token, new TokenRange(first, token + 1), _document.Lemmas[token], Modality.Stated, CueForm.Finite), part.First, speechFollows: true) is { } before) return before;
        return subject >= part.First ? speakers.Phrase(subject) : speakers.Shared(token, part.First) ?? SubjectBehind(token, part) ?? NearestSubject(token, part.First);
    }

    /// <summary>"After arguing that it was late, she left": the subject of the clause that this one opens.</summary>
    private SourcePhrase? SubjectBehind(int token, TokenRange part)
    {
        if (_document.Relations[token] != Relation.Advcl || _document.Heads[token] is not (>= 0 and var main) || main < token || main >= part.End) return null;
        return text.Subject(main) is var subject && subject > token && subject < main ? speakers.Phrase(subject) : null;
    }

    /// <summary>The subject before a cue that is nearest to it, where the tree gives the cue none.</summary>
    private SourcePhrase? NearestSubject(int token, int floor)
    {
        for (var at = token - 1; at >= floor && token - at < LongestWay; at--)
        {
            if (_document.Relations[at] is Relation.Nsubj && _document.Upos[at] is Upos.NOUN or Upos.PROPN or Upos.PRON && text.QuotationAt(at) is null && text.Lower(at) is not ("who" or "which" or "that" or "it" or "there")) return speakers.Phrase(at);
        }

        return null;
    }

    /// <summary>"Trump" in "Trump's false claims".</summary>
    private SourcePhrase Owner(int owner, int noun)
    {
        var first = NounPhrases.At(text.Tree, owner).Whole.First;
        var end = owner + 1;
        while (end < noun && _document.Upos[end] is Upos.PROPN or Upos.NOUN && _document.Heads[end] == owner) end++;
        return new SourcePhrase(owner, new TokenRange(Math.Min(first, owner), end));
    }

    /// <summary>Whose claim it is: "Trump's claim that", "a claim by Trump", "Trump made the claim that".</summary>
    private SourcePhrase? Holder(int noun, TokenRange part)
    {
        if (text.Tree.Child(noun, Relation.NmodPoss) is var owner and >= 0 && owner >= part.First && owner < noun) return Owner(owner, noun);
        foreach (var child in text.Tree.Children(noun))
        {
            if (child > noun && _document.Relations[child] is Relation.Nmod or Relation.Obl && text.Tree.Preposition(child) is "by" or "from" or "among") return speakers.Phrase(child);
        }

        var verb = _document.Heads[noun];
        if (verb >= part.First && _document.Upos[verb] == Upos.VERB && verb < noun && _document.Relations[noun] is Relation.Obj or Relation.Obl && lexicon.IsCarrier(_document.Lemmas[verb]))
        {
            return text.Tree.Child(verb, Relation.Nsubj) is var subject and >= 0 ? speakers.Before(new SpeechCue(verb, new TokenRange(verb, verb + 1), _document.Lemmas[verb], Modality.Stated, CueForm.Finite), part.First, speechFollows: true) ?? speakers.Phrase(subject) : speakers.Shared(verb, part.First);
        }

        return _document.Relations[noun] is Relation.Obj or Relation.Obl ? NearestSubject(noun, part.First) : null;
    }
}
