using System.Collections.Concurrent;
using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Labels the names of a document from left to right; a linear model over words, tags and lists.</summary>
/// <remarks>Immutable and shared by threads; scratch is kept and lent out. Linear in the text, and nothing is allocated once scratch is long enough.</remarks>
public sealed class NameTagger
{
    /// <summary>Longer sentences, which are no sentences, are labelled in parts: memory stays bounded.</summary>
    private const int Longest = 4096;

    private readonly NameModel _model;
    private readonly NameTable _table;
    private readonly WordClusters? _clusters;
    private readonly Recasing? _recasing;
    private readonly ConcurrentBag<NameFeatures> _spare = [];

    public NameTagger(NameModel model, NameTable table, WordClusters? clusters = null, Recasing? recasing = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        (_model, _table, _clusters, _recasing) = (model, table, clusters, recasing);
    }

    /// <summary>Labels every token; see <see cref="NameLabels"/>.</summary>
    /// <param name="document">The document, with tags.</param>
    /// <param name="labels">Receives a label a token; at least <see cref="Document.TokenCount"/> long.</param>
    public void Label(Document document, Span<byte> labels)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_recasing?.Copy(document) is { } recased)
        {
            document.Upos.CopyTo(recased.Upos);
            document.Xpos.CopyTo(recased.Xpos);
            document = recased;
        }

        if (!_spare.TryTake(out var words)) words = new NameFeatures(_table, _clusters);
        words.Begin();
        foreach (var sentence in document.SentenceRanges)
        {
            for (var first = sentence.First; first < sentence.End; first += Longest)
            {
                var part = new TokenRange(first, Math.Min(sentence.End, first + Longest));
                Label(document, part, words, labels.Slice(part.First, part.Count));
            }
        }

        _spare.Add(words);
    }

    private void Label(Document document, TokenRange tokens, NameFeatures words, Span<byte> labels)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[256];
        words.Read(document, tokens);
        int before = 0, beforeThat = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            byte label = NameLabels.Outside;
            if (words.IsAsked(i, before))
            {
                var count = words.Extract(i, before, beforeThat, features);
                scores[..NameLabels.Count].Clear();
                _model.Weights.Add(features[..count], scores);
                label = Best(scores, before, words.IsLast(i), words.IsMark(i));
            }

            labels[i] = label;
            words.Note(i, label);
            (beforeThat, before) = (before, label);
        }
    }

    /// <summary>The best label that may follow. At the end of a sentence none leaves a name open; a mark neither begins nor ends a name.</summary>
    public static byte Best(ReadOnlySpan<int> scores, int before, bool isLast, bool isMark)
    {
        if (NameLabels.IsOpen(before))
        {
            // The same kind goes on: inside or last.
            var inside = ((before - 1) & ~3) + 1 + (int)NameLabels.Part.Inside;
            return (byte)(isLast || (!isMark && scores[inside + 1] >= scores[inside]) ? inside + 1 : inside);
        }

        if (isMark) return NameLabels.Outside;
        var best = 0;
        for (var kind = 1; kind < NameLabels.Count; kind += 4)
        {
            if (scores[kind + 3] > scores[best]) best = kind + 3;
            if (!isLast && scores[kind] > scores[best]) best = kind;
        }

        return (byte)best;
    }
}
