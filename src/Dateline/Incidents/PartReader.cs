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
    private readonly ILookup<string, int> _nouns = Enumerable.Range(0, reading.Document.TokenCount).Where(token => reading.Document.Upos[token] is Upos.NOUN or Upos.PROPN).ToLookup(token => reading.Document.Lemmas[token], StringComparer.Ordinal);
    private readonly PhraseReader _phrases = new(reading, things, fates);
    private readonly RoleJudge _roles = new(reading, things, fates);

    /// <summary>The mentions of participants, in text order.</summary>
    public IReadOnlyList<PartMention> Read(IncidentDraft draft, IReadOnlyList<IncidentDraft> all, SentenceFocus focus, IReadOnlyList<Telling> unreal)
    {
        var parts = new List<PartMention>();
        foreach (var telling in draft.Tellings)
        {
            foreach (var phrase in telling.Agents) AddPart(parts, draft, telling, phrase, isAgent: true);
            foreach (var phrase in telling.Patients) AddPart(parts, draft, telling, phrase, isAgent: false);
            AddNamedParts(parts, draft, telling);
            AddUnharmed(parts, draft, telling);
        }

        foreach (var accusation in all.Where(other => other.Follows == draft && IsAccusation(other, draft))) AddAccused(parts, draft, accusation);
        var known = parts.Select(part => part.Phrase.Head).ToHashSet();
        foreach (var other in all) known.UnionWith(other.Tellings.Where(telling => telling.Trigger.Tokens.Count > 1).SelectMany(telling => Enumerable.Range(telling.Trigger.Tokens.First, telling.Trigger.Tokens.Count)));
        for (var sentence = 0; sentence < _document.SentenceRanges.Length; sentence++)
        {
            if (focus[sentence] == draft && parts.Count < MostParts) AddBystanders(parts, known, draft, sentence);
        }

        foreach (var telling in unreal) AddUntold(parts, draft, telling);
        AddFurtherMentions(parts, known, draft, focus);
        AddNames(parts, draft);
        return [.. parts.OrderBy(part => part.Phrase.Core.First).ThenBy(part => part.Role)];
    }

    /// <summary>A charge or trial names whom it accuses; an arrest does where both are the news. Dozens rounded up since are only suspects.</summary>
    private static bool IsAccusation(IncidentDraft following, IncidentDraft crime) =>
        following.Family == "trial" || (following is { Family: "arrest", Salience: Salience.Main } && crime.Salience == Salience.Main);

    /// <summary>Those charged with it are who is said to have done it.</summary>
    private void AddAccused(List<PartMention> parts, IncidentDraft draft, IncidentDraft accusation)
    {
        foreach (var telling in accusation.Tellings.Where(telling => telling.Frame.Patient == "detainee"))
        {
            foreach (var phrase in telling.Patients)
            {
                if (things.KindOf(phrase.Head) != ThingKind.Government) AddPart(parts, draft, telling, phrase, isAgent: false);
            }
        }
    }

    /// <summary>Known people named again where the report speaks of the incident: "the suspect", "King". Each place says something of them, by somebody.</summary>
    private void AddFurtherMentions(List<PartMention> parts, HashSet<int> known, IncidentDraft draft, SentenceFocus focus)
    {
        foreach (var part in parts.Where(part => part is { IsPronoun: false, Kind: ThingKind.Person or ThingKind.Group or ThingKind.StateForce }).DistinctBy(part => part.Lemma).ToList())
        {
            var isNamed = part.Name is not null && part.Kind == ThingKind.Person;
            foreach (var token in _nouns[_document.Lemmas[part.Phrase.Core.Last]])
            {
                if (token < part.Phrase.Core.End || focus[_document.SentenceOf[token]] != draft) continue;
                var isSame = _document.Xpos[token] == _document.Xpos[part.Phrase.Core.Last] && (isNamed || IsDefinite(token));
                if (!isSame || _document.Relations[token] is Relation.Compound or Relation.Flat || !known.Add(token)) continue;
                var phrase = NounPhrases.At(reading.Tree, token);
                parts.Add(Part(draft, phrase, part.Role, part.Kind, reading.State(phrase.Core, Modality.Stated, "participants/again", 0.6), null, null) with { SameAs = part.Phrase.Head, Count = null });
            }
        }
    }

    private bool IsDefinite(int noun) => reading.Tree.HasChild(noun, "the", Relation.Det) || reading.Tree.HasChild(noun, "these", Relation.Det) || reading.Tree.HasChild(noun, "those", Relation.Det);

    /// <summary>A name that the report gives to one of them further down.</summary>
    private void AddNames(List<PartMention> parts, IncidentDraft draft)
    {
        foreach (var (described, names) in NamingReader.Find(reading.Tree))
        {
            var referent = _document.Upos[described] == Upos.PRON ? PronounReader.Antecedent(reading.Tree, described) : described;
            var lemma = referent < 0 ? "" : _document.Lemmas[referent].ToLowerInvariant();
            var areSeveral = names.Count > 1;
            var same = (_document.Upos[described] == Upos.PRON && areSeveral ? parts.FindLast(part => IsJustBefore(part, described) && part.Count?.Count == StatedCount.Exactly(names.Count)) : null)
                ?? parts.Find(part => part.Phrase.Head == referent)
                ?? parts.FindLast(part => part.Lemma == lemma && part.IsPlural == areSeveral)
                ?? (things.Is(described, "suspect") || things.Is(described, "attacker") ? parts.Find(part => part.Role is Role.Perpetrator or Role.Detainee && part.IsPlural == areSeveral) : null);
            if (same is null || same.IsPlural != areSeveral) continue;
            foreach (var name in names) AddName(parts, draft, same, name);
        }
    }

    private bool IsJustBefore(PartMention part, int token) =>
        part.Phrase.Head < token && _document.SentenceOf[token] - _document.SentenceOf[part.Phrase.Head] <= 1;

    /// <summary>One person under its name; one of several keeps apart from the group and shares what became of it.</summary>
    private void AddName(List<PartMention> parts, IncidentDraft draft, PartMention same, int name)
    {
        if (parts.Exists(part => part.Phrase.Head == name) || reading.Mentions.Places.At(name) is not null || reading.Mentions.Actors.At(name) is not null) return;
        var phrase = NounPhrases.At(reading.Tree, name);
        var told = reading.State(phrase.Whole, Modality.Stated, "participants/named", 0.75);
        var part = Part(draft, phrase, same.Role, ThingKind.Person, told, same.IsPlural ? same.Fate : null, null);
        // What became of the group is told where the group is, and that is what is quoted for each of them.
        parts.Add(same.IsPlural ? part with { IsMember = true, FateStatement = same.FateStatement, LegalStatus = part.LegalStatus ?? same.LegalStatus } : part with { SameAs = same.Phrase.Head });
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
        var bearer = isAgent ? _roles.Metonym(draft, phrase.Head) : null;
        if (bearer is not null) kind = ThingKind.StateForce;
        if (kind is ThingKind.Unknown && _document.Upos[phrase.Head] == Upos.PROPN) return;
        if (kind is ThingKind.Abstract or ThingKind.Happening or ThingKind.Place or ThingKind.Weapon or ThingKind.Animal) return;
        var code = isAgent ? telling.Frame.Agent : telling.Frame.Patient;
        if (code is null || CodeNames.Parse<Role>(code) is not { } role) return;
        if (isAgent && kind is ThingKind.Facility or ThingKind.Property or ThingKind.Unknown) return;
        if (isAgent && kind is ThingKind.Vehicle && draft.Family is not ("strike" or "battle")) return;
        if (isAgent && telling.Form == Mentions.Triggers.TriggerForm.Happens) return;
        role = _roles.RoleIn(draft, telling, phrase, kind, role, isAgent);
        var fate = isAgent || telling.Scope.Stage is "attempted" or "planned" or "threatened" ? null : RoleJudge.FateOf(draft, telling, kind);
        var part = Part(draft, phrase, role, kind, telling.Statement, fate, telling);
        parts.Add(bearer is null ? part : part with { Name = bearer });
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
            if (!count.IsPart || count.Noun < 0 || !IsAmong(count) || telling.Patients.Any(patient => patient.Core.Contains(count.Quantity.First))) continue;
            AddPart(parts, draft, telling, NounPhrases.At(reading.Tree, count.Noun), isAgent: false);
        }
    }

    private bool IsAmong(CountMention count)
    {
        for (var token = Math.Max(0, count.Tokens.First - 3); token <= count.Quantity.First; token++)
        {
            if (_document.Lowers[token] is "including" or "among" or "notably" or "whom") return true;
        }

        return false;
    }

    /// <summary>"freeing their two captives unharmed": a second fate behind the object.</summary>
    private void AddUnharmed(List<PartMention> parts, IncidentDraft draft, Telling telling)
    {
        if (telling.Frame.Fate is null || telling.Patients.Count == 0) return;
        var sentence = _document.SentenceRanges[telling.Sentence];
        // "Came out unhurt" has the word among its own.
        var from = Math.Max(telling.Head + 1, telling.Patients[0].Core.End);
        for (var token = from; token < Math.Min(sentence.End, from + 3); token++)
        {
            if (_document.Lowers[token] is not ("unharmed" or "unhurt" or "uninjured" or "unscathed" or "safe")) continue;
            var statement = reading.State(new TokenRange(telling.Patients[0].Core.First, token + 1), telling.Statement.Modality, "participants/unharmed", 0.8);
            parts.Add(Part(draft, telling.Patients[0], _roles.RoleIn(draft, telling, telling.Patients[0], things.KindOf(telling.Patients[0].Head), CodeNames.Parse<Role>(telling.Frame.Patient ?? "") ?? Role.Victim, false), things.KindOf(telling.Patients[0].Head), telling.Statement, "unharmed", telling) with { FateStatement = statement });
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
            if (role is null && _roles.IsResponding(token, draft)) role = Role.Responder;
            if (role is not { } bystander) continue;
            var phrase = NounPhrases.At(reading.Tree, token);
            known.Add(token);
            if (bystander == Role.Perpetrator && !_roles.RefersTo(parts, draft, phrase)) continue;
            parts.Add(Part(draft, phrase, bystander, things.KindOf(token), reading.State(phrase.Whole, Modality.Stated, "participants/" + CodeNames.Code(bystander), 0.6), null, null));
        }
    }

    private PartMention Part(IncidentDraft draft, NounPhrase phrase, Role role, ThingKind kind, Statement told, string? fate, Telling? telling)
    {
        var head = things.Meant(phrase.Head);
        if (head != phrase.Head)
        {
            phrase = PhraseReader.Cover(phrase, NounPhrases.At(reading.Tree, head).Core);
            kind = things.KindOf(head);
        }

        var count = _phrases.CountIn(phrase);
        if (count is not null && count.Tokens.Last <= phrase.Core.Last + 1 && count.Tokens.First <= head) phrase = PhraseReader.Cover(phrase, count.Tokens);
        var statement = reading.State(phrase.Whole, told.Modality, told.By, told.Score);
        var actor = _phrases.ActorIn(phrase);
        var standing = _phrases.LegalStatusIn(phrase);
        if (fate is null && standing == "arrested" && _document.Lowers[phrase.Core.Last] is not "detainees" and not "detainee" && role is Role.Perpetrator or Role.Detainee) fate = "arrested";
        return new PartMention
        {
            Phrase = phrase,
            Role = role,
            Kind = kind is ThingKind.Unknown ? ThingKind.Person : kind is ThingKind.Person && role == Role.Perpetrator && _phrases.IsPlural(head) ? ThingKind.Group : kind,
            Statement = statement,
            Fate = fate,
            FateStatement = fate is null ? null : telling is null ? statement : reading.State(_phrases.Together(phrase, telling), told.Modality, told.By, told.Score),
            Count = count,
            Actor = actor,
            Name = actor?.Actor.Name ?? _phrases.NameIn(phrase, kind),
            LegalStatus = standing,
            IsPlural = _phrases.IsPlural(head),
            IsPronoun = _document.Upos[head] == Upos.PRON && _document.Lowers[head] is not ("those" or "others" or "everyone" or "everybody"),
            IsDefinite = reading.Tree.Child(head, Relation.Det, Relation.NmodPoss) is >= 0 and var det && _document.Lowers[det] is not ("a" or "an" or "some" or "any" or "another"),
            Lemma = things.IsQuantity(head) ? "others" : _document.Lemmas[head].ToLowerInvariant(),
        };
    }
}
