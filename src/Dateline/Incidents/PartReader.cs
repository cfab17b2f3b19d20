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
    private readonly Document _document = reading.Document;

    /// <summary>The mentions of participants, in text order.</summary>
    public IReadOnlyList<PartMention> Read(IncidentDraft draft, IReadOnlyList<IncidentDraft> all, IReadOnlyList<Telling> unreal)
    {
        var parts = new List<PartMention>();
        foreach (var telling in draft.Tellings)
        {
            foreach (var phrase in telling.Agents) AddPart(parts, draft, telling, phrase, isAgent: true);
            foreach (var phrase in telling.Patients) AddPart(parts, draft, telling, phrase, isAgent: false);
            AddNamedParts(parts, draft, telling);
            AddUnharmed(parts, draft, telling);
        }

        var known = parts.Select(part => part.Phrase.Head).ToHashSet();
        foreach (var other in all) known.UnionWith(other.Tellings.Where(telling => telling.Trigger.Tokens.Count > 1).SelectMany(telling => Enumerable.Range(telling.Trigger.Tokens.First, telling.Trigger.Tokens.Count)));
        for (var sentence = 0; sentence < _document.SentenceRanges.Length; sentence++)
        {
            if (IncidentGrouping.FocusAt(all, sentence) == draft) AddBystanders(parts, known, draft, sentence);
        }

        foreach (var telling in unreal) AddUntold(parts, draft, telling);
        AddNames(parts, draft);
        return [.. parts.OrderBy(part => part.Phrase.Core.First).ThenBy(part => part.Role)];
    }

    /// <summary>A name that the report gives to one of them further down.</summary>
    private void AddNames(List<PartMention> parts, IncidentDraft draft)
    {
        foreach (var (described, name) in NamingReader.Find(reading.Tree))
        {
            var referent = _document.Upos[described] == Upos.PRON ? PronounReader.Antecedent(reading.Tree, described) : described;
            var lemma = referent < 0 ? "" : _document.Lemmas[referent].ToLowerInvariant();
            var same = parts.Find(part => part.Phrase.Head == referent)
                ?? parts.FindLast(part => part.Lemma == lemma && !part.IsPlural)
                ?? (things.Is(described, "suspect") || things.Is(described, "attacker") ? parts.Find(part => part.Role is Role.Perpetrator or Role.Detainee && !part.IsPlural) : null);
            if (same is null || same.IsPlural || parts.Exists(part => part.Phrase.Head == name)) continue;
            var phrase = NounPhrases.At(reading.Tree, name);
            var told = reading.State(phrase.Whole, Modality.Stated, "participants/named", 0.75);
            parts.Add(Part(draft, phrase, same.Role, ThingKind.Person, told, null, null) with { SameAs = same.Phrase.Head });
        }
    }

    /// <summary>What did not happen still tells of people: those "not injured" are unharmed, those "due in court" stand accused.</summary>
    private void AddUntold(List<PartMention> parts, IncidentDraft draft, Telling telling)
    {
        if (telling.Patients.Count == 0) return;
        var phrase = telling.Patients[0];
        var lemma = _document.Lemmas[phrase.Head].ToLowerInvariant();
        var same = parts.FindLast(part => part.Phrase.Head == phrase.Head) ?? parts.FindLast(part => part.Lemma == lemma && part.Role is Role.Perpetrator or Role.Detainee or Role.Hostage);
        if (same is null) return;
        if (telling.Scope.Negated && telling.Frame.Fate is "injured" or "hurt")
        {
            parts.Add(Part(draft, phrase, same.Role, same.Kind, telling.Statement, "unharmed", telling));
        }
        else if (telling.Scope.Future && telling.Frame.Fate is "charged" or "on-trial" && same.Role is Role.Perpetrator or Role.Detainee)
        {
            parts.Add(Part(draft, phrase, same.Role, same.Kind, telling.Statement, null, telling) with { LegalStatus = "charged" });
        }
    }

    private void AddPart(List<PartMention> parts, IncidentDraft draft, Telling telling, NounPhrase phrase, bool isAgent)
    {
        if (_document.Upos[phrase.Head] == Upos.PRON && PronounReader.Antecedent(reading.Tree, phrase.Head) is >= 0 and var antecedent) phrase = NounPhrases.At(reading.Tree, antecedent);
        if (_document.Lowers[phrase.Head] is "you" or "i" or "we" or "us" or "me" or "it" or "this" or "that" or "which" or "what" or "there") return;
        var kind = things.KindOf(phrase.Head);
        var bearer = isAgent ? Metonym(draft, phrase.Head) : null;
        if (bearer is not null) kind = ThingKind.StateForce;
        if (kind is ThingKind.Unknown && _document.Upos[phrase.Head] == Upos.PROPN) return;
        if (kind is ThingKind.Abstract or ThingKind.Happening or ThingKind.Place or ThingKind.Weapon or ThingKind.Animal) return;
        var code = isAgent ? telling.Frame.Agent : telling.Frame.Patient;
        if (code is null || CodeNames.Parse<Role>(code) is not { } role) return;
        if (isAgent && kind is ThingKind.Facility or ThingKind.Property or ThingKind.Unknown) return;
        if (isAgent && kind is ThingKind.Vehicle && draft.Family is not ("strike" or "battle")) return;
        if (isAgent && telling.Form == Mentions.Triggers.TriggerForm.Happens) return;
        role = RoleIn(draft, telling, phrase, kind, role, isAgent);
        var fate = isAgent ? null : FateOf(telling, kind);
        var part = Part(draft, phrase, role, kind, telling.Statement, fate, telling);
        parts.Add(bearer is null ? part : part with { Name = bearer });
    }

    /// <summary>"Israel struck", "Russian air strikes": a country named for its forces. Only where forces act.</summary>
    private string? Metonym(IncidentDraft draft, int head) =>
        draft.Family is "strike" or "battle" or "attack" or "security-operation" && reading.Mentions.Places.At(head) is { Place: { Kind: Mentions.Places.PlaceKind.Country } country } ? country.Name : null;

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

    /// <summary>"freeing their two captives unharmed": a second fate behind the object.</summary>
    private void AddUnharmed(List<PartMention> parts, IncidentDraft draft, Telling telling)
    {
        if (telling.Frame.Fate is null || telling.Patients.Count == 0) return;
        var sentence = _document.SentenceRanges[telling.Sentence];
        var from = Math.Max(telling.Trigger.Tokens.End, telling.Patients[0].Core.End);
        for (var token = from; token < Math.Min(sentence.End, from + 3); token++)
        {
            if (_document.Lowers[token] is not ("unharmed" or "unhurt" or "uninjured" or "unscathed" or "safe")) continue;
            var statement = reading.State(new TokenRange(telling.Patients[0].Core.First, token + 1), telling.Statement.Modality, "participants/unharmed", 0.8);
            parts.Add(Part(draft, telling.Patients[0], RoleIn(draft, telling, telling.Patients[0], things.KindOf(telling.Patients[0].Head), CodeNames.Parse<Role>(telling.Frame.Patient ?? "") ?? Role.Victim, false), things.KindOf(telling.Patients[0].Head), telling.Statement, "unharmed", telling) with { FateStatement = statement });
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
                : fates.IsCaptiveHere(_document.Lemmas[token]) && draft.Family is "hostage-taking" or "security-operation" ? Role.Hostage
                : null;
            if (role is null && IsResponding(token, draft)) role = Role.Responder;
            if (role is not { } bystander) continue;
            var phrase = NounPhrases.At(reading.Tree, token);
            known.Add(token);
            if (bystander == Role.Perpetrator && !RefersTo(parts, draft, phrase)) continue;
            parts.Add(Part(draft, phrase, bystander, things.KindOf(token), reading.State(phrase.Whole, Modality.Stated, "participants/" + CodeNames.Code(bystander), 0.6), null, null));
        }
    }

    /// <summary>Police, soldiers or rescuers who do something at the scene: "police arrived", "officers found"; those who only say something are sources.</summary>
    private bool IsResponding(int token, IncidentDraft draft)
    {
        if (draft.Family is "battle" or "strike" or "unrest" or "trial" || _document.Relations[token] is not (Relation.Nsubj or Relation.OblAgent)) return false;
        if (things.KindOf(token) != ThingKind.StateForce && !things.Is(token, "rescuer")) return false;
        return fates.IsResponse(_document.Lemmas[_document.Heads[token]].ToLowerInvariant());
    }

    /// <summary>Whether an attacker noun speaks of this incident's attackers: definite, or with a number, and the incident has attackers or wants them.</summary>
    private bool RefersTo(List<PartMention> parts, IncidentDraft draft, NounPhrase phrase)
    {
        if (draft.Family is "accident" or "strike" or "unrest" or "false-alarm") return false;
        var first = _document.Lowers[phrase.Core.First];
        var isDefinite = first is "the" or "these" or "those" or "this" or "that" || CountIn(phrase) is not null;
        return isDefinite && parts.Exists(part => part.Role == Role.Perpetrator && part.Kind is ThingKind.Group or ThingKind.Person);
    }

    /// <summary>"four of its volunteers", "many of the victims", "a group of gunmen": whoever is meant stands behind "of".</summary>
    private int Meant(int head)
    {
        if (!things.IsQuantity(head) && _document.Lemmas[head] is not ("group" or "number" or "member" or "dozen" or "hundred" or "thousand" or "score" or "handful" or "couple" or "lot" or "majority" or "one" or "some" or "gang" or "crowd" or "mob" or "team")) return head;
        foreach (var child in reading.Tree.Children(head))
        {
            if (child > head && _document.Relations[child] is Relation.Nmod or Relation.Obl && reading.Tree.Preposition(child) == "of") return child;
        }

        return head;
    }

    private PartMention Part(IncidentDraft draft, NounPhrase phrase, Role role, ThingKind kind, Statement told, string? fate, Telling? telling)
    {
        var head = Meant(phrase.Head);
        if (head != phrase.Head)
        {
            phrase = Cover(phrase, NounPhrases.At(reading.Tree, head).Core);
            kind = things.KindOf(head);
        }

        var count = CountIn(phrase);
        if (count is not null && count.Tokens.Last <= phrase.Core.Last + 1 && count.Tokens.First <= head) phrase = Cover(phrase, count.Tokens);
        var statement = reading.State(phrase.Whole, told.Modality, told.By, told.Score);
        var actor = ActorIn(phrase);
        var standing = LegalStatusIn(phrase);
        if (fate is null && standing == "arrested" && _document.Lowers[phrase.Core.Last] is not "detainees" and not "detainee" && role is Role.Perpetrator or Role.Detainee) fate = "arrested";
        return new PartMention
        {
            Phrase = phrase,
            Role = role,
            Kind = kind is ThingKind.Unknown ? ThingKind.Person : kind is ThingKind.Person && role == Role.Perpetrator && IsPlural(head) ? ThingKind.Group : kind,
            Statement = statement,
            Fate = fate,
            FateStatement = fate is null ? null : telling is null ? statement : reading.State(Together(phrase, telling), told.Modality, told.By, told.Score),
            Count = count,
            Actor = actor,
            Name = actor?.Actor.Name ?? NameIn(phrase, kind),
            LegalStatus = standing,
            IsPlural = IsPlural(head),
            IsPronoun = _document.Upos[head] == Upos.PRON && _document.Lowers[head] is not ("those" or "others" or "everyone" or "everybody"),
            IsDefinite = reading.Tree.Child(head, Relation.Det, Relation.NmodPoss) is >= 0 and var det && _document.Lowers[det] is not ("a" or "an" or "some" or "any" or "another"),
            Lemma = things.IsQuantity(head) ? "others" : _document.Lemmas[head].ToLowerInvariant(),
        };
    }

    private Role RoleIn(IncidentDraft draft, Telling telling, NounPhrase phrase, ThingKind kind, Role role, bool isAgent)
    {
        var head = phrase.Head;
        var isAttacker = things.Is(head, "suspect") || (things.Is(head, "attacker") && (fates.IsAttackerHere(_document.Lemmas[head]) || draft.Family is "hostage-taking" or "security-operation" or "robbery"));
        var isForce = kind is ThingKind.StateForce or ThingKind.Government;
        if (isAgent)
        {
            var onAttackers = telling.Patients.Any(patient => things.Is(patient.Head, "attacker") || things.Is(patient.Head, "suspect"));
            return role == Role.Perpetrator && isForce && (onAttackers || draft.Family is "security-operation" or "hostage-taking" or "arrest") ? Role.Responder : role;
        }

        isAttacker |= draft.Family is "hostage-taking" or "security-operation" && telling.Frame.Fate != "captive" && ActorIn(phrase)?.Actor.Kind == ActorKind.ArmedGroup;
        if (kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property && role is Role.Victim or Role.Hostage) return Role.Target;
        if (role == Role.Target && kind is ThingKind.Person && draft.Family is not ("battle" or "strike" or "plot" or "threat")) return Role.Victim;
        if (role is Role.Victim or Role.Target && isAttacker) return draft.Family is "strike" or "battle" ? Role.Target : Role.Perpetrator;
        if (role == Role.Detainee && !fates.Satellites.Contains(draft.Family)) return Role.Perpetrator;
        if (role == Role.Hostage && telling.Frame.Fate != "captive" && draft.Family is not ("hostage-taking" or "security-operation" or "detention")) return isAttacker ? Role.Detainee : Role.Victim;
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
        CountMention? best = null;
        foreach (var count in reading.Mentions.Counts)
        {
            if (count.Tokens.First >= phrase.Core.End) break;
            if (count.Noun == phrase.Head || phrase.Core.Contains(count.Quantity) || count.Quantity.Contains(phrase.Head)) best ??= count;
        }

        return best ?? NumberPut(phrase.Head);
    }

    /// <summary>"Put the number of hostage-takers at six": the count stands behind its noun.</summary>
    private CountMention? NumberPut(int head)
    {
        var first = head;
        while (first > 1 && head - first < 4 && _document.Lowers[first - 1] is not "of") first--;
        if (first < 2 || _document.Lowers[first - 1] != "of" || _document.Lemmas[first - 2] != "number") return null;
        return reading.Mentions.Counts.FirstOrDefault(count => count.Quantity.First > head && count.Quantity.First - head <= 3 && count.Noun < 0 && _document.Lowers[count.Quantity.First - 1] is "at" or "to");
    }

    private static NounPhrase Cover(NounPhrase phrase, TokenRange words)
    {
        var core = new TokenRange(Math.Min(phrase.Core.First, words.First), Math.Max(phrase.Core.End, words.End));
        return phrase with { Core = core, Whole = new TokenRange(core.First, Math.Max(core.End, phrase.Whole.End)) };
    }

    private ActorMention? ActorIn(NounPhrase phrase)
    {
        foreach (var actor in reading.Mentions.Actors)
        {
            if (phrase.Core.Contains(actor.Tokens)) return actor;
        }

        return reading.Mentions.Actors.At(phrase.Head) ?? reading.Mentions.Actors.FirstOrDefault(actor => phrase.Whole.Contains(actor.Tokens) && actor.Actor.Kind == ActorKind.ArmedGroup);
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

        var first = phrase.Head;
        while (first > phrase.Core.First && IsNamePart(first - 1)) first--;
        while (first < phrase.Head && _document.Upos[first] != Upos.PROPN) first++;
        return _document.TextOf(new TokenRange(first, phrase.Core.End));
    }

    private bool IsNamePart(int token) =>
        (_document.Upos[token] == Upos.PROPN && !things.IsRoleNoun(token)) || _document.Lowers[token] is "-" or "al" or "bin" or "ibn" or "de" or "da" or "la" or "el" or "van" or "von" or "der" or "di" or ".";

    private string? LegalStatusIn(NounPhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Core.End; token++)
        {
            if (fates.Legal(_document.Lowers[token]) is { } status) return status;
        }

        return null;
    }

    private bool IsPlural(int head) => _document.Xpos[head] is "NNS" or "NNPS" || _document.Lowers[head] is "they" or "them" or "people" or "police" or "we" or "us" or "those" or "others" or "all" or "both" or "many" or "some" or "several" or "dozens" or "everyone"
        || (_document.Upos[head] == Upos.NUM && _document.Lowers[head] is not ("one" or "1"));

    private TokenRange Together(NounPhrase phrase, Telling telling)
    {
        var words = _document.TokensIn(telling.Statement.Span);
        var all = new TokenRange(Math.Min(words.First, phrase.Core.First), Math.Max(words.End, phrase.Core.End));
        return all.Count <= 30 && _document.SentenceOf[all.First] == _document.SentenceOf[all.Last] ? all : words;
    }
}
