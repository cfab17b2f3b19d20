using Dateline.Language;
using Dateline.Mentions;

namespace Dateline.Sourcing;

/// <summary>One pass over a document that collects its attributions; remembers who spoke last, for "he added" and quotations that run on.</summary>
internal sealed class SpeechReading(Tree tree, MentionLayer mentions, SourceLexicon lexicon, SourceNamer namer, IReadOnlyList<TokenRange> quotations)
{
    private readonly Document _document = tree.Document;
    private Source? _lastSource;
    private Attribution? _lastOfSentenceBefore;

    public List<Attribution> Found { get; } = [];

    public void ReadSentence(int index)
    {
        var sentence = _document.SentenceRanges[index];
        var before = Found.Count;
        if (_document.Sentence(index).InTitle) ReadHeadline(sentence);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (_document.Lowers[token] is "according" or "per") ReadAccordingTo(token, sentence);
            else if (_document.Upos[token] is Upos.VERB or Upos.AUX && lexicon.Cue(Lemma(token)) is { } modality) ReadCue(token, modality, sentence);
        }

        if (Found.Count == before) CarryOn(sentence);
        _lastOfSentenceBefore = Found.Count > before ? Found[^1] : null;
    }

    private void ReadCue(int cue, Modality modality, TokenRange sentence)
    {
        if (lexicon.IsCiting(Lemma(cue)) && _document.Relations[cue] is Relation.Advcl or Relation.Acl && ReadCiting(cue, sentence)) return;
        var speaker = Speaker(cue);
        if (speaker < 0) return;
        var content = Content(cue, speaker, sentence);
        if (content is not { IsEmpty: false } said) return;
        var chain = Chain(cue, speaker);
        if (chain is null) return;
        Add(new Attribution(chain, _document.Spans[cue], _document.SpanOf(NounPhrases.At(tree, speaker).Whole), said, modality, "sourcing/" + Lemma(cue)));
    }

    /// <summary>"X, citing Y": what X tells comes from Y; without an X the paper itself cites.</summary>
    private bool ReadCiting(int cue, TokenRange sentence)
    {
        var cited = tree.Child(cue, Relation.Obj, Relation.Nsubj);
        if (cited < 0 || namer.Name(tree, mentions, cited) is not { } source) return false;
        var clause = _document.Heads[cue] >= 0 ? tree.Subtree(tree.Clause(_document.Heads[cue])) : sentence;
        Add(new Attribution(new SourceChain([source]), _document.Spans[cue], source.Span, _document.SpanOf(clause), Modality.Stated, "sourcing/citing"));
        return true;
    }

    private void ReadAccordingTo(int cue, TokenRange sentence)
    {
        var start = cue + 1;
        if (_document.Lowers[cue] == "according")
        {
            if (start >= sentence.End || _document.Lowers[start] != "to") return;
            start++;
        }

        if (start >= sentence.End) return;
        var head = start;
        while (_document.Heads[head] >= start && _document.Heads[head] < sentence.End && !tree.HeadsClause(head)) head = _document.Heads[head];
        if (!NounPhrases.IsNominal(_document, head) || namer.Name(tree, mentions, head) is not { } source) return;
        var governor = _document.Heads[head];
        var clause = governor < 0 ? sentence : tree.Subtree(WidestClause(governor));
        Add(new Attribution(new SourceChain([source]), _document.SpanOf(new TokenRange(cue, start)), source.Span, _document.SpanOf(clause.Contains(cue) || clause.Count > 3 ? clause : sentence), Modality.Stated, "sourcing/according-to"));
    }

    /// <summary>"Siege Ends: Authorities", "Police: suspect arrested", "20 dead, police say" (the last by its verb).</summary>
    private void ReadHeadline(TokenRange title)
    {
        for (var colon = title.Last - 1; colon > title.First; colon--)
        {
            if (_document.Lowers[colon] is not (":" or "-" or "–" or "—")) continue;
            var after = new TokenRange(colon + 1, title.End);
            var before = new TokenRange(title.First, colon);
            if (after.Count <= 4 && HeadlineSource(after) is { } last) AddHeadline(last, colon, before);
            else if (_document.Lowers[colon] == ":" && before.Count <= 4 && HeadlineSource(before) is { } first) AddHeadline(first, colon, after);
            else continue;
            return;
        }

        if (title.Count > 5 && HeadlineSource(new TokenRange(title.Last, title.End)) is { Kind: SourceKind.Monitor } monitor) AddHeadline(monitor, title.Last, new TokenRange(title.First, title.Last));
    }

    private void AddHeadline(Source source, int mark, TokenRange content) =>
        Add(new Attribution(new SourceChain([source]), _document.Spans[mark], source.Span, _document.SpanOf(content), Modality.Stated, "sourcing/headline"));

    private Source? HeadlineSource(TokenRange tokens)
    {
        for (var token = tokens.Last; token >= tokens.First; token--)
        {
            if (_document.Upos[token] is Upos.PUNCT) continue;
            var known = lexicon.KindOf(Lemma(token)) is not null || mentions.Actors.At(token) is not null;
            if (!known) return null;
            return namer.Name(tree, mentions, token) is { } source ? source with { Name = _document.TextOf(tokens), Span = _document.SpanOf(tokens) } : null;
        }

        return null;
    }

    /// <summary>A sentence without a source of its own goes on with the one before when a quotation runs through it, or when it is hearsay about the same people.</summary>
    private void CarryOn(TokenRange sentence)
    {
        if (_lastSource is null) return;
        var at = FirstQuotation(sentence.Last - 1);
        var quoted = at < quotations.Count && quotations[at].First <= sentence.First + 1 ? quotations[at] : default;
        if (quoted.Count > 0)
        {
            var by = _lastOfSentenceBefore?.Chain ?? new SourceChain([_lastSource]);
            Found.Add(new Attribution(by, _document.Spans[sentence.First], null, _document.SpanOf(sentence), Modality.Stated, "sourcing/quotation-runs-on"));
            return;
        }

        if (_lastOfSentenceBefore is not { } before || !RefersBack(sentence)) return;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (_document.Lowers[token] is not ("reportedly" or "allegedly" or "purportedly" or "apparently")) continue;
            Found.Add(new Attribution(before.Chain, _document.Spans[token], null, _document.SpanOf(sentence), Modality.Alleged, "sourcing/hearsay-goes-on"));
            return;
        }
    }

    /// <summary>Index of the first quotation that ends at a token or behind it; they stand in order and apart.</summary>
    private int FirstQuotation(int token)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Last >= token) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private bool RefersBack(TokenRange sentence) => _document.Lowers[sentence.First] is "these" or "those" or "this" or "they" or "he" or "she" or "the" or "it";

    private int Speaker(int cue)
    {
        var passive = tree.Child(cue, Relation.AuxPass) >= 0 || tree.Child(cue, Relation.NsubjPass) >= 0;
        if (passive) return tree.Child(cue, Relation.OblAgent);
        for (var verb = cue; verb >= 0; verb = _document.Heads[verb])
        {
            var subject = tree.Child(verb, Relation.Nsubj);
            if (subject >= 0) return subject;
            if (_document.Relations[verb] == Relation.AclRelcl || _document.Relations[verb] == Relation.Acl) return _document.Heads[verb];
            if (verb > 0 && _document.Heads[verb] == verb - 1 && _document.Upos[verb - 1] == Upos.NOUN) return verb - 1;
            if (_document.Relations[verb] is not (Relation.Conj or Relation.Advcl or Relation.Xcomp)) return -1;
        }

        return -1;
    }

    private SourceChain? Chain(int cue, int speaker)
    {
        var source = _document.Upos[speaker] == Upos.PRON && _document.Lowers[speaker] is "he" or "she" or "it" or "they" or "who"
            ? _lastSource is { } last ? last with { Span = _document.Spans[speaker] } : null
            : namer.Name(tree, mentions, speaker);
        if (source is null) return null;
        var listener = -1;
        foreach (var child in tree.Children(cue))
        {
            if (_document.Relations[child] is Relation.Obj or Relation.Iobj or Relation.Obl && namer.IsListeningOutlet(_document, mentions, child)) listener = child;
        }

        return listener >= 0 && namer.Name(tree, mentions, listener) is { } outer ? new SourceChain([outer, source]) : new SourceChain([source]);
    }

    /// <summary>What a cue says: its clause, the sentence around it, its object, or the quotation beside it.</summary>
    private TextSpan? Content(int cue, int speaker, TokenRange sentence)
    {
        var clause = tree.Child(cue, Relation.Ccomp);
        if (clause < 0 && !lexicon.NeedsClause(Lemma(cue))) clause = tree.Child(cue, Relation.Xcomp);
        if (clause >= 0) return _document.SpanOf(tree.Subtree(clause));
        if (ThatClause(cue, sentence) is { } reported) return _document.SpanOf(reported);
        if (_document.Relations[cue] == Relation.Parataxis && _document.Heads[cue] >= 0) return _document.SpanOf(tree.Subtree(_document.Heads[cue]));
        var after = tree.Child(cue, Relation.Parataxis);
        if (after >= 0) return _document.SpanOf(tree.Subtree(after));
        for (var at = FirstQuotation(sentence.First); at < quotations.Count && quotations[at].First < sentence.End; at++)
        {
            var quotation = quotations[at];
            if (sentence.Contains(quotation.First) || sentence.Contains(quotation.Last))
            {
                var inside = new TokenRange(Math.Max(quotation.First, sentence.First), Math.Min(quotation.End, sentence.End));
                if (!inside.Contains(cue) && !inside.Contains(speaker)) return _document.SpanOf(quotation.Contains(sentence.First) || sentence.Contains(quotation) ? quotation : inside);
            }
        }

        var takesRest = lexicon.TakesObject(Lemma(cue)) && tree.Child(cue, Relation.Obj) >= 0;
        return takesRest ? _document.SpanOf(new TokenRange(cue + 1, Math.Max(cue + 2, tree.Subtree(cue).End))) : null;
    }

    /// <summary>"informed TASS that …": what stands behind the word "that", to the end of the sentence, wherever the tree puts it.</summary>
    private TokenRange? ThatClause(int cue, TokenRange sentence)
    {
        for (var token = cue + 1; token < sentence.End - 1; token++)
        {
            if (_document.Lowers[token] == "that" && _document.Upos[token] == Upos.SCONJ) return new TokenRange(token + 1, sentence.End);
            if (_document.Upos[token] is Upos.VERB or Upos.AUX) return null;
        }

        return null;
    }

    private int WidestClause(int governor)
    {
        var clause = tree.Clause(governor);
        while (_document.Relations[clause] is Relation.Acl or Relation.AclRelcl or Relation.Advcl or Relation.Xcomp && _document.Heads[clause] >= 0) clause = tree.Clause(_document.Heads[clause]);
        return clause;
    }

    private void Add(Attribution attribution)
    {
        Found.Add(attribution);
        if (attribution.Chain.Sources.Count > 0) _lastSource = attribution.Chain.Sources[^1];
    }

    private string Lemma(int token) => _document.Lemmas[token].ToLowerInvariant();
}
