using Dateline.Language;

namespace Dateline.Tests.Language;

public class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = Tokenizer.Load(Repository.Knowledge);

    public static IEnumerable<TheoryDataRow> Cases => PhraseCases.Rows("tokens.yaml", "cases", 2);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Phrase_is_cut_into_tokens(string phrase, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Tokenizer.Tokenize(phrase).Select(span => phrase.Substring(span.Start, span.Length))));

    [Fact]
    public void Nothing_outside_the_region_is_read()
    {
        var tokens = new List<TextSpan>();
        Tokenizer.Tokenize("in Oreg.on", new TextSpan(3, 8), tokens);
        Assert.Equal([new TextSpan(3, 8)], tokens);
    }

    [Fact]
    public void A_word_of_a_megabyte_is_cut()
    {
        var tokens = Tokenizer.Tokenize(new string('x', 1_000_000));
        Assert.All(tokens, token => Assert.InRange(token.Length, 1, Tokenizer.MaxTokenLength));
        Assert.Equal(1_000_000, tokens.Sum(token => token.Length));
    }
}
