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
        var antecedents = new int[phrases.Count];
        foreach (var phrase in phrases)
        {
            var best = -1;
            var bestScore = model.Score(features.Begins(phrase));
            foreach (var candidate in candidates.Of(phrase))
            {
                if (!MayLink(phrase, phrases[candidate])) continue;
                var score = model.Score(features.Continues(phrase, phrases[candidate], state)) - model.Margin(phrase.Kind, SharesWord(phrase, phrases[candidate], state));
                if (score > bestScore) (best, bestScore) = (candidate, score);
            }

            antecedents[phrase.Index] = best;
            if (best < 0) state.Begin(phrase);
            else state.Link(phrase, best);
            features.Pass(phrase);
            candidates.Pass(phrase);
        }

        return new ResolvedChains(phrases, state, antecedents);
    }

    /// <summary>Whether the phrase repeats a noun or name that was used of the chain, or one is a modifier in the other ("Fuad Masum", "Masum").</summary>
    private static bool SharesWord(ReferringPhrase phrase, ReferringPhrase earlier, ChainState state) =>
        state.Of(earlier.Index).Words.Contains(phrase.Word) || (phrase.Kind == ReferenceKind.Name && earlier.Kind == ReferenceKind.Name && earlier.Modifiers.Contains(phrase.Word));

    /// <summary>What can never be: a he that is a she, a phrase that is part of another and names it, a pronoun of the first person that is an "it".</summary>
    public static bool MayLink(ReferringPhrase phrase, ReferringPhrase earlier)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(earlier);
        if ((phrase.Gender, earlier.Gender) is (PhraseGender.Male, PhraseGender.Female) or (PhraseGender.Female, PhraseGender.Male)) return false;
        return phrase.Head != earlier.Head;
    }
}

/// <summary>The phrases of a document with their chains.</summary>
/// <param name="Phrases">In text order.</param>
/// <param name="Chains">The chain of each.</param>
/// <param name="Antecedents">For each phrase the earlier one it was linked to; -1 when it begins a chain.</param>
public sealed record ResolvedChains(IReadOnlyList<ReferringPhrase> Phrases, ChainState Chains, IReadOnlyList<int> Antecedents);
