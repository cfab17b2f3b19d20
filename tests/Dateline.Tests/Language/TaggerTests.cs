using Dateline.Evaluation.Training;
using Dateline.Language;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Language;

public class TaggerTests
{
    private static readonly TaggerModel Model = TaggerModel.Load(Repository.Knowledge.ModelFile("tagger.bin"));
    private static readonly Tagger Shipped = new(Model);

    [Fact]
    public void Contractions_are_read_as_words_and_empty_nodes_left_out()
    {
        var sentences = SomeDocument.Read(SomeDocument.Treebank);
        Assert.Equal(["They", "do", "n't", "talk", "."], sentences[1].Words.Select(word => word.Form));
        Assert.Equal([3, 3, 3, -1, 3], sentences[1].Words.Select(word => word.Head));
    }

    [Fact]
    public void A_treebank_line_without_ten_columns_is_refused_by_number()
    {
        var error = Assert.Throws<DataException>(() => SomeDocument.Read("1\tGunmen\tgunman\n"));
        Assert.Equal("toy.conllu(1): a word has ten columns, this line has 3", error.Message);
    }

    [Theory]
    [InlineData("Militants ambushed a convoy near Gao , wounding seven peacekeepers .", "NNS VBD DT NN IN NNP , VBG CD NNS .")]
    [InlineData("Three hostages were freed after the raid .", "CD NNS VBD VBN IN DT NN .")]
    [InlineData("12 killed in suicide bombing at hotel", "CD VBN IN NN NN IN NN")]
    [InlineData("THE REBELS ATTACKED AN ARMY POST WITH MORTARS AND KIDNAPPED TWO PEASANTS .", "DT NNS VBD DT NN NN IN NNS CC VBD CD NNS .")]
    public void Plain_news_is_tagged(string sentence, string expected)
    {
        var document = SomeDocument.Of(sentence);
        Shipped.Tag(document);
        Assert.Equal(expected, string.Join(' ', document.Xpos));
    }

    [Theory]
    [InlineData("Gunmen Kill 12 in Attack on Mosque", 1)]
    [InlineData("Suicide Bomber Kills Five Soldiers in Northern Syria", 2)]
    [InlineData("Israeli Strike Hits Gaza School , Killing 20", 2)]
    [InlineData("ISIS Claims Deadly Blast in Baghdad Market", 1)]
    [InlineData("Militants Raid Village in Northeast Nigeria , Abduct Dozens", 1)]
    public void The_verb_of_a_headline_is_a_verb(string headline, int verb)
    {
        var document = SomeDocument.Of(headline);
        Shipped.Tag(document);
        Assert.Equal(Upos.VERB, document.Upos[verb]);
    }

    [Fact]
    public void The_same_text_gets_the_same_tags_beside_other_text()
    {
        const string sentence = "Police shot two attackers who had stormed the compound .";
        var (alone, together) = (SomeDocument.Of(sentence), SomeDocument.Of("Gunmen Kill 12", sentence));
        Shipped.Tag(alone);
        Shipped.Tag(together);
        Assert.Equal(alone.Xpos, together.Xpos[3..]);
    }

    [Property(MaxTest = 200)]
    public bool Kept_sums_give_the_labels_that_all_features_give(string[][] sentences)
    {
        var document = SomeDocument.Of([.. sentences.Select(words => string.Join(' ', words.Select(word => word ?? "")))]);
        Shipped.Tag(document);
        return document.Xpos.SequenceEqual(Slow(document));
    }

    [Theory]
    [InlineData("Two guards were freed unharmed on Sunday after inmates held them for seven hours at Norvik Prison , the prison service said .")]
    [InlineData("Gunmen Kill 12 in Attack on Mosque")]
    [InlineData("THE REBELS ATTACKED AN ARMY POST WITH MORTARS .")]
    [InlineData("Guards")]
    public void Kept_sums_give_the_labels_that_all_features_give_for_news(string sentence)
    {
        for (var round = 0; round < 2; round++)
        {
            var document = SomeDocument.Of(sentence, "They left .", sentence);
            Shipped.Tag(document);
            Assert.Equal(Slow(document), document.Xpos.ToArray());
        }
    }

    /// <summary>The slow twin adds up all features of every word anew.</summary>
    private static string[] Slow(Document document)
    {
        var words = new TaggerFeatures(Model.UsualLabels, Model.TagClasses);
        var xpos = new string[document.TokenCount];
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[256];
        foreach (var sentence in document.SentenceRanges)
        {
            words.Read(document, sentence);
            int before = -1, beforeThat = -1;
            for (var i = 0; i < sentence.Count; i++)
            {
                if (!words.IsRunning || !Model.OneTag.TryGetValue(words.Form(i), out var label))
                {
                    words.Extract(i, before, beforeThat, features);
                    scores.Clear();
                    Model.Weights.Add(features, scores);
                    label = (byte)scores[..Model.Labels.Count].IndexOf(Highest(scores[..Model.Labels.Count]));
                }

                xpos[sentence.First + i] = Model.Labels[label].Xpos;
                (beforeThat, before) = (before, label);
            }
        }

        return xpos;
    }

    private static int Highest(ReadOnlySpan<int> scores)
    {
        var highest = int.MinValue;
        foreach (var score in scores) highest = Math.Max(highest, score);
        return highest;
    }

    [Fact]
    public void Words_of_any_length_and_kind_are_tagged()
    {
        var document = SomeDocument.Of(new string('x', 1_000_000), "\u0001 \u202Eabc ... \uFFFD \u0645\u0642\u062A\u0644", string.Join(' ', Enumerable.Repeat("a", 20_000)));
        Shipped.Tag(document);
        Assert.False(document.Xpos.Contains(""));
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        var sentences = SomeDocument.Read(SomeDocument.Treebank);
        var trainer = new TaggerTrainer { Seed = 7, Epochs = 3 };
        Assert.Equal(trainer.Train(sentences, _ => { }), trainer.Train(sentences, _ => { }));
    }

    [Fact]
    public void A_model_that_is_cut_off_is_refused_in_one_sentence()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dateline").FullName, "tagger.bin");
        File.WriteAllBytes(path, File.ReadAllBytes(Repository.Knowledge.ModelFile("tagger.bin"))[..100_000]);
        var error = Assert.Throws<DataException>(() => Tagger.Load(path));
        Assert.Equal("models/tagger.bin(1): the tagger model is cut off or damaged; fetch it again or train it with `dateline train tagger`", error.Message);
    }

    [Fact]
    public void A_parser_model_is_no_tagger_model()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dateline").FullName, "tagger.bin");
        File.WriteAllBytes(path, ModelFile.Wrap("parser", []));
        Assert.Equal("models/tagger.bin(1): this is not a tagger model", Assert.Throws<DataException>(() => Tagger.Load(path)).Message);
    }
}
