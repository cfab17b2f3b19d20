using Dateline.Evaluation;
using Dateline.Evaluation.Training;
using Dateline.Language;
using Dateline.Language.Neural;

namespace Dateline.Tests.Language;

/// <summary>Scores on treebanks that are not part of Dateline: set DATELINE_TREEBANKS to the folder that holds them.</summary>
public class TreebankModelTests
{
    [Theory]
    [InlineData("en_ewt-ud-dev.conllu.gz", 95.0, 86.0)]
    [InlineData("en_gum_open-dev.conllu.gz", 96.0, 87.0)]
    public void Scores_do_not_fall_below_those_on_the_cards(string name, double leastUpos, double leastLas)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DATELINE_TREEBANKS") ?? "", name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not in the folder that DATELINE_TREEBANKS names");
        var gold = ConlluReader.Read(path);
        var tagger = Tagger.Load(Repository.Knowledge.ModelFile("tagger.bin"));
        var parser = GraphParser.Load(Repository.Knowledge.ModelFile("parser.bin"));
        var score = ParseScore.Of(tagger, parser, gold);
        Assert.True(TagScore.Of(tagger, gold).Upos >= leastUpos, TagScore.Of(tagger, gold).ToString());
        Assert.True(100.0 * score.Universal / score.Words >= leastLas, score.ToString());
    }
}
