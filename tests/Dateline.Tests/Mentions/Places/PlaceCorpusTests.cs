using System.Globalization;
using Dateline.Mentions;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Tests.Mentions.Places;

/// <summary>Runs corpus/en/places.yaml.</summary>
public sealed class PlaceCorpusTests
{
    private static readonly KnowledgeNode Corpus = KnowledgeNode.Read(CorpusFile(), "corpus/en/places.yaml");

    internal static PlaceFinder Finder { get; } = PlaceFinder.Load(KnowledgeFolder.BesideProgram);

    public static TheoryData<string, int> Cases =>
        [.. Corpus["cases"]!.Items.Select((item, index) => new TheoryDataRow<string, int>(item.Required("text"), index))];

    public static TheoryData<string> Never => [.. Corpus.TextsOf("never")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_names(string text, int index)
    {
        var document = PlainTokens.Document(text);
        var mentions = new MentionLayer(document);
        Finder.Find(document, mentions);
        var found = mentions.Places.ToList();
        var from = 0;
        foreach (var expected in Corpus["cases"]!.Items[index]["places"]!.Items)
        {
            expected.AllowKeys("text", "name", "kind", "country", "admin1", "city", "near", "relation", "modifier");
            var words = expected.Required("text");
            var at = found.FindIndex(toponym => toponym.Span.Start >= from && document.TextOf(toponym.Span) == words);
            Assert.True(at >= 0, $"\"{words}\" was not found among {string.Join(", ", found.Select(toponym => document.TextOf(toponym.Span)))}");
            from = found[at].Span.Start + 1;
            Check(expected, found[at]);
        }
    }

    [Theory]
    [MemberData(nameof(Never))]
    public void Text_names_no_place(string text)
    {
        var document = PlainTokens.Document(text);
        var mentions = new MentionLayer(document);
        Finder.Find(document, mentions);
        Assert.Empty(mentions.Places.Select(toponym => document.TextOf(toponym.Span)));
    }

    private static void Check(KnowledgeNode expected, Toponym found)
    {
        var place = Assert.IsType<Place>(found.Place);
        void Same(string key, string? value)
        {
            if (expected.TextOf(key) is { } wanted) Assert.Equal($"{key} {wanted}", $"{key} {value}");
        }

        Same("name", place.Name);
        Same("kind", place.Kind.Code());
        Same("country", place.Country);
        Same("admin1", place.Admin1);
        Same("city", place.City);
        Same("relation", found.Relation.Code());
        Same("modifier", found.IsModifier ? "yes" : "no");
        if (expected["near"]?.Items is not [var latitude, var longitude, var km]) return;
        Assert.NotNull(place.Latitude);
        var distance = GazetteerEntry.Distance(Number(latitude), Number(longitude), place.Latitude.Value, place.Longitude!.Value);
        Assert.True(distance <= Number(km), $"{place.Name} lies {distance:0} km off");
    }

    /// <summary>The corpus lies at the repository's root, above the test program.</summary>
    private static string CorpusFile()
    {
        const string name = "corpus/en/places.yaml";
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, name))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new FileNotFoundException(name), name);
    }

    private static double Number(KnowledgeNode node) => double.Parse(node.Required(), CultureInfo.InvariantCulture);
}
