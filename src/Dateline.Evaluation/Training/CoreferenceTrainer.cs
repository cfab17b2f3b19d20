using Dateline.Evaluation.Chains;
using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Training;

/// <summary>Trains the <see cref="ChainModel"/>: for each phrase the right antecedents together shall outweigh all else, by a margin.</summary>
/// <remarks>
/// Trees and tags are the pipeline's own, so that the model meets the errors it will meet. From the second pass on chains are the model's own, so that it
/// learns to go on from its own mistakes. How readily a phrase is linked is chosen on articles that were left out of the learning: see <see cref="ChainMargins"/>.
/// </remarks>
public sealed class CoreferenceTrainer
{
    /// <summary>Seeds the order of the articles.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all articles are gone through. Ten with steps twice as large linked a fifth fewer nominals at the same precision.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>In how many parts the articles are left out in turn to choose margins; 0 keeps <see cref="Margins"/>.</summary>
    public int Parts { get; init; } = 4;

    /// <summary>
    /// Share of links of names and of nominals that shall be right on the articles left out. Asked of new articles is 0.85; of the 200 links that twenty
    /// articles have, the share right differs by 0.025 from set to set.
    /// </summary>
    public double Precision { get; init; } = 0.87;

    /// <summary>The model has two to this power weights, a byte each.</summary>
    public int Bits { get; init; } = 20;

    /// <summary>What it costs to begin a chain where one goes on.</summary>
    public float FalseNew { get; init; } = 1f;

    /// <summary>What it costs to link a phrase that begins a chain.</summary>
    public float FalseLink { get; init; } = 1.5f;

    /// <summary>What it costs to link a phrase to the wrong chain.</summary>
    public float WrongLink { get; init; } = 1f;

    /// <summary>Size of the first steps.</summary>
    public float Rate { get; init; } = 0.012f;

    /// <summary>Pull of weights towards zero.</summary>
    public float Decay { get; init; } = 1e-6f;

    /// <summary>By how much a link must outweigh a beginning before margins are chosen, by <see cref="ChainModel.Way"/>. That of pronouns is kept.</summary>
    public IReadOnlyList<float> Margins { get; init; } = [1.1f, 2, 1.2f, 2.5f, -0.4f];

    /// <summary>Trains and returns the bytes of a model file.</summary>
    public byte[] Train(IReadOnlyList<GoldChains> articles, LanguageAnalyser language, PhraseDescriber describer, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(describer);
        ArgumentNullException.ThrowIfNull(log);
        ChainLesson[] lessons = [.. articles.Select(article => ChainLesson.Of(article, language, describer))];
        var margins = Margins;
        if (Parts > 1)
        {
            // The parts share nothing, so they are learnt side by side; each by itself gives the same weights.
            var parts = Enumerable.Range(0, Parts).AsParallel().AsOrdered().Select(part => Part(lessons, part)).ToList();
            margins = ChainMargins.Choose(parts, Margins, Precision, describer, log);
        }

        return ChainModel.Write(Fit(lessons, log), margins);
    }

    /// <summary>What is learnt without one part of the articles, and that part.</summary>
    private (float[] Weights, IReadOnlyList<ChainLesson> Held) Part(ChainLesson[] lessons, int part) =>
        (Fit([.. lessons.Where((_, index) => index % Parts != part)], _ => { }), [.. lessons.Where((_, index) => index % Parts == part)]);

    private float[] Fit(ChainLesson[] lessons, Action<string> log)
    {
        var learner = new ChainLearner(this);
        var random = new Random(Seed);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(lessons);
            int right = 0, all = 0;
            foreach (var lesson in lessons)
            {
                right += learner.Learn(lesson, followsAnnotation: epoch == 1);
                all += lesson.Phrases.Count;
            }

            log($"epoch {epoch}: {100.0 * right / all:F2} % of phrases right");
        }

        return learner.Weights;
    }
}
