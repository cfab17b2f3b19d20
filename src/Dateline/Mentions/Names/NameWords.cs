using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>What lists and clusters know of words met lately. Not thread-safe: one for each caller.</summary>
internal sealed class NameWords(NameTable table, WordClusters? clusters)
{
    /// <summary>Places of the table, a power of two.</summary>
    private const int Places = 1 << 13;

    private readonly Known[] _known = new Known[Places];

    /// <summary>What is known of a word as printed.</summary>
    public ref readonly Known Of(WordForm form)
    {
        ref var known = ref _known[form.Key & (Places - 1)];
        if (known.Form != form) known = new Known(form, table[NameHash.Of(form.Text)], clusters?.Path(form.LowerHash) ?? 0, form.IsCapital || HasArticle(form.Text));
        return ref known;
    }

    /// <summary>"al-Maliki" where it is one token: as good as a capital.</summary>
    private static bool HasArticle(ReadOnlySpan<char> form) =>
        form.IndexOfAny('-', '\'', '’') is > 0 and < 5 and var at && at + 1 < form.Length && char.IsUpper(form[at + 1]) && char.IsLower(form[0]) && at < 4;

    /// <summary>What is known of a word.</summary>
    /// <param name="Form">The word as printed.</param>
    /// <param name="Flags">Its flags as a phrase of one word.</param>
    /// <param name="Cluster">The path of the word in lower case; 0 when it has no cluster.</param>
    /// <param name="IsCapital">Whether it begins with a capital, or with an article before one.</param>
    internal readonly record struct Known(WordForm Form, NameFlags Flags, uint Cluster, bool IsCapital);
}
