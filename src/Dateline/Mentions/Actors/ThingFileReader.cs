using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>Reads things-*.yaml: sections of nouns with a kind and flags.</summary>
internal sealed class ThingFileReader
{
    /// <summary>The flags there are; one that is not here is a mistyped one.</summary>
    private static readonly string[] KnownFlags =
    [
        "attacker", "captive", "child", "civilian", "collective", "crime", "dead", "foreigner", "injured", "journalist", "kin", "medic",
        "member", "official", "protester", "relief", "religious", "rescuer", "security", "source", "suspect", "victim", "witness",
    ];

    public Dictionary<string, Thing> Things { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ulong> Flags { get; } = new(StringComparer.Ordinal);

    public HashSet<string> NotPeople { get; } = new(StringComparer.Ordinal);

    public List<DataError> Errors { get; } = [];

    public void Read(KnowledgeNode file)
    {
        try
        {
            file.AllowKeys("sections", "not-people");
            NotPeople.UnionWith(file.TextsOf("not-people"));
            var inFile = new Dictionary<string, KnowledgeNode>(StringComparer.Ordinal);
            foreach (var section in file["sections"]?.Items ?? []) ReadSection(section, inFile);
        }
        catch (DataException e)
        {
            Errors.AddRange(e.Errors);
        }
    }

    /// <summary>Takes the plain words of weapons.yaml as weapons, where no things file lists them.</summary>
    public void ReadWeapons(KnowledgeNode file)
    {
        foreach (var (_, code) in file["codes"]?.Entries ?? [])
        {
            foreach (var word in code.TextsOf("words"))
            {
                Things.TryAdd(word.ToLowerInvariant().Replace('-', ' '), new Thing(ThingKind.Weapon, 0, false));
            }
        }
    }

    private void ReadSection(KnowledgeNode section, Dictionary<string, KnowledgeNode> inFile)
    {
        section.AllowKeys("kind", "flags", "nouns");
        var kind = CodeNames.Parse<ThingKind>(section["kind"] ?? throw section.Error("\"kind:\" is missing"));
        var flags = 0UL;
        foreach (var flag in section["flags"]?.Items ?? []) flags |= Bit(flag);
        var isMember = section.TextsOf("flags").Contains("member");
        foreach (var noun in section["nouns"]?.Items ?? [])
        {
            var key = noun.Required();
            if (!inFile.TryAdd(key, noun) && inFile[key].File == noun.File && kind != Things[key].Kind)
            {
                Errors.Add(new DataError(noun.File, noun.Line, $"\"{key}\" is {Things[key].Kind.Code()} in line {inFile[key].Line} and {kind.Code()} here"));
            }

            Things[key] = Things.TryGetValue(key, out var known)
                ? known with { Flags = known.Kind == kind ? known.Flags | flags : known.Flags, IsMember = known.IsMember || (isMember && known.Kind == kind) }
                : new Thing(kind, flags, isMember);
        }
    }

    private ulong Bit(KnowledgeNode flag)
    {
        var name = flag.Required();
        var index = Array.IndexOf(KnownFlags, name);
        if (index < 0) throw flag.Error($"unknown flag \"{name}\"{Nearest.Suggestion(name, KnownFlags)}");
        return Flags[name] = 1UL << index;
    }
}
