using System.Runtime.InteropServices;
using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>Wordings of one document to be found again, by their first word; of those that begin alike the longest first. Not thread-safe: one for each caller.</summary>
internal sealed class NameWordings
{
    /// <summary>The most wordings kept for one first word.</summary>
    private const int Most = 9;

    private readonly Dictionary<string, int> _firsts = new(StringComparer.Ordinal);

    /// <summary>The wordings of each first word; lists are kept from document to document, and only <see cref="_used"/> of them count.</summary>
    private readonly List<List<(TokenRange Words, NameKind Kind)>> _lists = [];

    private int _used;
    private Document? _document;

    /// <summary>Begins a document.</summary>
    public void Begin(Document document)
    {
        _document = document;
        _firsts.Clear();
        for (; _used > 0; _used--) _lists[_used - 1].Clear();
    }

    /// <summary>Adds a wording, told by where it stands.</summary>
    public void Add(TokenRange words, NameKind kind)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_firsts, _document!.Forms[words.First].Text, out var isKnown);
        if (!isKnown)
        {
            index = _used++;
            if (_lists.Count < _used) _lists.Add([]);
        }

        var wordings = _lists[index];
        if (wordings.Count == Most) return;
        var at = 0;
        while (at < wordings.Count && wordings[at].Words.Count >= words.Count) at++;
        wordings.Insert(at, (words, kind));
    }

    /// <summary>The wordings whose first word is printed as a token is.</summary>
    public ReadOnlySpan<(TokenRange Words, NameKind Kind)> BeginningAt(int token) =>
        _firsts.Count > 0 && _firsts.TryGetValue(_document!.Forms[token].Text, out var index) ? CollectionsMarshal.AsSpan(_lists[index]) : default;
}
