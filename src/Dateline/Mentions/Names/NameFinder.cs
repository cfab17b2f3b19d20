using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Names;

/// <summary>Finds the names of a document: what the tagger learnt, joined with the actor list, the gazetteer and what the rest of the document says.</summary>
public sealed class NameFinder : IMentionFinder
{
    private readonly NameTagger _tagger;

    public NameFinder(NameTagger tagger, NameTable table)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(table);
        (_tagger, Table) = (tagger, table);
    }

    public string Name => "names 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens, Layer.Tags, Layer.Places, Layer.Actors];

    public Layer Gives => Layer.Names;

    /// <summary>What the lists know of words and phrases.</summary>
    public NameTable Table { get; }

    /// <summary>Loads models/entities.bin and the lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    /// <param name="folder">Where they are.</param>
    /// <param name="actors">Names of actors.</param>
    /// <param name="recasing">Recases what is shouted; null to read it as printed.</param>
    public static NameFinder Load(KnowledgeFolder folder, ActorList actors, Recasing? recasing = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var model = NameModel.Load(folder.ModelFile("entities.bin"));
        var table = NameLexicon.Load(folder, actors, model);
        return new NameFinder(new NameTagger(model, table, WordClusters.Load(folder.ModelFile("clusters.bin")), recasing), table);
    }

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var labels = new byte[document.TokenCount];
        _tagger.Label(document, labels);
        var draft = new NameDraft(document, Table);
        foreach (var (tokens, kind) in NameLabels.Spans(labels)) draft.Put(tokens, kind, "names/tagger");
        NameRepair.Mend(draft);
        NameLists.AddActors(draft, mentions);
        NameLists.AddPlaces(draft, mentions);
        new NameConsistency(draft).Run();
        NameLists.AddOthers(draft);
        NameKinds.Refine(draft);
        foreach (var name in draft.Names) mentions.Names.Add(name);
    }
}
