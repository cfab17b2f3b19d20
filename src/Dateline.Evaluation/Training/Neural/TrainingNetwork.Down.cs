using System.Runtime.Intrinsics;
using Dateline.Language;
using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training.Neural;

/// <content>Losses, and the gradient from them to every weight.</content>
public sealed unsafe partial class TrainingNetwork
{
    private readonly AlignedBuffer<float> _wordGradient = new();
    private readonly AlignedBuffer<float> _saidGradient = new();
    private readonly AlignedBuffer<float> _roleGradient = new();
    private readonly AlignedBuffer<float> _askedGradient = new();
    private readonly AlignedBuffer<float> _dependentDistance = new();
    private readonly AlignedBuffer<float> _headDistance = new();
    private readonly AlignedBuffer<float> _heads = new();
    private readonly AlignedBuffer<float> _product = new();
    private readonly AlignedBuffer<float> _turned = new();
    private readonly AlignedBuffer<float> _turnedWeights = new();
    private readonly AlignedBuffer<float> _hidden = new();
    private readonly AlignedBuffer<float> _hiddenMask = new();
    private readonly AlignedBuffer<float> _hiddenGradient = new();
    private readonly AlignedBuffer<float> _labels = new();

    /// <summary>Adds the gradient of a batch: the mean over its tokens of the log loss of head and relation.</summary>
    /// <returns>How many tokens had their head scored best.</returns>
    public int Learn(IReadOnlyList<TrainingSentence> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Up(batch);
        var size = Weights.Size;
        _roleGradient.Zeros(_rows * size.Roles);
        _askedGradient.Zeros(_rows * size.Arc);
        _dependentDistance.Zeros(_rows * ArcDistance.Count);
        _headDistance.Zeros(_rows * ArcDistance.Count);
        var right = 0;
        for (var i = 0; i < batch.Count; i++) right += LearnArcs(batch[i], _starts[i]);
        LearnLabels(batch);
        float* roles = _roles.Data, gradient = _roleGradient.Data;
        Down(_asked.Data, size.Arc, size.Arc, Weights.DependentDistance, _gradient.DependentDistance, ArcDistance.Count, _dependentDistance.Data, _askedGradient.Data, size.Arc);
        Down(roles + size.Arc, size.Roles, size.Arc, Weights.HeadDistance, _gradient.HeadDistance, ArcDistance.Count, _headDistance.Data, gradient + size.Arc, size.Roles);
        Down(roles, size.Roles, size.Arc, Weights.Arcs, _gradient.Arcs, size.Arc, _askedGradient.Data, gradient, size.Roles);
        for (var token = 0; token < _count; token++) UnbendRoles(token);
        DownLayers();
        return right;
    }

    private void UnbendRoles(int token)
    {
        var size = Weights.Size;
        var at = (long)token * size.Roles;
        float* value = _roles.Data + at, gradient = _roleGradient.Data + at;
        for (var i = 0; i < 2 * size.Arc; i += Dense.Lanes) (Vector512.Load(gradient + i) * Dense.LeakySlope(Vector512.Load(value + i))).Store(gradient + i);
        Dense.Scale(gradient, _roleMask.Data + at, 2 * size.Arc);
        Dense.Add(gradient, _gradient.RoleBias, size.Roles);
    }

    private void DownLayers()
    {
        var size = Weights.Size;
        var words = _wordGradient.Zeros(_rows * size.Width);
        Down(_words[size.Layers].Data, size.Width, size.Width, Weights.Roles, _gradient.Roles, size.Roles, _roleGradient.Data, words, size.Width);
        for (var layer = size.Layers - 1; layer >= 0; layer--)
        {
            var said = _saidGradient.Zeros(_rows * size.Width);
            Dense.Add(words, said, _rows * size.Width);
            Dense.Scale(said, _wordMasks[layer + 1].Data, _rows * size.Width);
            _layers[layer].Down(Weights.Gates(layer), _gradient.Gates(layer), said, _starts, _rows);
            Down(_words[layer].Data, size.Width, size.Width, Weights.Layer(layer), _gradient.Layer(layer), size.Gates, _layers[layer].GateGradient, words, size.Width);
        }

        Dense.Scale(words, _wordMasks[0].Data, _rows * size.Width);
        for (var i = 0; i < _inputs.Length; i++) _tables[i % _tables.Length].Learn(_inputs[i], words + ((long)(i / _tables.Length) * size.Width));
    }

    private int LearnArcs(TrainingSentence sentence, int first)
    {
        var (size, count) = (Weights.Size, sentence.Count);
        var (rows, stride) = (Dense.Padded(count, Dense.RowGroup), ArcScorer.Stride(count));
        var scores = _arcs.Score(_arcRoles, first, count);
        var right = 0;
        for (var i = 0; i < count; i++)
        {
            var row = scores + ((long)i * stride);
            if (new ReadOnlySpan<float>(row, stride)[sentence.Heads[i]] >= Most(row, stride)) right++;
            ToGradient(row, stride, sentence.Heads[i]);
            LearnDistances(row, first, i, count);
        }

        new Span<float>(scores + ((long)count * stride), (rows - count) * stride).Clear();
        var heads = _heads.Zeros(stride * size.Arc);
        new Span<float>(Weights.Root, size.Arc).CopyTo(new Span<float>(heads, size.Arc));
        for (var i = 0; i < count; i++)
        {
            new Span<float>(_roles.Data + ((long)(first + i) * size.Roles) + size.Arc, size.Arc).CopyTo(new Span<float>(heads + ((long)(i + 1) * size.Arc), size.Arc));
        }

        var product = _product.Room(Math.Max(rows, stride) * size.Arc);
        Dense.Multiply(scores, stride, heads, size.Arc, product, size.Arc, rows, stride, size.Arc);
        Dense.Add(product, _askedGradient.Data + ((long)first * size.Arc), count * size.Arc);
        var turned = _turned.Room(stride * rows);
        Dense.Transpose(scores, stride, rows, stride, turned, rows);
        Dense.Multiply(turned, rows, _arcs.SentenceAsked, size.Arc, product, size.Arc, stride, rows, size.Arc);
        Dense.Add(product, _gradient.Root, size.Arc);
        for (var i = 0; i < count; i++) Dense.Add(product + ((long)(i + 1) * size.Arc), _roleGradient.Data + ((long)(first + i) * size.Roles) + size.Arc, size.Arc);
        return right;
    }

    private void LearnDistances(float* row, int first, int word, int count)
    {
        var own = _dependentDistance.Data + ((long)(first + word) * ArcDistance.Count);
        own[ArcDistance.Root] += row[0];
        for (var head = 0; head < count; head++)
        {
            if (head == word) continue;
            var step = ArcDistance.Step(head - word);
            own[step] += row[head + 1];
            _headDistance.Data[((long)(first + head) * ArcDistance.Count) + step] += row[head + 1];
        }
    }

    private void LearnLabels(IReadOnlyList<TrainingSentence> batch)
    {
        var size = Weights.Size;
        var hidden = _hidden.Zeros(_rows * size.Label);
        var mask = _hiddenMask.Room(_rows * size.Label);
        _chance.Mask(mask, _rows * size.Label, RoleDropout);
        var heads = new int[_count];
        var gold = new Relation[_count];
        for (var (s, token) = (0, 0); s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Count; i++, token++)
            {
                (heads[token], gold[token]) = (batch[s].Heads[i] == 0 ? -1 : _starts[s] + batch[s].Heads[i] - 1, batch[s].Relations[i]);
                if (heads[token] >= 0) LabelScorer.Hidden(size, Weights.LabelDistance, _roles.Data, token, heads[token], hidden + ((long)token * size.Label));
            }
        }

        Dense.Scale(hidden, mask, _rows * size.Label);
        var labels = _labels.Room(_rows * GraphParserSize.Relations);
        Dense.Multiply(hidden, size.Label, Weights.Labels, GraphParserSize.Relations, labels, GraphParserSize.Relations, _rows, size.Label, GraphParserSize.Relations);
        for (var token = 0; token < _rows; token++)
        {
            var row = labels + ((long)token * GraphParserSize.Relations);
            if (token >= _count || heads[token] < 0)
            {
                new Span<float>(row, GraphParserSize.Relations).Clear();
                continue;
            }

            Dense.Add(Weights.LabelBias, row, GraphParserSize.Relations);
            ToGradient(row, GraphParserSize.Relations, (int)gold[token]);
            Dense.Add(row, _gradient.LabelBias, GraphParserSize.Relations);
        }

        var gradient = _hiddenGradient.Zeros(_rows * size.Label);
        Down(hidden, size.Label, size.Label, Weights.Labels, _gradient.Labels, GraphParserSize.Relations, labels, gradient, size.Label);
        Dense.Scale(gradient, mask, _rows * size.Label);
        for (var token = 0; token < _count; token++)
        {
            if (heads[token] >= 0) DownLabel(token, heads[token], hidden + ((long)token * size.Label), gradient + ((long)token * size.Label));
        }
    }

    private void DownLabel(int token, int head, float* hidden, float* gradient)
    {
        var size = Weights.Size;
        for (var i = 0; i < size.Label; i += Dense.Lanes) (Vector512.Load(gradient + i) * Dense.LeakySlope(Vector512.Load(hidden + i))).Store(gradient + i);
        Dense.Add(gradient, _roleGradient.Data + ((long)token * size.Roles) + (2 * size.Arc), size.Label);
        Dense.Add(gradient, _roleGradient.Data + ((long)head * size.Roles) + (2 * size.Arc) + size.Label, size.Label);
        Dense.Add(gradient, _gradient.LabelDistance + (ArcDistance.Step(head - token) * size.Label), size.Label);
    }

    /// <summary>From the gradient of a product to those of its weights and of what was multiplied with them.</summary>
    private void Down(float* input, int inputStride, int inner, float* weights, float* weightGradient, int columns, float* output, float* inputGradient, int gradientStride)
    {
        var turned = _turned.Room(inner * _rows);
        Dense.Transpose(input, inputStride, _rows, inner, turned, _rows);
        Dense.Multiply(turned, _rows, output, columns, weightGradient, columns, inner, _rows, columns, add: true);
        var turnedWeights = _turnedWeights.Room(inner * columns);
        Dense.Transpose(weights, columns, inner, columns, turnedWeights, inner);
        Dense.Multiply(output, columns, turnedWeights, inner, inputGradient, gradientStride, _rows, columns, inner, add: true);
    }

    /// <summary>Scores → gradient of the log loss: chances, less one for what is right, by the tokens of the batch.</summary>
    private void ToGradient(float* row, int count, int gold)
    {
        var most = Vector512.Create(Most(row, count));
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < count; i += Dense.Lanes)
        {
            var chance = Dense.Exp(Vector512.Load(row + i) - most);
            chance.Store(row + i);
            sum += chance;
        }

        var share = Vector512.Create(1 / (Dense.Sum(sum) * _count));
        for (var i = 0; i < count; i += Dense.Lanes) (Vector512.Load(row + i) * share).Store(row + i);
        row[gold] -= 1f / _count;
    }

    private static float Most(float* row, int count)
    {
        var most = row[0];
        for (var i = 1; i < count; i++) most = Math.Max(most, row[i]);
        return most;
    }
}
