using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads who claims an incident, who is blamed for it, and who denies having done it.</summary>
internal sealed class ResponsibilityReader(ReportReading reading, ThingReader things, ResponsibilityLexicon words)
{
    private readonly Document _document = reading.Document;
    private readonly Tree _tree = reading.Tree;

    /// <summary>Who takes which stance, and where it is told: stances are <c>claimed</c>, <c>blamed</c> and <c>denied</c>.</summary>
    /// <param name="draft">The incident.</param>
    /// <param name="isAbout">Whether a sentence is about it.</param>
    public IReadOnlyList<(NounPhrase Who, string Stance, Statement Statement)> Read(IncidentDraft draft, Func<int, bool> isAbout)
    {
        bool IsDeed(int head) => draft.Tellings.Exists(telling => telling.Head == head);
        var told = new List<(NounPhrase, string, Statement)>();
        for (var token = 0; token < _document.TokenCount; token++)
        {
            if (_document.Upos[token] != Upos.VERB || words.Stance(_document.Lemmas[token]) is not { } stance) continue;
            if (!isAbout(_document.SentenceOf[token]) && !IsDeed(DeedOf(token))) continue;
            var who = Responsible(token, stance, IsDeed);
            if (who < 0 || IsNobody(who) || !(things.CanAct(who) || things.IsArmedSide(who))) continue;
            var phrase = NounPhrases.At(_tree, who);
            var clause = new TokenRange(Math.Min(token, phrase.Core.First), Math.Max(token + 1, phrase.Core.End));
            var statement = reading.State(clause, stance == "denied" ? Modality.Denied : Modality.Alleged, "incidents/" + stance, 0.75);
            told.Add((phrase, stance, stance == "claimed" ? ByItself(statement, phrase.Core, reading.Mentions.Actors.At(who)) : statement));
        }

        told.AddRange(Behind(IsDeed));
        told.AddRange(Suspected(draft));
        return told;
    }

    /// <summary>"IS said it was behind the massacre" is the claim of whoever says so of itself; "sleeper cells were behind the attack" blames them.</summary>
    private IEnumerable<(NounPhrase Who, string Stance, Statement Statement)> Behind(Func<int, bool> isDeed)
    {
        for (var token = 1; token < _document.TokenCount; token++)
        {
            var deed = _document.Lowers[token] == "behind" ? _document.Heads[token] : -1;
            if (deed <= token || !isDeed(deed) || _tree.Child(deed, Relation.Nsubj) is not (>= 0 and var subject)) continue;
            if (_document.Lowers[subject] is not ("it" or "they"))
            {
                var blamed = NounPhrases.At(_tree, subject);
                if (!IsNobody(subject) && _document.Upos[subject] is Upos.NOUN or Upos.PROPN && (things.CanAct(subject) || things.IsArmedSide(subject)))
                    yield return (blamed, "blamed", reading.State(new TokenRange(blamed.Core.First, deed + 1), Modality.Alleged, "incidents/behind", 0.7));
                continue;
            }

            var sentence = _document.SentenceRanges[_document.SentenceOf[token]];
            var actor = reading.Mentions.Actors.Within(new TokenRange(sentence.First, subject)).LastOrDefault(named => named.Actor.Kind == ActorKind.ArmedGroup);
            if (actor is null) continue;
            var statement = reading.State(new TokenRange(actor.Tokens.First, deed + 1), Modality.Alleged, "incidents/behind", 0.7);
            yield return (NounPhrases.At(_tree, actor.Tokens.Last), "claimed", ByItself(statement, actor.Tokens, actor));
        }
    }

    /// <summary>"Suspected rebels of the front overran a base": the report passes on that somebody blames the front.</summary>
    private IEnumerable<(NounPhrase Who, string Stance, Statement Statement)> Suspected(IncidentDraft draft)
    {
        foreach (var agent in draft.Tellings.SelectMany(telling => telling.Agents).DistinctBy(agent => agent.Head))
        {
            if (things.KindOf(agent.Head) is not ThingKind.Group || !IsSuspected(agent.Head)) continue;
            if (!reading.Mentions.Actors.Within(agent.Whole).Any(actor => actor.Actor.Kind == ActorKind.ArmedGroup)) continue;
            yield return (agent, "blamed", reading.State(agent.Whole, Modality.Speculated, "incidents/suspected", 0.7));
        }
    }

    private bool IsSuspected(int head)
    {
        foreach (var child in _tree.Children(head))
        {
            if (_document.Relations[child] == Relation.Amod && words.IsSuspicion(_document.Lowers[child])) return true;
        }

        return false;
    }

    private Statement ByItself(Statement statement, TokenRange name, ActorMention? actor) =>
        statement with { Sources = new SourceChain([new Source(_document.TextOf(name), SourceKind.ArmedGroup, actor?.Actor.Id, _document.SpanOf(name))]) };

    private int Responsible(int verb, string stance, Func<int, bool> isDeed)
    {
        var passive = _tree.Child(verb, Relation.AuxPass) >= 0 || (_document.Relations[verb] == Relation.Acl && _document.Xpos[verb] == "VBN");
        var subject = _tree.Child(verb, Relation.Nsubj);
        var target = _tree.Child(verb, Relation.Obj);
        switch (stance)
        {
            case "claimed" when passive:
                var deed = DeedOf(verb);
                return deed >= 0 && (isDeed(deed) || words.IsResponsibility(_document.Lemmas[deed])) ? Oblique(verb, "by") : -1;
            case "claimed":
                return target >= 0 && (isDeed(target) || words.IsResponsibility(_document.Lemmas[target])) ? subject : -1;
            case "denied":
                return (target >= 0 && words.IsResponsibility(_document.Lemmas[target])) || DeniesInvolvement(verb) ? Speaker(verb) : -1;
            case "blamed" when passive:
                return Oblique(verb, "on") is >= 0 and var on ? on : _tree.Child(verb, Relation.NsubjPass);
            default:
                return Oblique(verb, "on") is >= 0 and var blamed ? blamed : Oblique(verb, "at") is >= 0 and var pointedAt ? pointedAt : target;
        }
    }

    /// <summary>"denied having had a hand in it", "denying that its men had anything to do with it".</summary>
    private bool DeniesInvolvement(int verb)
    {
        var clause = _tree.Child(verb, Relation.Ccomp, Relation.Xcomp, Relation.Advcl);
        if (clause < verb) return false;
        foreach (ref readonly var lemma in _document.Lemmas.Slice(clause, _tree.Subtree(clause).End - clause))
        {
            if (words.IsInvolvement(lemma)) return true;
        }

        return words.IsInvolvement(_document.Lemmas[clause]);
    }

    /// <summary>Whose denial it is: "JNIM put out a message denying …" names its speaker further up.</summary>
    private int Speaker(int verb)
    {
        for (var at = verb; at >= 0; at = _document.Heads[at])
        {
            if (_document.Upos[at] is Upos.VERB or Upos.AUX && _tree.Child(at, Relation.Nsubj) is >= 0 and var subject) return subject;
            if (_document.Relations[at] is not (Relation.Conj or Relation.Advcl or Relation.Xcomp or Relation.Acl or Relation.Obj)) return -1;
        }

        return -1;
    }

    private int Oblique(int verb, string preposition)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_document.Relations[child] is Relation.OblAgent or Relation.Obl && _tree.Preposition(child) == preposition) return child;
        }

        return -1;
    }

    /// <summary>What a verb of claiming is about: "the attack claimed by", "the attack was claimed by".</summary>
    private int DeedOf(int verb) => _document.Relations[verb] == Relation.Acl ? _document.Heads[verb] : _tree.Child(verb, Relation.NsubjPass);

    private bool IsNobody(int who) => _tree.HasChild(who, "no", Relation.Det) || _document.Lowers[who] is "nobody" or "none" or "no-one";
}
