using Dateline.Evaluation.Entities;
using Dateline.Mentions.Names;
using Dateline.Tests.Mentions.Names;

namespace Dateline.Tests.Evaluation;

public class EntityScorerTests
{
    private static readonly NameScheme Scheme = new(TheNames.Lists);

    [Theory]
    [InlineData("Iraqi President Fuad Masum", NameKind.Person, "Fuad Masum")]
    [InlineData("the Prime Minister , Haider al-Abadi", NameKind.Person, "Haider al-Abadi")]
    [InlineData("the Foreign Secretary", NameKind.Person, "")]
    [InlineData("U.S. Secretary of State Kerry", NameKind.Person, "Kerry")]
    [InlineData("lieutenant Muath al - Kasasbeh", NameKind.Person, "Muath al - Kasasbeh")]
    [InlineData("I", NameKind.Person, "")]
    [InlineData("The Members of the Security Council", NameKind.Organisation, "Security Council")]
    [InlineData("the Government of Iraq", NameKind.Organisation, "Government of Iraq")]
    [InlineData("Iraqi security forces", NameKind.Organisation, "")]
    [InlineData("the people of Mosul", NameKind.Organisation, "")]
    [InlineData("DFAT 's Middle East Branch", NameKind.Organisation, "Middle East Branch")]
    [InlineData("the United Nations", NameKind.Organisation, "United Nations")]
    [InlineData("ISIL weapons caches", NameKind.Place, "")]
    [InlineData("southern Kirkuk Province", NameKind.Place, "Kirkuk Province")]
    [InlineData("the city of Raqqa", NameKind.Place, "Raqqa")]
    [InlineData("Woodbridge , Virginia", NameKind.Place, "Woodbridge")]
    [InlineData("Gulf of Oman", NameKind.Place, "Gulf of Oman")]
    [InlineData("this street", NameKind.Place, "")]
    public void A_phrase_is_cut_to_the_name_that_heads_it(string phrase, NameKind kind, string name)
    {
        var words = phrase.Split(' ');
        var (first, end) = Scheme.Cut(words, kind);
        Assert.Equal(name, string.Join(' ', words[first..end]));
    }

    [Fact]
    public void A_state_that_acts_is_a_place_and_a_nationality_a_group()
    {
        Assert.Equal(NameKind.Place, Scheme.KindOf(["United", "Kingdom"], 0, 2, NameKind.Organisation));
        Assert.Equal(NameKind.Group, Scheme.KindOf(["Syrians"], 0, 1, NameKind.Organisation));
        Assert.Equal(NameKind.Organisation, Scheme.KindOf(["NATO"], 0, 1, NameKind.Organisation));
    }

    [Fact]
    public void Span_and_kind_must_both_be_right()
    {
        GoldName[] gold = [new(new TextSpan(0, 4), NameKind.Person), new(new TextSpan(5, 9), NameKind.Facility), new(new TextSpan(10, 14), NameKind.Other)];
        GoldName[] found = [new(new TextSpan(0, 4), NameKind.Organisation), new(new TextSpan(5, 9), NameKind.Place), new(new TextSpan(10, 13), NameKind.Place)];
        var table = EntityScorer.Score([new GoldNames("a", "", "Anna Rome Iliad", null, null, gold)], _ => found);
        Assert.Equal((1, 2, 3), (table["names"]!.Hits, table["names"]!.Gold, table["names"]!.System));
        Assert.Equal((2, 2, 3), (table["spans"]!.Hits, table["spans"]!.Gold, table["spans"]!.System));
        Assert.Equal((1, 1, 2), (table["place"]!.Hits, table["place"]!.Gold, table["place"]!.System));
        Assert.Equal((0, 1, 0), (table["person"]!.Hits, table["person"]!.Gold, table["person"]!.System));
    }

    [Theory]
    [InlineData("ner/re3d.jsonl", 0.83)]
    [InlineData("ud/en_gum_open-dev.conllu.gz", 0.83)]
    public void Scores_do_not_fall_below_those_on_the_card(string file, double leastF)
    {
        var path = Repository.RequireShared("data/" + file);
        Assert.True(EntityScorer.Reads(path));
        var table = EntityScorer.Score(path, Incidents.TheCoder.Coder);
        Assert.True(table["names"]!.F >= leastF, table["names"]!.ToString());
    }

    [Fact]
    public void A_file_that_is_no_corpus_of_names_is_not_read()
    {
        Assert.False(EntityScorer.Reads(Repository.PathOf("README.md")));
        Assert.False(EntityScorer.Reads(Repository.PathOf("corpus/reports/README-not-there.md")));
    }
}
