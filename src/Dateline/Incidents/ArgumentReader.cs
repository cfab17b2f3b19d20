using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Triggers;

namespace Dateline.Incidents;

/// <summary>Reads who acts and who suffers around a trigger off the tree: subjects, objects, passives, participles, "by" and "of" phrases.</summary>
internal sealed class ArgumentReader(Tree tree, MentionLayer mentions, ThingReader things, LightVerbs lightVerbs, IReadOnlyDictionary<int, TriggerMention> belongsTo)
{
    private readonly Document _document = tree.Document;

    /// <summary>Heads of whoever acts (or of the means, for "a bomb exploded") and of whoever suffers; -1 where the clause names nobody.</summary>
    public (int Agent, int Patient) Read(TriggerMention trigger, Frame frame, TriggerForm form, bool inTitle)
    {
        if (form == TriggerForm.Qualifier) return (-1, Resolve(_document.Heads[trigger.Head]));
        var (agent, patient) = form == TriggerForm.Noun ? ReadNoun(trigger.Head) : ReadVerb(trigger, inTitle && form == TriggerForm.Verb && frame.Fate is not null);
        if (form == TriggerForm.Befalls) (agent, patient) = (-1, agent >= 0 ? agent : patient);
        if (frame.Object.MustBeAbsent && patient >= 0)
        {
            // An intransitive verb has no passive: what reads as one ("students demonstrated" as a participle) is its subject.
            if (agent < 0) (agent, patient) = (patient, -1);
            else if (_document.Relations[patient] == Relation.Obl) patient = -1;
        }

        if (patient < 0 && form == TriggerForm.Verb && trigger.Tokens.Count > 1 && _document.Upos[trigger.Tokens.Last] == Upos.NOUN)
        {
            // "Planned an attack on a court": the court hangs on the noun of the trigger.
            var inner = ReadNoun(trigger.Tokens.Last).Patient;
            if (inner >= 0 && things.Meets(frame.Object, inner)) patient = inner;
        }

        agent = Resolve(agent);
        patient = Resolve(patient);
        if (patient < 0 && !frame.Object.MustBeAbsent && frame.Fate is not null && form is TriggerForm.Verb or TriggerForm.Befalls) patient = Counted(trigger, agent);
        if (agent < 0 && patient >= 0 && form == TriggerForm.Verb) agent = NearestActor(trigger.Head, patient);
        return (agent, patient);
    }

    /// <summary>"… when rebels of the front overran a base": the noun right before an active verb acts, where the tree gives the verb no subject.</summary>
    private int NearestActor(int verb, int patient)
    {
        if (_document.Xpos[verb] is not ("VBD" or "VBZ" or "VBP") || patient < verb || tree.Child(verb, Relation.AuxPass, Relation.Nsubj, Relation.NsubjPass) >= 0) return -1;
        var sentence = _document.SentenceRanges[_document.SentenceOf[verb]];
        var inPhrase = -1;
        for (var token = verb - 1; token >= Math.Max(sentence.First, verb - 10); token--)
        {
            if (_document.Upos[token] is Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ or Upos.PUNCT) break;
            if (_document.Upos[token] is not (Upos.NOUN or Upos.PROPN) || !things.CanAct(token)) continue;
            inPhrase = token;
            if (tree.Preposition(token).Length == 0) break;
        }

        return inPhrase;
    }

    /// <summary>Whom the tree loses a count still names: "last Sunday three people were killed", "wounded at least 27".</summary>
    private int Counted(TriggerMention trigger, int agent)
    {
        var verb = trigger.Head;
        var passive = tree.Child(verb, Relation.AuxPass, Relation.NsubjPass) >= 0;
        foreach (var count in passive ? mentions.Counts.Reverse() : mentions.Counts)
        {
            var head = count.Noun >= 0 ? count.Noun : count.Quantity.Last;
            var distance = passive ? verb - head : count.Quantity.First - verb;
            if (distance is <= 0 or > 8 || head == agent || count.IsPart || trigger.Tokens.Contains(head)) continue;
            if (_document.SentenceOf[head] != _document.SentenceOf[verb] || VerbBetween(Math.Min(verb, head) + 1, Math.Max(verb, head))) continue;
            return head;
        }

        return -1;
    }

    private bool VerbBetween(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (_document.Upos[token] == Upos.VERB) return true;
        }

        return false;
    }

    private (int Agent, int Patient) ReadVerb(TriggerMention trigger, bool mayBeBare)
    {
        var verb = trigger.Head;
        if (_document.Upos[verb] == Upos.AUX && _document.Heads[verb] >= 0) verb = _document.Heads[verb];
        if (Listed(verb) is >= 0 and var listed) return (-1, listed);
        var (subject, passive) = Subject(verb);
        if (subject >= 0 && trigger.Words.Contains(subject)) subject = -1;
        var target = Object(verb, trigger);
        if (passive)
        {
            var by = tree.Child(verb, Relation.OblAgent);
            if (by < 0) by = Oblique(verb, "by");
            return (by, subject >= 0 ? subject : target);
        }

        // "Police identify 13-year-old shot dead": in a headline the noun right before a participle is the one hit.
        if (mayBeBare && target < 0 && _document.Xpos[verb] is "VBN" or "VBD" && verb > 0 && subject != verb - 1 && NounPhrases.IsNominal(_document, verb - 1) && _document.SentenceOf[verb - 1] == _document.SentenceOf[verb]) return (Oblique(verb, "by"), verb - 1);

        // Headlines drop the auxiliary: "Hostage-Takers Killed", "Two Shot in Gary".
        var bare = mayBeBare && target < 0 && subject >= 0 && _document.Xpos[verb] is "VBN" or "VBD";
        return bare ? (Oblique(verb, "by"), subject) : (subject, target);
    }

    /// <summary>"Injured were A, B and C", "Among those killed was D": the participle stands first, whom it befell behind the copula; -1 elsewhere.</summary>
    private int Listed(int participle)
    {
        var predicate = _document.Heads[participle];
        return _document.Xpos[participle] == "VBN" && predicate > participle && _document.Relations[participle] is Relation.Csubj or Relation.CsubjPass or Relation.Nsubj or Relation.NsubjPass
            && tree.Child(predicate, Relation.Cop) is var copula && copula > participle && NounPhrases.IsNominal(_document, predicate) ? predicate : -1;
    }

    private (int Agent, int Patient) ReadNoun(int noun)
    {
        int agent = -1, patient = -1;
        foreach (var child in tree.Children(noun))
        {
            switch (_document.Relations[child])
            {
                case Relation.Nmod or Relation.Obl or Relation.OblAgent:
                    var preposition = tree.Preposition(child);
                    if (preposition == "by") agent = child;
                    else if (preposition is "of" or "on" or "against" && patient < 0) patient = child;
                    break;
                case Relation.NmodPoss when things.IsArmedSide(child) || _document.Upos[child] == Upos.PRON:
                    agent = child;
                    break;
                case Relation.NmodPoss:
                    patient = child;
                    break;
                case Relation.Amod when agent < 0 && mentions.Places.At(child) is { IsModifier: true, Place.Kind: Mentions.Places.PlaceKind.Country }:
                case Relation.Compound when agent < 0 && things.IsArmedSide(child):
                    agent = child;
                    break;
                case Relation.Acl when _document.Xpos[child] == "VBN" && tree.Child(child, Relation.OblAgent, Relation.Obl) is >= 0 and var by && tree.Preposition(by) == "by" && _document.Lemmas[child] is not ("claim" or "condemn" or "blame"):
                    agent = by;
                    break;
            }
        }

        var verb = _document.Heads[noun];
        if (verb >= 0 && _document.Upos[verb] == Upos.VERB)
        {
            var lemma = _document.Lemmas[verb];
            if (_document.Relations[noun] == Relation.Obj && lightVerbs.Performs(lemma) && agent < 0) agent = Subject(verb).Head;
            else if (_document.Relations[noun] == Relation.Obj && lightVerbs.Suffers(lemma) && patient < 0) patient = Subject(verb).Head;
            else if (_document.Relations[noun] == Relation.NsubjPass && lightVerbs.Performs(lemma) && agent < 0) agent = tree.Child(verb, Relation.OblAgent);
        }

        return (agent, patient);
    }

    /// <summary>The subject of a verb as the sentence understands it, and whether the verb is passive.</summary>
    private (int Head, bool Passive) Subject(int verb)
    {
        var passive = tree.Child(verb, Relation.NsubjPass, Relation.AuxPass, Relation.CsubjPass) >= 0;
        var relation = _document.Relations[verb];
        var subject = NearestSubject(verb);
        if (subject >= 0)
        {
            var isRelative = relation is Relation.AclRelcl && _document.Lowers[subject] is "who" or "that" or "which";
            return (isRelative ? _document.Heads[verb] : subject, passive);
        }

        var head = _document.Heads[verb];
        if (head < 0) return (-1, passive);
        switch (relation)
        {
            case Relation.Acl or Relation.AclRelcl:
                var participle = _document.Xpos[verb];
                return (head, passive || participle is "VBN" or "VBD");
            case Relation.Conj:
                var (shared, headPassive) = Subject(head);
                var samePassive = headPassive && _document.Xpos[verb] is "VBN" or "VBD" && tree.Child(verb, Relation.Obj, Relation.Aux) < 0;
                return (shared, passive || samePassive);
            case Relation.Advcl or Relation.Xcomp or Relation.Parataxis or Relation.AdvclRelcl:
                var controller = relation == Relation.Xcomp ? tree.Child(head, Relation.Obj) : -1;
                if (controller < 0 && _document.Upos[head] is Upos.VERB or Upos.AUX or Upos.ADJ) controller = Subject(head).Head;
                return (controller, passive || (_document.Xpos[verb] == "VBN" && (relation != Relation.Xcomp || _document.Lemmas[head] is "find" or "leave" or "get")));
            default:
                return (-1, passive);
        }
    }

    /// <summary>The subject that stands nearest before the verb; a greedy parse may hang several on it.</summary>
    private int NearestSubject(int verb)
    {
        var nearest = -1;
        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] is Relation.Nsubj or Relation.NsubjPass && (nearest < 0 || child < verb)) nearest = child;
        }

        return nearest;
    }

    private int Object(int verb, TriggerMention trigger)
    {
        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] == Relation.Obj && !trigger.Words.Contains(child)) return child;
        }

        // "opened fire on the crowd", "shot at officers": the object stands behind the preposition.
        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] == Relation.Obl && things.CanSuffer(child) && IsObject(child, trigger)) return child;
            if (_document.Relations[child] == Relation.Xcomp && trigger.Words.Contains(child) && tree.Child(child, Relation.Nsubj) is >= 0 and var small) return small;
        }

        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] is not (Relation.Xcomp or Relation.Ccomp)) continue;
            var small = tree.Child(child, Relation.Nsubj);
            if (small >= 0 && _document.Lemmas[verb] is "leave" or "find") return small;
        }

        return SharedObject(verb, trigger);
    }

    /// <summary>"punched and kicked a driver": a verb right before "and" and another verb shares its object.</summary>
    private int SharedObject(int verb, TriggerMention trigger)
    {
        var next = verb + 1;
        if (next + 1 >= _document.TokenCount || _document.Upos[next] != Upos.CCONJ || _document.Heads[next + 1] != verb || _document.Relations[next + 1] != Relation.Conj || _document.Upos[next + 1] != Upos.VERB) return -1;
        var shared = tree.Child(next + 1, Relation.Obj);
        return shared >= 0 && !trigger.Words.Contains(shared) ? shared : -1;
    }

    /// <summary>Behind a preposition of its own trigger ("advanced on the capital") anything is an object, behind another one no place is.</summary>
    private bool IsObject(int oblique, TriggerMention trigger) => trigger.Words.Contains(tree.Child(oblique, Relation.Case))
        || (tree.Preposition(oblique) is "on" or "at" or "against" or "into" or "upon" && things.KindOf(oblique) is not Mentions.Actors.ThingKind.Place);

    private int Oblique(int verb, string preposition)
    {
        foreach (var child in tree.Children(verb))
        {
            if (_document.Relations[child] is Relation.Obl or Relation.OblAgent or Relation.Nmod && tree.Preposition(child) == preposition) return child;
        }

        return -1;
    }

    /// <summary>
    /// What is no noun is nobody. A word that belongs to another trigger stands for that trigger's patient: in "the employees who
    /// were taken hostage were released" it is the employees who were released.
    /// </summary>
    private int Resolve(int head)
    {
        if (head < 0 || (!NounPhrases.IsNominal(_document, head) && _document.Upos[head] != Upos.ADJ) || mentions.Times.At(head) is not null) return -1;
        if (!belongsTo.TryGetValue(head, out var other) || other.IsNoun || other.Head == head) return head;
        var (subject, passive) = Subject(other.Head);
        return passive && subject >= 0 && !belongsTo.ContainsKey(subject) ? subject : -1;
    }
}
