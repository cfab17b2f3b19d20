using Dateline.Language;

namespace Dateline.Tests.Language;

public class RecasingTests
{
    private static readonly Recasing Recasing = Recasing.Load(Repository.Knowledge);

    [Theory]
    [InlineData("POLICE FREED ALL THE HOSTAGES IN BAGHDAD ON SUNDAY .", "Police freed all the hostages in Baghdad on Sunday .")]
    [InlineData("Do NOT go there .", "Do not go there .")]
    [InlineData("NEVER go there .", "Never go there .")]
    public void What_is_shouted_is_set_as_running_text(string shouted, string running) =>
        Assert.Equal(running, Recasing.Copy(SomeDocument.Of(shouted))!.Text.TrimEnd());

    [Theory]
    [InlineData("The WHO sent aid to US troops and NATO .")]
    [InlineData("Fighters of the Islamic State ( IS ) fled .")]
    [InlineData("The Fiery Lions And Modest Eagles ( FLAME ) claimed the attack .")]
    [InlineData("The UN NEWS DESK said so .")]
    [InlineData("Two guards were freed .")]
    public void Initials_are_not_shouted(string sentence) => Assert.Null(Recasing.Copy(SomeDocument.Of(sentence)));

    [Fact]
    public void Only_the_shouted_sentence_of_an_article_changes()
    {
        var document = Analysed.Text("GUNMEN KILLED TWO SOLDIERS NEAR KANO. The army said so. It will NOT negotiate.");
        Assert.StartsWith("GUNMEN KILLED", document.Text, StringComparison.Ordinal);
        Assert.Equal(["gunman", "kill", "two", "soldier", "near", "Kano", "."], document.Lemmas[..7].ToArray());
        Assert.Equal(Upos.PART, document.Upos[document.Lowers.IndexOf("not")]);
    }

    [Theory]
    [InlineData("FOUR POLICEMEN WERE KILLED ON MONDAY WHEN REBELS ATTACKED A BARRACKS IN MOSUL.", "four policeman be kill on Monday when rebel attack a barracks in Mosul .")]
    [InlineData("THE UN CONDEMNED THE SHELLING OF ALEPPO.", "the UN condemn the shelling of Aleppo .")]
    [InlineData("FRENCH TROOPS FREED THE HOSTAGES, PRESIDENT MACRON SAID.", "French troops free the hostage , President Macron say .")]
    public void Lemmas_of_wire_copy_in_capitals_are_those_of_running_text(string text, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Analysed.Text(text, capitals: true).Lemmas.ToArray()));

    [Fact]
    public void Names_of_wire_copy_in_capitals_are_found_and_words_are_none()
    {
        var coder = ReportCoder.Load(Repository.Knowledge);
        var reading = coder.Read(new Dateline.Reports.Report("test", "BAGHDAD, MAY 3 (REUTERS) - GUNMEN KILLED TWO MEN IN A STORE IN MOSUL ON SUNDAY, HAIDER AL-ABADI SAID ON THE SAME DAY. IRAQI TROOPS ENTERED THE CITY."));
        var names = reading.Mentions.Names.Select(name => reading.Document.TextOf(name.Span)).ToList();
        Assert.Contains("MOSUL", names);
        Assert.Contains("HAIDER AL-ABADI", names);
        Assert.DoesNotContain("STORE", names);
        Assert.DoesNotContain("SAME", names);
        Assert.DoesNotContain("IN", names);
    }

    /// <summary>An actor's name in capitals that is spelt like a word would be taken for a shouted one.</summary>
    [Fact]
    public void Actors_that_are_spelt_like_words_stand_among_the_acronyms()
    {
        var names = Directory.EnumerateFiles(Path.Combine(Repository.Knowledge.Data, "actors"), "*.yaml")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("  - {", StringComparison.Ordinal))
            .SelectMany(line => line.Split([',', '[', ']', ':', '"', '{', '}'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(word => word.Length is >= 3 and <= 6 && word.All(char.IsAsciiLetterUpper))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        Assert.DoesNotContain(names, name => Recasing.Truecaser.Known(name) == WordCase.Small && !Recasing.IsAcronym(name));
    }
}
