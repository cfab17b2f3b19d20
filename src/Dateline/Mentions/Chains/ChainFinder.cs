using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>Gives the phrases that stand for the same person or thing a chain; phrases that stand alone are left out.</summary>
public sealed class ChainFinder(ChainResolver resolver) : IMentionFinder
{
    private const string By = "chains/model";

    public string Name => "chains 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tags, Layer.Lemmas, Layer.Trees];

    public Layer Gives => Layer.Coreference;

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var resolved = resolver.Resolve(new Tree(document));
        var numbers = new Dictionary<int, int>();
        foreach (var phrase in resolved.Phrases)
        {
            if (resolved.Chains.Of(phrase.Index).Size < 2) continue;
            var chain = resolved.Chains[phrase.Index];
            if (!numbers.TryGetValue(chain, out var number)) numbers[chain] = number = numbers.Count + 1;
            mentions.Chains.Add(new ChainMention(phrase.Tokens, document.SpanOf(phrase.Tokens), By, phrase.Head, phrase.Kind, number));
        }
    }
}
