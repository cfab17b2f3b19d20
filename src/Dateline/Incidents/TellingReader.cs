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
        var arguments = new ArgumentReader(_tree, things, lightVerbs, WordsOfTriggers(triggers));
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
        foreach (var trigger in triggers.Where(trigger => trigger.Words.Count > 1))
        {
            words.TryAdd(trigger.Words[^1], trigger);
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
            if (!Fits(trigger, frame, form, agent, patient)) continue;
            var scope = scopes.Read(_tree, trigger.Head);
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
                Agents = Phrases(agent),
                Patients = Phrases(patient),
                Times = TimesOf(trigger.Head, sentence, heads),
                ReportingTime = ReportingTimeOf(sentence),
                Places = PlacesOf(trigger.Head, sentence, heads),
                IsDefinite = trigger.IsNoun && IsDefinite(trigger.Head),
                IsAnother = trigger.IsNoun && IsAnother(trigger.Head),
                IsGeneric = trigger.IsNoun && IsGeneric(trigger.Head),
            };
        }

        return null;
    }

    private bool Fits(TriggerMention trigger, Frame frame, TriggerForm form, int agent, int patient) => form switch
    {
        TriggerForm.Noun => !things.Forbids(frame.Object, patient),
        TriggerForm.Befalls => patient >= 0 && things.Meets(frame.Subject, patient) && things.Meets(frame.Object, patient),
        TriggerForm.Happens => agent < 0 ? !frame.Subject.MustBeNamed : things.Meets(frame.Subject, agent),
        _ => (agent >= 0 || patient >= 0 || HasObject(trigger)) && ((patient < 0 && HasObject(trigger)) || things.Meets(frame.Object, patient)) && (agent < 0 ? !frame.Subject.MustBeNamed : things.Meets(frame.Subject, agent)),
    };

    /// <summary>Whether a verb has its object among its own words: "opened fire", "a bomb was planted".</summary>
    private bool HasObject(TriggerMention trigger) => trigger.Words.Any(word => word != trigger.Head && _document.Upos[word] is Upos.NOUN or Upos.VERB);

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
        return _tree.Child(noun, Relation.Det, Relation.Nummod, Relation.NmodPoss) < 0 && _document.Relations[noun] is Relation.Nmod or Relation.Conj or Relation.Obl or Relation.Compound or Relation.Appos
            && !reading.Mentions.Times.Within(_tree.Subtree(noun)).Any() && !reading.Mentions.Places.Within(_tree.Subtree(noun)).Any();
    }

    private List<Timex> TimesOf(int head, int sentence, HashSet<int> heads)
    {
        var found = new List<(int Distance, Timex Time)>();
        foreach (var time in reading.Mentions.Times.Within(_document.SentenceRanges[sentence]))
        {
            if (time.Days is null || time.Type is TimexType.Duration or TimexType.Set || IsReportingTime(time)) continue;
            if (Distance(head, HeadOf(time.Tokens), heads) is { } distance) found.Add((distance, time));
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
            if (place.IsModifier || place.InDateline || place.Place is null || place.Relation is PlaceRelation.Origin or PlaceRelation.Towards) continue;
            if (Distance(head, HeadOf(place.Tokens), heads) is { } distance) found.Add((distance, place));
        }

        return [.. found.OrderBy(item => item.Distance).ThenBy(item => item.Place.Place!.Kind).ThenBy(item => item.Place.Tokens.First).Select(item => item.Place)];
    }

    /// <summary>
    /// How far words are from a trigger in the tree: 0 below it, then one a clause upwards; null when they belong to another trigger
    /// that stands nearer, or stand beyond a verb of saying.
    /// </summary>
    private int? Distance(int trigger, int word, HashSet<int> heads)
    {
        for (var at = word; at >= 0; at = _document.Heads[at])
        {
            if (at == trigger) return 0;
            if (heads.Contains(at)) return SharedClause(trigger, at, word);
        }

        var distance = 1;
        for (var at = trigger; at >= 0; at = _document.Heads[at])
        {
            if (_tree.IsWithin(word, at)) return distance;
            distance++;
            var head = _document.Heads[at];
            if (head >= 0 && _document.Relations[at] == Relation.Ccomp && sources.Cue(_document.Lemmas[head].ToLowerInvariant()) is not null) return null;
        }

        return null;
    }

    /// <summary>A word below another trigger still serves this one when both share a clause: "killed in an attack on Monday".</summary>
    private int? SharedClause(int trigger, int other, int word)
    {
        var linked = _tree.IsWithin(trigger, other) || _tree.IsWithin(other, trigger);
        if (!linked) return null;
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
