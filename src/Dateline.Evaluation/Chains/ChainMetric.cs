using Dateline.Language;

namespace Dateline.Evaluation.Chains;

/// <summary>Numerators and denominators of recall and precision; documents add up.</summary>
public readonly record struct Ratio(double RecallHits, double Gold, double PrecisionHits, double System)
{
    public double Recall => Gold > 0 ? RecallHits / Gold : 0;

    public double Precision => System > 0 ? PrecisionHits / System : 0;

    /// <summary>Harmonic mean of the two, 0 to 1.</summary>
    public double F => Recall + Precision > 0 ? 2 * Recall * Precision / (Recall + Precision) : 0;

    public static Ratio operator +(Ratio a, Ratio b) => Add(a, b);

    public static Ratio Add(Ratio a, Ratio b) => new(a.RecallHits + b.RecallHits, a.Gold + b.Gold, a.PrecisionHits + b.PrecisionHits, a.System + b.System);
}

/// <summary>The measures of coreference as the CoNLL reference scorer counts them (Pradhan and others 2014), and LEA (Moosavi and Strube 2016).</summary>
/// <remarks>Key and response are lists of chains, each a set of mentions; mentions are the same when their words are.</remarks>
public static class ChainMetric
{
    /// <summary>Links needed to build the chains (Vilain and others 1995).</summary>
    public static Ratio Muc(IReadOnlyList<IReadOnlyList<TokenRange>> key, IReadOnlyList<IReadOnlyList<TokenRange>> response)
    {
        var (recall, gold) = Links(key, response);
        var (precision, system) = Links(response, key);
        return new Ratio(recall, gold, precision, system);
    }

    /// <summary>Overlap of chains, for each mention (Bagga and Baldwin 1998), with mentions that only one side has (Cai and Strube 2010's "B³_all").</summary>
    public static Ratio BCubed(IReadOnlyList<IReadOnlyList<TokenRange>> key, IReadOnlyList<IReadOnlyList<TokenRange>> response)
    {
        var (recall, gold) = Overlap(key, response);
        var (precision, system) = Overlap(response, key);
        return new Ratio(recall, gold, precision, system);
    }

    /// <summary>Best one-to-one pairing of chains by the similarity φ₄ (Luo 2005).</summary>
    public static Ratio CeafE(IReadOnlyList<IReadOnlyList<TokenRange>> key, IReadOnlyList<IReadOnlyList<TokenRange>> response)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(response);
        var chains = ChainOf(response);
        var similarity = new double[key.Count, response.Count];
        for (var k = 0; k < key.Count; k++)
        {
            foreach (var shared in key[k].Where(chains.ContainsKey).GroupBy(mention => chains[mention]))
            {
                similarity[k, shared.Key] = 2.0 * shared.Count() / (key[k].Count + response[shared.Key].Count);
            }
        }

        var best = Assignment.Best(similarity);
        return new Ratio(best, key.Count, best, response.Count);
    }

    /// <summary>Links that are right, weighted by the size of their chain; a chain of one counts as one link to itself.</summary>
    public static Ratio Lea(IReadOnlyList<IReadOnlyList<TokenRange>> key, IReadOnlyList<IReadOnlyList<TokenRange>> response)
    {
        var (recall, gold) = WeightedLinks(key, response);
        var (precision, system) = WeightedLinks(response, key);
        return new Ratio(recall, gold, precision, system);
    }

    private static (double Hits, double All) Links(IReadOnlyList<IReadOnlyList<TokenRange>> chains, IReadOnlyList<IReadOnlyList<TokenRange>> others)
    {
        var other = ChainOf(others);
        double hits = 0, all = 0;
        foreach (var chain in chains)
        {
            var parts = chain.Where(other.ContainsKey).Select(mention => other[mention]).Distinct().Count() + chain.Count(mention => !other.ContainsKey(mention));
            hits += chain.Count - parts;
            all += chain.Count - 1;
        }

        return (hits, all);
    }

    private static (double Hits, double All) Overlap(IReadOnlyList<IReadOnlyList<TokenRange>> chains, IReadOnlyList<IReadOnlyList<TokenRange>> others)
    {
        var other = ChainOf(others);
        double hits = 0, all = 0;
        foreach (var chain in chains)
        {
            foreach (var part in chain.Where(other.ContainsKey).GroupBy(mention => other[mention])) hits += (double)part.Count() * part.Count() / chain.Count;
            all += chain.Count;
        }

        return (hits, all);
    }

    private static (double Hits, double All) WeightedLinks(IReadOnlyList<IReadOnlyList<TokenRange>> chains, IReadOnlyList<IReadOnlyList<TokenRange>> others)
    {
        var other = ChainOf(others);
        double hits = 0, all = 0;
        foreach (var chain in chains)
        {
            all += chain.Count;
            if (chain.Count == 1)
            {
                if (other.TryGetValue(chain[0], out var alone) && others[alone].Count == 1) hits++;
                continue;
            }

            var right = chain.Where(other.ContainsKey).GroupBy(mention => other[mention]).Sum(part => Pairs(part.Count()));
            hits += chain.Count * right / Pairs(chain.Count);
        }

        return (hits, all);
    }

    private static double Pairs(int count) => count * (count - 1) / 2.0;

    private static Dictionary<TokenRange, int> ChainOf(IReadOnlyList<IReadOnlyList<TokenRange>> chains)
    {
        var chain = new Dictionary<TokenRange, int>();
        for (var index = 0; index < chains.Count; index++)
        {
            foreach (var mention in chains[index]) chain[mention] = index;
        }

        return chain;
    }
}
