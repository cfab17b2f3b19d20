using Dateline.Evaluation.Training.Clusters;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Tests.Language;

/// <summary>Words in like contexts share a path, and the file that holds the paths is read back or refused.</summary>
public class WordClustersTests
{
    private static readonly string[] Days = ["monday", "tuesday", "sunday"];
    private static readonly string[] Fighters = ["gunmen", "militants", "rebels"];
    private static readonly string[] Acts = ["killed", "wounded", "freed"];

    [Theory]
    [InlineData("monday", "sunday", "gunmen")]
    [InlineData("monday", "tuesday", "killed")]
    [InlineData("gunmen", "rebels", "monday")]
    [InlineData("gunmen", "militants", "killed")]
    [InlineData("killed", "freed", "gunmen")]
    [InlineData("killed", "wounded", "guards")]
    public void Words_in_like_contexts_share_more_of_their_paths_than_others(string word, string companion, string stranger)
    {
        var clusters = Read(Toy());
        var (near, far) = (SharedBits(clusters, word, companion), SharedBits(clusters, word, stranger));
        Assert.True(near > far, $"{near} bits shared with {companion}, {far} with {stranger}");
    }

    [Fact]
    public void A_word_below_the_least_count_or_never_seen_has_no_cluster()
    {
        var clusters = Read(Toy(["Hapax", "killed", "guards"]));
        Assert.Equal(0u, PathOf(clusters, "hapax"));
        Assert.Equal(0u, PathOf(clusters, "zeppelin"));
        Assert.Equal(0u, WordClusters.Prefix(0, 8));
    }

    [Fact]
    public void Digits_are_folded_so_that_years_are_one_word()
    {
        var clusters = Read(Toy(["in", "2014"], ["in", "1999"], ["in", "2003"]));
        Assert.NotEqual(0u, PathOf(clusters, "2025"));
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes() => Assert.Equal(Toy(), Toy());

    [Fact]
    public void A_prefix_keeps_the_first_bits_and_a_short_path_stays_apart_from_longer_ones()
    {
        var (leaf, left, right) = (WordClusters.PathOf("00"), WordClusters.PathOf("01101"), WordClusters.PathOf("01100"));
        Assert.Equal(WordClusters.Prefix(left, 4), WordClusters.Prefix(right, 4));
        Assert.NotEqual(WordClusters.Prefix(left, 6), WordClusters.Prefix(right, 6));
        Assert.NotEqual(WordClusters.Prefix(leaf, 4), WordClusters.Prefix(left, 4));
        Assert.Equal(1u, WordClusters.Prefix(leaf, 10));
    }

    [Fact]
    public void A_path_deeper_than_the_most_bits_is_cut()
    {
        var deep = new string('1', 40);
        Assert.Equal(WordClusters.PathOf(deep.AsSpan(0, WordClusters.MostBits)), WordClusters.PathOf(deep));
    }

    [Fact]
    public void Every_damaged_byte_and_every_cut_is_refused_in_a_sentence()
    {
        var model = Toy();
        var file = Path.GetTempFileName();
        try
        {
            for (var at = 0; at < model.Length; at++)
            {
                var damaged = (byte[])model.Clone();
                damaged[at] ^= 0x41;
                File.WriteAllBytes(file, damaged);
                Assert.Contains("clusters model", Refusal(file), StringComparison.Ordinal);
                File.WriteAllBytes(file, model[..at]);
                Assert.NotEmpty(Refusal(file));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_shipped_clusters_put_days_and_fighters_together()
    {
        var clusters = WordClusters.Load(Repository.Knowledge.ModelFile("clusters.bin"));
        Assert.Equal(PathOf(clusters, "monday"), PathOf(clusters, "thursday"));
        Assert.Equal(WordClusters.Prefix(PathOf(clusters, "gunmen"), 8), WordClusters.Prefix(PathOf(clusters, "militants"), 8));
        Assert.NotEqual(WordClusters.Prefix(PathOf(clusters, "gunmen"), 4), WordClusters.Prefix(PathOf(clusters, "killed"), 4));
    }

    [Theory]
    [InlineData("a.conllu", "# text = Gunmen fled.\n1-2\tGunmenfled\t_\n1\tGunmen\tgunman\n2\tfled\tflee\n\n", "Gunmen fled")]
    [InlineData("a.conll", "In\tO\n2010\tO\n\n", "In 2010")]
    [InlineData("wikigold.conllu", "0\t010\tB-MISC\n1\tis\tO\n", "010 is")]
    [InlineData("a.jsonl", "{\"tokens\":[\"He\",\"fled\",\".\"]}\n", "He fled .")]
    [InlineData("a.jsonl", "{\"text\":\"They don't.\"}\n{\"licence\":\"CC-BY-NC-3.0\",\"text\":\"Not this.\"}\n", "They do n't .")]
    [InlineData("a.txt", "It_PRP fell_VBD ._.\n", "It fell .")]
    [InlineData("a.txt", "It fell.\n", "It fell .")]
    [InlineData("data.noun", "  1 licence\n00001740 03 n 01 entity 0 | that which is; \"it is so\"  \n", "that which is / it is so")]
    public void Text_of_every_kind_is_read_as_words(string name, string text, string words)
    {
        var read = new ClusterText(Repository.Knowledge);
        read.Add(new StringReader(text), name);
        Assert.Equal(words, string.Join(" / ", read.Sentences.Select(sentence => string.Join(' ', sentence))));
    }

    [Fact]
    public void A_sentence_that_came_before_is_skipped()
    {
        var read = new ClusterText(Repository.Knowledge);
        read.Add(new StringReader("Two guards were killed there."), "a.txt");
        read.Add(new StringReader("Two guards were killed there."), "b.txt");
        Assert.Equal((1, 1), (read.Sentences.Count, read.Repeated));
    }

    private static string Refusal(string file) => Assert.Throws<DataException>(() => WordClusters.Load(file)).Message;

    private static uint PathOf(WordClusters clusters, string word) => clusters.Path(FeatureHash.Word(word));

    private static int SharedBits(WordClusters clusters, string one, string other)
    {
        var (first, second) = (PathOf(clusters, one), PathOf(clusters, other));
        return Enumerable.Range(1, WordClusters.MostBits).TakeWhile(bits => WordClusters.Prefix(first, bits) == WordClusters.Prefix(second, bits)).Count();
    }

    private static WordClusters Read(byte[] model) => Assert.IsType<WordClusters>(WordClusters.Read(model, ModelFile.Head));

    /// <summary>"On DAY , FIGHTERS ACT guards ." in all combinations, and some sentences more.</summary>
    private static byte[] Toy(params string[][] more)
    {
        var sentences = Days.SelectMany(day => Fighters.SelectMany(fighter => Acts.Select(act => new[] { "On", day, ",", fighter, act, "guards", "." })));
        return new ClusterTrainer { Count = 16, Least = 3 }.Train([.. sentences, .. more], _ => { }).Model();
    }
}
