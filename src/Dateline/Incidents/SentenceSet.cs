namespace Dateline.Incidents;

/// <summary>Some sentences of a report by index, in order, each once.</summary>
/// <remarks>A sorted list: sentences come nearly in order, and it needs no code compiled at start as a SortedSet of numbers does.</remarks>
internal sealed class SentenceSet
{
    private readonly List<int> _sentences = [];

    public int Count => _sentences.Count;

    /// <summary>The last of them; -1 when there is none.</summary>
    public int Max => _sentences.Count == 0 ? -1 : _sentences[^1];

    public void Add(int sentence)
    {
        var at = sentence > Max ? ~_sentences.Count : _sentences.BinarySearch(sentence);
        if (at < 0) _sentences.Insert(~at, sentence);
    }

    public bool Contains(int sentence) => _sentences.BinarySearch(sentence) >= 0;

    public List<int>.Enumerator GetEnumerator() => _sentences.GetEnumerator();
}
