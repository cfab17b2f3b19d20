using Dateline.Language;
using Dateline.Mentions;

namespace Dateline.Sourcing;

/// <summary>One pass over a document that collects its attributions, sentence by sentence; remembers who spoke, for "he added" and quotations that run on.</summary>
internal sealed class SpeechReading
{
    private readonly SpeechText _text;
    private readonly Document _document;
    private readonly SourceMemory _memory;
    private readonly HeadlineReader _headlines;
    private readonly CueReader _cues;
    private readonly CitationReader _citations;
    private readonly StanceReader _stances;
    private readonly CueLexicon _cueWords;
    private readonly List<SpeechFrame> _frames = [];

    public SpeechReading(Tree tree, MentionLayer mentions, SourceLexicon lexicon, CueLexicon cueWords)
    {
        _text = new SpeechText(tree, mentions, lexicon);
        _document = tree.Document;
        var namer = new SourceNamer(lexicon);
        var phrases = new SourcePhrases(_text);
        var speakers = new SpeakerReader(_text, phrases);
        _memory = new SourceMemory(_text, namer);
        _headlines = new HeadlineReader(_text, namer, _memory);
        _cues = new CueReader(_text, namer, phrases, speakers, _memory);
        _citations = new CitationReader(_text, namer, phrases, speakers, _memory, _cues);
        _cueWords = cueWords;
        _stances = new StanceReader(_text, cueWords, namer, phrases, speakers, _cues);
    }

    public IEnumerable<Attribution> Read()
    {
        for (var sentence = 0; sentence < _document.SentenceRanges.Length; sentence++) ReadSentence(sentence);
        var frames = _frames.FindAll(frame => frame.Content.Count > 0);
        ReadStances(frames);
        DropMerged(frames);
        frames = new QuotationReader(_text).Complete([.. frames.OrderBy(frame => frame.Cue.First)]);
        new ContentClipper(_text).Clip(frames);
        return Placed(frames);
    }

    /// <summary>"He apologised, saying …": two cues of one attribution, whose content is all of the second.</summary>
    private static void DropMerged(List<SpeechFrame> frames)
    {
        var claims = frames.Where(frame => frame.BringsClaim).Select(frame => (frame.Cue.First, frame.Content.End)).ToHashSet();
        frames.RemoveAll(frame => !frame.BringsClaim && frame.Cue.First < frame.Content.First && claims.Contains((frame.Content.First, frame.Content.End)));
    }

    private void ReadStances(List<SpeechFrame> frames)
    {
        var isCue = new bool[_document.TokenCount];
        foreach (var frame in frames) isCue.AsSpan(frame.Cue.First, frame.Cue.Count).Fill(true);
        foreach (var sentence in _document.SentenceRanges) _stances.Read(sentence, isCue, frames);
    }

    /// <summary>Attributions with their places and parts; what goes on in a quotation is a part of what it goes on from.</summary>
    private Attribution[] Placed(List<SpeechFrame> told)
    {
        var frames = WithSharedSources(told);
        var layers = new AttributionLayers(_text);
        var parts = frames.ConvertAll(layers.PartsOf);
        var places = layers.PlacesOf(frames, parts);
        var last = -1;
        foreach (var at in Enumerable.Range(0, frames.Count).OrderBy(at => frames[at].Cue.First).ThenBy(at => at))
        {
            if (places[at] == AttributionPlace.Outer && frames[at].MayGoOn) last = at;
            else if (places[at] == AttributionPlace.Continued && last >= 0 && SameSpeaker(frames[last], frames[at])) parts[last].Add(frames[at].Content);
        }

        return [.. frames.Select((frame, at) => Attributed(frame) with { Place = places[at], Parts = [.. parts[at].Select(_document.SpanOf)] })];
    }

    /// <summary>"…, adding that" names nobody: its source is the one that spoke before it in the sentence.</summary>
    private List<SpeechFrame> WithSharedSources(List<SpeechFrame> frames)
    {
        var sources = new Dictionary<(SourceChain Chain, int Sentence), SourcePhrase>();
        foreach (var frame in frames)
        {
            if (frame.Phrase is { } phrase && !frame.Chain.IsOwnVoice) sources.TryAdd((frame.Chain, _document.SentenceOf[frame.Cue.First]), phrase);
        }

        return frames.ConvertAll(frame => frame is { IsParticiple: true, Phrase: null } && sources.TryGetValue((frame.Chain, _document.SentenceOf[frame.Cue.First]), out var shared) ? frame with { Phrase = shared } : WithRelative(frame));
    }

    /// <summary>"Smith, who said": the words of the source are "who", since the one it stands for is named in the chain.</summary>
    private SpeechFrame WithRelative(SpeechFrame frame)
    {
        if (frame.Phrase is not { } phrase) return frame;
        var before = frame.Cue.First - 1;
        while (before > phrase.Tokens.Last && _document.Upos[before] is Upos.AUX or Upos.ADV or Upos.PART) before--;
        return before > phrase.Tokens.Last && _document.Xpos[before] is "WP" or "WDT" ? frame with { Phrase = new SourcePhrase(before, new TokenRange(before, before + 1)) } : frame;
    }

    private static bool SameSpeaker(SpeechFrame frame, SpeechFrame next) => ReferenceEquals(frame.Chain, next.Chain);

    private void ReadSentence(int index)
    {
        var sentence = _document.SentenceRanges[index];
        var (before, lastBefore) = (_frames.Count, _frames.Count > 0 ? _frames[^1] : null);
        if (_headlines.Read(sentence, _document.Sentence(index).InTitle) is { } headline) _frames.Add(headline);
        SpeechFrame? last = null;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (ReadAt(token, sentence, last) is not { } frame) continue;
            if (last is { By: "sourcing/citing" } && frame.Follows && _frames.Count > before && last.Cue.First < frame.Start && last.Chain.Sources.Count == 1 && last.Content.Contains(frame.Content))
                _frames[^1] = last with { Chain = new SourceChain([.. frame.Chain.Sources, .. last.Chain.Sources]), Content = frame.Content };
            _frames.Add(frame);
            last = frame;
            if (frame.By == "sourcing/according-to" && frame.Phrase is { } named) token = Math.Max(token, named.Tokens.Last);
        }

        CutWhereOthersSpeak(before);
        if (_frames.Count == before && index > 0 && lastBefore is not null && _document.SentenceOf[lastBefore.Cue.First] == index - 1) CarryHearsayOn(sentence, lastBefore);
    }

    private SpeechFrame? ReadAt(int token, TokenRange sentence, SpeechFrame? before)
    {
        if (_citations.ReadPreposition(token, sentence) is { } according) return according;
        if (SpeechCue.At(_text, token, sentence) is not { } cue) return null;
        return _citations.ReadCiting(token, sentence, before) ?? _citations.ReadQuoting(cue, sentence) ?? _cues.Read(cue, sentence, before);
    }

    /// <summary>"Police said A, but the mayor said B": what police said ends where the mayor begins.</summary>
    private void CutWhereOthersSpeak(int from)
    {
        for (var at = from; at + 1 < _frames.Count; at++)
        {
            var (frame, next) = (_frames[at], _frames[at + 1]);
            if (!frame.Follows || !frame.Content.Contains(next.Start) || _text.QuotationAt(next.Start) is not null) continue;
            var joint = next.Start - 1;
            var parts = next.IsParticiple || next.By == "sourcing/citing"
                || _text.Lower(joint) is "but" or "while" or "whereas" or "although" or "though"
                || (_text.Lower(joint) is "and" && _text.IsComma(joint - 1));
            if (!parts) continue;
            var end = next.IsParticiple || next.By == "sourcing/citing" ? next.Cue.First : joint;
            while (end > frame.Content.First && _text.IsComma(end - 1)) end--;
            if (end > frame.Content.First) _frames[at] = frame with { Content = frame.Content with { End = end } };
        }
    }

    /// <summary>Hearsay about the same people, without a source of its own, still comes from the source of the sentence before.</summary>
    private void CarryHearsayOn(TokenRange sentence, SpeechFrame before)
    {
        if (before.Chain.IsOwnVoice || _text.OpensParagraph(sentence.First) || _text.Lower(sentence.First) is not ("these" or "those" or "this" or "they" or "he" or "she" or "it")) return;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (!_text.Lexicon.IsHearsay(_text.Lower(token))) continue;
            _frames.Add(new SpeechFrame(new TokenRange(token, token + 1), null, before.Chain, sentence, Modality.Alleged, "sourcing/hearsay-goes-on"));
            return;
        }
    }

    private Attribution Attributed(SpeechFrame frame) => new(
        frame.Chain,
        _document.SpanOf(frame.Cue),
        frame.Phrase is { } phrase ? _document.SpanOf(phrase.Tokens) : null,
        _document.SpanOf(frame.Content),
        frame.Modality,
        frame.By)
    {
        Kind = frame.BringsClaim && _cueWords.Verb(_text.Lemma(frame.Cue.Last)) is [{ Kind: AttributionKind.Thought }, ..] ? AttributionKind.Thought : frame.Kind,
        BringsClaim = frame.BringsClaim,
    };
}
