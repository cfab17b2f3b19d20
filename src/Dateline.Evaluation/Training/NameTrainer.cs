using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Training;

/// <summary>Trains the <see cref="NameTagger"/>. The same texts, lists and seed give the same bytes.</summary>
/// <remarks>Copies of some texts in capitals and in headline style are added: corpora have few of either. Each decision is learnt behind the trainer's own earlier ones.</remarks>
public sealed class NameTrainer(NameTable places, NameTable lists, WordClusters? clusters = null)
{
    /// <summary>Seeds the order of the texts and the choice of those copied in capitals.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all texts are gone through.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Features with fewer mistakes behind them are dropped.</summary>
    public int MinUpdates { get; init; } = 3;

    /// <summary>Averaged weights smaller than this are dropped.</summary>
    public double MinWeight { get; init; } = 0.05;

    /// <summary>Trains and returns the bytes of a model file.</summary>
    /// <param name="texts">Tagged documents with a label a token.</param>
    /// <param name="log">Is told the share of right decisions after each epoch.</param>
    public byte[] Train(IReadOnlyList<LabelledText> texts, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(log);
        var random = new Random(Seed);
        var words = new NameFeatures(lists, clusters);
        var weights = new AveragedPerceptron();
        var order = Enumerable.Range(0, texts.Count).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            long asked = 0, right = 0;
            foreach (var index in order)
            {
                words.Begin();
                foreach (var sentence in texts[index].Document.SentenceRanges) Learn(words, texts[index], sentence, weights, ref asked, ref right);
            }

            log($"epoch {epoch}: {100.0 * right / Math.Max(1, asked):F2} % right of {asked} asked, {weights.FeatureCount} features");
        }

        return NameModel.Write(places, weights.Rows(MinUpdates, MinWeight));
    }

    /// <summary>The annotated label, or what comes nearest to it where the labels before or the end of the sentence do not allow it.</summary>
    private static byte Right(NameFeatures words, int i, int before, byte annotated)
    {
        var gold = NameLabels.Nearest(before, annotated);
        var isOpen = NameLabels.IsOpen(before);
        if (words.IsLast(i) && NameLabels.IsOpen(gold)) return NameLabels.Of(NameLabels.KindOf(gold), isOpen ? NameLabels.Part.Last : NameLabels.Part.Only);
        if (!words.IsMark(i) || gold == NameLabels.Outside) return gold;
        return isOpen && !words.IsLast(i) ? NameLabels.Of(NameLabels.KindOf(before), NameLabels.Part.Inside) : isOpen ? gold : (byte)NameLabels.Outside;
    }

    private static void Learn(NameFeatures words, LabelledText text, TokenRange sentence, AveragedPerceptron weights, ref long asked, ref long right)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[256];
        words.Read(text.Document, sentence);
        int before = 0, beforeThat = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            byte label = NameLabels.Outside;
            if (words.IsAsked(i, before))
            {
                var count = words.Extract(i, before, beforeThat, features);
                scores.Clear();
                weights.Score(features[..count], scores);
                label = NameTagger.Best(scores, before, words.IsLast(i), words.IsMark(i));
                var gold = Right(words, i, before, text.Labels[sentence.First + i]);
                weights.Learn(features[..count], gold, label);
                asked++;
                if (gold == label) right++;
            }

            words.Note(i, label);
            (beforeThat, before) = (before, label);
        }
    }
}

/// <summary>A tagged document with a label a token (<see cref="NameLabels"/>).</summary>
public sealed record LabelledText(Document Document, byte[] Labels);
