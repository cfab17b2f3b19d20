namespace Dateline.Language;

/// <summary>The lemmas given last, so that a word met again costs one look and no allocation.</summary>
/// <remarks>Whatever is forgotten, an answer is the same as without it. Safe to share, see <see cref="RecentTable{T}"/>.</remarks>
internal sealed class LemmaCache
{
    /// <summary>Places by powers of two. With half as many news made three times as many lemmas anew.</summary>
    private const int Bits = 16;

    private readonly RecentTable<Entry> _entries = new(Bits);

    /// <summary>The lemma of a word met before; null when it was not, or was displaced.</summary>
    public string? Find(ReadOnlySpan<char> form, Upos upos, string xpos, LemmaContext context)
    {
        var first = _entries.FirstPlace(Hash(form, upos));
        for (var place = first; place < first + RecentTable.Places; place++)
        {
            if (_entries[place] is { } entry && entry.Upos == upos && entry.Context == context && form.SequenceEqual(entry.Form) && entry.Xpos == xpos)
            {
                return _entries.Found(first, place, entry).Lemma;
            }
        }

        return null;
    }

    public void Keep(string form, Upos upos, string xpos, LemmaContext context, string lemma) =>
        _entries.Keep(_entries.FirstPlace(Hash(form, upos)), new Entry(form, upos, xpos, context, lemma));

    private static uint Hash(ReadOnlySpan<char> form, Upos upos) => WordForms.KeyOf(form) + (uint)upos;

    private sealed record Entry(string Form, Upos Upos, string Xpos, LemmaContext Context, string Lemma);
}

/// <summary>What the word before has to do with a lemma.</summary>
internal enum LemmaContext : byte
{
    None,

    /// <summary>A number: "pm" behind it is p.m.</summary>
    BehindNumber,

    /// <summary>"who": "'s" behind it is be.</summary>
    BehindWho,
}
