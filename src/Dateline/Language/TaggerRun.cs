namespace Dateline.Language;

/// <summary>Tags sentences one after another: what <see cref="Tagger"/> needs besides its model. One for each caller.</summary>
/// <remarks>
/// Of a word's 57 features 17 rest on its form alone and 5 on the form behind it. Their weights are summed once a form and kept; the 16 that rest on
/// words around are asked for while the word before is scored, so that they are at hand when their turn comes. Together that took tagging from 2.2 to 1.7 µs
/// a token (bench/results/language.md). Sums of whole numbers are the same in any order.
/// </remarks>
internal sealed class TaggerRun(TaggerModel model)
{
    private readonly TaggerFeatures _words = new(model.UsualLabels, model.TagClasses);
    private readonly TaggerSums _sums = new(model.Weights, model.Labels.Count);
    private readonly TagLabel[] _labels = [.. model.Labels];
    private readonly int[] _scores = new int[256];

    /// <summary>Tags a sentence or a part of one.</summary>
    public void Tag(Document document, TokenRange tokens)
    {
        Span<uint> around = stackalloc uint[TaggerFeatures.AroundCount];
        Span<uint> next = stackalloc uint[TaggerFeatures.AroundCount];
        Span<uint> chosen = stackalloc uint[TaggerFeatures.ChosenCount];
        var upos = document.Upos.Slice(tokens.First, tokens.Count);
        var xpos = document.Xpos.Slice(tokens.First, tokens.Count);
        var weights = model.Weights;
        _words.Read(document, tokens);
        int before = -1, beforeThat = -1;
        var isAtHand = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!_words.IsRunning || !model.OneTag.TryGetValue(_words.Form(i), out var label))
            {
                _words.ExtractChosen(i, before, beforeThat, chosen);
                weights.PrefetchBuckets(chosen);
                if (!isAtHand)
                {
                    _words.ExtractAround(i, around);
                    weights.PrefetchBuckets(around);
                    weights.PrefetchRows(around);
                }

                var hasNext = i + 1 < tokens.Count;
                if (hasNext)
                {
                    _words.ExtractAround(i + 1, next);
                    weights.PrefetchBuckets(next);
                }

                weights.PrefetchRows(chosen);
                _sums.Start(_words, i, _scores);
                weights.AddPrefetched(around, _scores);
                if (hasNext) weights.PrefetchRows(next);
                weights.AddPrefetched(chosen, _scores);
                label = (byte)Best(_scores.AsSpan(0, _labels.Length));
                next.CopyTo(around);
                isAtHand = hasNext;
            }
            else
            {
                isAtHand = false;
            }

            (upos[i], xpos[i]) = (_labels[label].Upos, _labels[label].Xpos);
            (beforeThat, before) = (before, label);
        }
    }

    /// <summary>The first of the highest scores.</summary>
    private static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return best;
    }
}
