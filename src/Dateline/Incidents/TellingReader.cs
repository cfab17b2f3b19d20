using Dateline.Language;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Triggers;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Turns triggers into <see cref="Telling"/>s: picks the reading that fits the arguments, and reads scope, times and places around it.</summary>
internal sealed class TellingReader(ReportReading reading, ThingReader things, ScopeReader scopes, ModalityLexicon modality, SourceLexicon sources, LightVerbs lightVerbs)
{
    private readonly Document _document = reading.Document;
    private readonly Tree _tree = reading.Tree;

    /// <summary>The tellings of a report, in text order. Triggers whose arguments fit no reading are left out.</summary>
    public IReadOnlyList<Telling> Read(IReadOnlyList<TriggerMention> triggers)
    {
        var tellings = new List<Telling>();
        var heads = triggers.Select(trigger => trigger.Head).ToHashSet();
        var arguments = new ArgumentReader(_tree, reading.Mentions, things, lightVerbs, WordsOfTriggers(triggers));
        foreach (var trigger in triggers)
        {
            if (Read(trigger, arguments, heads) is { } telling) tellings.Add(telling);
        }

        return tellings;
    }

    /// <summary>The trigger that each word of a trigger of several words belongs to.</summary>
    private static Dictionary<int, TriggerMention> WordsOfTriggers(IReadOnlyList<TriggerMention> triggers)
    {
        var words = new Dictionary<int, TriggerMention>();
        foreach (var trigger in triggers.Where(trigger => trigger.Tokens.Count > 1))
        {
            words.TryAdd(trigger.Tokens.Last, trigger);
        }

        return words;
    }

    private Telling? Read(TriggerMention trigger, ArgumentReader arguments, HashSet<int> heads)
    {
        var sentence = _document.SentenceOf[trigger.Head];
        var inTitle = _document.Sentence(sentence).InTitle;
        foreach (var (frame, form) in trigger.Readings)
        {
            var (agent, patient) = arguments.Read(trigger, frame, form, inTitle);
            if (!Fits(frame, form, agent, patient) || IsSought(frame, trigger)) continue;
            var scope = scopes.Read(_tree, trigger.Head);
            if (trigger.Tokens.Count > 1 && _tree.HasChild(trigger.Tokens.Last, "no", Relation.Det)) scope = scope with { Negated = true };
            var by = "frames/" + frame.Name;
            return new Telling
            {
                Trigger = trigger,
                Frame = frame,
                Form = form,
                Sentence = sentence,
                InTitle = inTitle,
                Scope = scope,
                Statement = reading.State(WordsOf(trigger), scope.Modality, by, 0.5 + (0.15 * frame.Firmness)),
                TimeMark = scope.TimeMark ?? MarkAbove(trigger.Head, heads) ?? SinceThen(trigger.Head),
                Agents = Phrases(agent),
                Patients = Phrases(patient),
                Times = TimesOf(trigger.Head, sentence, heads),
                ReportingTime = ReportingTimeOf(sentence),
                Places = PlacesOf(trigger.Head, sentence, heads),
                IsDefinite = trigger.IsNoun && IsDefinite(trigger.Head),
                IsAnother = trigger.IsNoun && IsAnother(trigger.Head),
                IsGeneric = (trigger.IsNoun && IsGeneric(trigger.Head)) || IsPeriodToll(sentence),
            };
        }

        return null;
    }

    private bool Fits(Frame frame, TriggerForm form, int agent, int patient) => form switch
    {
        TriggerForm.Noun => patient < 0 || things.Meets(frame.Object, patient),
        TriggerForm.Befalls => patient >= 0 && things.Meets(frame.Subject, patient) && things.Meets(frame.Object, patient),
        TriggerForm.Happens => agent < 0 || things.Meets(frame.Subject, agent),
        _ => (agent >= 0 || patient >= 0) && things.Meets(frame.Object, patient) && (agent < 0 || things.Meets(frame.Subject, agent)),
    };

    /// <summary>"negotiations for the release", "in exchange for the hostages' release": a release that is asked for.</summary>
    private bool IsSought(Frame frame, TriggerMention trigger) =>
        trigger.IsNoun && frame.Fate is "freed" or "rescued" && _tree.Preposition(trigger.Head) == "for";

    private IReadOnlyList<NounPhrase> Phrases(int head) => head < 0 ? [] : [.. NounPhrases.WithConjuncts(_tree, head)];

    /// <summary>The words that state it: a verb with its auxiliaries, a noun with its modifiers.</summary>
    private TokenRange WordsOf(TriggerMention trigger)
    {
        if (trigger.IsNoun) return NounPhrases.At(_tree, trigger.Head).Core is var core && core.Contains(trigger.Tokens) ? core : trigger.Tokens;
        var first = trigger.Tokens.First;
        foreach (var child in _tree.Children(trigger.Head))
        {
            if (child < first && child >= first - 4 && _document.Relations[child] is Relation.Aux or Relation.AuxPass) first = child;
        }

        return new TokenRange(first, trigger.Tokens.End);
    }

    /// <summary>"since then", "after that": the clause follows what was told before.</summary>
    private string? SinceThen(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_document.Lowers[child] is "then" or "that" && _tree.Preposition(child) is "since" or "after") return _tree.Preposition(child);
        }

        return null;
    }

    private bool IsDefinite(int noun) => _tree.HasChild(noun, "the", Relation.Det) || _tree.HasChild(noun, "this", Relation.Det)
        || _tree.HasChild(noun, "that", Relation.Det) || _tree.HasChild(noun, "these", Relation.Det);

    private bool IsAnother(int noun)
    {
        foreach (var child in _tree.Children(noun))
        {
            if (_document.Relations[child] is Relation.Det or Relation.Amod && modality.Another.Contains(_document.Lowers[child])) return true;
        }

        return false;
    }

    /// <summary>A bare plural that nothing pins down: "attacks claimed by the group", "a target of attacks".</summary>
    private bool IsGeneric(int noun)
    {
        if (_document.Xpos[noun] is not ("NNS" or "NNPS") || _document.Sentence(_document.SentenceOf[noun]).InTitle) return false;
        if (_document.Relations[noun] == Relation.Obj && _document.Lemmas[_document.Heads[noun]] == "claim" && _tree.Child(noun, Relation.Det, Relation.NmodPoss) < 0) return true;
        return _tree.Child(noun, Relation.Det, Relation.Nummod, Relation.NmodPoss) < 0 && _document.Relations[noun] is Relation.Nmod or Relation.Conj or Relation.Obl or Relation.Compound or Relation.Appos
            && !reading.Mentions.Times.Within(_tree.Subtree(noun)).Any() && !reading.Mentions.Places.Within(_tree.Subtree(noun)).Any();
    }

    /// <summary>A sentence that sums up a war: "more than 310,000 people have been killed since the conflict began in 2011".</summary>
    private bool IsPeriodToll(int sentence)
    {
        var range = _document.SentenceRanges[sentence];
        bool war = false, period = false;
        for (var token = range.First; token < range.End; token++)
        {
            war |= _document.Lemmas[token] is "war" or "conflict" or "uprising" or "revolution" or "insurgency" or "rebellion";
            period |= _document.Lowers[token] is "since" or "began" or "started" or "erupted" or "years" or "broke";
        }

        return war && period && !reading.Mentions.Times.Within(range).Any(time => time.Precision is TimePrecision.Day or TimePrecision.Time);
    }

    private List<Timex> TimesOf(int head, int sentence, HashSet<int> heads)
    {
        var found = new List<(int Distance, Timex Time)>();
        foreach (var time in reading.Mentions.Times.Within(_document.SentenceRanges[sentence]))
        {
            if (time.Days is null || time.Type is TimexType.Duration or TimexType.Set || IsReportingTime(time)) continue;
            if (Distance(head, HeadOf(time.Tokens), heads, stopAtTimeMarks: true) is { } distance) found.Add((distance, time));
        }

        return [.. found.OrderBy(item => item.Distance).ThenBy(item => item.Time.Tokens.First).Select(item => item.Time)];
    }

    private Timex? ReportingTimeOf(int sentence) =>
        reading.Mentions.Times.Within(_document.SentenceRanges[sentence]).FirstOrDefault(time => time.Days is not null && IsReportingTime(time));

    /// <summary>Whether a time hangs on a verb of saying: "said on Sunday".</summary>
    private bool IsReportingTime(Timex time)
    {
        var governor = _document.Heads[HeadOf(time.Tokens)];
        return governor >= 0 && _document.Upos[governor] == Upos.VERB && sources.Cue(_document.Lemmas[governor].ToLowerInvariant()) is not null
            && _tree.Child(governor, Relation.Ccomp, Relation.Parataxis) >= 0 | _document.Relations[governor] == Relation.Parataxis;
    }

    private List<Toponym> PlacesOf(int head, int sentence, HashSet<int> heads)
    {
        var found = new List<(int Distance, Toponym Place)>();
        foreach (var place in reading.Mentions.Places.Within(_document.SentenceRanges[sentence]))
        {
            if (place.IsModifier || place.InDateline || place.Place is null || place.Relation is PlaceRelation.Origin or PlaceRelation.Towards || IsNoScene(place)) continue;
            if (Distance(head, HeadOf(place.Tokens), heads) is { } distance) found.Add((distance, place));
        }

        var sentenceTokens = _document.SentenceRanges[sentence];
        for (var token = sentenceTokens.First + 1; token < sentenceTokens.End && found.Count == 0; token++)
        {
            if (PlaceMeant(token) is { } meant && Distance(head, token, heads) is { } distance) found.Add((distance, meant));
        }

        return [.. found.OrderBy(item => item.Distance).ThenBy(item => item.Place.Place!.Kind).ThenBy(item => item.Place.Tokens.First).Select(item => item.Place)];
    }

    /// <summary>"The city had been seized", "in the same village": the last place of that kind named before.</summary>
    private Toponym? PlaceMeant(int token)
    {
        PlaceKind[] kinds = _document.Lemmas[token] switch
        {
            "city" or "town" or "village" or "capital" => [PlaceKind.City],
            "district" or "neighbourhood" or "neighborhood" => [PlaceKind.District, PlaceKind.Admin2],
            "province" or "state" or "governorate" or "region" => [PlaceKind.Admin1, PlaceKind.Region],
            _ => [],
        };
        if (kinds.Length == 0 || _document.Lowers[token - 1] is not ("the" or "same" or "this")) return null;
        Toponym? last = null;
        foreach (var place in reading.Mentions.Places)
        {
            if (place.Tokens.First >= token) break;
            if (place.Place is { } known && kinds.Contains(known.Kind) && place.Relation is PlaceRelation.At or PlaceRelation.Near) last = place;
        }

        return last;
    }

    /// <summary>A place that belongs to a source ("officials in Nicosia") or to an office ("president of Cyprus").</summary>
    private bool IsNoScene(Toponym place)
    {
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Source is { } source && source.Contains(place.Span)) return true;
        }

        var head = HeadOf(place.Tokens);
        if (_tree.Ancestors(head).Any(above => reading.Mentions.Places.At(above) is { Relation: PlaceRelation.Origin or PlaceRelation.Towards })) return true;
        var governor = _document.Heads[head];
        return governor >= 0 && _document.Upos[governor] == Upos.NOUN && _tree.Preposition(head) is "of" or "for" or "to" && things.IsRoleNoun(governor);
    }

    /// <summary>
    /// How far words are from a trigger in the tree: 0 below it, then one a clause upwards; null when they belong to another trigger
    /// that stands nearer, or stand beyond a verb of saying.
    /// </summary>
    private int? Distance(int trigger, int word, HashSet<int> heads, bool stopAtTimeMarks = false)
    {
        if (AfterFrom(trigger) is { } after && word > after) return null;
        for (var at = word; at >= 0; at = _document.Heads[at])
        {
            if (at == trigger) return 0;
            if (heads.Contains(at)) return SharedClause(trigger, at, word);
        }

        var distance = 1;
        for (var at = trigger; at >= 0; at = _document.Heads[at])
        {
            if (_tree.IsWithin(word, at)) return PassesTimeMark(word, at) ? null : distance;
            distance++;
            if (_document.Relations[at] is Relation.Acl or Relation.AclRelcl && (stopAtTimeMarks || _document.Upos[_document.Heads[at]] == Upos.PRON)) return null;
            if (stopAtTimeMarks && (modality.TimeMarks.Contains(_tree.Preposition(at)) || modality.TimeMarks.Contains(_tree.Mark(at)))) return null;
            var head = _document.Heads[at];
            if (head >= 0 && _document.Relations[at] == Relation.Ccomp && sources.Cue(_document.Lemmas[head].ToLowerInvariant()) is not null) return null;
        }

        return null;
    }

    /// <summary>"The siege came months after gunmen burst into a hall on March 22": hall and day belong to what stands behind "after".</summary>
    private bool PassesTimeMark(int word, int top)
    {
        for (var at = word; at != top && at >= 0; at = _document.Heads[at])
        {
            if (at != word && (modality.TimeMarks.Contains(_tree.Preposition(at)) || modality.TimeMarks.Contains(_tree.Mark(at)))) return true;
        }

        return false;
    }

    /// <summary>
    /// Index of the "after" in "the siege came three months after …", for a token before it; null otherwise. Where a sentence only
    /// sets one event behind another, order tells more than a tree that may lose the second clause.
    /// </summary>
    private int? AfterFrom(int token)
    {
        var sentence = _document.SentenceRanges[_document.SentenceOf[token]];
        for (var verb = sentence.First + 1; verb < sentence.End; verb++)
        {
            if (_document.Lemmas[verb] is not ("come" or "follow" or "happen" or "occur") || _document.Upos[verb] != Upos.VERB) continue;
            for (var after = verb + 1; after < Math.Min(sentence.End, verb + 9); after++)
            {
                if (_document.Lowers[after] is "after" or "since" && after > token) return after;
            }

            return null;
        }

        return null;
    }

    /// <summary>The "after" or "since" that a trigger stands below, up to the next trigger above it.</summary>
    private string? MarkAbove(int trigger, HashSet<int> heads)
    {
        var first = _document.SentenceRanges[_document.SentenceOf[trigger]].First;
        if (AfterFrom(first) is { } after && trigger > after) return _document.Lowers[after];
        for (var at = trigger; at >= 0 && (at == trigger || !heads.Contains(at)); at = _document.Heads[at])
        {
            if (modality.TimeMarks.Contains(_tree.Mark(at))) return _tree.Mark(at);
            if (_document.Upos[at] != Upos.VERB && modality.TimeMarks.Contains(_tree.Preposition(at))) return _tree.Preposition(at);
        }

        return null;
    }

    /// <summary>A word below another trigger still serves this one when both share a clause: "killed in an attack on Monday".</summary>
    private int? SharedClause(int trigger, int other, int word)
    {
        var linked = _tree.IsWithin(trigger, other) || _tree.IsWithin(other, trigger);
        if (!linked || (_tree.IsWithin(other, trigger) && _document.Upos[other] == Upos.VERB)) return null;
        var between = _tree.IsWithin(other, trigger) ? scopes.Read(_tree, other) : scopes.Read(_tree, trigger);
        return between.TimeMark is null ? 2 + Math.Abs(_document.SentenceOf[word] - _document.SentenceOf[trigger]) : null;
    }

    /// <summary>The token of a range whose head lies outside of it.</summary>
    private int HeadOf(TokenRange tokens)
    {
        for (var token = tokens.Last; token > tokens.First; token--)
        {
            if (!tokens.Contains(_document.Heads[token])) return token;
        }

        return tokens.First;
    }
}
