using Dateline.Evaluation.Chains;

namespace Dateline.Tests.Evaluation.Chains;

public class ChainScorerTests
{
    private const string Line =
        """{"doc": "d", "split": "dev", "sents": [[["Ann", "Ann", "PROPN", "NNP", 2, "nsubj"], ["slept", "sleep", "VERB", "VBD", 0, "root"]]], "mentions": [{"e": "1", "start": 0, "end": 0}]}""";

    [Fact]
    public void Reads_its_own_kind_of_file_only()
    {
        var folder = Directory.CreateTempSubdirectory("dateline").FullName;
        var (chains, other) = (Path.Combine(folder, "a.jsonl"), Path.Combine(folder, "b.jsonl"));
        File.WriteAllText(chains, Line);
        File.WriteAllText(other, """{"doc": "d", "text": "Ann slept", "attributions": []}""");
        Assert.True(ChainScorer.Reads(chains));
        Assert.False(ChainScorer.Reads(other));
        Assert.False(ChainScorer.Reads(Path.Combine(folder, "absent.jsonl")));
        Assert.Equal(new Dateline.Language.TokenRange(0, 1), Assert.Single(Assert.Single(GoldChains.Read(chains)).Mentions).Tokens);
    }

    [Fact]
    public void Shared_gold_keeps_its_score()
    {
        var file = Repository.RequireShared("data/coref/gum_open_entities_coref.jsonl.gz");
        var table = ChainScorer.Score(file, ReportCoder.Load(Repository.Knowledge));
        Assert.True(table["CoNLL F1"]!.F >= .47, $"CoNLL F1 is {table["CoNLL F1"]!.F:F4}");
        Assert.True(table["name links"]!.Precision >= .80, $"precision of name links is {table["name links"]!.Precision:F4}");
    }
}
