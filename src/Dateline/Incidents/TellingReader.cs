using Dateline.Language;
using Dateline.Mentions.Triggers;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Turns triggers into <see cref="Telling"/>s: picks the reading that fits the arguments, and reads scope, times and places around it.</summary>
internal sealed class TellingReader(ReportReading reading, ThingReader things, ScopeReader scopes, ModalityLexicon modality, SourceLexicon sources, LightVerbs lightVerbs, NarrationLexicon narration, SumReader sums)
{
    private readonly Document _document = reading.Document;
    private readonly Tree _tree = reading.Tree;
    private readonly NearbyReader _nearby = new(reading, things, scopes, modality, sources);

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
            if (!Fits(trigger, frame, form, agent, patient) || IsSought(frame, trigger)) continue;
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
                TimeMark = scope.TimeMark ?? _nearby.MarkAbove(trigger.Head, heads) ?? _nearby.SinceThen(trigger.Head),
                Agents = Phrases(agent),
                Patients = Phrases(patient),
                Times = _nearby.TimesOf(trigger.Head, sentence, heads),
                ReportingTime = _nearby.ReportingTimeOf(sentence),
                Places = _nearby.PlacesOf(trigger.Head, sentence, heads),
                IsDefinite = trigger.IsNoun && IsDefinite(trigger.Head),
                IsAnother = trigger.IsNoun && IsAnother(trigger.Head),
                IsGeneric = (trigger.IsNoun && IsGeneric(trigger.Head)) || sums.IsOfWar(sentence, agent) || (patient >= 0 && sums.IsSum(patient)),
                IsElsewhere = narration.GoesElsewhere(_document, _document.SentenceRanges[sentence]),
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

    /// <summary>"negotiations for the release", "in exchange for the hostages' release": a release that is asked for.</summary>
    private bool IsSought(Frame frame, TriggerMention trigger) =>
        trigger.IsNoun && frame.Fate is "freed" or "rescued" && _tree.Preposition(trigger.Head) == "for";

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
        if (_document.Relations[noun] == Relation.Obj && _document.Lemmas[_document.Heads[noun]] == "claim" && _tree.Child(noun, Relation.Det, Relation.NmodPoss) < 0) return true;
        return _tree.Child(noun, Relation.Det, Relation.Nummod, Relation.NmodPoss) < 0 && _document.Relations[noun] is Relation.Nmod or Relation.Conj or Relation.Obl or Relation.Compound or Relation.Appos
            && !reading.Mentions.Times.Within(_tree.Subtree(noun)).Any() && !reading.Mentions.Places.Within(_tree.Subtree(noun)).Any();
    }
}
