using Dateline.Evaluation;
using Dateline.Evaluation.Training.Neural;
using Dateline.Language;
using Dateline.Language.Neural;

namespace Dateline.Tests.Language.Neural;

public class GraphParserTrainerTests
{
    private static readonly GraphParserTrainer Small = new() { Seed = 7, Epochs = 60, Folds = 1, Size = new(2, 64, 32, 32), BatchTokens = 40, LeastSeen = 1, Rate = 0.02f };

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        var sentences = SomeDocument.Read(SomeDocument.Treebank);
        Assert.Equal(Small.Train(sentences, _ => { }), Small.Train(sentences, _ => { }));
    }

    [Fact]
    public void What_was_learnt_is_parsed_as_annotated()
    {
        var sentences = SomeDocument.Read(SomeDocument.Treebank);
        var parser = new GraphParser(GraphParserModel.Read(Small.Train(Enumerable.Repeat(sentences, 20).SelectMany(all => all).ToArray(), _ => { }), ModelFile.Head)!);
        var annotated = ConlluSentence.Annotated(sentences);
        var document = ConlluSentence.Annotated(sentences);
        document.Heads.Clear();
        document.Relations.Clear();
        parser.Parse(document);
        Assert.Equal(annotated.Heads.ToArray(), document.Heads.ToArray());
        Assert.Equal(annotated.Relations.ToArray(), document.Relations.ToArray());
    }

    [Fact]
    public void A_model_cut_off_anywhere_is_refused()
    {
        var bytes = Small.Train(SomeDocument.Read(SomeDocument.Treebank), _ => { });
        Assert.NotNull(GraphParserModel.Read(bytes, ModelFile.Head));
        for (var length = 0; length < bytes.Length; length += 1 + (bytes.Length / 200)) Assert.Null(GraphParserModel.Read(bytes[..length], ModelFile.Head));
    }
}
