using Dateline.Language;
using Dateline.Mentions.Actors;

namespace Dateline.Incidents;

/// <summary>Decides which part somebody plays in an incident, and what becomes of them there.</summary>
internal sealed class RoleJudge(ReportReading reading, ThingReader things, FateLexicon fates)
{
    private readonly Document _document = reading.Document;
    private readonly PhraseReader _phrases = new(reading, things, fates);

    /// <summary>"Israel struck", "Russian air strikes": a country named for its forces. Only where forces act.</summary>
    public string? Metonym(IncidentDraft draft, int head) =>
        draft.Family is "strike" or "battle" or "attack" or "security-operation" && reading.Mentions.Places.At(head) is { Place: { Kind: Mentions.Places.PlaceKind.Country } country } ? country.Name : null;

    /// <summary>Police, soldiers or rescuers who do something at the scene: "police arrived", "officers found"; those who only say something are sources.</summary>
    public bool IsResponding(int token, IncidentDraft draft)
    {
        if (draft.Family is "battle" or "strike" or "unrest" or "trial" || _document.Relations[token] is not (Relation.Nsubj or Relation.OblAgent)) return false;
        if (things.KindOf(token) != ThingKind.StateForce && !things.Is(token, "rescuer")) return false;
        return fates.IsResponse(_document.Lemmas[_document.Heads[token]].ToLowerInvariant());
    }

    /// <summary>Whether an attacker noun speaks of this incident's attackers: definite, or with a number, and the incident has attackers or wants them.</summary>
    public bool RefersTo(List<PartMention> parts, IncidentDraft draft, NounPhrase phrase)
    {
        if (draft.Family is "accident" or "strike" or "unrest" or "false-alarm") return false;
        var first = _document.Lowers[phrase.Core.First];
        var isDefinite = first is "the" or "these" or "those" or "this" or "that" || _phrases.CountIn(phrase) is not null;
        return isDefinite && parts.Exists(part => part.Role == Role.Perpetrator && part.Kind is ThingKind.Group or ThingKind.Person);
    }

    public Role RoleIn(IncidentDraft draft, Telling telling, NounPhrase phrase, ThingKind kind, Role role, bool isAgent)
    {
        var head = things.Meant(phrase.Head);
        var isAttacker = things.Is(head, "suspect") || (things.Is(head, "attacker") && (fates.IsAttackerHere(_document.Lemmas[head]) || draft.Family is "hostage-taking" or "security-operation" or "robbery"));
        var isForce = kind is ThingKind.StateForce or ThingKind.Government;
        if (isAgent)
        {
            var onAttackers = telling.Patients.Any(patient => things.Is(patient.Head, "attacker") || things.Is(patient.Head, "suspect"));
            return role == Role.Perpetrator && isForce && ((onAttackers && draft.Family is not ("battle" or "strike")) || draft.Family is "security-operation" or "hostage-taking" or "arrest") ? Role.Responder : role;
        }

        // "Terrorists executed 40 gunmen": those whom other fighters harm are no attackers here.
        if (isAttacker && telling.Agents.Any(agent => things.KindOf(agent.Head) is ThingKind.Group || _phrases.ActorIn(agent)?.Actor.Kind == ActorKind.ArmedGroup || things.Is(things.Meant(agent.Head), "attacker"))) isAttacker = false;
        if (role is Role.Victim or Role.Target && IsPerpetratorsOwn(draft, phrase)) return Role.Perpetrator;
        isAttacker |= draft.Family is "hostage-taking" or "security-operation" && telling.Frame.Fate != "captive" && _phrases.ActorIn(phrase)?.Actor.Kind == ActorKind.ArmedGroup;
        if (kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property or ThingKind.Organisation && role is Role.Victim or Role.Hostage) return Role.Target;
        if (role == Role.Target && kind is ThingKind.Person && draft.Family is not ("battle" or "strike" or "plot" or "threat")) return Role.Victim;
        if (role is Role.Victim or Role.Target && isAttacker) return draft.Family is "strike" or "battle" ? Role.Target : Role.Perpetrator;
        if (role == Role.Detainee && draft.Family != "unrest" && !fates.Satellites.Contains(draft.Family)) return Role.Perpetrator;
        if (role == Role.Hostage && telling.Frame.Fate != "captive" && draft.Family is not ("hostage-taking" or "security-operation" or "detention")) return isAttacker ? Role.Detainee : Role.Victim;
        return role;
    }

    /// <summary>"At least 40 Islamic State fighters were killed in the offensive" of the Islamic State: the dead are of the side that attacked.</summary>
    private bool IsPerpetratorsOwn(IncidentDraft draft, NounPhrase phrase) =>
        _phrases.ActorIn(phrase) is { Actor.Kind: ActorKind.ArmedGroup } own
        && draft.Tellings.Any(telling => telling.Agents.Any(agent => _phrases.ActorIn(agent)?.Actor.Id == own.Actor.Id));

    public static string? FateOf(IncidentDraft draft, Telling telling, ThingKind kind)
    {
        // "The pilots emerged alive": free only where somebody was held.
        var fate = telling.Frame is { Type: null, Fate: "freed" } && draft.Family is not ("hostage-taking" or "detention" or "security-operation") ? "unharmed" : telling.Frame.Fate;
        // "Opened fire at a Walmart": a firm is not wounded.
        var isThing = kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property or ThingKind.Organisation;
        return fate switch
        {
            "destroyed" or "damaged" or "seized" => isThing ? fate : null,
            null => null,
            _ => isThing ? null : fate,
        };
    }
}
