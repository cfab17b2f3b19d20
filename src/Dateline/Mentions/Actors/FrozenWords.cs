using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>A fixed set of words from a knowledge file.</summary>
internal sealed class FrozenWords(IEnumerable<string> words)
{
    private readonly HashSet<string> _words = words.ToHashSet(StringComparer.Ordinal);

    public static FrozenWords Of(KnowledgeNode file, string key) => new(file.TextsOf(key));

    public bool Contains(string word) => _words.Contains(word);
}
