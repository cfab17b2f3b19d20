using Dateline.Incidents;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;

namespace Dateline.Tests.Incidents;

/// <summary>Which phrases are the same people.</summary>
public class ParticipantBuilderTests
{
    [Fact]
    public void One_incident_has_one_set_of_captives()
    {
        var told = new Told("Inmates took two guards. The captives were freed.");
        Assert.Single(Build(told, told.Part("guards", Role.Hostage), told.Part("captives", Role.Hostage)));
    }

    [Fact]
    public void Captors_and_captives_stay_apart()
    {
        var told = new Told("Inmates took two guards.");
        Assert.Equal(2, Build(told, told.Part("Inmates", Role.Perpetrator, ThingKind.Group), told.Part("guards", Role.Hostage)).Count);
    }

    [Fact]
    public void Captives_of_another_number_are_others()
    {
        var told = new Told("Rebels took two nurses. They took five farmers.");
        Assert.Equal(2, Build(told, told.Part("nurses", Role.Hostage, count: StatedCount.Exactly(2)), told.Part("farmers", Role.Hostage, count: StatedCount.Exactly(5))).Count);
    }

    [Fact]
    public void A_surname_is_the_person_named_in_full()
    {
        var told = new Told("Ana Ruiz was shot. Ruiz died.");
        Assert.Equal("Ana Ruiz", Assert.Single(Build(told, told.Part("Ana", Role.Victim, name: "Ana Ruiz", plural: false), told.Part("Ruiz", Role.Victim, name: "Ruiz", plural: false))).Name);
    }

    [Fact]
    public void Two_names_are_two_victims()
    {
        var told = new Told("Ana and Omar were shot.");
        Assert.Equal(2, Build(told, told.Part("Ana", Role.Victim, name: "Ana", plural: false), told.Part("Omar", Role.Victim, name: "Omar", plural: false)).Count);
    }

    [Fact]
    public void Pupils_and_soldiers_are_two_groups_of_victims()
    {
        var told = new Told("Shells killed three pupils and wounded two soldiers.");
        Assert.Equal(2, Build(told, told.Part("pupils", Role.Victim, fate: "killed"), told.Part("soldiers", Role.Victim, ThingKind.StateForce, "injured")).Count);
    }

    [Fact]
    public void The_freed_are_no_longer_captive()
    {
        var told = new Told("Inmates took two guards. The captives were freed.");
        var captives = Assert.Single(Build(told, told.Part("guards", Role.Hostage, fate: "captive"), told.Part("captives", Role.Hostage, fate: "freed")));
        Assert.Equal(["freed"], captives.Fates.Select(fate => fate.Fate));
    }

    [Fact]
    public void Those_shot_and_then_told_dead_are_not_injured_as_well()
    {
        var told = new Told("Two men were shot. The men died.");
        var men = Assert.Single(Build(told, told.Part("men", Role.Victim, fate: "shot"), told.Part("men", Role.Victim, fate: "killed")));
        Assert.Equal(["killed"], men.Fates.Select(fate => fate.Fate));
    }

    private static IReadOnlyList<Participant> Build(Told told, params PartMention[] parts) => new ParticipantBuilder(told.Document, Told.Fates).Build(parts, "attack").Participants;
}
