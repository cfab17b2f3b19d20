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
        Negations = file.TextsOf("negations").ToHashSet(StringComparer.OrdinalIgnoreCase);
        IrrealMarks = file.TextsOf("irreal-marks").ToHashSet(StringComparer.OrdinalIgnoreCase);
        FutureGovernors = file.TextsOf("future-governors").ToHashSet(StringComparer.OrdinalIgnoreCase);
        IrrealGovernors = file.TextsOf("irreal-governors").ToHashSet(StringComparer.OrdinalIgnoreCase);
        TimeMarks = file.TextsOf("time-marks").ToHashSet(StringComparer.OrdinalIgnoreCase);
        Implicatives = Labels(file, "implicatives");
        OpenClauses = Labels(file, "open-clauses");
        OpenMarks = file.TextsOf("open-marks").ToHashSet(StringComparer.OrdinalIgnoreCase);
        Another = file.TextsOf("another").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>"reportedly", "possibly": adverb → modality.</summary>
    public Dictionary<string, string> Adverbs { get; }

    /// <summary>"alleged", "suspected": adjective of an event noun → modality.</summary>
    public Dictionary<string, string> Adjectives { get; }

    /// <summary>"may", "would", "will": auxiliary → modality, <c>irreal</c> or <c>future</c>.</summary>
    public Dictionary<string, string> Auxiliaries { get; }

    /// <summary>"accused of", "suspected of", "denied": verb above → modality.</summary>
    public Dictionary<string, string> Governors { get; }

    /// <summary>"is said to", "are believed to": verb above, in the passive → modality.</summary>
    public Dictionary<string, string> PassiveGovernors { get; }

    /// <summary>"reports of", "fears of", with "no" before them nothing at all: noun above → modality.</summary>
    public Dictionary<string, string> NounGovernors { get; }

    /// <summary>"tried to", "a plot to": word above → how far it came.</summary>
    public Dictionary<string, string> Stages { get; }

    /// <summary>"attempted", "foiled": adjective of an event noun → how far it came.</summary>
    public Dictionary<string, string> StageAdjectives { get; }

    /// <summary>"not", "never", "no".</summary>
    public HashSet<string> Negations { get; }

    /// <summary>"if", "unless": they open a clause that is not told as having happened.</summary>
    public HashSet<string> IrrealMarks { get; }

    /// <summary>"scheduled to", "due to": what they govern is yet to come.</summary>
    public IReadOnlySet<string> FutureGovernors { get; }

    /// <summary>"negotiations for", "demanded": what they govern is sought and has not happened.</summary>
    public IReadOnlySet<string> IrrealGovernors { get; }

    /// <summary>"after", "since": what they govern is another incident.</summary>
    public IReadOnlySet<string> TimeMarks { get; }

    /// <summary>"another", "second", "earlier": the event noun they modify is another one than those told before.</summary>
    public IReadOnlySet<string> Another { get; }

    /// <summary>"managed to", "refused to", "wants to": word above an infinitive → code of <see cref="Factuality"/>.</summary>
    public IReadOnlyDictionary<string, string> Implicatives { get; }

    /// <summary>"hoped that", "doubts that": word above a clause → code of <see cref="Factuality"/>.</summary>
    public IReadOnlyDictionary<string, string> OpenClauses { get; }

    /// <summary>"if", "until", "before": what they open is not told as having happened.</summary>
    public IReadOnlySet<string> OpenMarks { get; }

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
