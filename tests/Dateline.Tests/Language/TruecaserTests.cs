using Dateline.Evaluation;
using Dateline.Evaluation.Training;
using Dateline.Language;

namespace Dateline.Tests.Language;

public class TruecaserTests
{
    private static readonly Truecaser Truecaser = Truecaser.Load(Repository.Knowledge.ModelFile("truecase.bin"));

    [Theory]
    [InlineData("The guards were freed in Baghdad on Sunday .")]
    [InlineData("Troops killed two men near New York , police said .")]
    [InlineData("He met President Obama in May .")]
    public void Words_in_capitals_get_their_case_back(string sentence)
    {
        var document = SomeDocument.Of(sentence.ToUpperInvariant());
        var cases = new WordCase[document.TokenCount];
        Truecaser.Read(document, document.SentenceRanges[0], cases);
        Assert.Equal(sentence, string.Join(' ', cases.Select((usual, i) => Truecaser.Set(document[i].Form, usual, new char[64]).ToString())));
    }

    [Theory]
    [InlineData("GUARDS", false)]
    [InlineData("Baghdad", true)]
    [InlineData("KRZHYZHANOVSK", true)]
    [InlineData("REBRANDED", false)]
    [InlineData("1,400", false)]
    public void A_name_is_known_whatever_its_case(string word, bool name) => Assert.Equal(name, Truecaser.IsName(word));

    [Theory]
    [InlineData("HOSTAGE’S", WordCase.Capital, "Hostage’s")]
    [InlineData("un", WordCase.Capitals, "UN")]
    [InlineData("Émile", WordCase.Small, "émile")]
    public void Hash_and_shape_are_those_of_the_word_as_set(string form, WordCase usual, string set)
    {
        Assert.Equal(FeatureHash.Word(set), Truecaser.Hash(form, usual));
        Assert.Equal(FeatureHash.Shape(set), Truecaser.Shape(form, usual));
    }

    [Fact]
    public void A_model_that_is_cut_off_is_refused()
    {
        var bytes = new TruecaseTrainer().Train([["He", "saw", "Doe", "there", "."]], []);
        Assert.NotNull(Truecaser.Read(bytes, ModelFile.Head));
        Assert.Null(Truecaser.Read(bytes[..^2], ModelFile.Head));
        Assert.Equal(bytes, new TruecaseTrainer().Train([["He", "saw", "Doe", "there", "."]], []));
    }

    [Theory]
    [InlineData("data/ud/en_gum_open-dev.conllu.gz", 96)]
    [InlineData("data/ud/en_ewt-ud-dev.conllu.gz", 92)]
    public void Most_words_of_a_treebank_get_their_case_back(string file, double floor)
    {
        var (right, words) = TruecaseTrainer.Score(Truecaser, ConlluReader.Read(Repository.RequireShared(file)));
        Assert.True(100.0 * right >= floor * words, $"{100.0 * right / words:F2}");
    }
}
