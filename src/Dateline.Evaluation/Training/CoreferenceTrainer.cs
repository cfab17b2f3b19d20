using Dateline.Evaluation.Chains;
using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Training;

/// <summary>Trains the <see cref="ChainModel"/>: for each phrase the right antecedents together shall outweigh all else, by a margin.</summary>
/// <remarks>
/// Softmax-margin over antecedents with AdaGrad (Durrett and Klein 2013). Trees and tags are the pipeline's own, so that the model meets
/// the errors it will meet. From the second pass on chains are the model's own, so that it learns to go on from its own mistakes.
/// </remarks>
public sealed class CoreferenceTrainer
{
    /// <summary>Seeds the order of the articles.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that all articles are gone through.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>The model has two to this power weights, a byte each.</summary>
    public int Bits { get; init; } = 20;

    /// <summary>What it costs to begin a chain where one goes on.</summary>
    public float FalseNew { get; init; } = 1f;

    /// <summary>What it costs to link a phrase that begins a chain.</summary>
    public float FalseLink { get; init; } = 1.5f;

    /// <summary>What it costs to link a phrase to the wrong chain.</summary>
    public float WrongLink { get; init; } = 1f;

    /// <summary>Size of the first steps.</summary>
    public float Rate { get; init; } = 0.025f;

    /// <summary>Pull of weights towards zero.</summary>
    public float Decay { get; init; } = 1e-6f;

    /// <summary>By how much a link must outweigh a beginning: names that share a word and that do not, nominals likewise, pronouns.</summary>
    public IReadOnlyList<float> Margins { get; init; } = [1.1f, 2, 1.2f, 2.5f, -0.4f];

    private float[] _weights = [];
    private float[] _squares = [];

    /// <summary>Trains and returns the bytes of a model file.</summary>
    public byte[] Train(IReadOnlyList<GoldChains> articles, LanguageAnalyser language, PhraseDescriber describer, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(describer);
        ArgumentNullException.ThrowIfNull(log);
        _weights = new float[1 << Bits];
        _squares = new float[1 << Bits];
        var lessons = articles.Select(article => ChainLesson.Of(article, language, describer)).ToArray();
        var random = new Random(Seed);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(lessons);
            int right = 0, all = 0;
            foreach (var lesson in lessons)
            {
                right += Learn(lesson, epoch);
                all += lesson.Phrases.Count;
            }

            log($"epoch {epoch}: {100.0 * right / all:F2} % of phrases right");
        }

        return ChainModel.Write(_weights, Margins);
    }

    /// <summary>Goes through one article; how many phrases were decided rightly.</summary>
    private int Learn(ChainLesson lesson, int epoch)
    {
        var features = new ChainFeatures(lesson.Tree, lesson.Phrases);
        var candidates = new ChainCandidates(lesson.Phrases);
        var state = new ChainState(lesson.Phrases.Count);
        var options = new List<Option>();
        var rightOnes = 0;
        foreach (var phrase in lesson.Phrases)
        {
            options.Clear();
            var chain = lesson.Chains[phrase.Index];
            options.Add(new Option(-1, features.Begins(phrase).ToArray()));
            var goesOn = false;
            foreach (var candidate in candidates.Of(phrase))
            {
                if (!ChainResolver.MayLink(phrase, lesson.Phrases[candidate])) continue;
                var option = new Option(candidate, features.Continues(phrase, lesson.Phrases[candidate], state).ToArray()) { IsRight = chain >= 0 && lesson.Chains[candidate] == chain };
                goesOn |= option.IsRight;
                options.Add(option);
            }

            options[0].IsRight = !goesOn;
            var best = Best(options, goesOn);
            if (best.IsRight) rightOnes++;
            Step(options);
            var choice = epoch == 1 ? options.Where(option => option.IsRight).MaxBy(option => option.Score)! : best;
            if (choice.Antecedent < 0) state.Begin(phrase);
            else state.Link(phrase, choice.Antecedent);
            features.Pass(phrase);
            candidates.Pass(phrase);
        }

        return rightOnes;
    }

    /// <summary>Scores all options and adds their cost; the best without cost.</summary>
    private Option Best(List<Option> options, bool goesOn)
    {
        var best = options[0];
        foreach (var option in options)
        {
            foreach (var feature in option.Features) option.Score += _weights[feature >> (32 - Bits)];
            if (option.Score > best.Score) best = option;
        }

        foreach (var option in options)
        {
            option.Cost = option.IsRight ? 0 : option.Antecedent < 0 ? FalseNew : goesOn ? WrongLink : FalseLink;
        }

        return best;
    }

    private void Step(List<Option> options)
    {
        var largest = options.Max(option => option.Score + option.Cost);
        double all = 0, right = 0;
        foreach (var option in options)
        {
            option.Share = Math.Exp(option.Score + option.Cost - largest);
            all += option.Share;
            if (option.IsRight) right += option.Share;
        }

        foreach (var option in options)
        {
            var gradient = (float)(option.Share / all - (option.IsRight ? option.Share / Math.Max(right, 1e-300) : 0));
            if (Math.Abs(gradient) < 1e-4f) continue;
            foreach (var feature in option.Features)
            {
                var slot = feature >> (32 - Bits);
                var slope = gradient + Decay * _weights[slot];
                _squares[slot] += slope * slope;
                _weights[slot] -= Rate * slope / (MathF.Sqrt(_squares[slot]) + 1e-3f);
            }
        }
    }

    private sealed class Option(int antecedent, uint[] features)
    {
        public int Antecedent { get; } = antecedent;

        public uint[] Features { get; } = features;

        public bool IsRight { get; set; }

        public float Score { get; set; }

        public float Cost { get; set; }

        public double Share { get; set; }
    }
}

/// <summary>An article's phrases as the pipeline finds them, with the annotated chain of each.</summary>
/// <param name="Tree">Our own trees.</param>
/// <param name="Phrases">Our own phrases.</param>
/// <param name="Chains">Number of the annotated chain; -1 for a phrase that is no mention.</param>
internal sealed record ChainLesson(Tree Tree, IReadOnlyList<ReferringPhrase> Phrases, int[] Chains)
{
    /// <summary>Pairs our phrases with annotated mentions of the same words, or else of the same head.</summary>
    public static ChainLesson Of(GoldChains article, LanguageAnalyser language, PhraseDescriber describer)
    {
        var document = ConlluSentence.Untagged(article.Sentences);
        language.Fill(document);
        var tree = new Tree(document);
        var phrases = describer.Describe(tree);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWords = new Dictionary<TokenRange, int>();
        var byHead = new Dictionary<(int Head, bool IsPair), int>();
        foreach (var mention in article.Mentions.OrderBy(mention => mention.Tokens.Count))
        {
            if (!numbers.TryGetValue(mention.Chain, out var number)) numbers[mention.Chain] = number = numbers.Count;
            byWords[mention.Tokens] = number;
            byHead[GoldHeads.Of(tree, mention.Tokens)] = number;
        }

        var chains = new int[phrases.Count];
        foreach (var phrase in phrases)
        {
            chains[phrase.Index] = byWords.TryGetValue(phrase.Tokens, out var chain) || byHead.TryGetValue((phrase.Head, phrase.IsPair), out chain) ? chain : -1;
        }

        return new ChainLesson(tree, phrases, chains);
    }
}
