using System.Collections.Concurrent;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Gives every token its universal and its Penn tag, from left to right; a linear model trained on UD treebanks.</summary>
/// <remarks>Immutable and shared by threads. Linear in the text; about a microsecond a token.</remarks>
public sealed class Tagger
{
    /// <summary>Longer sentences, which are no sentences, are tagged in parts: memory stays bounded.</summary>
    private const int Longest = 4096;

    private readonly TaggerModel _model;
    private readonly ConcurrentBag<TaggerRun> _runs = [];

    public Tagger(TaggerModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Opens a model file, such as <c>models/tagger.bin</c>.</summary>
    /// <exception cref="DataException">The file is missing, damaged, or of another version.</exception>
    public static Tagger Load(string path) => new(TaggerModel.Load(path));

    /// <summary>Fills <see cref="Document.Upos"/> and <see cref="Document.Xpos"/>.</summary>
    public void Tag(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_runs.TryTake(out var run)) run = new TaggerRun(_model);
        foreach (var sentence in document.SentenceRanges)
        {
            for (var first = sentence.First; first < sentence.End; first += Longest)
            {
                run.Tag(document, new TokenRange(first, Math.Min(sentence.End, first + Longest)));
            }
        }

        _runs.Add(run);
    }
}
