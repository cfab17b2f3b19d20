using Dateline.Resources;

namespace Dateline.Mentions.Triggers;

/// <summary>One way to tell an incident: its words, the type they suggest, and who is who around them (data/en/frames).</summary>
/// <param name="Name">Unique name; claims carry it as <c>frames/NAME</c>.</param>
/// <param name="Type">Code of the codebook; null for a fate that tells no type of its own.</param>
/// <param name="Firmness">How firmly the words fix the type: 0 a hint, 1 the family, 2 the kind, 3 beyond doubt.</param>
public sealed record Frame(string Name, string? Type, int Firmness)
{
    /// <summary>Role of whoever acts, such as <c>perpetrator</c>; null when nobody acts.</summary>
    public string? Agent { get; init; }

    /// <summary>Role of whoever suffers.</summary>
    public string? Patient { get; init; }

    /// <summary>What becomes of the patient, such as <c>killed</c>; <c>shot</c> and <c>hurt</c> mean injured unless the patient is told dead. Null for none.</summary>
    public string? Fate { get; init; }

    /// <summary>Stage when it is not accomplished, such as <c>foiled</c>; null otherwise.</summary>
    public string? Stage { get; init; }

    /// <summary>What the object must be for this reading.</summary>
    public KindCondition Object { get; init; } = KindCondition.Any;

    /// <summary>What the subject must be for this reading.</summary>
    public KindCondition Subject { get; init; } = KindCondition.Any;

    public IReadOnlyList<string> Yes { get; init; } = [];

    public IReadOnlyList<string> No { get; init; } = [];
}

/// <summary>Kinds of thing that a frame asks for, or with <c>not</c> in front excludes.</summary>
/// <param name="Kinds">Codes of ThingKind or flags of the lexicon of things (<c>aircraft</c>, <c>drug</c>); empty for any.</param>
/// <param name="Excludes">Whether the kinds are excluded and not asked for.</param>
public sealed record KindCondition(IReadOnlyList<string> Kinds, bool Excludes)
{
    public static KindCondition Any { get; } = new([], false);

    /// <summary>Reads <c>person group</c> or <c>not state-force</c>.</summary>
    public static KindCondition Parse(string? text)
    {
        if (text is null) return Any;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] == "not" ? new KindCondition(words[1..], true) : new KindCondition(words, false);
    }
}

/// <summary>How the words of a frame stand in the sentence: decides which side is the subject.</summary>
public enum TriggerForm
{
    /// <summary>The subject acts, the object suffers.</summary>
    Verb,

    /// <summary>The subject suffers: "died".</summary>
    Befalls,

    /// <summary>The subject is the means or the thing itself: "a bomb exploded".</summary>
    Happens,

    /// <summary>An event noun: "the attack".</summary>
    Noun,
}

/// <summary>All frames of a language, by the lemma of their first word.</summary>
public sealed class FrameSet
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);

    private FrameSet(IReadOnlyList<Frame> frames) => Frames = frames;

    public IReadOnlyList<Frame> Frames { get; }

    /// <summary>The phrases that begin with a lemma, longest first and then in file order.</summary>
    internal IReadOnlyList<Phrase> StartingWith(string lemma) => _byFirstWord.GetValueOrDefault(lemma) ?? (IReadOnlyList<Phrase>)[];

    /// <summary>Reads every file of data/en/frames.</summary>
    /// <exception cref="DataException">A frame breaks the format or names a type that the codebook lacks; every error is named.</exception>
    public static FrameSet Read(KnowledgeFolder folder, Codebook codebook)
    {
        var frames = new List<Frame>();
        var phrases = new List<Phrase>();
        var errors = new List<DataError>();
        foreach (var file in folder.YamlFiles("en/frames"))
        {
            foreach (var node in folder.Read(file)["frames"]?.Items ?? [])
            {
                try
                {
                    var frame = ReadFrame(node, codebook);
                    if (frames.Exists(other => other.Name == frame.Name)) throw node.Error($"frame {frame.Name} stands twice");
                    frames.Add(frame);
                    foreach (var (key, form) in new[] { ("verbs", TriggerForm.Verb), ("befalls", TriggerForm.Befalls), ("happens", TriggerForm.Happens), ("nouns", TriggerForm.Noun) })
                    {
                        phrases.AddRange(node.TextsOf(key).Select(words => new Phrase(words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries), form, frame)));
                    }
                }
                catch (DataException e)
                {
                    errors.AddRange(e.Errors);
                }
            }
        }

        if (errors.Count > 0) throw new DataException(errors);
        var set = new FrameSet(frames);
        foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Words.Length))
        {
            if (!set._byFirstWord.TryGetValue(phrase.Words[0], out var list)) set._byFirstWord.Add(phrase.Words[0], list = []);
            list.Add(phrase);
        }

        return set;
    }

    private static Frame ReadFrame(KnowledgeNode node, Codebook codebook)
    {
        node.AllowKeys("frame", "type", "firmness", "verbs", "befalls", "happens", "nouns", "agent", "patient", "fate", "stage", "object", "subject", "yes", "no");
        var name = node.Required("frame");
        var type = node.TextOf("type");
        if (type is not null && codebook[type] is null)
        {
            throw node.Error($"frame {name} names the type \"{type}\", which the codebook {codebook.Name} lacks{Nearest.Suggestion(type, [.. codebook.Types.Select(t => t.Code)])}");
        }

        if (node["yes"] is null || node["no"] is null) throw node.Error($"frame {name} needs at least one example under \"yes:\" and one under \"no:\"");
        return new Frame(name, type, int.Parse(node.TextOf("firmness") ?? "0", System.Globalization.CultureInfo.InvariantCulture))
        {
            Agent = node.TextOf("agent"),
            Patient = node.TextOf("patient"),
            Fate = node.TextOf("fate"),
            Stage = node.TextOf("stage"),
            Object = KindCondition.Parse(node.TextOf("object")),
            Subject = KindCondition.Parse(node.TextOf("subject")),
            Yes = [.. node.TextsOf("yes")],
            No = [.. node.TextsOf("no")],
        };
    }

    internal sealed record Phrase(string[] Words, TriggerForm Form, Frame Frame);
}
