using System.Collections.Frozen;
using Dateline.Resources;

namespace Dateline.Sourcing;

/// <summary>Words that say how surely, whether at all and how far something happened (data/en/lexicons/modality.yaml).</summary>
public sealed class ModalityLexicon
{
    private ModalityLexicon(KnowledgeNode file)
    {
        Adverbs = Labels(file, "adverbs");
        Adjectives = Labels(file, "adjectives");
        Auxiliaries = Labels(file, "auxiliaries");
        Governors = Labels(file, "governors");
        PassiveGovernors = Labels(file, "passive-governors");
        NounGovernors = Labels(file, "noun-governors");
        Stages = Labels(file, "stages");
        StageAdjectives = Labels(file, "stage-adjectives");
        Negations = file.TextsOf("negations").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        IrrealMarks = file.TextsOf("irreal-marks").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        FutureGovernors = file.TextsOf("future-governors").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        IrrealGovernors = file.TextsOf("irreal-governors").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        TimeMarks = file.TextsOf("time-marks").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Another = file.TextsOf("another").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>"reportedly", "possibly": adverb → modality.</summary>
    public FrozenDictionary<string, string> Adverbs { get; }

    /// <summary>"alleged", "suspected": adjective of an event noun → modality.</summary>
    public FrozenDictionary<string, string> Adjectives { get; }

    /// <summary>"may", "would", "will": auxiliary → modality, <c>irreal</c> or <c>future</c>.</summary>
    public FrozenDictionary<string, string> Auxiliaries { get; }

    /// <summary>"accused of", "suspected of", "denied": verb above → modality.</summary>
    public FrozenDictionary<string, string> Governors { get; }

    /// <summary>"is said to", "are believed to": verb above, in the passive → modality.</summary>
    public FrozenDictionary<string, string> PassiveGovernors { get; }

    /// <summary>"reports of", "fears of", with "no" before them nothing at all: noun above → modality.</summary>
    public FrozenDictionary<string, string> NounGovernors { get; }

    /// <summary>"tried to", "a plot to": word above → how far it came.</summary>
    public FrozenDictionary<string, string> Stages { get; }

    /// <summary>"attempted", "foiled": adjective of an event noun → how far it came.</summary>
    public FrozenDictionary<string, string> StageAdjectives { get; }

    /// <summary>"not", "never", "no".</summary>
    public FrozenSet<string> Negations { get; }

    /// <summary>"if", "unless": they open a clause that is not told as having happened.</summary>
    public FrozenSet<string> IrrealMarks { get; }

    /// <summary>"scheduled to", "due to": what they govern is yet to come.</summary>
    public FrozenSet<string> FutureGovernors { get; }

    /// <summary>"negotiations for", "demanded": what they govern is sought and has not happened.</summary>
    public FrozenSet<string> IrrealGovernors { get; }

    /// <summary>"after", "since": what they govern is another incident.</summary>
    public FrozenSet<string> TimeMarks { get; }

    /// <summary>"another", "second", "earlier": the event noun they modify is another one than those told before.</summary>
    public FrozenSet<string> Another { get; }

    public static ModalityLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/modality.yaml"));

    private static FrozenDictionary<string, string> Labels(KnowledgeNode file, string key)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (label, words) in file[key]?.Entries ?? throw file.Error($"\"{key}:\" is missing"))
        {
            foreach (var word in words.Texts) labels.TryAdd(word, label);
        }

        return labels.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
