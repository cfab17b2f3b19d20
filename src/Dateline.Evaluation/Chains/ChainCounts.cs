using Dateline.Evaluation.Records;
using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Chains;

/// <summary>Adds up the measures of <see cref="ChainMetric"/> and the links over documents.</summary>
internal sealed class ChainCounts
{
    private readonly SortedDictionary<string, Ratio> _measures = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();

    /// <summary>Mean F of MUC, B³ and CEAFe so far, singletons left out.</summary>
    public double Conll => Mean("");

    public ScoreRow? this[string name] => _tally.Rows.FirstOrDefault(row => row.Name == name);

    public void Count(GoldChains article, Tree tree, ChainResolver resolver)
    {
        var resolved = resolver.Resolve(tree);
        var key = article.Mentions.GroupBy(mention => mention.Chain, StringComparer.Ordinal).Select(chain => chain.Select(mention => mention.Tokens).Distinct().ToArray()).ToArray();
        var response = resolved.Phrases.GroupBy(phrase => resolved.Chains[phrase.Index]).Select(chain => chain.Select(phrase => phrase.Tokens).Distinct().ToArray()).ToArray();
        // Of a phrase that stands in two chains the first counts.
        var seen = new HashSet<TokenRange>();
        response = [.. response.OrderByDescending(chain => chain.Length).Select(chain => chain.Where(seen.Add).ToArray()).Where(chain => chain.Length > 0)];
        Measure("", [.. key.Where(chain => chain.Length > 1)], [.. response.Where(chain => chain.Length > 1)]);
        Measure(" with singletons", key, response);
        var found = response.SelectMany(chain => chain).ToHashSet();
        var annotated = article.Mentions.Select(mention => mention.Tokens).ToHashSet();
        _tally.Count("mentions, all", found.Count(annotated.Contains), annotated.Count, found.Count);
        CountLinks(article, tree, resolved);
    }

    public IReadOnlyList<ScoreRow> Rows(string suffix) =>
    [
        Row("CoNLL F1" + suffix, Conll),
        Row("CoNLL F1 with singletons" + suffix, Mean(" with singletons")),
        .. _measures.Select(pair => Row(pair.Key + suffix, pair.Value)),
        .. _tally.Rows.Select(row => row with { Name = row.Name + suffix }),
    ];

    private double Mean(string kind) => (F("MUC" + kind) + F("B³" + kind) + F("CEAFe" + kind)) / 3;

    private double F(string name) => _measures.GetValueOrDefault(name).F;

    private static ScoreRow Row(string name, double f) => new(name, (int)Math.Round(f * 100_000), 100_000, 100_000);

    private static ScoreRow Row(string name, Ratio ratio) => new(
        name,
        (int)Math.Round(1000 * ratio.RecallHits),
        (int)Math.Round(1000 * ratio.Gold),
        ratio.PrecisionHits > 0 ? (int)Math.Round(1000 * ratio.System * ratio.RecallHits / ratio.PrecisionHits) : (int)Math.Round(1000 * ratio.System));

    private void Measure(string kind, IReadOnlyList<TokenRange>[] key, IReadOnlyList<TokenRange>[] response)
    {
        Add("MUC" + kind, ChainMetric.Muc(key, response));
        Add("B³" + kind, ChainMetric.BCubed(key, response));
        Add("CEAFe" + kind, ChainMetric.CeafE(key, response));
        Add("LEA" + kind, ChainMetric.Lea(key, response));
    }

    private void Add(string name, Ratio ratio) => _measures[name] = _measures.GetValueOrDefault(name) + ratio;

    private void CountLinks(GoldChains article, Tree tree, ResolvedChains resolved)
    {
        var byWords = new Dictionary<TokenRange, string>();
        var byHead = new Dictionary<(int Head, bool IsPair), string>();
        foreach (var mention in article.Mentions.OrderBy(mention => mention.Tokens.Count))
        {
            byWords[mention.Tokens] = mention.Chain;
            byHead[GoldHeads.Of(tree, mention.Tokens)] = mention.Chain;
        }

        foreach (var phrase in resolved.Phrases)
        {
            if (resolved.Choices[phrase.Index] is { IsLinked: true } choice)
            {
                var earlier = resolved.Phrases[choice.Earlier];
                var kind = phrase.Kind switch { ReferenceKind.Name => "name", ReferenceKind.Nominal => "nominal", _ => "pronoun" };
                var exact = byWords.TryGetValue(phrase.Tokens, out var chain) && byWords.TryGetValue(earlier.Tokens, out var other) && chain == other;
                var byHeads = byHead.TryGetValue((phrase.Head, phrase.IsPair), out chain) && byHead.TryGetValue((earlier.Head, earlier.IsPair), out other) && chain == other;
                _tally.Count($"{kind} links, exact", exact ? 1 : 0, 0, 1);
                _tally.Count($"{kind} links", byHeads || exact ? 1 : 0, 0, 1);
            }
        }

        // Recall of links: annotated mentions with an earlier one of their chain, by the kind that our phrase at their head has.
        var kinds = resolved.Phrases.GroupBy(phrase => (phrase.Head, phrase.IsPair)).ToDictionary(group => group.Key, group => group.First().Kind);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in article.Mentions.OrderBy(mention => mention.Tokens.First).ThenByDescending(mention => mention.Tokens.End))
        {
            if (begun.Add(mention.Chain)) continue;
            var kind = kinds.TryGetValue(GoldHeads.Of(tree, mention.Tokens), out var known) ? known switch { ReferenceKind.Name => "name", ReferenceKind.Nominal => "nominal", _ => "pronoun" } : "other";
            _tally.Count($"{kind} links", 0, 1, 0);
            _tally.Count($"{kind} links, exact", 0, 1, 0);
        }
    }
}

/// <summary>The head word of an annotated mention in a tree that may not agree with it.</summary>
internal static class GoldHeads
{
    /// <summary>The token that hangs outside the mention, the first of several; and whether the mention goes on over a conjunct of it.</summary>
    public static (int Head, bool IsPair) Of(Tree tree, TokenRange tokens)
    {
        var document = tree.Document;
        var head = tokens.First;
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (document.Heads[token] >= 0 && tokens.Contains(document.Heads[token])) continue;
            if (document.Upos[token] is Upos.PUNCT or Upos.ADP or Upos.DET && tokens.Count > 1) continue;
            head = token;
            break;
        }

        return (head, tree.Children(head).Any(child => tokens.Contains(child) && document.Relations[child] == Relation.Conj && document.Upos[child] is Upos.NOUN or Upos.PROPN or Upos.PRON));
    }
}
