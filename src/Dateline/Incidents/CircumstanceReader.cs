using Dateline.Language;
using Dateline.Mentions.Weapons;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads what stands around the deed: weapons, demands, and who claims or is given responsibility.</summary>
internal sealed class CircumstanceReader(ReportReading reading, ThingReader things, ScopeReader scopes, FateLexicon fates, ResponsibilityLexicon words)
{
    private readonly Document _document = reading.Document;

    /// <summary>Weapons named where the report speaks of the incident, each noun once; one that is only implied ("opened fire") when none is named.</summary>
    public IReadOnlyList<ToldWeapon> Weapons(Func<int, bool> isAbout)
    {
        var named = new List<ToldWeapon>();
        var nouns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ToldWeapon? implied = null;
        foreach (var mention in reading.Mentions.Weapons)
        {
            var noun = _document.Lemmas[mention.Tokens.Last];
            if (!isAbout(_document.SentenceOf[mention.Tokens.First]) || fates.IsGeneralWeapon(noun)) continue;
            if (reading.State(mention.Tokens, Modality.Stated, mention.By, 1).Modality == Modality.Denied) continue;
            if (mention.IsImplied)
            {
                if (!mention.Code.StartsWith("explosive", StringComparison.Ordinal)) implied ??= Told(mention);
            }
            else if (nouns.Add(noun))
            {
                named.Add(Told(mention));
            }
        }

        return named.Count > 0 || implied is null ? named : [implied];
    }

    private ToldWeapon Told(WeaponMention mention)
    {
        var tokens = mention.Tokens;
        if (tokens.First > 0 && _document.Lowers[tokens.First - 1] is "a" or "an") tokens = new TokenRange(tokens.First - 1, tokens.End);
        return new ToldWeapon(_document.TextOf(tokens), mention.Code, [reading.State(tokens, scopes.Read(reading.Tree, mention.Tokens.Last).Modality, mention.By, 0.8)]);
    }

    /// <summary>What captors or attackers ask for: the object of "demanded", "called for", "asked for".</summary>
    public IReadOnlyList<Demand> Demands(string family, Func<int, bool> isAbout, Func<int, int> participantOf)
    {
        var demands = new List<Demand>();
        var mayAsk = family is "hostage-taking" or "threat" or "unrest" or "plot" or "detention" or "bombing";
        for (var token = 0; token < _document.TokenCount; token++)
        {
            if (_document.Upos[token] != Upos.VERB || !(words.Demands(_document.Lemmas[token]) || (mayAsk && words.Asks(_document.Lemmas[token]))) || !isAbout(_document.SentenceOf[token])) continue;
            var by = participantOf(Asker(token));
            if (by < 0) continue;
            var asked = reading.Tree.Child(token, Relation.Obj, Relation.Ccomp, Relation.Xcomp);
            if (asked < 0)
            {
                asked = reading.Tree.Children(token).FirstOrDefault(child => _document.Relations[child] == Relation.Obl && reading.Tree.Preposition(child) == "for", -1);
            }

            if (asked < 0) continue;
            var range = WithoutExchange(new TokenRange(reading.Tree.Subtree(asked).First, EndOfDemand(token, asked)));
            demands.Add(new Demand(_document.TextOf(range), by, [reading.State(range, Modality.Stated, "incidents/demand", 0.8)]));
        }

        return demands;
    }

    /// <summary>Who claimed it, is blamed for it, or denied it.</summary>
    public IReadOnlyList<(NounPhrase Who, string Stance, Statement Statement)> Responsibilities(Func<int, bool> isAbout, Func<int, bool> isDeed)
    {
        var told = new List<(NounPhrase, string, Statement)>();
        for (var token = 0; token < _document.TokenCount; token++)
        {
            if (_document.Upos[token] != Upos.VERB || words.Stance(_document.Lemmas[token]) is not { } stance) continue;
            if (!isAbout(_document.SentenceOf[token]) && !isDeed(DeedOf(token))) continue;
            var who = Responsible(token, stance, isDeed);
            if (who < 0 || IsNobody(who) || !(things.CanAct(who) || things.IsArmedSide(who))) continue;
            var phrase = NounPhrases.At(reading.Tree, who);
            var clause = new TokenRange(Math.Min(token, phrase.Core.First), Math.Max(token + 1, phrase.Core.End));
            var statement = reading.State(clause, stance == "denied" ? Modality.Denied : Modality.Alleged, "incidents/" + stance, 0.75);
            if (stance == "claimed") statement = statement with { Sources = new SourceChain([new Source(_document.TextOf(phrase.Core), SourceKind.ArmedGroup, reading.Mentions.Actors.At(who)?.Actor.Id, _document.SpanOf(phrase.Core))]) };
            told.Add((phrase, stance, statement));
        }

        told.AddRange(Behind(isDeed));
        return told;
    }

    /// <summary>"IS said it was behind the massacre": the claim of whoever says so of itself.</summary>
    private IEnumerable<(NounPhrase Who, string Stance, Statement Statement)> Behind(Func<int, bool> isDeed)
    {
        for (var token = 1; token < _document.TokenCount; token++)
        {
            var deed = _document.Lowers[token] == "behind" ? _document.Heads[token] : -1;
            if (deed <= token || !isDeed(deed)) continue;
            var self = reading.Tree.Child(deed, Relation.Nsubj);
            if (self < 0 || _document.Lowers[self] is not ("it" or "they")) continue;
            var sentence = _document.SentenceRanges[_document.SentenceOf[token]];
            var actor = reading.Mentions.Actors.Within(new TokenRange(sentence.First, self)).LastOrDefault(named => named.Actor.Kind == Mentions.Actors.ActorKind.ArmedGroup);
            if (actor is null) continue;
            var phrase = NounPhrases.At(reading.Tree, actor.Tokens.Last);
            var statement = reading.State(new TokenRange(actor.Tokens.First, deed + 1), Modality.Alleged, "incidents/behind", 0.7);
            yield return (phrase, "claimed", statement with { Sources = new SourceChain([new Source(_document.TextOf(actor.Tokens), SourceKind.ArmedGroup, actor.Actor.Id, actor.Span)]) });
        }
    }

    private int Responsible(int verb, string stance, Func<int, bool> isDeed)
    {
        var passive = reading.Tree.Child(verb, Relation.AuxPass) >= 0 || (_document.Relations[verb] == Relation.Acl && _document.Xpos[verb] == "VBN");
        var by = reading.Tree.Children(verb).FirstOrDefault(child => _document.Relations[child] is Relation.OblAgent or Relation.Obl && reading.Tree.Preposition(child) == "by", -1);
        var subject = reading.Tree.Child(verb, Relation.Nsubj);
        var target = reading.Tree.Child(verb, Relation.Obj);
        switch (stance)
        {
            case "claimed" when passive:
                var deed = DeedOf(verb);
                return deed >= 0 && (isDeed(deed) || words.IsResponsibility(_document.Lemmas[deed])) ? by : -1;
            case "claimed":
                return target >= 0 && (isDeed(target) || words.IsResponsibility(_document.Lemmas[target])) ? subject : -1;
            case "denied":
                return target >= 0 && words.IsResponsibility(_document.Lemmas[target]) ? subject : -1;
            case "blamed" when passive:
                var on = reading.Tree.Children(verb).FirstOrDefault(child => _document.Relations[child] == Relation.Obl && reading.Tree.Preposition(child) == "on", -1);
                return on >= 0 ? on : reading.Tree.Child(verb, Relation.NsubjPass);
            default:
                var blamedOn = reading.Tree.Children(verb).FirstOrDefault(child => _document.Relations[child] == Relation.Obl && reading.Tree.Preposition(child) is "on" or "at", -1);
                return blamedOn >= 0 ? blamedOn : target;
        }
    }

    /// <summary>What a verb of claiming is about: "the attack claimed by", "the attack was claimed by".</summary>
    private int DeedOf(int verb) => _document.Relations[verb] == Relation.Acl ? _document.Heads[verb] : reading.Tree.Child(verb, Relation.NsubjPass);

    private bool IsNobody(int who) => reading.Tree.HasChild(who, "no", Relation.Det) || _document.Lowers[who] is "nobody" or "none" or "no-one";

    /// <summary>The demand goes on behind its noun to the end of the clause: "safe passage out of the prison".</summary>
    private int EndOfDemand(int verb, int asked)
    {
        var end = reading.Tree.Subtree(asked).End;
        var limit = reading.Tree.Subtree(verb).End;
        while (end < limit && _document.Upos[end] is not (Upos.PUNCT or Upos.VERB or Upos.SCONJ or Upos.CCONJ)) end++;
        return end;
    }

    private int Asker(int verb)
    {
        var subject = reading.Tree.Child(verb, Relation.Nsubj);
        if (subject >= 0 && _document.Lowers[subject] is "who" or "that" && _document.Relations[verb] == Relation.AclRelcl) return _document.Heads[verb];
        if (subject < 0 && _document.Relations[verb] == Relation.Conj) return Asker(_document.Heads[verb]);
        return subject;
    }

    /// <summary>"a car and safe passage in exchange for the hostages": the demand ends where its price begins.</summary>
    private TokenRange WithoutExchange(TokenRange range)
    {
        for (var token = range.First + 1; token < range.Last; token++)
        {
            if (_document.Lowers[token] == "in" && _document.Lowers[token + 1] is "exchange" or "return") return new TokenRange(range.First, token);
        }

        return range;
    }
}
