using System.Collections.Concurrent;
using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Mentions.Names;

/// <summary>Finds the names of a document: what the tagger learnt, joined with the actor list, the gazetteer and what the rest of the document says.</summary>
/// <remarks>Safe to share; scratch is kept and lent out, so that nothing is allocated but the names.</remarks>
public sealed class NameFinder : IMentionFinder
{
    private readonly NameTagger _tagger;
    private readonly ConcurrentBag<NameRun> _runs = [];

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
        if (!_runs.TryTake(out var run)) run = new NameRun(Table);
        run.Draft.Begin(document);
        PutLabelled(document, run);
        NameRepair.Mend(run.Draft);
        NameLists.AddActors(run.Draft, mentions);
        NameLists.AddPlaces(run.Draft, mentions);
        run.Consistency.Run();
        NameLists.AddOthers(run.Draft);
        NameKinds.Refine(run.Draft);
        foreach (var name in run.Draft.Names()) mentions.Names.Add(new NameMention(name.Tokens, document.SpanOf(name.Tokens), name.By) { Kind = name.Kind });
        run.Draft.End();
        _runs.Add(run);
    }

    /// <summary>What the tagger says.</summary>
    private void PutLabelled(Document document, NameRun run)
    {
        var labels = run.Labels(document.TokenCount);
        _tagger.Label(document, labels);
        for (var first = 0; first < labels.Length; first++)
        {
            var end = NameLabels.EndOf(labels, first);
            if (end == first) continue;
            run.Draft.Put(new TokenRange(first, end), NameLabels.KindOf(labels[first]), "names/tagger");
            first = end - 1;
        }
    }

    /// <summary>What a document needs while its names are found, kept for the next.</summary>
    private sealed class NameRun
    {
        private byte[] _labels = [];

        public NameRun(NameTable lists)
        {
            Draft = new NameDraft(lists);
            Consistency = new NameConsistency(Draft);
        }

        public NameDraft Draft { get; }

        public NameConsistency Consistency { get; }

        /// <summary>A label for each token.</summary>
        public Span<byte> Labels(int tokens)
        {
            if (_labels.Length < tokens) _labels = new byte[Math.Max(tokens, 2 * _labels.Length)];
            return _labels.AsSpan(0, tokens);
        }
    }
}
