using Dateline.Language;

namespace Dateline.Tests.Language;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Repository.Knowledge);

    public static IEnumerable<TheoryDataRow> Cases => PhraseCases.Rows("lemmas.yaml", "cases", 4);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Form_has_its_lemma(string lemma, string upos, string xpos, string form) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(form, Enum.Parse<Upos>(upos), xpos));

    [Fact]
    public void A_lemma_from_memory_is_the_lemma_by_rule_and_costs_nothing()
    {
        var (lemmatizer, fresh) = (Lemmatizer.Load(Repository.Knowledge), Lemmatizer.Load(Repository.Knowledge));
        var words = Repository.Corpus("lemmas.yaml")["cases"]!.Items.Select(row => (Form: row.Items[3].Text!, Upos: Enum.Parse<Upos>(row.Items[1].Text!), Xpos: row.Items[2].Text ?? "")).ToArray();
        foreach (var round in Enumerable.Range(0, 3))
        {
            foreach (var (form, upos, xpos) in words) Assert.Equal(fresh.Lemma(form, upos, xpos), lemmatizer.Lemma(form, upos, xpos, default));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) lemmatizer.Lemma("hostages", Upos.NOUN, "NNS", "the");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("p.m.", "PM", Upos.NOUN, "NN", "10")]
    [InlineData("pm", "PM", Upos.NOUN, "NN", "the")]
    [InlineData("be", "'s", Upos.AUX, "VBZ", "Who")]
    public void The_word_before_can_matter(string lemma, string form, Upos upos, string xpos, string previous)
    {
        Assert.Equal(lemma, Lemmatizer.Lemma(form, upos, xpos, previous));
        Assert.Equal(lemma, Lemmatizer.Lemma(form, upos, xpos, previous));
    }
}
