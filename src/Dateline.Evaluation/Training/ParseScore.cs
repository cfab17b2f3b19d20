using System.Globalization;
using Dateline.Language;
using Dateline.Language.Neural;

namespace Dateline.Evaluation.Training;

/// <summary>How many words got the right head, and the right head with the right relation; punctuation counts too.</summary>
/// <param name="Words">All words.</param>
/// <param name="Attached">Words with the right head (UAS).</param>
/// <param name="Labelled">Words with the right head and relation, subtype and all.</param>
/// <param name="Universal">The same with subtypes left aside (LAS as the CoNLL 2018 shared task counts it).</param>
public readonly record struct ParseScore(int Words, int Attached, int Labelled, int Universal)
{
    /// <summary>Tags and parses the sentences, with their own tokens, and compares.</summary>
    public static ParseScore Of(Tagger tagger, GraphParser parser, IReadOnlyList<ConlluSentence> gold)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(parser);
        var (found, annotated) = (ConlluSentence.Untagged(gold), ConlluSentence.Annotated(gold));
        tagger.Tag(found);
        parser.Parse(found);
        int attached = 0, labelled = 0, universal = 0;
        for (var i = 0; i < found.TokenCount; i++)
        {
            if (found.Heads[i] != annotated.Heads[i]) continue;
            attached++;
            if (found.Relations[i] == annotated.Relations[i]) labelled++;
            if (Main(found.Relations[i]) == Main(annotated.Relations[i])) universal++;
        }

        return new ParseScore(found.TokenCount, attached, labelled, universal);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"UAS {Share(Attached):F2}, LAS {Share(Universal):F2} ({Share(Labelled):F2} with subtypes) on {Words} words");

    private static string Main(Relation relation) => relation.Name().Split(':')[0];

    private double Share(int words) => 100.0 * words / Math.Max(1, Words);
}
