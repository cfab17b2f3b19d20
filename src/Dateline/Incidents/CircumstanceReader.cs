using Dateline.Language;
using Dateline.Mentions.Weapons;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads what stands around the deed: weapons, demands, and who claims or is given responsibility.</summary>
internal sealed class CircumstanceReader(ReportReading reading, ThingReader things, ResponsibilityLexicon words)
{
    private readonly Document _document = reading.Document;

    /// <summary>Weapons named where the report speaks of the incident; those only implied ("opened fire") when none of their family is named.</summary>
    public IReadOnlyList<ToldWeapon> Weapons(Func<int, bool> isAbout)
    {
        var told = new List<(WeaponMention Mention, ToldWeapon Weapon)>();
        foreach (var mention in reading.Mentions.Weapons)
        {
            if (!isAbout(_document.SentenceOf[mention.Tokens.First])) continue;
            var tokens = mention.Tokens;
            if (tokens.First > 0 && _document.Lowers[tokens.First - 1] is "a" or "an") tokens = new TokenRange(tokens.First - 1, tokens.End);
            var text = _document.TextOf(tokens);
            if (told.Exists(other => string.Equals(other.Weapon.Text, text, StringComparison.OrdinalIgnoreCase))) continue;
            told.Add((mention, new ToldWeapon(text, mention.Code, [reading.State(tokens, Modality.Stated, mention.By, 0.8)])));
        }

        return [.. told.Where(item => !item.Mention.IsImplied || told.Find(other => Codebook.Family(other.Mention.Code) == Codebook.Family(item.Mention.Code)) == item).Select(item => item.Weapon)];
    }

    /// <summary>What captors or attackers ask for: the object of "demanded", "called for", "asked for".</summary>
    public IReadOnlyList<Demand> Demands(Func<int, bool> isAbout, Func<int, int> participantOf)
    {
        var demands = new List<Demand>();
        for (var token = 0; token < _document.TokenCount; token++)
        {
            if (_document.Upos[token] != Upos.VERB || !words.Demands(_document.Lemmas[token]) || !isAbout(_document.SentenceOf[token])) continue;
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
            if (_document.Upos[token] != Upos.VERB || !isAbout(_document.SentenceOf[token]) || words.Stance(_document.Lemmas[token]) is not { } stance) continue;
            var who = Responsible(token, stance, isDeed);
            if (who < 0 || IsNobody(who) || !(things.CanAct(who) || things.IsArmedSide(who))) continue;
            var phrase = NounPhrases.At(reading.Tree, who);
            var clause = new TokenRange(Math.Min(token, phrase.Core.First), Math.Max(token + 1, phrase.Core.End));
            var statement = reading.State(clause, stance == "denied" ? Modality.Denied : Modality.Alleged, "incidents/" + stance, 0.75);
            if (stance == "claimed") statement = statement with { Sources = new SourceChain([new Source(_document.TextOf(phrase.Core), SourceKind.ArmedGroup, reading.Mentions.Actors.At(who)?.Actor.Id, _document.SpanOf(phrase.Core))]) };
            told.Add((phrase, stance, statement));
        }

        return told;
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
                var deed = _document.Relations[verb] == Relation.Acl ? _document.Heads[verb] : reading.Tree.Child(verb, Relation.NsubjPass);
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
