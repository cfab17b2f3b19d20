using System.Globalization;
using Dateline.Language;
using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>Trains the <see cref="GraphParser"/> on treebanks. The same sentences, clusters and seed give the same bytes.</summary>
public sealed class GraphParserTrainer
{
    /// <summary>Longer sentences are left out: treebanks have a handful, mostly lists.</summary>
    private const int Longest = 150;

    /// <summary>Seeds all random choices.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all sentences are gone through.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Parts that the sentences are cut into for tagging.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Whether copies in capitals and headline style are added.</summary>
    public bool WithHeadlines { get; init; } = true;

    public GraphParserSize Size { get; init; } = new(Layers: 3, Width: 192, Arc: 64, Label: 96);

    /// <summary>Tokens from which a batch is learnt.</summary>
    public int BatchTokens { get; init; } = 1000;

    /// <summary>The highest learning rate: risen to in the first 300 batches, and gone down from in a straight line to almost nothing.</summary>
    public float Rate { get; init; } = 0.003f;

    /// <summary>Share of tags that are kept from the network while it learns.</summary>
    public float TagDropout { get; init; } = 0.2f;

    /// <summary>What the taggers of the parts are told of further words; see <see cref="TaggerTrainer.TagClasses"/>.</summary>
    public IReadOnlyDictionary<uint, byte> TagClasses { get; init; } = new Dictionary<uint, byte>();

    /// <summary>Words seen fewer times are unknown.</summary>
    public int LeastSeen { get; init; } = 2;

    /// <summary>The bytes of a file of word clusters to learn with; they become part of the model. None: no clusters.</summary>
    public byte[] Clusters { get; init; } = [];

    /// <summary>Trains and returns the bytes of a model file; <paramref name="log"/> is told the share of right heads after each epoch.</summary>
    public byte[] Train(IReadOnlyList<ConlluSentence> sentences, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(log);
        return Train(TaggedInParts.Of(sentences, Folds, WithHeadlines, TagClasses, Seed, log), log);
    }

    /// <summary>Trains on sentences that have their tags.</summary>
    public byte[] Train(TaggedInParts tagged, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        ArgumentNullException.ThrowIfNull(log);
        var document = tagged.Document;
        var tokens = Enumerable.Range(0, document.TokenCount).ToArray();
        var words = tokens.GroupBy(token => WordInputs.Word(document, token)).Where(group => group.Count() >= LeastSeen).OrderBy(group => group.Key).ToArray();
        uint[] tags = [.. tokens.Select(token => WordInputs.Tag(document, token)).Distinct().Order()];
        uint[] known = [.. words.Select(group => group.Key)];
        var inputs = WordInputs.Of(known, tags, Clusters.Length == 0 ? null : WordClusters.Read(Clusters, ModelFile.Head));
        var network = new TrainingNetwork(Size, inputs.Rows, Seed) { WordCounts = [0, .. words.Select(group => group.Count())], TagDropout = TagDropout };
        Learn(network, [.. Sentences(tagged, inputs).Where(sentence => sentence.Count <= Longest)], log);
        return GraphParserModel.Write(inputs, [.. network.Tables], network.Weights);
    }

    private static IEnumerable<TrainingSentence> Sentences(TaggedInParts tagged, WordInputs inputs)
    {
        for (var i = 0; i < tagged.Gold.Count; i++)
        {
            var (range, gold) = (tagged.Document.SentenceRanges[i], tagged.Gold[i].Words);
            var rows = new int[range.Count * WordInputs.Count];
            for (var token = 0; token < range.Count; token++)
            {
                var own = rows.AsSpan(token * WordInputs.Count, WordInputs.Count);
                inputs.Read(tagged.Document, range.First + token, own);
                for (var feature = 0; feature < own.Length; feature++) own[feature] -= inputs.Firsts[feature];
            }

            yield return new TrainingSentence(rows, [.. gold.Select(word => word.Head + 1)], [.. gold.Select(word => word.Relation)]);
        }
    }

    private void Learn(TrainingNetwork network, TrainingSentence[] sentences, Action<string> log)
    {
        var random = new Random(Seed);
        var all = sentences.Sum(sentence => (long)sentence.Count);
        var (done, batches) = (0L, 0);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(sentences);
            var (right, batch) = (0L, new List<TrainingSentence>());
            for (var i = 0; i < sentences.Length; i++)
            {
                batch.Add(sentences[i]);
                var tokens = batch.Sum(sentence => sentence.Count);
                if (tokens < BatchTokens && i < sentences.Length - 1) continue;
                right += network.Learn(batch);
                network.Move(Rate * Math.Min(1, ++batches / 300f) * Math.Max(0.02f, 1 - ((float)done / (all * Epochs))));
                done += tokens;
                batch.Clear();
            }

            log(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: {100.0 * right / all:F2} % of heads right"));
        }
    }
}
