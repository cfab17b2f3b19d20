using System.Globalization;
using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Triggers;

/// <summary>Reads data/en/frames/*.yaml: frames, near misses, and lists of nouns that conditions ask for.</summary>
internal sealed class FrameFileReader(Codebook codebook)
{
    private static readonly (string Key, TriggerForm Form)[] Forms =
    [
        ("verbs", TriggerForm.Verb), ("befalls", TriggerForm.Befalls), ("happens", TriggerForm.Happens), ("nouns", TriggerForm.Noun), ("states", TriggerForm.Qualifier),
    ];

    private readonly Dictionary<string, string[]> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Frame> _frames = new(StringComparer.Ordinal);
    private readonly List<FramePhrase> _phrases = [];
    private readonly HashSet<string> _generalHeads = new(StringComparer.Ordinal);
    private readonly List<DataError> _errors = [];

    public FrameSet Read(KnowledgeFolder folder)
    {
        var files = folder.YamlFiles("en/frames").Select(folder.Read).ToList();
        foreach (var (name, list) in files.SelectMany(file => file["kinds"]?.Entries ?? [])) _nouns.Add(name, [.. list.Texts]);
        foreach (var file in files)
        {
            Collect(() => file.AllowKeys("frames", "kinds", "near-misses"));
            foreach (var node in file["frames"]?.Items ?? []) Collect(() => Add(node));
            if (file["near-misses"] is { } misses) Collect(() => AddNearMisses(misses));
        }

        if (_errors.Count > 0) throw new DataException(_errors);
        return new FrameSet([.. _frames.Values], _phrases, _generalHeads);
    }

    private void Collect(Action read)
    {
        try
        {
            read();
        }
        catch (DataException e)
        {
            _errors.AddRange(e.Errors);
        }
    }

    private void AddNearMisses(KnowledgeNode node)
    {
        node.AllowKeys("verbs", "words", "behind");
        _generalHeads.UnionWith(node.TextsOf("behind"));
        Add(node, "verbs", TriggerForm.Verb, null);
        Add(node, "words", TriggerForm.Noun, null);
    }

    private void Add(KnowledgeNode node)
    {
        var frame = ReadFrame(node);
        if (!_frames.TryAdd(frame.Name, frame)) throw node.Error($"frame {frame.Name} stands twice");
        foreach (var (key, form) in Forms) Add(node, key, form, frame);
    }

    private void Add(KnowledgeNode node, string key, TriggerForm form, Frame? frame)
    {
        foreach (var written in node.TextsOf(key))
        {
            if (written.Split(' ').FirstOrDefault(word => word.Contains('|', StringComparison.Ordinal) && word.Contains('-', StringComparison.Ordinal)) is { } word)
            {
                throw node[key]!.Error($"\"{word}\" in \"{written}\": alternatives are single words, without hyphens");
            }

            _phrases.AddRange(FramePhrase.Expand(written, form, frame));
        }
    }

    private Frame ReadFrame(KnowledgeNode node)
    {
        node.AllowKeys("frame", "type", "firmness", "verbs", "befalls", "happens", "nouns", "states", "agent", "patient", "fate", "stage", "object", "subject", "yes", "no");
        var name = node.Required("frame");
        var type = node.TextOf("type");
        if (type is not null && codebook[type] is null)
        {
            throw node.Error($"frame {name} names the type \"{type}\", which the codebook {codebook.Name} lacks{Nearest.Suggestion(type, [.. codebook.Types.Select(t => t.Code)])}");
        }

        if (node["yes"] is null || node["no"] is null) throw node.Error($"frame {name} needs at least one example under \"yes:\" and one under \"no:\"");
        if (!int.TryParse(node.TextOf("firmness") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var firmness) || firmness > 3)
        {
            throw node.Error($"frame {name}: \"firmness:\" is a number from 0 to 3");
        }

        return new Frame(name, type, firmness)
        {
            File = node.File,
            Line = node.Line,
            Agent = node.TextOf("agent"),
            Patient = node.TextOf("patient"),
            Fate = node.TextOf("fate"),
            Stage = node.TextOf("stage"),
            Object = ReadCondition(node, "object"),
            Subject = ReadCondition(node, "subject"),
            Yes = ReadExamples(node, "yes"),
            No = ReadExamples(node, "no"),
        };
    }

    private KindCondition ReadCondition(KnowledgeNode node, string key)
    {
        try
        {
            return KindCondition.Parse(node.TextOf(key), _nouns);
        }
        catch (FormatException e)
        {
            var known = Enum.GetValues<ThingKind>().Select(kind => kind.Code()).Concat(_nouns.Keys).ToArray();
            throw (node[key] ?? node).Error($"\"{e.Message}\" is neither a kind of thing nor a list under \"kinds:\"{Nearest.Suggestion(e.Message, known)}");
        }
    }

    private static IReadOnlyList<FrameExample> ReadExamples(KnowledgeNode node, string key) =>
        node[key] is { Text: { } text } one ? [new FrameExample(text, one.Line)] : [.. node[key]!.Items.Select(item => new FrameExample(item.Required(), item.Line))];
}
