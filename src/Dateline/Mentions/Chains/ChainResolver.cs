using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>Links phrases into chains, from left to right: each continues the chain of its best antecedent or begins one.</summary>
public sealed class ChainResolver(PhraseDescriber describer, ChainModel model)
{
    /// <summary>The phrases of a document and their chains.</summary>
    public ResolvedChains Resolve(Tree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var phrases = describer.Describe(tree);
        var features = new ChainFeatures(tree, phrases);
        var candidates = new ChainCandidates(phrases);
        var state = new ChainState(phrases.Count);
        var choices = new ChainChoice[phrases.Count];
        foreach (var phrase in phrases)
        {
            var choice = new ChainChoice(-1, float.NegativeInfinity, 0, 0);
            var begins = model.Score(features.Begins(phrase));
            foreach (var candidate in candidates.Of(phrase))
            {
                if (!MayLink(phrase, phrases[candidate])) continue;
                var lead = model.Score(features.Continues(phrase, phrases[candidate], state)) - begins;
                var way = ChainModel.Way(phrase.Kind, SharesWord(phrase, phrases[candidate], state));
                if (lead - model.Margins[way] > choice.Surplus) choice = new ChainChoice(candidate, lead, way, model.Margins[way]);
            }

            choices[phrase.Index] = choice;
            if (choice.IsLinked) state.Link(phrase, choice.Earlier);
            else state.Begin(phrase);
            features.Pass(phrase);
            candidates.Pass(phrase);
        }

        return new ResolvedChains(phrases, state, choices);
    }

    /// <summary>Whether the phrase repeats a noun or name that was used of the chain, or one is a modifier in the other ("Fuad Masum", "Masum").</summary>
    private static bool SharesWord(ReferringPhrase phrase, ReferringPhrase earlier, ChainState state) =>
        state.Of(earlier.Index).Words.Contains(phrase.Word) || (phrase.Kind == ReferenceKind.Name && earlier.Kind == ReferenceKind.Name && earlier.Modifiers.Contains(phrase.Word));

    /// <summary>What can never be: a he that is a she, a phrase with the same head as another, an owner that is what it owns ("her" in "her mother").</summary>
    public static bool MayLink(ReferringPhrase phrase, ReferringPhrase earlier)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(earlier);
        if ((phrase.Gender, earlier.Gender) is (PhraseGender.Male, PhraseGender.Female) or (PhraseGender.Female, PhraseGender.Male)) return false;
        return phrase.Head != earlier.Head && phrase.Head != earlier.Owner;
    }
}

/// <summary>The earlier phrase that a phrase would best go on from, and how clearly.</summary>
/// <param name="Earlier">Index of the earlier phrase; -1 when there is none that it may go on from.</param>
/// <param name="Lead">By how much going on from it outweighs beginning a chain.</param>
/// <param name="Way">Which margin applies; see <see cref="ChainModel.Way"/>.</param>
/// <param name="Margin">The lead that a link needs.</param>
public readonly record struct ChainChoice(int Earlier, float Lead, int Way, float Margin)
{
    /// <summary>The lead above what is needed.</summary>
    public float Surplus => Lead - Margin;

    /// <summary>Whether the phrase goes on from the earlier one.</summary>
    public bool IsLinked => Earlier >= 0 && Surplus > 0;
}

/// <summary>The phrases of a document with their chains.</summary>
/// <param name="Phrases">In text order.</param>
/// <param name="Chains">The chain of each.</param>
/// <param name="Choices">How each was decided on.</param>
public sealed record ResolvedChains(IReadOnlyList<ReferringPhrase> Phrases, ChainState Chains, IReadOnlyList<ChainChoice> Choices);
