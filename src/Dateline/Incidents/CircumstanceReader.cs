using Dateline.Language;
using Dateline.Mentions.Weapons;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Reads what stands around the deed: weapons and demands.</summary>
internal sealed class CircumstanceReader(ReportReading reading, ScopeReader scopes, FateLexicon fates, ResponsibilityLexicon words)
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
