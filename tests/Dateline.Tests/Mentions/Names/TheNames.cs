using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;

namespace Dateline.Tests.Mentions.Names;

/// <summary>The finder of names with the shipped model and lists.</summary>
internal static class TheNames
{
    public static ActorList Actors { get; } = ActorList.Load(Repository.Knowledge);

    public static NameModel Model { get; } = NameModel.Load(Repository.Knowledge.ModelFile("entities.bin"));

    public static NameTable Lists { get; } = NameLexicon.Load(Repository.Knowledge, Actors, Model);

    public static WordClusters Clusters { get; } = WordClusters.Load(Repository.Knowledge.ModelFile("clusters.bin"));

    public static NameTagger Tagger { get; } = new(Model, Lists, Clusters);

    private static readonly IMentionFinder[] Finders =
        [PlaceFinder.Load(Repository.Knowledge), new ActorFinder(Actors, CountryWords.Load(Repository.Knowledge)), new NameFinder(Tagger, Lists)];

    public static MentionLayer Find(string text, bool capitals = false) => Find(Analysed.Text(text, capitals: capitals));

    public static MentionLayer Find(Document document)
    {
        var layer = new MentionLayer(document);
        foreach (var finder in Finders) finder.Find(document, layer);
        return layer;
    }

    /// <summary>"person: Fuad Masum | place: Baghdad".</summary>
    public static string Told(MentionLayer found) => string.Join(" | ", found.Names.Select(name => $"{Dateline.Resources.CodeNames.Code(name.Kind)}: {found.Document.TextOf(name.Span)}"));
}
