using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>The sources of a text so far: whom "he" and "the official" stand for, and the fuller name behind a surname.</summary>
internal sealed class SourceMemory(SpeechText text, SourceNamer namer)
{
    private readonly Dictionary<string, Source> _byWord = new(StringComparer.Ordinal);
    private readonly Document _document = text.Document;

    /// <summary>Who spoke last; null before anybody did.</summary>
    public Source? Last { get; private set; }

    /// <summary>Who of them can be "he" or "she"; null before such a one spoke.</summary>
    private Source? LastPerson { get; set; }

    public void Remember(Source source, SourcePhrase? phrase)
    {
        Last = source;
        if (phrase is not { } words) return;
        var isStatement = text.Lexicon.IsStatement(text.Lemma(words.Head));
        if (!isStatement && source.Kind is not (SourceKind.NewsAgency or SourceKind.Outlet or SourceKind.Monitor or SourceKind.ArmedGroup) && _document.Xpos[words.Head] is not ("NNS" or "NNPS")) LastPerson = source;
        _byWord[KeyOf(words)] = source;
    }

    /// <summary>The source that a phrase stands for; null when it is the paper's own voice or nobody.</summary>
    public Source? Resolve(SourcePhrase phrase)
    {
        var lower = text.Lower(phrase.Head);
        var span = _document.SpanOf(phrase.Tokens);
        if (_document.Upos[phrase.Head] == Upos.PRON || lower is "he" or "she" or "they" or "it")
        {
            if (lower is "he" or "she" or "they" or "it" or "who" or "which") return OfPronoun(phrase.Head) is { } known ? known with { Span = span } : null;
            if (phrase.Tokens.Count == 1 && lower is "that" or "this" or "what" or "you" or "there" or "nothing" or "me" or "us") return null;
        }

        if (IsNobody(phrase)) return null;
        var isName = _document.Upos[phrase.Head] == Upos.PROPN && phrase.Tokens.Count <= 2;
        var isDefinite = text.Lower(phrase.Tokens.First) is "the" && phrase.Tokens.Count <= 3 && text.ActorAt(phrase.Head)?.Actor.IsGeneric != false;
        if ((isName || isDefinite) && _byWord.TryGetValue(KeyOf(phrase), out var fuller) && fuller.Name.Length >= phrase.Tokens.Count) return Fuller(fuller, phrase) with { Span = span };
        return namer.Name(text, phrase);
    }

    private Source Fuller(Source known, SourcePhrase phrase)
    {
        var printed = namer.Name(text, phrase);
        return printed is not null && printed.Name.Length > known.Name.Length ? printed : known;
    }

    /// <summary>Who spoke in this or the sentence before; a named subject told of since then comes before an older speaker.</summary>
    private Source? OfPronoun(int pronoun)
    {
        var sentence = _document.SentenceOf[pronoun];
        var last = text.Lower(pronoun) is "he" or "she" ? LastPerson ?? Last : Last;
        if (last is { } recent && _document.SentenceOf[Math.Min(_document.FirstTokenEndingAfter(recent.Span.Start), pronoun)] >= sentence - 1) return recent;
        if (text.Lower(pronoun) is "it" or "they" || sentence == 0) return last;
        foreach (var range in (TokenRange[])[_document.SentenceRanges[sentence], _document.SentenceRanges[sentence - 1]])
        {
            for (var token = range.First; token < Math.Min(range.End, pronoun); token++)
            {
                if (_document.Relations[token] != Relation.Nsubj || _document.Upos[token] != Upos.PROPN || text.ActorAt(token) is not null || text.IsTime(token)) continue;
                return _byWord.TryGetValue(_document.Lowers[token], out var known) ? known : namer.Name(text, new SourcePhrase(token, NounPhrases.At(text.Tree, token).Core));
            }
        }

        return last;
    }

    /// <summary>"No group has said", "nobody claimed".</summary>
    private bool IsNobody(SourcePhrase phrase) => text.Lower(phrase.Tokens.First) is "no" or "nobody" or "neither" or "none" or "no-one" or "nothing";

    private string KeyOf(SourcePhrase phrase)
    {
        var last = phrase.Head;
        while (last + 1 < phrase.Tokens.End && _document.Upos[phrase.Head] == Upos.PROPN && _document.Upos[last + 1] == Upos.PROPN) last++;
        return _document.Upos[last] == Upos.PROPN ? _document.Lowers[last] : text.Lemma(last);
    }
}
