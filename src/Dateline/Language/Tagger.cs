using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Gives every token its universal and its Penn tag, from left to right; a linear model trained on UD treebanks.</summary>
/// <remarks>Immutable and shared by threads. Linear in the text; about a microsecond a token.</remarks>
public sealed class Tagger
{
    private readonly TaggerModel _model;

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
        var words = new TaggerFeatures(_model.UsualLabels);
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[256];
        foreach (var sentence in document.SentenceRanges)
        {
            words.Read(document, sentence);
            int before = -1, beforeThat = -1;
            for (var i = 0; i < sentence.Count; i++)
            {
                if (!words.IsRunning || !_model.OneTag.TryGetValue(words.Form(i), out var known))
                {
                    words.Extract(i, before, beforeThat, features);
                    known = Best(features, scores);
                }

                document.Upos[sentence.First + i] = _model.Labels[known].Upos;
                document.Xpos[sentence.First + i] = _model.Labels[known].Xpos;
                (beforeThat, before) = (before, known);
            }
        }
    }

    private byte Best(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        foreach (var feature in features) _model.Weights.Add(feature, scores);
        var best = 0;
        for (var label = 1; label < _model.Labels.Count; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return (byte)best;
    }
}
