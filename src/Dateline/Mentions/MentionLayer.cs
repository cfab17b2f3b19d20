using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Weapons;

namespace Dateline.Mentions;

/// <summary>Everything that the finders found in one document, each kind sorted by where it stands.</summary>
public sealed class MentionLayer(Document document)
{
    public Document Document { get; } = document;

    public MentionList<Timex> Times { get; } = new();

    public MentionList<Toponym> Places { get; } = new();

    public MentionList<ActorMention> Actors { get; } = new();

    public MentionList<CountMention> Counts { get; } = new();

    public MentionList<WeaponMention> Weapons { get; } = new();

    /// <summary>What was recognised but could not be resolved.</summary>
    public List<Note> Notes { get; } = [];
}

/// <summary>Mentions of one kind, in text order; of two that start together the longer comes first.</summary>
public sealed class MentionList<T> : IReadOnlyCollection<T>
    where T : Mention
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    /// <summary>Adds a mention at its place in the text.</summary>
    public void Add(T mention)
    {
        var at = _items.Count;
        while (at > 0 && ComesBefore(mention, _items[at - 1])) at--;
        _items.Insert(at, mention);
    }

    /// <summary>Puts one mention in the place of another at the same tokens.</summary>
    public void Replace(T old, T mention)
    {
        _items.Remove(old);
        Add(mention);
    }

    public void Remove(T mention) => _items.Remove(mention);

    /// <summary>The first mention that covers a token; null when there is none.</summary>
    public T? At(int token)
    {
        foreach (var item in _items)
        {
            if (item.Tokens.First > token) return null;
            if (item.Tokens.Contains(token)) return item;
        }

        return null;
    }

    /// <summary>The mentions that lie wholly within a range of tokens.</summary>
    public IEnumerable<T> Within(TokenRange tokens) => _items.Where(item => tokens.Contains(item.Tokens));

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool ComesBefore(T a, T b) =>
        a.Tokens.First != b.Tokens.First ? a.Tokens.First < b.Tokens.First : a.Tokens.End > b.Tokens.End;
}
