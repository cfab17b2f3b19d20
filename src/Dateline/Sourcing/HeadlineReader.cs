using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Reads sources set off by a mark: "Siege Ends: Authorities", "Police: suspect arrested", "270 killed in gas field battle – monitor".</summary>
internal sealed class HeadlineReader(SpeechText text, SourceNamer namer, SourceMemory memory)
{
    private const int LongestSource = 5;
    private readonly Document _document = text.Document;

    public SpeechFrame? Read(TokenRange sentence, bool inTitle)
    {
        for (var mark = sentence.Last - 1; mark > sentence.First && inTitle; mark--)
        {
            if (text.Lower(mark) is not (":" or "-" or "–" or "—") || IsWithinWord(mark)) continue;
            var after = new TokenRange(mark + 1, sentence.End);
            if (after.Count <= LongestSource && SourceIn(after) is { } last) return Framed(last, mark, new TokenRange(sentence.First, mark));
        }

        for (var mark = sentence.First + 1; mark < Math.Min(sentence.Last, sentence.First + LongestSource + 2); mark++)
        {
            if (text.Lower(mark) != ":" || IsWithinWord(mark)) continue;
            var first = sentence.First;
            while (first < mark && text.IsTime(first)) first++;
            return first < mark && SourceIn(new TokenRange(first, mark)) is { } label ? Framed(label, mark, new TokenRange(mark + 1, sentence.End)) : null;
        }

        return inTitle && sentence.Count > 5 && SourceIn(new TokenRange(sentence.Last, sentence.End)) is { Source.Kind: SourceKind.Monitor } monitor
            ? Framed(monitor, sentence.Last, new TokenRange(sentence.First, sentence.Last))
            : null;
    }

    private SpeechFrame Framed((SourcePhrase Phrase, Source Source) source, int mark, TokenRange content)
    {
        memory.Remember(source.Source, source.Phrase);
        return new SpeechFrame(new TokenRange(mark, mark + 1), source.Phrase, new SourceChain([source.Source]), content, Modality.Stated, "sourcing/headline");
    }

    private (SourcePhrase Phrase, Source Source)? SourceIn(TokenRange tokens)
    {
        var last = tokens.Last;
        while (last > tokens.First && text.IsMark(last)) last--;
        var isKnown = text.Lexicon.KindOf(text.Lemma(last)) is not null || text.ActorAt(last) is not null;
        if (!isKnown || text.HasFinite(tokens.First, tokens.End)) return null;
        var phrase = new SourcePhrase(last, new TokenRange(tokens.First, last + 1));
        return namer.Name(text, phrase) is { } source ? (phrase, source) : null;
    }

    private bool IsWithinWord(int mark) =>
        _document.Spans[mark - 1].End == _document.Spans[mark].Start && mark + 1 < _document.TokenCount && _document.Spans[mark + 1].Start == _document.Spans[mark].End;
}
