using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Weapons;

namespace Dateline.Mentions;

/// <summary>Everything that the finders found in one document, each kind sorted by where it stands.</summary>
public sealed class MentionLayer(Document document)
{
    private byte[]? _nameLabels;

    public Document Document { get; } = document;

    public MentionList<Timex> Times { get; } = new();

    public MentionList<Toponym> Places { get; } = new();

    public MentionList<ActorMention> Actors { get; } = new();

    public MentionList<CountMention> Counts { get; } = new();

    public MentionList<WeaponMention> Weapons { get; } = new();

    /// <summary>Names of people, bodies, places and the like; they overlap the mentions of other kinds, not each other.</summary>
    public MentionList<NameMention> Names { get; } = new();

    /// <summary>Phrases that stand for one person or thing; filled by <see cref="ChainFinder"/>, which reading a report does not need.</summary>
    public MentionList<ChainMention> Chains { get; } = new();

    /// <summary>What was recognised but could not be resolved.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>What the tagger says of each token. It runs once, for whoever asks first; places and names both rest on it.</summary>
    internal byte[] NameLabels(NameTagger tagger)
    {
        if (_nameLabels is not null) return _nameLabels;
        _nameLabels = new byte[Document.TokenCount];
        tagger.Label(Document, _nameLabels);
        return _nameLabels;
    }
}

/// <summary>Mentions of one kind, in text order; of two that start together the longer comes first.</summary>
/// <remarks>
/// Stages ask for the mention at a token for nearly every token, so both look-ups halve their way to the place. Mentions may overlap:
/// <see cref="_reach"/> tells how far back one can begin that still covers a token.
/// </remarks>
public sealed class MentionList<T> : IReadOnlyCollection<T>
    where T : Mention
{
    private readonly List<T> _items = [];

    /// <summary>For each mention the furthest end of it and all before it; shorter than the list where it must be made anew.</summary>
    private readonly List<int> _reach = [];

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    /// <summary>Adds a mention at its place in the text.</summary>
    public void Add(T mention)
    {
        // Finders go through the text, so nearly every mention comes last.
        int at = _items.Count, low = 0;
        if (at > 0 && ComesBefore(mention, _items[at - 1]))
        {
            while (low < at)
            {
                var middle = (low + at) / 2;
                if (ComesBefore(mention, _items[middle])) at = middle;
                else low = middle + 1;
            }
        }

        _items.Insert(at, mention);
        Forget(at);
    }

    /// <summary>Puts one mention in the place of another at the same tokens.</summary>
    public void Replace(T old, T mention)
    {
        Remove(old);
        Add(mention);
    }

    public void Remove(T mention)
    {
        var at = _items.IndexOf(mention, 0);
        if (at < 0) return;
        _items.RemoveAt(at);
        Forget(at);
    }

    /// <summary>The first mention that covers a token; null when there is none.</summary>
    public T? At(int token)
    {
        Reach();
        var at = FirstReaching(token + 1);
        for (; at < _items.Count && _items[at].Tokens.First <= token; at++)
        {
            if (_items[at].Tokens.Contains(token)) return _items[at];
        }

        return null;
    }

    /// <summary>The mentions that lie wholly within a range of tokens.</summary>
    public IEnumerable<T> Within(TokenRange tokens)
    {
        for (var at = FirstFrom(tokens.First); at < _items.Count && _items[at].Tokens.First < tokens.End; at++)
        {
            if (tokens.Contains(_items[at].Tokens)) yield return _items[at];
        }
    }

    /// <summary>Index of the first mention that begins at a token or behind it.</summary>
    public int FirstFrom(int token)
    {
        int low = 0, high = _items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_items[middle].Tokens.First >= token) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Index of the first mention with which the mentions so far end at a token or behind it.</summary>
    private int FirstReaching(int end)
    {
        int low = 0, high = _reach.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_reach[middle] >= end) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void Reach()
    {
        for (var at = _reach.Count; at < _items.Count; at++) _reach.Add(Math.Max(at == 0 ? 0 : _reach[at - 1], _items[at].Tokens.End));
    }

    private void Forget(int from)
    {
        if (from < _reach.Count) _reach.RemoveRange(from, _reach.Count - from);
    }

    private static bool ComesBefore(T a, T b) =>
        a.Tokens.First != b.Tokens.First ? a.Tokens.First < b.Tokens.First : a.Tokens.End > b.Tokens.End;
}
