using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Mentions.Actors;

public class ThingLexiconTests(ITestOutputHelper output)
{
    private static readonly ThingLexicon Lexicon = ThingLexicon.Load(Repository.Knowledge);

    public static TheoryData<string, bool, string, string> Cases()
    {
        var data = new TheoryData<string, bool, string, string>();
        foreach (var item in Repository.Corpus("things.yaml")["cases"]!.Items)
        {
            data.Add(item.Required("phrase"), item.TextOf("plural") == "true", item.Required("kind"), string.Join(' ', item.TextsOf("flags")));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Knows_the_kind_of_a_noun_phrase(string phrase, bool plural, string kind, string flags)
    {
        var document = Phrase(phrase, plural);
        var tokens = new TokenRange(0, document.TokenCount);
        Assert.Equal(kind, Lexicon.KindOf(document, tokens).Code());
        if (!plural) Assert.Equal(kind, Lexicon.KindOf(phrase).Code());
        foreach (var flag in flags.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.True(Lexicon.Is(phrase, flag), flag);
            Assert.True(Lexicon.Is(document, tokens, flag), flag);
        }
    }

    [Fact]
    public void Takes_the_longest_compound_at_the_end()
    {
        var document = Phrase("two prison guard");
        Assert.Equal(ThingKind.StateForce, Lexicon.KindOf(document, new TokenRange(0, 3)));
        Assert.Equal(ThingKind.Facility, Lexicon.KindOf(document, new TokenRange(0, 2)));
    }

    [Fact]
    public void Holds_enough_nouns_of_each_kind()
    {
        foreach (var kind in Enum.GetValues<ThingKind>()) output.WriteLine($"{kind.Code()}: {Lexicon.CountOf(kind)}");
        Assert.True(Lexicon.CountOf(ThingKind.Person) >= 1200);
        Assert.True(Lexicon.CountOf(ThingKind.Facility) >= 400);
        Assert.True(Lexicon.CountOf(ThingKind.Vehicle) >= 200);
        Assert.True(Lexicon.CountOf(ThingKind.Abstract) >= 800);
    }

    [Fact]
    public void A_mistyped_flag_is_named_with_the_nearest()
    {
        using var folder = new TemporaryKnowledge(("en/lexicons/things-x.yaml", "sections:\n  - kind: person\n    flags: [atacker]\n    nouns: [x]\n"));
        var error = Assert.Throws<DataException>(() => ThingLexicon.Load(folder.Knowledge));
        Assert.Equal("en/lexicons/things-x.yaml(3): unknown flag \"atacker\"; did you mean \"attacker\"?", error.Errors[0].ToString());
    }

    [Property]
    public void Never_throws_whatever_the_noun(string? noun)
    {
        Lexicon.KindOf(noun ?? "");
        Lexicon.Is(noun ?? "", "attacker");
    }

    /// <summary>A phrase whose words are lemmas, the last of them in the plural where asked.</summary>
    private static Document Phrase(string phrase, bool plural = false)
    {
        var document = Analysed.Text(phrase);
        for (var i = 0; i < document.TokenCount; i++) document.Lemmas[i] = document.Lowers[i];
        if (document.TokenCount > 0) document.Xpos[^1] = plural ? "NNS" : "NN";
        return document;
    }
}
