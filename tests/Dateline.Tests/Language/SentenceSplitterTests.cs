using Dateline.Language;

namespace Dateline.Tests.Language;

public class SentenceSplitterTests
{
    private static readonly Tokenizer Tokenizer = Tokenizer.Load(Repository.Knowledge);
    private static readonly SentenceSplitter Splitter = SentenceSplitter.Load(Repository.Knowledge);

    public static IEnumerable<TheoryDataRow> Cases => PhraseCases.Rows("sentences.yaml", "cases", 1);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sentences_end_where_marked(string marked)
    {
        var lines = marked.Replace('⏎', '\n');
        var expected = lines.Split('¦').Select(sentence => sentence.Trim());
        Assert.Equal(expected, Sentences(lines.Replace("¦", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_sentence_crosses_a_boundary() =>
        Assert.Equal(["MOSCOW:", "Two guards were freed."], Sentences("MOSCOW: Two guards were freed.", 7));

    [Fact]
    public void A_sentence_of_thousands_of_tokens_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("and then he fled, ", 1000));
        var sentences = new List<TokenRange>();
        Splitter.Split(text, [.. Tokenizer.Tokenize(text)], [], sentences);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Count, 1, SentenceSplitter.MaxTokens));
    }

    private static IEnumerable<string> Sentences(string text, params int[] boundaries)
    {
        var tokens = Tokenizer.Tokenize(text);
        var sentences = new List<TokenRange>();
        Splitter.Split(text, [.. tokens], boundaries, sentences);
        return sentences.Select(range => text[tokens[range.First].Start..tokens[range.Last].End]);
    }
}
