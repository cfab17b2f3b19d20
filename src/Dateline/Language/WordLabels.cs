using System.Numerics;

namespace Dateline.Language;

/// <summary>Labels by word hash, as the tagger's model keeps them.</summary>
/// <remarks>Open addressing over two arrays: a frozen dictionary of the same words took 15 ms of every start.</remarks>
public sealed class WordLabels
{
    private const byte None = byte.MaxValue;
    private readonly uint[] _words;
    private readonly byte[] _labels;
    private readonly int _shift;

    /// <param name="count">How many words will be added at most.</param>
    internal WordLabels(int count)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, count)) + 2);
        _words = new uint[1 << bits];
        _labels = new byte[1 << bits];
        _labels.AsSpan().Fill(None);
        _shift = 32 - bits;
    }

    /// <summary>The labels of a dictionary.</summary>
    public static WordLabels Of(IReadOnlyDictionary<uint, byte> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var words = new WordLabels(labels.Count);
        foreach (var (word, label) in labels) words.Add(word, label);
        return words;
    }

    /// <summary>The label of a word; false when the model has none.</summary>
    public bool TryGetValue(uint word, out byte label)
    {
        for (var at = Start(word); ; at = (at + 1) & (_words.Length - 1))
        {
            label = _labels[at];
            if (label == None) return false;
            if (_words[at] == word) return true;
        }
    }

    /// <param name="word">A word not added before.</param>
    /// <param name="label">Below 255.</param>
    internal void Add(uint word, byte label)
    {
        var at = Start(word);
        while (_labels[at] != None) at = (at + 1) & (_words.Length - 1);
        (_words[at], _labels[at]) = (word, label);
    }

    private int Start(uint word) => (int)((word * 0x9E3779B1) >> _shift);
}
