using Dateline.Language;
using Dateline.Mentions;

namespace Dateline.Sourcing;

/// <summary>Finds who says what in a document: verbs of saying, "according to", headlines with a colon, quotations, hearsay carried on; and who thinks, wants or plans what.</summary>
public sealed class AttributionFinder(SourceLexicon lexicon, CueLexicon cues)
{
    /// <summary>The attributions, by the start of their content; of two that nest the wider comes first.</summary>
    public IReadOnlyList<Attribution> Find(Tree tree, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(mentions);
        return [.. new SpeechReading(tree, mentions, lexicon, cues).Read()
            .OrderBy(found => found.Content.Start).ThenByDescending(found => found.Content.End).ThenByDescending(found => found.Chain.Sources.Count).ThenBy(found => found.Cue.Start)];
    }

    /// <summary>Who says the words at a place, outermost first, and how surely the innermost of them says it.</summary>
    public static (SourceChain Chain, Modality Modality) SourcesOf(IEnumerable<Attribution> attributions, TextSpan words)
    {
        ArgumentNullException.ThrowIfNull(attributions);
        var sources = new List<Source>();
        var modality = Modality.Stated;
        foreach (var attribution in attributions)
        {
            if (!attribution.Content.Contains(words) || attribution.Cue.Overlaps(words) || attribution.Source is { } source && source.Contains(words)) continue;
            sources.AddRange(attribution.Chain.Sources.Where(next => !sources.Exists(known => known.Name == next.Name)));
            if (attribution.Modality != Modality.Stated) modality = attribution.Modality;
        }

        return (sources.Count == 0 ? SourceChain.OwnVoice : new SourceChain(sources), modality);
    }
}
