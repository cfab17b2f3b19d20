using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Orders the attributions of a text: which the outlet itself makes, which stand in what others say, which quotations only go on.</summary>
internal sealed class AttributionLayers(Document document)
{
    private readonly int[] _claims = Unpainted(document.TokenCount);
    private readonly int[] _others = Unpainted(document.TokenCount);

    /// <summary>The places of frames, in their order.</summary>
    public AttributionPlace[] PlacesOf(IReadOnlyList<SpeechFrame> frames)
    {
        var places = new AttributionPlace[frames.Count];
        var widest = Enumerable.Range(0, frames.Count).OrderByDescending(at => frames[at].Content.Count).ThenBy(at => at).ToArray();
        foreach (var bringsClaim in (bool[])[true, false])
        {
            foreach (var at in widest)
            {
                var frame = frames[at];
                if (frame.BringsClaim != bringsClaim) continue;
                if (frame.By == SpeechFrame.RunsOn) places[at] = AttributionPlace.Continued;
                else if (_claims[frame.Cue.First] >= 0 || (!bringsClaim && _others[frame.Cue.First] >= 0)) places[at] = AttributionPlace.Nested;
                Paint(bringsClaim ? _claims : _others, frame.Content, at);
            }
        }

        for (var at = 0; at < frames.Count; at++)
        {
            if (frames[at].BringsClaim && places[at] == AttributionPlace.Outer && _others[frames[at].Cue.First] >= 0) places[at] = AttributionPlace.Nested;
        }

        return places;
    }

    /// <summary>The words of a content without those of cue and source.</summary>
    public IEnumerable<TextSpan> PartsOf(SpeechFrame frame)
    {
        var first = -1;
        for (var token = frame.Content.First; token <= frame.Content.End; token++)
        {
            var isOut = token == frame.Content.End || frame.Cue.Contains(token) || (frame.Phrase is { } phrase && phrase.Tokens.Contains(token));
            if (!isOut && first < 0 && (document.Upos[token] != Upos.PUNCT || Quotation.IsMark(document, token))) first = token;
            if (!isOut || first < 0) continue;
            yield return document.SpanOf(new TokenRange(first, token));
            first = -1;
        }
    }

    /// <summary>Gives unpainted tokens to a frame. Wider frames paint first, so a token that is painted at the edge of a range is followed by what the wider one painted.</summary>
    private static void Paint(int[] layer, TokenRange range, int at)
    {
        for (var token = range.First; token < range.End; token++)
        {
            if (layer[token] < 0) layer[token] = at;
        }
    }

    private static int[] Unpainted(int count)
    {
        var layer = new int[count];
        Array.Fill(layer, -1);
        return layer;
    }
}
