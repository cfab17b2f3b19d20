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
        Stages = Labels(file, "stages");
        StageAdjectives = Labels(file, "stage-adjectives");
        Negations = file.TextsOf("negations").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        IrrealMarks = file.TextsOf("irreal-marks").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        FutureGovernors = file.TextsOf("future-governors").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        IrrealGovernors = file.TextsOf("irreal-governors").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        TimeMarks = file.TextsOf("time-marks").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Another = file.TextsOf("another").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public FrozenDictionary<string, string> Adverbs { get; }

    public FrozenDictionary<string, string> Adjectives { get; }

    public FrozenDictionary<string, string> Auxiliaries { get; }

    public FrozenDictionary<string, string> Governors { get; }

    public FrozenDictionary<string, string> Stages { get; }

    public FrozenDictionary<string, string> StageAdjectives { get; }

    public FrozenSet<string> Negations { get; }

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
