using Dateline.Evaluation.Chains;
using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Training;

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
