using Dateline.Incidents;
using Dateline.Sourcing;
using NodaTime;

namespace Dateline.Tests.Incidents;

/// <summary>Type, stage and salience of drafts made by hand.</summary>
public class JudgeTests
{
    private static readonly LocalDate Sunday = new(2024, 6, 16);

    [Theory]
    [InlineData("He attacked three people with a knife.", "attack", "attack/stabbing")]
    [InlineData("He attacked three people with a rifle and a knife.", "attack", "attack/armed-assault")]
    [InlineData("He attacked three people in the street.", "attack", "attack")]
    [InlineData("They bombed the post with a car bomb.", "bombing", "bombing/vehicle")]
    [InlineData("They bombed the post with a suicide vest.", "bombing", "bombing/suicide")]
    [InlineData("They bombed the post with a landmine.", "bombing", "bombing/landmine")]
    public void A_bare_family_becomes_a_kind_by_the_weapon_named_with_it(string text, string family, string type)
    {
        var told = new Told(text);
        var verb = text.Split(' ')[1];
        Assert.Equal(type, TypeJudge.TypeOf(Told.Draft(0, told.Telling(verb, family, 1)), told.Reading));
    }

    [Fact]
    public void Firm_words_outrank_the_weapon()
    {
        var told = new Told("They kidnapped three people with a knife.");
        Assert.Equal("hostage-taking/kidnapping", TypeJudge.TypeOf(Told.Draft(0, told.Telling("kidnapped", "hostage-taking/kidnapping", 3)), told.Reading));
    }

    [Fact]
    public void The_crime_outranks_the_arrest_and_the_deed_what_was_threatened()
    {
        var told = new Told("They arrested a man who stabbed two people and threatened more.");
        var draft = Told.Draft(0, told.Telling("arrested", "arrest", 3), told.Telling("stabbed", "attack/stabbing"), told.Telling("threatened", "attack", 3, stage: "threatened"));
        Assert.Equal("attack/stabbing", draft.Type);
        Assert.Equal(Stage.Accomplished, TypeJudge.StageOf(draft));
    }

    [Theory]
    [InlineData("foiled", Modality.Stated, Stage.Foiled)]
    [InlineData("attempted", Modality.Alleged, Stage.Attempted)]
    [InlineData("planned", Modality.Stated, Stage.Planned)]
    [InlineData("planned", Modality.Alleged, Stage.Alleged)]
    [InlineData(null, Modality.Alleged, Stage.Accomplished)]
    public void The_stage_is_what_the_words_around_say(string? stage, Modality modality, Stage expected)
    {
        var told = new Told("They attacked the town.");
        Assert.Equal(expected, TypeJudge.StageOf(Told.Draft(0, told.Telling("attacked", "attack", stage: stage, modality: modality))));
    }

    [Fact]
    public void The_first_sentence_tells_the_main_incident_and_an_old_one_is_background()
    {
        var told = new Told("Gunmen attacked a village on Friday. In 2016 rebels bombed it.", Sunday);
        var (news, old) = (Told.Draft(0, told.Telling("attacked", "attack")), Told.Draft(1, told.Telling("bombed", "bombing")));
        SalienceJudge.Judge(told.Reading, [news, old]);
        Assert.Equal((Salience.Main, Salience.Background), (news.Salience, old.Salience));
    }

    [Fact]
    public void What_stands_below_after_in_the_first_sentence_is_background()
    {
        var told = new Told("Police arrested two men on Friday after a bomb wounded six in April.", Sunday);
        var (arrest, bombing) = (Told.Draft(0, told.Telling("arrested", "arrest")), Told.Draft(1, told.Telling("wounded", "bombing", timeMark: "after")));
        SalienceJudge.Judge(told.Reading, [arrest, bombing]);
        Assert.Equal((Salience.Main, Salience.Background), (arrest.Salience, bombing.Salience));
    }

    [Fact]
    public void Something_is_always_main()
    {
        var told = new Told("It was calm. In 2016 rebels bombed the town.", Sunday);
        var old = Told.Draft(0, told.Telling("bombed", "bombing"));
        SalienceJudge.Judge(told.Reading, [old]);
        Assert.Equal(Salience.Main, old.Salience);
    }
}
