using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Counts;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads who is in an incident: the arguments of its tellings, and phrases beside them that can only be its attackers or captives.</summary>
internal sealed class PartReader(ReportReading reading, ThingReader things, FateLexicon fates)
{
    /// <summary>Phrases compared with each other for being the same people; reports have dozens.</summary>
    private const int MostParts = 500;

    private readonly Document _document = reading.Document;

    /// <summary>The mentions of participants, in text order.</summary>
    public IReadOnlyList<PartMention> Read(IncidentDraft draft, IncidentDraft?[] focus)
    {
        var parts = new List<PartMention>();
        foreach (var telling in draft.Tellings)
        {
            foreach (var phrase in telling.Agents) AddPart(parts, draft, telling, phrase, isAgent: true);
            foreach (var phrase in telling.Patients) AddPart(parts, draft, telling, phrase, isAgent: false);
            AddNamedParts(parts, draft, telling);
        }

        var known = parts.Select(part => part.Phrase.Head).ToHashSet();
        for (var sentence = 0; sentence < _document.SentenceRanges.Length; sentence++)
        {
            if (focus[sentence] == draft && parts.Count < MostParts) AddBystanders(parts, known, draft, sentence);
        }

        return [.. parts.OrderBy(part => part.Phrase.Core.First).ThenBy(part => part.Role)];
    }

    private void AddPart(List<PartMention> parts, IncidentDraft draft, Telling telling, NounPhrase phrase, bool isAgent)
    {
        if (_document.Upos[phrase.Head] == Upos.PRON && PronounReader.Antecedent(reading.Tree, phrase.Head) is >= 0 and var antecedent) phrase = NounPhrases.At(reading.Tree, antecedent);
        var kind = things.KindOf(phrase.Head);
        if (kind is ThingKind.Abstract or ThingKind.Happening or ThingKind.Place or ThingKind.Weapon or ThingKind.Animal) return;
        var code = isAgent ? telling.Frame.Agent : telling.Frame.Patient;
        if (code is null || CodeNames.Parse<Role>(code) is not { } role) return;
        if (isAgent && kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property or ThingKind.Unknown) return;
        if (isAgent && telling.Form == Mentions.Triggers.TriggerForm.Happens) return;
        role = RoleIn(draft, telling, phrase, kind, role, isAgent);
        var fate = isAgent ? null : FateOf(telling, kind);
        parts.Add(Part(draft, phrase, role, kind, telling.Statement, fate, telling));
    }

    /// <summary>"more than 20 persons have been arrested, including four suspected gunmen": the four share the fate of the twenty.</summary>
    private void AddNamedParts(List<PartMention> parts, IncidentDraft draft, Telling telling)
    {
        if (telling.Patients.Count == 0 || telling.Frame.Fate is null) return;
        var after = Math.Max(telling.Head, telling.Patients[0].Core.Last);
        var sentence = _document.SentenceRanges[telling.Sentence];
        var until = draft.Tellings.Where(other => other.Sentence == telling.Sentence && other.Head > after).Select(other => other.Head).DefaultIfEmpty(sentence.End).Min();
        foreach (var count in reading.Mentions.Counts.Within(new TokenRange(after, until)))
        {
            if (!count.IsPart || count.Noun < 0 || telling.Patients.Any(patient => patient.Core.Contains(count.Quantity.First))) continue;
            AddPart(parts, draft, telling, NounPhrases.At(reading.Tree, count.Noun), isAgent: false);
        }
    }

    /// <summary>A phrase that is no argument of a trigger and yet names the attackers or the captives: "there were six hostage-takers", "the attackers".</summary>
    private void AddBystanders(List<PartMention> parts, HashSet<int> known, IncidentDraft draft, int sentence)
    {
        if (fates.Satellites.Contains(draft.Family)) return;
        var tokens = _document.SentenceRanges[sentence];
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (_document.Upos[token] != Upos.NOUN || known.Contains(token) || _document.Relations[token] is Relation.Compound) continue;
            Role? role = things.Is(token, "attacker") || (things.Is(token, "suspect") && draft.Family is "attack" or "hostage-taking" or "robbery" or "bombing") ? Role.Perpetrator
                : things.Is(token, "captive") && draft.Family is "hostage-taking" or "security-operation" ? Role.Hostage
                : null;
            if (role is not { } bystander) continue;
            var phrase = NounPhrases.At(reading.Tree, token);
            known.Add(token);
            if (bystander == Role.Perpetrator && !RefersTo(parts, draft, phrase)) continue;
            parts.Add(Part(draft, phrase, bystander, things.KindOf(token), reading.State(phrase.Whole, Modality.Stated, "participants/" + CodeNames.Code(bystander), 0.6), null, null));
        }
    }

    /// <summary>Whether an attacker noun speaks of this incident's attackers: definite, or with a number, and the incident has attackers or wants them.</summary>
    private bool RefersTo(List<PartMention> parts, IncidentDraft draft, NounPhrase phrase)
    {
        if (draft.Family is "accident" or "strike" or "unrest" or "false-alarm") return false;
        var first = _document.Lowers[phrase.Core.First];
        var isDefinite = first is "the" or "these" or "those" or "this" or "that" || CountIn(phrase) is not null;
        return isDefinite && parts.Exists(part => part.Role == Role.Perpetrator && part.Kind is ThingKind.Group or ThingKind.Person);
    }

    private PartMention Part(IncidentDraft draft, NounPhrase phrase, Role role, ThingKind kind, Statement told, string? fate, Telling? telling)
    {
        var head = phrase.Head;
        var count = CountIn(phrase);
        if (count is not null && count.Tokens.Last <= phrase.Core.Last + 1) phrase = Cover(phrase, count.Tokens);
        var statement = reading.State(phrase.Whole, told.Modality, told.By, told.Score);
        var actor = ActorIn(phrase);
        return new PartMention
        {
            Phrase = phrase,
            Role = role,
            Kind = kind is ThingKind.Unknown ? ThingKind.Person : kind is ThingKind.Person && role == Role.Perpetrator && IsPlural(head) ? ThingKind.Group : kind,
            Statement = statement,
            Fate = fate,
            FateStatement = fate is null || telling is null ? null : reading.State(Together(phrase, telling), told.Modality, told.By, told.Score),
            Count = count,
            Actor = actor,
            Name = actor?.Actor.Name ?? NameIn(phrase, kind),
            LegalStatus = LegalStatusIn(phrase),
            IsPlural = IsPlural(head),
            IsPronoun = _document.Upos[head] == Upos.PRON && _document.Lowers[head] is not ("those" or "others" or "everyone" or "everybody"),
            IsDefinite = reading.Tree.Child(head, Relation.Det, Relation.NmodPoss) is >= 0 and var det && _document.Lowers[det] is not ("a" or "an" or "some" or "any" or "another"),
            Lemma = _document.Lemmas[head].ToLowerInvariant(),
        };
    }

    private Role RoleIn(IncidentDraft draft, Telling telling, NounPhrase phrase, ThingKind kind, Role role, bool isAgent)
    {
        var head = phrase.Head;
        var isAttacker = things.Is(head, "attacker") || things.Is(head, "suspect");
        var isForce = kind is ThingKind.StateForce or ThingKind.Government;
        if (isAgent)
        {
            var onAttackers = telling.Patients.Any(patient => things.Is(patient.Head, "attacker") || things.Is(patient.Head, "suspect"));
            return role == Role.Perpetrator && isForce && (onAttackers || draft.Family is "security-operation" or "hostage-taking" or "arrest") ? Role.Responder : role;
        }

        if (kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property && role is Role.Victim or Role.Hostage) return Role.Target;
        if (role == Role.Target && kind is ThingKind.Person && draft.Family is not ("battle" or "strike" or "plot" or "threat")) return Role.Victim;
        if (role is Role.Victim or Role.Target && isAttacker) return draft.Family is "strike" or "battle" ? Role.Target : Role.Perpetrator;
        if (role == Role.Detainee && !fates.Satellites.Contains(draft.Family)) return Role.Perpetrator;
        if (role == Role.Hostage && draft.Family is not ("hostage-taking" or "security-operation" or "detention")) return isAttacker ? Role.Detainee : Role.Victim;
        return role;
    }

    private static string? FateOf(Telling telling, ThingKind kind)
    {
        var fate = telling.Frame.Fate;
        var isThing = kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property;
        return fate switch
        {
            "destroyed" or "damaged" or "seized" => isThing ? fate : null,
            null => null,
            _ => isThing ? null : fate,
        };
    }

    private CountMention? CountIn(NounPhrase phrase)
    {
        var counts = reading.Mentions.Counts;
        var sentence = _document.SentenceRanges[_document.SentenceOf[phrase.Head]];
        for (var at = counts.FirstFrom(sentence.First); at < counts.Count && counts[at].Tokens.First < phrase.Core.End; at++)
        {
            if (counts[at].Noun == phrase.Head || phrase.Core.Contains(counts[at].Quantity)) return counts[at];
        }

        return null;
    }

    private static NounPhrase Cover(NounPhrase phrase, TokenRange words)
    {
        var core = new TokenRange(Math.Min(phrase.Core.First, words.First), Math.Max(phrase.Core.End, words.End));
        return phrase with { Core = core, Whole = new TokenRange(core.First, Math.Max(core.End, phrase.Whole.End)) };
    }

    private ActorMention? ActorIn(NounPhrase phrase)
    {
        var actors = reading.Mentions.Actors;
        return actors.Within(phrase.Core).FirstOrDefault() ?? actors.At(phrase.Head) ?? actors.Within(phrase.Whole).FirstOrDefault(actor => actor.Actor.Kind == ActorKind.ArmedGroup);
    }

    private string? NameIn(NounPhrase phrase, ThingKind kind)
    {
        if (kind is not (ThingKind.Person or ThingKind.Facility or ThingKind.Vehicle or ThingKind.Organisation or ThingKind.StateForce)) return null;
        if (_document.Upos[phrase.Head] != Upos.PROPN)
        {
            var appositive = reading.Tree.Child(phrase.Head, Relation.Appos, Relation.Flat);
            if (kind != ThingKind.Person || appositive < 0 || _document.Upos[appositive] != Upos.PROPN || reading.Mentions.Places.At(appositive) is not null) return null;
            return _document.TextOf(NounPhrases.At(reading.Tree, appositive).Core);
        }

        var first = phrase.Core.First;
        while (first < phrase.Head && (_document.Upos[first] is not Upos.PROPN || things.IsRoleNoun(first))) first++;
        return _document.TextOf(new TokenRange(first, phrase.Core.End));
    }

    private string? LegalStatusIn(NounPhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Core.End; token++)
        {
            if (fates.Legal(_document.Lowers[token]) is { } status) return status;
        }

        return null;
    }

    private bool IsPlural(int head) => _document.Xpos[head] is "NNS" or "NNPS" || _document.Lowers[head] is "they" or "them" or "people" or "police" or "we" or "us" or "those" or "others" or "all" or "both"
        || (_document.Upos[head] == Upos.NUM && _document.Lowers[head] is not ("one" or "1"));

    private TokenRange Together(NounPhrase phrase, Telling telling)
    {
        var words = _document.TokensIn(telling.Statement.Span);
        var all = new TokenRange(Math.Min(words.First, phrase.Core.First), Math.Max(words.End, phrase.Core.End));
        return all.Count <= 30 && _document.SentenceOf[all.First] == _document.SentenceOf[all.Last] ? all : words;
    }
}
