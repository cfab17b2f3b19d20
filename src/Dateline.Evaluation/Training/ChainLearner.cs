using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Training;

/// <summary>Weights of the coreference model while they are learnt: softmax-margin over antecedents with AdaGrad (Durrett and Klein 2013).</summary>
/// <param name="trainer">What mistakes cost, and the size of steps.</param>
internal sealed class ChainLearner(CoreferenceTrainer trainer)
{
    private readonly CoreferenceTrainer _costs = trainer;
    private readonly int _shift = 32 - trainer.Bits;
    private readonly float[] _weights = new float[1 << trainer.Bits];
    private readonly float[] _squares = new float[1 << trainer.Bits];

    public float[] Weights => _weights;

    /// <summary>Goes through one article; how many phrases were decided rightly.</summary>
    /// <param name="lesson">The article.</param>
    /// <param name="followsAnnotation">Whether chains are built as annotated, or as the weights so far have them.</param>
    public int Learn(ChainLesson lesson, bool followsAnnotation)
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
            var choice = followsAnnotation ? options.Where(option => option.IsRight).MaxBy(option => option.Score)! : best;
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
            foreach (var feature in option.Features) option.Score += _weights[feature >> _shift];
            if (option.Score > best.Score) best = option;
        }

        foreach (var option in options)
        {
            option.Cost = option.IsRight ? 0 : option.Antecedent < 0 ? _costs.FalseNew : goesOn ? _costs.WrongLink : _costs.FalseLink;
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
                var slot = feature >> _shift;
                var slope = gradient + _costs.Decay * _weights[slot];
                _squares[slot] += slope * slope;
                _weights[slot] -= _costs.Rate * slope / (MathF.Sqrt(_squares[slot]) + 1e-3f);
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
