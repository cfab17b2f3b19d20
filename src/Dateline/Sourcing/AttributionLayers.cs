using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Orders the attributions of a text: which the outlet itself makes, which stand in what others say, which quotations only go on.</summary>
internal sealed class AttributionLayers(SpeechText text)
{
    /// <summary>Most tokens of a source with all that describes it.</summary>
    private const int LongestSource = 30;

    private readonly Document _document = text.Document;
    private readonly PaintedTokens _claims = new(text.Document.TokenCount);
    private readonly PaintedTokens _others = new(text.Document.TokenCount);

    /// <summary>The places of frames, in their order, and the words of each content without those of cue and source.</summary>
    public AttributionPlace[] PlacesOf(IReadOnlyList<SpeechFrame> frames, IReadOnlyList<List<TokenRange>> parts)
    {
        var places = new AttributionPlace[frames.Count];
        var widest = Enumerable.Range(0, frames.Count).OrderBy(at => frames[at].By != "sourcing/according-to").ThenByDescending(at => frames[at].Content.Count).ThenBy(at => at).ToArray();
        foreach (var bringsClaim in (bool[])[true, false])
        {
            var painted = bringsClaim ? _claims : _others;
            foreach (var at in widest)
            {
                var frame = frames[at];
                if (frame.BringsClaim != bringsClaim) continue;
                if (frame.By == SpeechFrame.RunsOn) places[at] = AttributionPlace.Continued;
                else if (_claims.Has(frame.Cue.First) || _others.Has(frame.Cue.First)) places[at] = AttributionPlace.Nested;
                if (places[at] == AttributionPlace.Nested) continue;
                foreach (var part in parts[at]) painted.Paint(part);
            }
        }

        for (var at = 0; at < frames.Count; at++)
        {
            if (frames[at].BringsClaim && places[at] == AttributionPlace.Outer && _others.Has(frames[at].Cue.First)) places[at] = AttributionPlace.Nested;
        }

        return places;
    }

    /// <summary>The words of a content without those of cue and source; where a quotation came before them, only what is quoted behind them.</summary>
    public List<TokenRange> PartsOf(SpeechFrame frame)
    {
        var parts = new List<TokenRange>();
        var quoted = text.QuotationAt(frame.Content.First) is { } quotation && quotation.Last < frame.Cue.First;
        var source = SourceOf(frame);
        var first = -1;
        for (var token = frame.Content.First; token <= frame.Content.End; token++)
        {
            var isOut = token == frame.Content.End || frame.Cue.Contains(token) || source.Contains(token)
                || (quoted && token > frame.Cue.First && text.QuotationAt(token) is null);
            if (!isOut && first < 0 && (_document.Upos[token] != Upos.PUNCT || Quotation.IsMark(_document, token))) first = token;
            if (!isOut || first < 0) continue;
            parts.Add(new TokenRange(first, token));
            first = -1;
        }

        return parts;
    }

    /// <summary>The words that name a source with those that describe it: "Xinhua, the official news agency,".</summary>
    private TokenRange SourceOf(SpeechFrame frame)
    {
        if (frame.Phrase is not { } phrase) return new TokenRange(0, 0);
        var whole = text.Tree.Subtree(phrase.Head);
        var isSubject = _document.Relations[phrase.Head] == Relation.Nsubj && frame.Cue.Contains(_document.Heads[phrase.Head]);
        return isSubject && whole.Count <= LongestSource && !whole.Contains(frame.Cue.First) ? new TokenRange(Math.Min(whole.First, phrase.Tokens.First), Math.Max(whole.End, phrase.Tokens.End)) : phrase.Tokens;
    }

    /// <summary>Tokens that were painted; each is painted once, however often ranges over it come.</summary>
    private sealed class PaintedTokens
    {
        private readonly int[] _next;

        public PaintedTokens(int count)
        {
            _next = new int[count + 1];
            for (var token = 0; token <= count; token++) _next[token] = token;
        }

        public bool Has(int token) => _next[token] != token;

        public void Paint(TokenRange range)
        {
            for (var token = Unpainted(range.First); token < range.End; token = Unpainted(token)) _next[token] = token + 1;
        }

        /// <summary>The first token from one on that is not painted; paths are halved on the way.</summary>
        private int Unpainted(int token)
        {
            while (_next[token] != token) token = _next[token] = _next[_next[token]];
            return token;
        }
    }
}
