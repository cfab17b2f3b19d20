namespace Dateline.Language;

/// <summary>The lemmas given last, so that a word met again costs one look and no allocation.</summary>
/// <remarks>
/// A table of fixed size: a word that falls on another's place takes it. Entries are immutable and change hands in one write, so that threads
/// may share the table; whatever they overwrite, an answer is the same as without it.
/// </remarks>
internal sealed class LemmaCache
{
    /// <summary>A power of two; news uses some 20,000 forms a million words.</summary>
    private const int Size = 1 << 15;

    private readonly Entry?[] _entries = new Entry?[Size];

    /// <summary>The lemma of a word met before; null when it was not, or was displaced.</summary>
    public string? Find(ReadOnlySpan<char> form, Upos upos, string xpos, LemmaContext context) =>
        Volatile.Read(ref _entries[Place(form, upos)]) is { } entry && entry.Upos == upos && entry.Context == context && form.SequenceEqual(entry.Form) && entry.Xpos == xpos
            ? entry.Lemma
            : null;

    public void Keep(string form, Upos upos, string xpos, LemmaContext context, string lemma) =>
        Volatile.Write(ref _entries[Place(form, upos)], new Entry(form, upos, xpos, context, lemma));

    private static int Place(ReadOnlySpan<char> form, Upos upos) => (int)(FeatureHash.Mix((uint)upos, FeatureHash.Word(form)) & (Size - 1));

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
