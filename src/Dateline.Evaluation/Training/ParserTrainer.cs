using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Trains the <see cref="Parser"/> on treebanks. The same sentences and seed give the same bytes.</summary>
/// <remarks>
/// The parser learns on tags as wrong as those it will meet: each fifth of the sentences is tagged by a tagger trained on the rest.
/// After the first pass it mostly follows its own moves, so that it learns to go on from its own mistakes.
/// </remarks>
public sealed class ParserTrainer
{
    /// <summary>Seeds all random choices.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all sentences are gone through.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Parts that the sentences are cut into for tagging; 1 trains one tagger on all of them.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Features with fewer mistakes behind them are dropped.</summary>
    public int MinUpdates { get; init; } = 5;

    /// <summary>Averaged weights smaller than this are dropped.</summary>
    public double MinWeight { get; init; } = 0.06;

    /// <summary>Whether copies in capitals and headline style are added.</summary>
    public bool WithHeadlines { get; init; } = true;

    /// <summary>Per cent of moves, after the first pass, that follow the model although it is wrong.</summary>
    public int OwnMoves { get; init; } = 90;

    /// <summary>Trains and returns the bytes of a model file; <paramref name="log"/> is told the share of right moves after each epoch.</summary>
    public byte[] Train(IReadOnlyList<ConlluSentence> sentences, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(log);
        var random = new Random(Seed);
        var (document, gold) = Tagged(sentences, random, log);
        var learner = new MoveLearner(gold);
        var order = Enumerable.Range(0, gold.Count).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order) learner.Learn(document, index, gold[index], epoch == 1 ? 0 : OwnMoves, random);
            log($"epoch {epoch}: {learner.RightMoves():F2} % of moves right, {learner.Weights.FeatureCount} features");
        }

        return ParserModel.Write(learner.Left, learner.Right, learner.Weights.Rows(MinUpdates, MinWeight));
    }

    /// <summary>Blocks of fifty sentences go to the folds in turn, so that every fold has every genre and most articles stay whole.</summary>
    private (Document Document, IReadOnlyList<ConlluSentence> Gold) Tagged(IReadOnlyList<ConlluSentence> sentences, Random random, Action<string> log)
    {
        var gold = new List<ConlluSentence>();
        var (upos, xpos) = (new List<Upos>(), new List<string>());
        for (var fold = 0; fold < Folds; fold++)
        {
            IReadOnlyList<ConlluSentence> held = [.. sentences.Where((_, index) => index / 50 % Folds == fold)];
            IReadOnlyList<ConlluSentence> rest = Folds == 1 ? sentences : [.. sentences.Where((_, index) => index / 50 % Folds != fold)];
            if (held.Count == 0) continue;
            var trainer = new TaggerTrainer { Seed = Seed, Epochs = 5, WithHeadlines = WithHeadlines };
            var file = trainer.Train(rest.Count > 0 ? rest : held, _ => { });
            var tagger = new Tagger(TaggerModel.Read(file, ModelFile.Head)!);
            if (WithHeadlines) held = HeadlineStyle.AddTo(held, random);
            var document = ConlluSentence.Untagged(held);
            tagger.Tag(document);
            gold.AddRange(held);
            upos.AddRange(document.Upos);
            xpos.AddRange(document.Xpos);
            log($"tagged part {fold + 1} of {Folds}: {TagScore.Of(tagger, held)}");
        }

        var whole = ConlluSentence.Untagged(gold);
        upos.CopyTo(whole.Upos);
        xpos.CopyTo(whole.Xpos);
        return (whole, gold);
    }
}
