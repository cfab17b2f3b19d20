using System.Diagnostics;
using Dateline.Mentions;
using Dateline.Mentions.Places;
using Dateline.Resources;

namespace Dateline.Tests.Mentions.Places;

public sealed class PlaceFinderTests
{
    private static readonly string[] Fragments =
    [
        "Paris", "the", "in", "St.", "U.S.", "New York", ",", ".", "-", "Rostov region", "Al-Bab", "'s", "’s", "(", ")", "Detention Centre 1", "Mr.", "بغداد", "Москва", "İstanbul", "\u0000", "\u200F", "12th", "and", "of", "\n", "Ore.", "City Hall", "\uFFFD", "é",
    ];

    [Fact]
    public void Mentions_stand_in_the_text_in_order_and_the_same_text_gives_the_same_places()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 60)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            var (first, again) = (Find(text), Find(text));
            Assert.Equal(first, again);
            var last = 0;
            foreach (var toponym in first)
            {
                Assert.InRange(toponym.Span.Start, last, text.Length);
                Assert.InRange(toponym.Span.End, toponym.Span.Start + 1, text.Length);
                last = toponym.Span.Start;
            }
        }
    }

    [Theory]
    [InlineData("A")]
    [InlineData("Paris ")]
    [InlineData("Paris, ")]
    [InlineData("Paris-")]
    [InlineData("Springfield and ")]
    [InlineData("St. John Smith ")]
    [InlineData("City Hall ")]
    [InlineData("10th Street ")]
    public void Long_repetitions_are_read_in_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        Find(text);
        Assert.True(watch.Elapsed.TotalSeconds < 20, $"{unit}: {watch.Elapsed}");
    }

    [Fact]
    public void Wire_copy_in_capitals_is_read()
    {
        var document = PlainTokens.Document("GUERRILLAS ATTACKED A BASE IN SAN SALVADOR, EL SALVADOR, SALVADORAN RADIO SAID.", allCapitals: true);
        var mentions = new MentionLayer(document);
        PlaceCorpusTests.Finder.Find(document, mentions);
        Assert.Contains(mentions.Places, toponym => toponym.Place is { Name: "San Salvador", Country: "SV" });
        Assert.Contains(mentions.Places, toponym => toponym.Place is { Kind: PlaceKind.Country, Country: "SV" } && !toponym.IsModifier);
    }

    [Fact]
    public void The_built_gazetteer_holds_the_hand_written_places_as_they_are_now()
    {
        Assert.True(Gazetteer.Load(KnowledgeFolder.BesideProgram).HoldsWritten(WrittenPlaces.Hash(KnowledgeFolder.BesideProgram)), "run `dateline build gazetteer`: regions, landmarks, districts or nature were edited");
    }

    [Fact]
    public void The_gazetteer_is_small_and_opens_at_once()
    {
        var file = new FileInfo(KnowledgeFolder.BesideProgram.DataFile("gazetteer/places.bin"));
        Assert.InRange(file.Length, 1_000_000, 15_000_000);
        var watch = Stopwatch.StartNew();
        Assert.True(Gazetteer.Load(KnowledgeFolder.BesideProgram).Count > 130_000);
        Assert.True(watch.Elapsed.TotalMilliseconds < 500, watch.Elapsed.ToString());
    }

    [Fact]
    public void A_cut_gazetteer_says_so() =>
        Assert.Throws<DataException>(() => Gazetteer.Read(new byte[100], "places.bin"));

    [Fact]
    public void A_mapped_gazetteer_tells_what_one_in_memory_tells()
    {
        var bytes = File.ReadAllBytes(KnowledgeFolder.BesideProgram.DataFile("gazetteer/places.bin"));
        var (mapped, read) = (Gazetteer.Load(KnowledgeFolder.BesideProgram), Gazetteer.Read(bytes, "places.bin"));
        Assert.Equal(Told(read), Told(mapped));
        static IEnumerable<string> Told(Gazetteer gazetteer) => gazetteer.Names().Where((_, index) => index % 97 == 0).Select(name => $"{name.Key}: {name.Entry with { AlsoIn = [] }}");
    }

    [Theory]
    [InlineData("Deir ez-Zor", "deir ez zor")]
    [InlineData("Sana’a", "sanaa")]
    [InlineData("  Saint   Louis ", "st louis")]
    [InlineData("ŞANLIURFA", "sanliurfa")]
    [InlineData("D.C.", "dc")]
    [InlineData("Москва", "москва")]
    [InlineData("...", "")]
    public void Names_fold_to_keys(string name, string key) => Assert.Equal(key, NameFold.Fold(name));

    private static List<Toponym> Find(string text)
    {
        var document = PlainTokens.Document(text);
        var mentions = new MentionLayer(document);
        PlaceCorpusTests.Finder.Find(document, mentions);
        return [.. mentions.Places];
    }
}
