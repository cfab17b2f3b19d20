using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Gives every token its universal and its Penn tag, from left to right; a linear model trained on UD treebanks.</summary>
/// <remarks>Immutable and shared by threads. Linear in the text; about a microsecond a token.</remarks>
public sealed class Tagger
{
    /// <summary>Longer sentences, which are no sentences, are tagged in parts: memory stays bounded.</summary>
    private const int Longest = 4096;

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
        var words = new TaggerFeatures(_model.UsualLabels, _model.TagClasses);
        foreach (var sentence in document.SentenceRanges)
        {
            for (var first = sentence.First; first < sentence.End; first += Longest)
            {
                Tag(document, new TokenRange(first, Math.Min(sentence.End, first + Longest)), words);
            }
        }
    }

    private void Tag(Document document, TokenRange tokens, TaggerFeatures words)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[256];
        words.Read(document, tokens);
        int before = -1, beforeThat = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!words.IsRunning || !_model.OneTag.TryGetValue(words.Form(i), out var label))
            {
                words.Extract(i, before, beforeThat, features);
                label = Best(features, scores);
            }

            document.Upos[tokens.First + i] = _model.Labels[label].Upos;
            document.Xpos[tokens.First + i] = _model.Labels[label].Xpos;
            (beforeThat, before) = (before, label);
        }
    }

    private byte Best(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        _model.Weights.Add(features, scores);
        var best = 0;
        for (var label = 1; label < _model.Labels.Count; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return (byte)best;
    }
}
