namespace Dateline.Language.Neural;

/// <summary>How well each word of a sentence goes as the head of each other: biaffine (Dozat and Manning 2017), and by distance (Qi and others 2018).</summary>
/// <remarks>Quadratic in a sentence, which <see cref="GraphParser"/> keeps short. One for each caller; buffers are used again.</remarks>
public sealed unsafe class ArcScorer(NetworkWeights weights)
{
    /// <summary>The score of what cannot be.</summary>
    public const float Never = -1e9f;

    private readonly FloatBuffer _asked = new();
    private readonly FloatBuffer _dependentDistance = new();
    private readonly FloatBuffer _headDistance = new();
    private readonly FloatBuffer _heads = new();
    private readonly FloatBuffer _dependents = new();
    private readonly FloatBuffer _scores = new();
    private float* _roles;

    /// <summary>What each token of the batch asks of its head: its floats as a dependent times <see cref="NetworkWeights.Arcs"/>.</summary>
    public float* Asked => _asked.Data;

    /// <summary>What the tokens of the sentence last scored ask, padded to whole groups of rows.</summary>
    public float* SentenceAsked => _dependents.Data;

    /// <summary>Floats from one row of scores to the next.</summary>
    public static int Stride(int words) => Dense.Padded(words + 1, Dense.ColumnGroup);

    /// <summary>Takes up a batch of tokens.</summary>
    /// <param name="roles">Their floats, as <see cref="SentenceEncoder"/> gives them.</param>
    /// <param name="rows">Tokens, padded to whole groups.</param>
    public void Read(float* roles, int rows)
    {
        var size = weights.Size;
        _roles = roles;
        var asked = _asked.Room(rows * size.Arc);
        Dense.Multiply(roles, size.Roles, weights.Arcs, size.Arc, asked, size.Arc, rows, size.Arc, size.Arc);
        var byDependent = _dependentDistance.Room(rows * ArcDistance.Count);
        Dense.Multiply(asked, size.Arc, weights.DependentDistance, ArcDistance.Count, byDependent, ArcDistance.Count, rows, size.Arc, ArcDistance.Count);
        var byHead = _headDistance.Room(rows * ArcDistance.Count);
        Dense.Multiply(roles + size.Arc, size.Roles, weights.HeadDistance, ArcDistance.Count, byHead, ArcDistance.Count, rows, size.Arc, ArcDistance.Count);
    }

    /// <summary>Scores one sentence of the batch: a row a dependent, column 0 the root, then the words as heads.</summary>
    /// <returns>Rows <see cref="Stride"/> apart, good until the next call; what is no head scores <see cref="Never"/>.</returns>
    public float* Score(int first, int count)
    {
        var arc = weights.Size.Arc;
        var stride = Stride(count);
        var rows = Dense.Padded(count, Dense.RowGroup);
        var heads = _heads.Zeros(arc * stride);
        for (var i = 0; i < arc; i++) heads[(long)i * stride] = weights.Root[i];
        Dense.Transpose(_roles + ((long)first * weights.Size.Roles) + arc, weights.Size.Roles, count, arc, heads + 1, stride);
        var dependents = _dependents.Zeros(rows * arc);
        new Span<float>(_asked.Data + ((long)first * arc), count * arc).CopyTo(new Span<float>(dependents, count * arc));
        var scores = _scores.Room(rows * stride);
        Dense.Multiply(dependents, arc, heads, stride, scores, stride, rows, arc, stride);
        for (var word = 0; word < count; word++) AddDistances(scores + ((long)word * stride), first, word, count, stride);
        return scores;
    }

    private void AddDistances(float* row, int first, int word, int count, int stride)
    {
        var own = _dependentDistance.Data + ((long)(first + word) * ArcDistance.Count);
        row[0] += own[ArcDistance.Root];
        for (var head = 0; head < count; head++)
        {
            if (head == word) continue;
            var step = ArcDistance.Step(head - word);
            row[head + 1] += own[step] + _headDistance.Data[((long)(first + head) * ArcDistance.Count) + step];
        }

        row[word + 1] = Never;
        for (var head = count + 1; head < stride; head++) row[head] = Never;
    }
}
