using Dateline.Language;
using FsCheck.Xunit;

namespace Dateline.Tests.Language;

public class WordFormsTests
{
    /// <summary>The slow twin hashes the text anew each time.</summary>
    [Property(MaxTest = 500)]
    public bool A_kept_word_is_what_a_new_one_would_be(string? word)
    {
        var text = word ?? "";
        return Agrees(WordForms.Of(text), text) && Agrees(WordForms.Of(text), text);
    }

    [Fact]
    public void A_word_met_again_is_the_same_object() => Assert.Same(WordForms.Of("Baghdad"), WordForms.Of("in Baghdad".AsSpan(3)));

    [Fact]
    public void A_word_too_long_to_keep_is_made_anew()
    {
        var word = new string('x', WordForms.Longest + 1);
        Assert.NotSame(WordForms.Of(word), WordForms.Of(word));
        Assert.True(Agrees(WordForms.Of(word), word));
    }

    /// <summary>Twice as many words as the table has places, from many threads at once: words push each other out, and every answer is right.</summary>
    [Fact]
    public void Words_from_all_threads_are_told_apart() =>
        Assert.True(Enumerable.Range(0, 8 * 16384).AsParallel().All(number =>
        {
            var word = $"Word{number % 131072}";
            return Agrees(WordForms.Of(word), word);
        }));

    [Fact]
    public void A_frequent_word_stays_when_others_come_and_go()
    {
        var table = new RecentTable<string>(4);
        var first = table.FirstPlace(1);
        table.Keep(first, "often");
        for (var i = 0; i < 100; i++)
        {
            for (var place = first; place < first + RecentTable.Places; place++)
            {
                if (table[place] == "often") table.Found(first, place, "often");
            }

            table.Keep(first, $"once {i}");
        }

        Assert.Equal("often", table[first]);
    }

    private static bool Agrees(WordForm form, string text)
    {
        var lower = text.ToLowerInvariant();
        if (form.Text != text || form.Lower != lower || form.Hash != FeatureHash.Word(text) || form.LowerHash != FeatureHash.Word(lower) || form.Shape != FeatureHash.Shape(text)) return false;
        for (var size = 1; size <= Math.Min(WordForm.LongestEnd, lower.Length); size++)
        {
            if (form.Ending(size) != FeatureHash.Word(lower.AsSpan()[^size..]) || form.Beginning(size) != FeatureHash.Word(lower.AsSpan(0, size))) return false;
        }

        return form.IsCapital == (text.Length > 0 && char.IsUpper(text[0])) && form.HasSmall == text.Any(char.IsAsciiLetterLower);
    }
}
