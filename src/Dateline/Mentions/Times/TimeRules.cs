using Dateline.Mentions.Counts;
using Dateline.Resources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Mentions.Times;

/// <summary>The time rules of a language, compiled: data/en/rules/times.yaml (lexicons, parts, reference day) and times-*.yaml.</summary>
public sealed class TimeRules
{
    private TimeRules(TimeRegister register, IReadOnlyList<TimeRule> rules, LocalDate reference, WordClasses lexicon, TimePattern.State root, string[] classNames, NumberReader numbers)
    {
        Register = register;
        Rules = rules;
        Reference = reference;
        Lexicon = lexicon;
        Numbers = numbers;
        ClassNames = classNames;
        Classes = [.. classNames.Select(name => lexicon.Class(name))];
        (ByWord, ByClass) = Index(root);
        ClassMasks = Masks();
    }

    /// <summary>The kind of text that the rules are for.</summary>
    public TimeRegister Register { get; }

    /// <summary>Rules in file order; of two that match the same words the earlier wins.</summary>
    public IReadOnlyList<TimeRule> Rules { get; }

    /// <summary>Publication day that the rules' examples are read with.</summary>
    public LocalDate Reference { get; }

    internal WordClasses Lexicon { get; }

    internal NumberReader Numbers { get; }

    /// <summary>Whether a word may stand between words of time without telling anything else: "the", "of", "three".</summary>
    internal bool MayJoinTimes(int id) => id >= 0 && (ClassMasks[id] != 0 || Lexicon.Class("time-filler")?.Begins(id) == true);

    /// <summary>Words between an amount and the time that it is counted from.</summary>
    internal WordClasses.Phrases? Offsets => Lexicon.Class("offset");

    /// <summary>Words that requests have and reports hardly.</summary>
    internal WordClasses.Phrases? RequestCues => Lexicon.Class("request-cue");

    /// <summary>Words and marks that join two times.</summary>
    internal WordClasses.Phrases? Joints => Lexicon.Class("joint");

    internal string[] ClassNames { get; }

    /// <summary>Lexicon classes by number; null for the built-in ones.</summary>
    internal WordClasses.Phrases?[] Classes { get; }

    /// <summary>First steps by word id.</summary>
    internal TimePattern.Step[]?[] ByWord { get; }

    /// <summary>First steps by class, sorted by class number.</summary>
    internal TimePattern.Step[] ByClass { get; }

    /// <summary>Per word id, one bit for each class that a phrase beginning with the word may belong to.</summary>
    /// <remarks>Most words begin nothing: one look here spares some thirty dictionary look-ups a token (1.3 to 4 MB/s when tried).</remarks>
    internal ulong[] ClassMasks { get; }

    /// <summary>The classes read from a text's shape, as bits: what a token that begins with a digit or an apostrophe may be.</summary>
    internal static ulong BuiltInMask => (1UL << BuiltIn.Names.Length) - 1;

    /// <summary>Loads lexicons and rules of a language.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static TimeRules Load(KnowledgeFolder folder, TimeRegister register = TimeRegister.Report, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(folder);
        var head = folder.Read($"{language}/rules/times.yaml");
        head.AllowKeys("reference", "lexicons", "parts");
        var lexicon = new WordClasses(anyCase: register == TimeRegister.Request);
        foreach (var name in head.TextsOf("lexicons")) lexicon.Add(folder.Read($"{language}/lexicons/{name}.yaml"));
        string[] classNames = [.. BuiltIn.Names, .. lexicon.Classes];
        if (classNames.Length > 64) throw head.Error("more than 64 word classes: they no longer fit the masks that speed up reading");
        var parts = (head["parts"]?.Entries ?? []).ToDictionary(part => part.Key, part => part.Value.Required(), StringComparer.Ordinal);
        var root = new TimePattern.State();
        var rules = new List<TimeRule>();
        var requests = $"{language}/rules/times-requests.yaml";
        var files = folder.YamlFiles($"{language}/rules").Where(name => name.Contains("/times-", StringComparison.Ordinal) && name != requests);
        if (register == TimeRegister.Request) files = files.Prepend(requests);
        foreach (var file in files)
        {
            foreach (var node in folder.Read(file)["rules"]?.Items ?? [])
            {
                var rule = TimeRule.Read(node, lexicon);
                foreach (var pattern in node.TextsOf("when"))
                    TimePattern.Compile(pattern, root, rules.Count, lexicon, parts, name => Array.IndexOf(classNames, name) is var at and >= 0 ? at : null, node);
                rules.Add(rule);
            }
        }

        var reference = LocalDatePattern.Iso.Parse(head.Required("reference")).GetValueOrThrow();
        return new TimeRules(register, rules, reference, lexicon, root, classNames, NumberReader.Load(folder, language));
    }

    private ulong[] Masks()
    {
        foreach (var word in Numbers.FirstWords) Lexicon.IdOf(word);
        var masks = new ulong[Lexicon.Count];
        for (var kind = BuiltIn.Names.Length; kind < Classes.Length; kind++)
        {
            foreach (var id in Classes[kind]!.FirstWords) masks[id] |= 1UL << kind;
        }

        foreach (var word in Numbers.FirstWords) masks[Lexicon.IdOf(word)] |= BuiltInMask;
        return masks;
    }

    private static (TimePattern.Step[]?[] ByWord, TimePattern.Step[] ByClass) Index(TimePattern.State root)
    {
        var most = -1;
        foreach (var step in root.Steps) most = Math.Max(most, step.Word);
        var byWord = new List<TimePattern.Step>?[most + 1];
        foreach (var step in root.Steps)
        {
            if (step.Word >= 0) (byWord[step.Word] ??= []).Add(step);
        }

        return (Array.ConvertAll(byWord, steps => steps?.ToArray()), [.. root.Steps.Where(step => step.Class >= 0).OrderBy(step => step.Class)]);
    }
}
