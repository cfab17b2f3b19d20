using Dateline.Language;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Draft → incident: fills every field from the draft's own tellings and the sentences that are about it.</summary>
internal sealed class IncidentBuilder(ReportReading reading, ThingReader things, ScopeReader scopes, FateLexicon fates, ResponsibilityLexicon words, SumReader sums, IReadOnlyList<Telling> tellings, IReadOnlyList<IncidentDraft> drafts)
{
    private readonly SentenceFocus _focus = new(drafts, reading.Document.SentenceRanges.Length);
    private readonly SceneReader _scenes = new(reading);
    private readonly PartReader _parts = new(reading, things, fates);
    private readonly ParticipantBuilder _participants = new(reading.Document, fates);
    private readonly FigureReader _figures = new(reading, fates, sums);
    private readonly CircumstanceReader _circumstances = new(reading, things, scopes, fates, words);

    public ReportedIncident Build(IncidentDraft draft)
    {
        var type = TypeJudge.TypeOf(draft, reading);
        var isMain = draft.Salience == Salience.Main;
        bool IsAbout(int sentence) => _focus[sentence] == draft;
        var untold = tellings.Where(telling => !telling.Scope.IsReal && IsAbout(telling.Sentence)).ToList();
        var parts = _parts.Read(draft, drafts, _focus, untold);
        var (participants, of) = _participants.Build(parts, type);
        var unreal = untold.Where(telling => telling.Scope.Negated);
        var responsible = new List<Responsibility>();
        var everybody = participants.ToList();
        foreach (var (who, stance, statement) in _circumstances.Responsibilities(IsAbout, head => draft.Tellings.Exists(telling => telling.Head == head))) AddResponsible(everybody, responsible, who, stance, statement);
        return new ReportedIncident
        {
            Salience = draft.Salience,
            Type = type,
            TypeStatements = [.. draft.Tellings.Where(telling => telling.Type is not null && telling.Frame.Firmness > 0).DefaultIfEmpty(draft.Firmest).Select(telling => telling.Statement).DistinctBy(statement => statement.Span)],
            Stage = TypeJudge.StageOf(draft),
            Trigger = draft.Firmest.Statement.Span,
            When = _scenes.When(draft, isMain, IsAbout),
            Where = _scenes.Where(draft, isMain),
            Participants = everybody,
            Weapons = fates.Satellites.Contains(draft.Family) ? [] : _circumstances.Weapons(IsAbout),
            Demands = _circumstances.Demands(draft.Family, IsAbout, head => ParticipantAt(parts, of, head) is >= 0 and var known ? known : Captors(draft, participants, head)),
            Responsibilities = responsible,
            Outcome = OutcomeJudge.Judge(draft, participants),
            Figures = _figures.Read(type, parts, of, unreal, IsAbout),
        };
    }

    private static int ParticipantAt(IReadOnlyList<PartMention> parts, IReadOnlyList<int> of, int head)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Phrase.Head == head) return of[i];
        }

        return -1;
    }

    /// <summary>"They wanted a car": in a hostage-taking those who demand are the captors.</summary>
    private int Captors(IncidentDraft draft, IReadOnlyList<Participant> participants, int head)
    {
        if (head < 0 || draft.Family != "hostage-taking" || reading.Document.Lowers[head] is not ("they" or "he" or "she" or "who")) return -1;
        for (var i = 0; i < participants.Count; i++)
        {
            if (participants[i].Role == Role.Perpetrator) return i;
        }

        return -1;
    }

    private void AddResponsible(List<Participant> everybody, List<Responsibility> responsible, NounPhrase who, string stance, Statement statement)
    {
        var actor = reading.Mentions.Actors.At(who.Head);
        var text = reading.Document.TextOf(who.Core);
        var index = everybody.FindIndex(known => (actor is not null && known.Actor == actor.Actor.Id) || known.Mentions.Contains(text));
        if (index < 0)
        {
            index = everybody.Count;
            everybody.Add(new Participant
            {
                Role = stance == "claimed" ? Role.Claimant : stance == "blamed" ? Role.Perpetrator : Role.Other,
                Kind = things.KindOf(who.Head),
                Name = actor?.Actor.Name,
                Description = text,
                Actor = actor?.Actor.Id,
                Mentions = [text],
                Statements = [statement],
            });
        }

        responsible.Add(new Responsibility(actor?.Actor.Id, index, stance, [statement]));
    }
}
