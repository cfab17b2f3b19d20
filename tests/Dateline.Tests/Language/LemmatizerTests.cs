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
}
