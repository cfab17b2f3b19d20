using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;

namespace Dateline.Tests.Mentions.Chains;

public class ChainCorpusTests
{
    private static readonly ChainFinder Finder = new(new ChainResolver(
        new PhraseDescriber(ChainLexicon.Load(Repository.Knowledge, ThingLexicon.Load(Repository.Knowledge))),
        ChainModel.Load(Repository.Knowledge.ModelFile("coreference.bin"))));

    public static TheoryData<string, string> Cases() => Rows("cases", "same");

    public static TheoryData<string, string> Never() => Rows("never", "apart");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_stand_for_the_same(string text, string words)
    {
        var (chains, told) = ChainsOf(text, words);
        Assert.True(chains[0] > 0 && chains.All(chain => chain == chains[0]), told);
    }

    [Theory]
    [MemberData(nameof(Never))]
    public void Words_stand_for_different_ones(string text, string words)
    {
        var (chains, told) = ChainsOf(text, words);
        Assert.True(chains[0] == 0 || chains[0] != chains[1], told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("he he he he")]
    [InlineData("( ( [ \" of of and , the")]
    [InlineData("The the THE, who whose whom. It it it; they? 12 12 12")]
    public void Any_words_give_chains_of_two_or_more_inside_the_text(string text)
    {
        var chains = Find(Analysed.Text(text));
        Assert.All(chains.GroupBy(mention => mention.Chain), chain => Assert.True(chain.Count() > 1));
        Assert.All(chains, mention => Assert.True(mention.Span.Start >= 0 && mention.Span.End <= text.Length && mention.Tokens.Contains(mention.Head)));
    }

    [Fact]
    public void A_text_read_twice_has_the_same_chains()
    {
        const string text = "President Fuad Masum met the rebels. They thanked him, and Masum said he would help them.";
        Assert.Equal(Find(Analysed.Text(text)).ToArray(), Find(Analysed.Text(text)).ToArray());
    }

    [Fact]
    public void A_long_text_is_done_in_bounded_windows()
    {
        var document = Analysed.Text(string.Concat(Enumerable.Repeat("Mr. Khan told the police that they had shot his brother in Kabul. ", 1500)));
        Assert.NotEmpty(Find(document));
    }

    private static (int[] Chains, string Told) ChainsOf(string text, string words)
    {
        var document = Analysed.Text(text);
        var mentions = Find(document);
        var from = 0;
        var chains = words.Split('|').Select(word =>
        {
            var at = text.IndexOf(word, from, StringComparison.Ordinal);
            if (at < 0) at = text.IndexOf(word, StringComparison.Ordinal);
            from = at + word.Length;
            var end = at + word.Length;
            return mentions.Where(mention => mention.Span.Start <= at && mention.Span.End >= end && mention.Span.End <= end + 2 && mention.Tokens.Count < 6).OrderBy(mention => mention.Tokens.Count).FirstOrDefault()?.Chain ?? 0;
        }).ToArray();
        return (chains, string.Join("; ", mentions.Select(mention => $"{mention.Chain}: {document.TextOf(mention.Span)}")));
    }

    private static MentionList<ChainMention> Find(Document document)
    {
        var layer = new MentionLayer(document);
        Finder.Find(document, layer);
        return layer.Chains;
    }

    private static TheoryData<string, string> Rows(string key, string words)
    {
        var data = new TheoryData<string, string>();
        foreach (var node in Repository.Corpus("chains.yaml")[key]!.Items.Where(node => node["pending"] is null)) data.Add(node.Required("text"), string.Join('|', node.TextsOf(words)));
        return data;
    }
}
