using Dateline.Language;

namespace Dateline.Tests.Language;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Repository.Knowledge, Recasing.Load(Repository.Knowledge));

    public static IEnumerable<TheoryDataRow> Cases => PhraseCases.Rows("lemmas.yaml", "cases", 4);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Form_has_its_lemma(string lemma, string upos, string xpos, string form) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(form, Enum.Parse<Upos>(upos), xpos));

    [Fact]
    public void A_lemma_from_memory_is_the_lemma_by_rule_and_costs_nothing()
    {
        var (lemmatizer, fresh) = (Lemmatizer.Load(Repository.Knowledge, Recasing.Load(Repository.Knowledge)), Lemmatizer.Load(Repository.Knowledge, Recasing.Load(Repository.Knowledge)));
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

    [Theory]
    [InlineData("He 's been held for a week .", "have")]
    [InlineData("He 's already got a knife .", "have")]
    [InlineData("He 's held in Kano .", "be")]
    public void What_follows_tells_has_from_is(string sentence, string lemma)
    {
        var document = Analysed.Text(sentence);
        Assert.Equal(lemma, document.Lemmas[1]);
    }

    /// <summary>Words that Dateline itself knows must never be taken for misspelt ones.</summary>
    [Fact]
    public void No_word_of_the_lexicons_is_righted()
    {
        var tables = new LemmaTables(Repository.Knowledge.Read(Lemmatizer.File));
        var spelling = new Spelling(Recasing.Load(Repository.Knowledge).Truecaser, tables);
        string Singular(string word) => tables.Irregular("nouns", word) ?? tables.Singular(word, surelyPlural: true);
        var words = Directory.EnumerateFiles(Path.Combine(Repository.Knowledge.Data, "en", "lexicons"), "*.yaml")
            .Where(file => Path.GetFileName(file).Split('-', '.')[0] is "things" or "weapons" or "fates" or "cues" or "attribution" or "responsibility" or "modality" or "time" && !file.EndsWith("things-wordnet.yaml", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select(line => line.Split('#')[0]))
            .SelectMany(line => line.Split([' ', ',', '[', ']', ':', '"', '|', '(', ')', '{', '}', '?', '\'', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => !spelling.Knows(Singular(word)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        Assert.Equal("", string.Join(", ", words.Select(word => (word, right: spelling.Right(word))).Where(pair => pair.right is not null).Select(pair => $"{pair.word}: {pair.right}")));
    }
}
