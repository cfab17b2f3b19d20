using System.Collections.Concurrent;

namespace Dateline.Evaluation.Treebanks;

/// <summary>The part of a FEATS column that the CoNLL 2018 shared task counts.</summary>
internal static class UniversalFeatures
{
    private static readonly HashSet<string> Names = new(
        [
            "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
            "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
        ],
        StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The features of those names, in order; empty when there are none.</summary>
    public static string Of(string features) =>
        Known.GetOrAdd(features, static all => string.Join('|', all.Split('|').Where(feature => Names.Contains(feature.Split('=')[0])).Order(StringComparer.Ordinal)));
}
