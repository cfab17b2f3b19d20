using System.Runtime.InteropServices;
using Dateline.Reading;

namespace Dateline.Language;

/// <summary>Room for one document after another: whoever reads many articles lends it to each, and nothing is allocated once it is large enough.</summary>
/// <remarks>
/// A document made here lives until the next one is, or until <see cref="End"/>; it is empty from then on, so that whoever kept it reads nothing rather
/// than another article's words. Not thread-safe: one for each thread. Documents to be kept are analysed without buffers.
/// </remarks>
public sealed class DocumentBuffers
{
    /// <summary>Longer documents get arrays of their own, so that one of them does not hold memory for good.</summary>
    private const int MostTokens = 1 << 16;

    private DocumentArrays _arrays = DocumentArrays.None;
    private Document? _document;

    /// <summary>Tokens of the article at hand.</summary>
    internal List<TextSpan> Tokens { get; } = [];

    /// <summary>Stretches of its text that are analysed.</summary>
    internal List<TextSpan> Regions { get; } = [];

    /// <summary>Offsets that no sentence crosses.</summary>
    internal List<int> Boundaries { get; } = [];

    /// <summary>Its sentences.</summary>
    internal List<TokenRange> Sentences { get; } = [];

    /// <summary>Ends the document made last.</summary>
    public void End()
    {
        _document?.End();
        _document = null;
        Clear(Tokens);
        Clear(Regions);
        Clear(Boundaries);
        Clear(Sentences);
    }

    /// <summary>Makes the document of what the lists hold, in the arrays at hand.</summary>
    internal Document Make(Article article)
    {
        var (tokens, sentences) = (Tokens.Count, Sentences.Count);
        var arrays = _arrays;
        if (!arrays.HasRoom(tokens, sentences))
        {
            arrays = tokens > MostTokens ? new DocumentArrays(tokens, sentences) : new DocumentArrays(Room(tokens, arrays.Spans.Length), Room(sentences, arrays.SentenceRanges.Length));
            if (tokens <= MostTokens) _arrays = arrays;
        }

        return _document = new Document(article, CollectionsMarshal.AsSpan(Tokens), CollectionsMarshal.AsSpan(Sentences), arrays);
    }

    /// <summary>Twice what was there, so that the arrays grow a few times only.</summary>
    private static int Room(int needed, int had) => Math.Max(needed, Math.Min(2 * had, MostTokens));

    private static void Clear<T>(List<T> list)
    {
        list.Clear();
        if (list.Capacity > MostTokens) list.Capacity = 0;
    }
}
