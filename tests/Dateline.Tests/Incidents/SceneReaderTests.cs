using Dateline.Incidents;
using NodaTime;

namespace Dateline.Tests.Incidents;

public class SceneReaderTests
{
    private static readonly LocalDate Sunday = new(2024, 6, 16);

    [Fact]
    public void The_most_exact_place_that_the_clauses_agree_on_is_the_scene()
    {
        var told = new Told("Gunmen attacked a village near Kano in Nigeria on Friday.", Sunday);
        var where = new SceneReader(told.Reading).Where(Told.Draft(0, told.Telling("attacked", "attack")), isMain: true)!;
        Assert.Equal(("Kano", "NG"), (where.Place.Name, where.Place.Country));
        Assert.Contains(where.Statements, statement => told.Document.TextOf(statement.Span) == "Nigeria");
    }

    [Fact]
    public void The_dateline_stands_in_for_the_main_incident_only()
    {
        var told = new Told("LAGOS, June 16 - Gunmen attacked a bank. Rebels had bombed it before.", Sunday);
        var scenes = new SceneReader(told.Reading);
        Assert.Equal("Lagos", scenes.Where(Told.Draft(0, told.Telling("attacked", "attack")), isMain: true)!.Place.Name);
        Assert.NotEqual("Lagos", scenes.Where(Told.Draft(1, told.Telling("bombed", "bombing")), isMain: false)?.Place.Name);
    }

    [Fact]
    public void The_day_of_its_own_clause_is_the_day()
    {
        var told = new Told("Gunmen attacked a bank on Friday.", Sunday);
        var when = new SceneReader(told.Reading).When(Told.Draft(0, told.Telling("attacked", "attack")), true, _ => true)!;
        Assert.Equal((new LocalDate(2024, 6, 14), "Friday"), (when.Days!.Value.Start, when.Text));
    }

    [Fact]
    public void Background_without_a_day_of_its_own_has_none()
    {
        var told = new Told("Gunmen attacked a bank. Police spoke on Friday.", Sunday);
        Assert.Null(new SceneReader(told.Reading).When(Told.Draft(0, told.Telling("attacked", "attack")), mayUseReportingDay: false, _ => true));
    }

    [Fact]
    public void Arrests_since_then_run_from_the_attack_to_publication()
    {
        var told = new Told("Gunmen attacked a bank on June 3. Since then police have arrested two men.", Sunday);
        var attack = Told.Draft(0, told.Telling("attacked", "attack"));
        var arrests = Told.Draft(1, new Told("Since then police have arrested two men.").Telling("arrested", "arrest", timeMark: "since"));
        arrests.Follows = attack;
        var when = new SceneReader(told.Reading).When(arrests, false, _ => false)!;
        Assert.Equal((new LocalDate(2024, 6, 3), Sunday), (when.Days!.Value.Start, when.Days.Value.End));
        Assert.Null(when.Text);
    }

    [Fact]
    public void Arrests_since_a_day_after_publication_have_no_days()
    {
        var told = new Told("Gunmen attacked a bank on 3 June 2025. Since then police have arrested two men.", Sunday);
        var arrests = Told.Draft(1, told.Telling("arrested", "arrest", timeMark: "since"));
        arrests.Follows = Told.Draft(0, told.Telling("attacked", "attack"));
        Assert.Null(new SceneReader(told.Reading).When(arrests, false, _ => false));
    }
}
