using Dateline.Language;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>A sentence to learn from.</summary>
/// <param name="Inputs">Rows of the word tables, token by token.</param>
/// <param name="Heads">Heads counted from 1; 0 for the root.</param>
/// <param name="Relations">One for each token.</param>
public sealed record TrainingSentence(int[] Inputs, int[] Heads, Relation[] Relations)
{
    /// <summary>Tokens.</summary>
    public int Count => Heads.Length;
}
