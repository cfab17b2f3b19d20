using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>Everybody whom Dateline knows by name, and the roles that every country has (data/actors/*.yaml).</summary>
/// <remarks>Immutable and shared by threads. Facts are from public knowledge of the world's conflicts and press; office holders are left out, they change.</remarks>
public sealed class ActorList
{
    private const string GenericFile = "actors/generic.yaml";
    private readonly Dictionary<string, Actor> _byId;
    private readonly ActorFileReader _reader;

    private ActorList(ActorFileReader reader, KnowledgeNode generic)
    {
        _reader = reader;
        Actors = [.. reader.Actors];
        _byId = reader.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        Names = reader.Names;
        Modifiers = FrozenWords.Of(generic, "modifiers");
        NotBefore = FrozenWords.Of(generic, "not-before");
        NoNamePart = FrozenWords.Of(generic, "no-name-part");
        PlaceWords = FrozenWords.Of(generic, "place-words");
        Linked = FrozenWords.Of(generic, "linked");
        Suffixes = (generic["suffixes"]?.Entries ?? [])
            .ToDictionary(entry => CodeNames.Parse<ActorKind>(entry.Key) ?? throw entry.Value.Error($"unknown kind \"{entry.Key}\""), entry => new FrozenWords(entry.Value.Texts));
    }

    /// <summary>All actors, in the order of the files.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>How many wordings lead to an actor.</summary>
    public int WordingCount => Names.Count;

    /// <summary>Every wording that leads to an actor, in the order of the files, but for those that are words in capitals ("IS", "WHO").</summary>
    public IEnumerable<(string Wording, Actor Actor)> Wordings() => _reader.Wordings();

    internal PhraseTable<ActorAlias> Names { get; }

    /// <summary>Words that may stand between a country and a role: "Russian federal prison service".</summary>
    internal FrozenWords Modifiers { get; }

    /// <summary>Words before which a role is part of another name: "Police Academy", "Navy Pier".</summary>
    internal FrozenWords NotBefore { get; }

    /// <summary>Capitalised words that begin no body's name: days, months, determiners.</summary>
    internal FrozenWords NoNamePart { get; }

    /// <summary>Words that make a place of a name before them: "Fars province".</summary>
    internal FrozenWords PlaceWords { get; }

    /// <summary>Second parts after a hyphen that say the group meant is another: "al-Qaeda-linked".</summary>
    internal FrozenWords Linked { get; }

    /// <summary>Nouns that follow a name and belong to it: "Interfax news agency".</summary>
    internal IReadOnlyDictionary<ActorKind, FrozenWords> Suffixes { get; }

    /// <summary>The actor with an id; null when there is none.</summary>
    public Actor? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads data/actors.</summary>
    /// <exception cref="DataException">Entries are broken, ids stand twice, or one wording names two actors.</exception>
    public static ActorList Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var generic = folder.Read(GenericFile);
        var reader = new ActorFileReader(FrozenWords.Of(generic, "words-in-capitals"));
        foreach (var file in folder.YamlFiles("actors"))
        {
            if (file != GenericFile) reader.Read(folder.Read(file), generic: false);
        }

        reader.Read(generic, generic: true);
        reader.ReadMinistries(generic["ministries"]);
        return reader.Errors.Count == 0 ? new ActorList(reader, generic) : throw new DataException(reader.Errors);
    }
}
