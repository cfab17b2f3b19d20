using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language;

/// <summary>The scores that words give by their forms alone, kept for words met lately. One for each caller.</summary>
internal sealed class TaggerSums
{
    /// <summary>Places of the table, a power of two. The 4,096 commonest forms are 94 per cent of the words of news; 3 MB.</summary>
    private const int Places = 1 << 12;

    private readonly WeightTable _weights;
    private readonly int _width;
    private readonly WordForm?[] _forms = new WordForm?[Places];
    private readonly byte[] _situations = new byte[Places];

    /// <summary>At each place the scores for the word itself, then those for the word before it.</summary>
    private readonly int[] _sums;

    /// <summary>Scores for the last word of a sentence, by how the sentence is set; null until one is met.</summary>
    private readonly int[]?[] _ends = new int[]?[TaggerFeatures.Situations];

    private readonly int[] _sum = new int[256];

    public TaggerSums(WeightTable weights, int labels)
    {
        _weights = weights;
        _width = (labels + Vector128<int>.Count - 1) / Vector128<int>.Count * Vector128<int>.Count;
        _sums = new int[2 * _width * Places];
    }

    /// <summary>Writes the scores that a word gives itself, and the word behind it gives it.</summary>
    public void Start(TaggerFeatures words, int word, Span<int> scores)
    {
        var own = _sums.AsSpan(2 * _width * PlaceOf(words, word), _width);
        // Looking for the next word may push this one out.
        own.CopyTo(scores);
        var ahead = word + 1 < words.Length ? _sums.AsSpan((2 * PlaceOf(words, word + 1) + 1) * _width, _width) : EndOf(words);
        Add(ahead, scores);
    }

    private static void Add(ReadOnlySpan<int> more, Span<int> scores)
    {
        // 128 bits at a time are compiled ahead of time on every machine; wider ones are not, and gain nothing here.
        ref var from = ref MemoryMarshal.GetReference(more);
        ref var to = ref MemoryMarshal.GetReference(scores[..more.Length]);
        for (nuint i = 0; i < (nuint)more.Length; i += (nuint)Vector128<int>.Count)
        {
            (Vector128.LoadUnsafe(ref from, i) + Vector128.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    private int PlaceOf(TaggerFeatures words, int word)
    {
        var (form, situation) = (words.Word(word), (byte)words.SituationOf(word));
        var place = (int)((form.Key + situation * 0x9E3779B1u) & (Places - 1));
        if (_forms[place] == form && _situations[place] == situation) return place;
        (_forms[place], _situations[place]) = (form, situation);
        Span<uint> features = stackalloc uint[TaggerFeatures.OwnCount];
        words.ExtractOwn(word, features);
        Sum(features, _sums.AsSpan(2 * _width * place, _width));
        features = features[..TaggerFeatures.AheadCount];
        words.ExtractAhead(word, features);
        Sum(features, _sums.AsSpan((2 * place + 1) * _width, _width));
        return place;
    }

    private int[] EndOf(TaggerFeatures words)
    {
        ref var end = ref _ends[words.SituationOf(1)];
        if (end is not null) return end;
        end = new int[_width];
        Span<uint> features = stackalloc uint[TaggerFeatures.AheadCount];
        words.ExtractAhead(words.Length, features);
        Sum(features, end);
        return end;
    }

    private void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        _sum.AsSpan().Clear();
        _weights.Add(features, _sum);
        _sum.AsSpan(0, sums.Length).CopyTo(sums);
    }
}
