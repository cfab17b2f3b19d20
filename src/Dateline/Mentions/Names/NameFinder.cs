using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Names;

/// <summary>Finds the names of a document: what the tagger learnt, joined with the actor list, the gazetteer and what the rest of the document says.</summary>
public sealed class NameFinder : IMentionFinder
{
    public NameFinder(NameTagger tagger, NameTable table)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(table);
        (Tagger, Table) = (tagger, table);
    }

    public string Name => "names 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens, Layer.Tags, Layer.Places, Layer.Actors];

    public Layer Gives => Layer.Names;

    /// <summary>What labels the names.</summary>
    public NameTagger Tagger { get; }

    /// <summary>What the lists know of words and phrases.</summary>
    public NameTable Table { get; }

    /// <summary>Loads models/entities.bin and the lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static NameFinder Load(KnowledgeFolder folder, ActorList actors)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var model = NameModel.Load(folder.ModelFile("entities.bin"));
        var table = NameLexicon.Load(folder, actors, model);
        return new NameFinder(new NameTagger(model, table, WordClusters.Load(folder.ModelFile("clusters.bin"))), table);
    }

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var draft = new NameDraft(document, Table);
        foreach (var (tokens, kind) in NameLabels.Spans(mentions.NameLabels(Tagger))) draft.Put(tokens, kind, "names/tagger");
        NameRepair.Mend(draft);
        NameLists.AddActors(draft, mentions);
        NameLists.AddPlaces(draft, mentions);
        new NameConsistency(draft).Run();
        NameLists.AddOthers(draft);
        NameKinds.Refine(draft);
        foreach (var name in draft.Names) mentions.Names.Add(name);
    }
}
