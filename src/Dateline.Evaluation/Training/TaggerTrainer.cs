using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Trains the <see cref="Tagger"/> on treebanks. The same sentences and seed give the same bytes.</summary>
public sealed class TaggerTrainer
{
    /// <summary>Seeds the order of the sentences and the choice of those reset as headlines.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all sentences are gone through.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Features with fewer mistakes behind them are dropped.</summary>
    public int MinUpdates { get; init; } = 3;

    /// <summary>Averaged weights smaller than this are dropped.</summary>
    public double MinWeight { get; init; } = 0.06;

    /// <summary>Occurrences from which a word that was always tagged alike is no longer decided by weights.</summary>
    public int FrequentWord { get; init; } = 40;

    /// <summary>Whether copies in capitals and headline style are added.</summary>
    public bool WithHeadlines { get; init; } = true;

    /// <summary>A right label must score more than this above the best wrong one, or the weights move although the choice was right.</summary>
    /// <remarks>With 50 and the tag classes UPOS on EWT dev went from 95.3 to 95.7, on GUM dev from 96.4 to 96.8.</remarks>
    public int Margin { get; init; } = 50;

    /// <summary>Words with the tags they have in larger, machine-tagged text, by hash of the form in lower case; see <see cref="TagClassCounts"/>.</summary>
    public IReadOnlyDictionary<uint, byte> TagClasses { get; init; } = new Dictionary<uint, byte>();

    /// <summary>Trains and returns the bytes of a model file; <paramref name="log"/> is told the share of right decisions after each epoch.</summary>
    public byte[] Train(IReadOnlyList<ConlluSentence> sentences, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(log);
        var random = new Random(Seed);
        var labels = LabelsOf(sentences);
        var (oneTag, usual) = (OneTag(sentences, labels), UsualLabels(sentences, labels));
        if (WithHeadlines) sentences = HeadlineStyle.AddTo(sentences, random);
        var words = new TaggerFeatures(WordLabels.Of(usual), WordLabels.Of(TagClasses));
        var document = ConlluSentence.Untagged(sentences);
        var gold = sentences.SelectMany(sentence => sentence.Words).Select(word => LabelOf(word, labels)).ToArray();
        var weights = new AveragedPerceptron();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            var right = Epoch(words, document, order, gold, labels.Count, oneTag, weights);
            log($"epoch {epoch}: {100.0 * right / gold.Length:F2} % right, {weights.FeatureCount} features");
        }

        return TaggerModel.Write(labels, oneTag, usual, TagClasses, weights.Rows(MinUpdates, MinWeight));
    }

    private int Epoch(
        TaggerFeatures words, Document document, int[] order, byte[] gold, int labels, Dictionary<uint, byte> oneTag, AveragedPerceptron weights)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[256];
        var right = 0;
        foreach (var index in order)
        {
            var sentence = document.SentenceRanges[index];
            words.Read(document, sentence);
            int before = -1, beforeThat = -1;
            for (var i = 0; i < sentence.Count; i++)
            {
                var truth = gold[sentence.First + i];
                if (!words.IsRunning || !oneTag.TryGetValue(words.Form(i), out var guess))
                {
                    words.Extract(i, before, beforeThat, features);
                    scores.Clear();
                    weights.Score(features, scores);
                    guess = Best(scores[..labels]);
                    weights.Learn(features, truth, Rival(scores[..labels], truth, guess));
                }

                if (guess == truth) right++;
                (beforeThat, before) = (before, guess);
            }
        }

        return right;
    }

    /// <summary>The wrong label to punish: the one chosen, or the best of the others when it comes within the margin; the right label itself when none does.</summary>
    private byte Rival(ReadOnlySpan<int> scores, byte truth, byte guess)
    {
        if (guess != truth) return guess;
        var rival = truth;
        for (var label = 0; label < scores.Length; label++)
        {
            if (label != truth && (rival == truth || scores[label] > scores[rival])) rival = (byte)label;
        }

        return scores[truth] - scores[rival] <= Margin ? rival : truth;
    }

    private static byte Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return (byte)best;
    }

    /// <summary>Pairs seen five times or more, most frequent first; at least one for each universal tag.</summary>
    private static List<TagLabel> LabelsOf(IReadOnlyList<ConlluSentence> sentences)
    {
        var counted = sentences.SelectMany(sentence => sentence.Words)
            .GroupBy(word => new TagLabel(word.Upos, word.Xpos))
            .Select(group => (Label: group.Key, Count: group.Count()))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Label.Upos).ThenBy(pair => pair.Label.Xpos, StringComparer.Ordinal)
            .ToArray();
        var firsts = counted.GroupBy(pair => pair.Label.Upos).Select(group => group.First().Label).ToHashSet();
        return [.. counted.Where(pair => pair.Count >= 5 || firsts.Contains(pair.Label)).Select(pair => pair.Label).Take(250)];
    }

    /// <summary>The label of a word; a rare pair counts as the commonest pair with the same universal tag.</summary>
    private static byte LabelOf(ConlluWord word, List<TagLabel> labels)
    {
        var exact = labels.IndexOf(new TagLabel(word.Upos, word.Xpos));
        return (byte)(exact >= 0 ? exact : labels.FindIndex(label => label.Upos == word.Upos));
    }

    private static Dictionary<uint, byte> UsualLabels(IReadOnlyList<ConlluSentence> sentences, List<TagLabel> labels)
    {
        var usual = new Dictionary<uint, byte>();
        foreach (var form in sentences.SelectMany(sentence => sentence.Words).GroupBy(word => FeatureHash.Word(word.Form.ToLowerInvariant())))
        {
            var tags = form.GroupBy(word => LabelOf(word, labels)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
            if (form.Count() >= 4) usual[form.Key] = tags.Key;
        }

        return usual;
    }

    private Dictionary<uint, byte> OneTag(IReadOnlyList<ConlluSentence> sentences, List<TagLabel> labels)
    {
        var known = new Dictionary<uint, byte>();
        var forms = sentences.SelectMany(sentence => sentence.Words).GroupBy(word => word.Form, StringComparer.Ordinal);
        foreach (var form in forms)
        {
            if (form.Key.Any(char.IsDigit) || form.Count() < FrequentWord) continue;
            var tags = form.Select(word => LabelOf(word, labels)).GroupBy(label => label).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
            if (tags.Count() * 1000L >= form.Count() * 998L) known[FeatureHash.Word(form.Key)] = tags.Key;
        }

        return known;
    }
}
