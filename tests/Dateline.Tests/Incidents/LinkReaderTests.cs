using Dateline.Incidents;

namespace Dateline.Tests.Incidents;

public class LinkReaderTests
{
    private static readonly Told Text = new("Police arrested two men. Gunmen attacked a bank. Rebels bombed a bridge in 2016.");

    [Fact]
    public void Arrests_are_for_the_attack_they_follow()
    {
        var (attack, arrests) = (Told.Draft(0, Text.Telling("attacked", "attack")), Told.Draft(1, Text.Telling("arrested", "arrest")));
        arrests.Follows = attack;
        Assert.Equal([(0, "arrests-for")], Links(attack, arrests)[1]);
    }

    [Fact]
    public void What_else_is_recalled_is_background_of_the_first_main_incident()
    {
        var (attack, bombing) = (Told.Draft(0, Text.Telling("attacked", "attack")), Told.Draft(1, Text.Telling("bombed", "bombing")));
        attack.Salience = Salience.Main;
        Assert.Equal([(0, "background")], Links(attack, bombing)[1]);
        Assert.Empty(Links(attack, bombing)[0]);
    }

    [Fact]
    public void A_second_main_incident_is_linked_to_nothing()
    {
        var (attack, bombing) = (Told.Draft(0, Text.Telling("attacked", "attack")), Told.Draft(1, Text.Telling("bombed", "bombing")));
        attack.Salience = bombing.Salience = Salience.Main;
        Assert.All(Links(attack, bombing), Assert.Empty);
    }

    private static List<List<(int To, string Relation)>> Links(params IncidentDraft[] drafts) =>
        [.. LinkReader.Link(drafts, [.. drafts.Select(Incident)]).Select(incident => incident.Links.Select(link => (link.To, link.Relation)).ToList())];

    private static ReportedIncident Incident(IncidentDraft draft) => new()
    {
        Salience = draft.Salience,
        Type = draft.Type,
        TypeStatements = [draft.Firmest.Statement],
        Stage = Stage.Accomplished,
        Trigger = draft.Firmest.Statement.Span,
    };
}
