using Dateline.Mentions.Actors;
using Dateline.Resources;

namespace Dateline.Tests.Mentions.Actors;

public class ActorListTests(ITestOutputHelper output)
{
    private static readonly ActorList List = ActorList.Load(Repository.Knowledge);

    [Fact]
    public void Holds_the_world_s_groups_agencies_and_outlets()
    {
        foreach (var kind in List.Actors.GroupBy(actor => actor.Kind).OrderBy(group => group.Key)) output.WriteLine($"{kind.Key.Code()}: {kind.Count()}");
        output.WriteLine($"wordings: {List.WordingCount}");
        Assert.True(List.Actors.Count(actor => actor.Kind == ActorKind.ArmedGroup) >= 450);
        Assert.True(List.Actors.Count(actor => actor.Kind == ActorKind.NewsAgency) >= 130);
        Assert.True(List.Actors.Count(actor => actor.Kind == ActorKind.Outlet) >= 250);
    }

    [Fact]
    public void Every_country_has_a_name_in_the_country_words() => Assert.True(CountryWords.Load(Repository.Knowledge).Count >= 200);

    [Fact]
    public void An_actor_is_found_by_its_id() => Assert.Equal("Islamic State", List.Find("islamic-state")?.Name);

    [Fact]
    public void A_wording_of_two_actors_stops_the_load_with_file_and_line()
    {
        using var folder = new TemporaryKnowledge(("actors/generic.yaml", "actors: []\n"), ("actors/a.yaml", "kind: party\nactors:\n  - { id: a, name: Ax }\n  - { id: b, name: Bx, also: [Ax] }\n"));
        var error = Assert.Throws<DataException>(() => ActorList.Load(folder.Knowledge));
        Assert.Equal("actors/a.yaml(4): \"Ax\" names b here and a in actors/a.yaml(3)", error.Errors[0].ToString());
    }

    [Fact]
    public void A_mistyped_kind_is_named_with_the_nearest()
    {
        using var folder = new TemporaryKnowledge(("actors/generic.yaml", "actors: []\n"), ("actors/a.yaml", "actors:\n  - { id: a, name: Ax, kind: armed-grup }\n"));
        var error = Assert.Throws<DataException>(() => ActorList.Load(folder.Knowledge));
        Assert.Contains("did you mean \"armed-group\"?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_of_the_world_s_conflict_sides_is_printed()
    {
        const string Variable = "DATELINE_REFERENCE";
        var path = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", "ucdp_acd_sides_v24_1.tsv");
        Assert.SkipUnless(File.Exists(path), $"UCDP's list of sides is not here; set {Variable} to its folder");
        var sides = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Where(fields => string.CompareOrdinal(fields[^1], "1980") >= 0).Select(fields => fields[0]).Where(name => !name.StartsWith("Government of", StringComparison.Ordinal) && !name.StartsWith("Military faction", StringComparison.Ordinal)).Distinct().ToList();
        var finder = new ActorFinder(List, CountryWords.Load(Repository.Knowledge));
        var missing = sides.Where(side => !Finds(finder, side)).ToList();
        output.WriteLine($"{sides.Count - missing.Count} of {sides.Count} sides; missing: {string.Join("; ", missing)}");
        Assert.True(missing.Count < sides.Count / 2, $"{missing.Count} of {sides.Count} sides are missing");
    }

    [Fact]
    public void What_is_found_in_a_file_of_texts_is_printed()
    {
        const string Variable = "DATELINE_TEXTS";
        var path = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipUnless(File.Exists(path), $"no file of texts; set {Variable} to one with a text in each line");
        var finder = new ActorFinder(List, CountryWords.Load(Repository.Knowledge));
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var layer = new Dateline.Mentions.MentionLayer(Analysed.Text(line));
            finder.Find(layer.Document, layer);
            foreach (var mention in layer.Actors)
            {
                var key = $"{mention.Actor.Id}@{mention.Country} = {layer.Document.TextOf(mention.Span)}";
                found[key] = found.GetValueOrDefault(key) + 1;
            }
        }

        foreach (var (key, count) in found) output.WriteLine($"{count} {key}");
    }

    private static bool Finds(ActorFinder finder, string name)
    {
        var layer = new Dateline.Mentions.MentionLayer(Analysed.Text(name));
        finder.Find(layer.Document, layer);
        return layer.Actors.Count > 0;
    }
}
