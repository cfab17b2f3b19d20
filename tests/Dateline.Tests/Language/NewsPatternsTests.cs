using Dateline.Evaluation.Training;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Tests.Language;

public class NewsPatternsTests
{
    private static readonly string Shipped = Repository.Knowledge.ModelFile("training/news-patterns.yaml");

    [Fact]
    public void Every_sentence_made_from_patterns_is_a_tree_with_one_root()
    {
        foreach (var sentence in NewsPatterns.Read(Shipped).Sentences(each: 2, new Random(1)))
        {
            Assert.Single(sentence.Words, word => word.Head < 0 && word.Relation == Relation.Root);
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var steps = 0;
                for (var word = i; word >= 0; word = sentence.Words[word].Head) Assert.True(steps++ <= sentence.Words.Count);
            }
        }
    }

    [Fact]
    public void A_pattern_with_an_unknown_list_is_refused_with_its_line()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dateline").FullName, "patterns.yaml");
        File.WriteAllText(path, "phrases:\n  people: [guards/NNS]\nverbs: {}\npatterns:\n  - \"{peple}/nsubj/2 died/VBD/root/0\"\nheadlines: []\n");
        var error = Assert.Throws<DataException>(() => NewsPatterns.Read(path));
        Assert.Equal("patterns.yaml(5): there is no list \"{peple}\"", error.Message);
    }
}
