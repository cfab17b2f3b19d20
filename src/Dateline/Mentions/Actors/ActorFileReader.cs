using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>Reads data/actors/*.yaml into actors and their wordings, gathering every error.</summary>
internal sealed class ActorFileReader(FrozenWords capitalWords)
{
    private readonly Dictionary<string, KnowledgeNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, KnowledgeNode Node)> _byWording = new(StringComparer.Ordinal);

    public List<Actor> Actors { get; } = [];

    public PhraseTable<ActorAlias> Names { get; } = new();

    public List<DataError> Errors { get; } = [];

    public void Read(KnowledgeNode file, bool generic)
    {
        var kind = file["kind"] is { } node ? CodeNames.Parse<ActorKind>(node) : (ActorKind?)null;
        foreach (var entry in file["actors"]?.Items ?? [])
        {
            try
            {
                ReadActor(entry, kind, generic);
            }
            catch (DataException e)
            {
                Errors.AddRange(e.Errors);
            }
        }
    }

    /// <summary>"civil aviation" becomes the generic actor "civil aviation ministry", "ministry of civil aviation".</summary>
    public void ReadMinistries(KnowledgeNode? topics)
    {
        foreach (var topic in topics?.Items ?? [])
        {
            var names = topic.Texts.ToArray();
            var id = "ministry-of-" + names[0].Replace("and ", "", StringComparison.Ordinal).Replace(' ', '-');
            var actor = new Actor(id, "ministry of " + names[0], ActorKind.Government, null, true);
            AddActor(actor, topic);
            foreach (var name in names)
            {
                AddName($"{name} ministry", actor, AliasUse.Always, topic);
                AddName($"ministry of {name}", actor, AliasUse.Always, topic);
                AddName($"ministry of the {name}", actor, AliasUse.Always, topic);
                AddName($"ministry for {name}", actor, AliasUse.Always, topic);
            }
        }
    }

    private void ReadActor(KnowledgeNode entry, ActorKind? fileKind, bool generic)
    {
        entry.AllowKeys("id", "name", "kind", "country", "also", "alone", "local", "needs-country");
        var kind = entry["kind"] is { } node ? CodeNames.Parse<ActorKind>(node) : fileKind ?? throw entry.Error("\"kind:\" is missing, here and for the file");
        var country = entry.TextOf("country");
        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper))) throw entry.Error($"country \"{country}\" is no ISO 3166-1 alpha-2 code");
        var actor = new Actor(entry.Required("id"), entry.Required("name"), kind, country, generic);
        if (actor.Id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))) throw entry.Error($"id \"{actor.Id}\" has other than lower-case letters, digits and hyphens");

        AddActor(actor, entry);
        var use = (entry.TextOf("local") == "true" ? AliasUse.Local : 0) | (entry.TextOf("needs-country") == "true" ? AliasUse.WithCountry : 0);
        var alone = entry.TextsOf("alone").ToArray();
        var also = entry.TextsOf("also").ToArray();
        if (!alone.Contains(actor.Name) && !also.Contains("the " + actor.Name)) AddName(actor.Name, actor, use, entry);
        foreach (var name in also) AddName(name, actor, use, entry);
        foreach (var name in alone) AddName(name, actor, use | AliasUse.Alone, entry);
    }

    /// <summary>Every wording with the actor it names, in the order of the files, but for those that are words in capitals ("IS", "WHO").</summary>
    /// <remarks>Sorted they took 7 ms more of every start: the framework's sorting of pairs is not compiled ahead of time.</remarks>
    public IEnumerable<(string Wording, Actor Actor)> Wordings()
    {
        var byId = Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        foreach (var (wording, (id, _)) in _byWording)
        {
            if (byId.TryGetValue(id, out var actor) && !capitalWords.Contains(wording)) yield return (wording, actor);
        }
    }

    private void AddActor(Actor actor, KnowledgeNode node)
    {
        if (!_byId.TryAdd(actor.Id, node)) Errors.Add(new DataError(node.File, node.Line, $"id \"{actor.Id}\" stands in {_byId[actor.Id].File}({_byId[actor.Id].Line}) already"));
        Actors.Add(actor);
    }

    private void AddName(string name, Actor actor, AliasUse use, KnowledgeNode node)
    {
        if (name.StartsWith("the ", StringComparison.Ordinal)) (name, use) = (name[4..], use | AliasUse.AfterThe);
        if (!_byWording.TryAdd(name, (actor.Id, node)))
        {
            var (id, first) = _byWording[name];
            if (id != actor.Id) Errors.Add(new DataError(node.File, node.Line, $"\"{name}\" names {actor.Id} here and {id} in {first.File}({first.Line})"));
            return;
        }

        if (capitalWords.Contains(name)) use |= AliasUse.NotInCapitals;
        var alias = new ActorAlias(actor, use);
        foreach (var wording in PhraseWording.Of(name)) Names.Add(wording, alias);
    }
}
