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
        Negations = file.TextsOf("negations").ToHashSet(StringComparer.OrdinalIgnoreCase);
        IrrealMarks = file.TextsOf("irreal-marks").ToHashSet(StringComparer.OrdinalIgnoreCase);
        FutureGovernors = file.TextsOf("future-governors").ToHashSet(StringComparer.OrdinalIgnoreCase);
        IrrealGovernors = file.TextsOf("irreal-governors").ToHashSet(StringComparer.OrdinalIgnoreCase);
        TimeMarks = file.TextsOf("time-marks").ToHashSet(StringComparer.OrdinalIgnoreCase);
        Another = file.TextsOf("another").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<string, string> Adverbs { get; }

    public IReadOnlyDictionary<string, string> Adjectives { get; }

    public IReadOnlyDictionary<string, string> Auxiliaries { get; }

    public IReadOnlyDictionary<string, string> Governors { get; }

    public IReadOnlyDictionary<string, string> Stages { get; }

    public IReadOnlyDictionary<string, string> StageAdjectives { get; }

    public IReadOnlySet<string> Negations { get; }

    public IReadOnlySet<string> IrrealMarks { get; }

    /// <summary>"scheduled to", "due to": what they govern is yet to come.</summary>
    public IReadOnlySet<string> FutureGovernors { get; }

    /// <summary>"negotiations for", "demanded": what they govern is sought and has not happened.</summary>
    public IReadOnlySet<string> IrrealGovernors { get; }

    /// <summary>"after", "since": what they govern is another incident.</summary>
    public IReadOnlySet<string> TimeMarks { get; }

    /// <summary>"another", "second", "earlier": the event noun they modify is another one than those told before.</summary>
    public IReadOnlySet<string> Another { get; }

    public static ModalityLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/modality.yaml"));

    private static Dictionary<string, string> Labels(KnowledgeNode file, string key)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (label, words) in file[key]?.Entries ?? throw file.Error($"\"{key}:\" is missing"))
        {
            foreach (var word in words.Texts) labels.TryAdd(word, label);
        }

        return labels;
    }
}
