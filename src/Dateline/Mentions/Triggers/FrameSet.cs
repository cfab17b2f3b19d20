using Dateline.Resources;

namespace Dateline.Mentions.Triggers;

/// <summary>All frames of a language, and the phrases by their head word.</summary>
public sealed class FrameSet
{
    private readonly Dictionary<string, List<FramePhrase>> _byHead = new(StringComparer.Ordinal);

    internal FrameSet(IReadOnlyList<Frame> frames, IEnumerable<FramePhrase> phrases, IReadOnlySet<string> generalHeads)
    {
        GeneralHeads = generalHeads;
        Frames = frames;

        // Longest first, then the firmest; a near miss stands behind the frames of its length.
        foreach (var phrase in InOrder(phrases))
        {
            if (!_byHead.TryGetValue(phrase.Key, out var list)) _byHead.Add(phrase.Key, list = []);
            list.Add(phrase);
        }
    }

    /// <summary>The frames, in file order.</summary>
    public IReadOnlyList<Frame> Frames { get; }

    /// <summary>Nouns that make a bare event noun behind "of" a general one: fear, risk, victim.</summary>
    internal IReadOnlySet<string> GeneralHeads { get; }

    /// <summary>The phrases headed by a word, longest first.</summary>
    internal IReadOnlyList<FramePhrase> HeadedBy(string word) => _byHead.GetValueOrDefault(word) ?? (IReadOnlyList<FramePhrase>)[];

    /// <summary>Phrases in the order in which they are tried; those that tie stay in file order.</summary>
    internal static IEnumerable<FramePhrase> InOrder(IEnumerable<FramePhrase> phrases) =>
        phrases.OrderByDescending(phrase => phrase.Words.Length).ThenByDescending(phrase => phrase.Frame?.Firmness ?? -1);

    /// <summary>Reads every file of data/en/frames.</summary>
    /// <exception cref="DataException">A frame breaks the format or names a type that the codebook lacks; every error is named.</exception>
    public static FrameSet Read(KnowledgeFolder folder, Codebook codebook) => new FrameFileReader(codebook).Read(folder);
}
