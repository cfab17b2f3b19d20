using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

public class PhraseTests
{
    [Theory]
    [InlineData("two guards at Detention Centre 1", "guard")]
    [InlineData("Deshawn Pruitt, 31", "pruitt")]
    [InlineData("gunmen (some masked)", "gunmen")]
    [InlineData("the two", "two")]
    [InlineData("of the village", "village")]
    [InlineData("officers", "officer")]
    [InlineData("the press", "press")]
    [InlineData("offices", "office")]
    [InlineData("", "")]
    public void The_head_is_the_last_content_word_before_a_preposition_comma_or_bracket(string text, string head) =>
        Assert.Equal(head, new Phrase(text).Head);

    [Theory]
    [InlineData("Şırnak", "srnak")]
    [InlineData("ﬁghter", "fighter")]
    [InlineData("Öst\u00a0Göta", "ost gota")]
    [InlineData("hostages’", "hostages")]
    [InlineData("so…then", "so then")]
    [InlineData("Карачаево", "")]
    public void Marks_are_stripped_and_other_scripts_leave_nothing(string text, string words) =>
        Assert.Equal(words, string.Join(' ', new Phrase(text).Words));

    [Theory]
    [InlineData("two wardens", "the wardens in the kitchen", true)]
    [InlineData("Marcus Oyler", "Oyler", true)]
    [InlineData("Islamic State gunmen", "gunmen", true)]
    [InlineData("police", "soldiers", false)]
    [InlineData("", "", false)]
    [InlineData("the two", "two", true)]
    public void Two_phrases_name_the_same_by_head_or_when_one_holds_the_other(string one, string other, bool same)
    {
        Assert.Equal(same, new Phrase(one).Names(new Phrase(other)));
        Assert.Equal(same, new Phrase(other).Names(new Phrase(one)));
    }

    [Fact]
    public void A_very_long_word_is_read_in_linear_time() =>
        Assert.Equal(2_000_000, new Phrase(new string('x', 2_000_000)).Head.Length);
}
