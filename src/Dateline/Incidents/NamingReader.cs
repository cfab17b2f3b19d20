using Dateline.Language;

namespace Dateline.Incidents;

/// <summary>
/// Finds who is given a name: "police identified him as Patrick Crusius", "the suspects are A, B and C", "the gunman, identified as …".
/// </summary>
internal static class NamingReader
{
    /// <summary>How far behind "identified" its "as" may stand, in tokens.</summary>
    private const int Reach = 8;

    /// <summary>The description or pronoun, and the heads of the names given to it, in text order.</summary>
    public static IEnumerable<(int Described, IReadOnlyList<int> Names)> Find(Tree tree)
    {
        var document = tree.Document;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var (described, named) = document.Lemmas[token] is "identify" or "name" && document.Upos[token] == Upos.VERB ? Identified(tree, token)
                : document.Relations[token] == Relation.Cop ? Predicated(tree, document.Heads[token])
                : (-1, -1);
            if (described < 0 || named < 0 || described == named) continue;
            var names = NamesIn(tree, named);
            if (names.Count > 0) yield return (described, names);
        }
    }

    /// <summary>"identified him as X", "the victims, named in court papers as: X; Y".</summary>
    private static (int Described, int Named) Identified(Tree tree, int verb)
    {
        var document = tree.Document;
        var described = document.Relations[verb] is Relation.Acl or Relation.AclRelcl ? document.Heads[verb] : tree.Child(verb, Relation.NsubjPass, Relation.Obj);
        var end = Math.Min(document.SentenceRanges[document.SentenceOf[verb]].End, verb + Reach);
        for (var token = verb + 1; token < end; token++)
        {
            if (document.Lowers[token] != "as") continue;
            if (document.Relations[token] == Relation.Case && document.Heads[token] > token) return (described, document.Heads[token]);
            for (var next = token + 1; next < Math.Min(document.TokenCount, token + Reach); next++)
            {
                if (document.Upos[next] == Upos.PROPN) return (described, TopOfName(tree, next));
            }
        }

        return (-1, -1);
    }

    /// <summary>"The suspects are X and Y", "the suspects charged on Tuesday are X and Y": what the copula says of its subject.</summary>
    private static (int Described, int Named) Predicated(Tree tree, int predicate)
    {
        var document = tree.Document;
        var subject = tree.Child(predicate, Relation.Nsubj);
        if (subject < 0 && document.Relations[predicate] == Relation.Ccomp) subject = tree.Child(document.Heads[predicate], Relation.Nsubj, Relation.NsubjPass);
        return subject >= 0 && subject < predicate && document.Upos[subject] == Upos.NOUN ? (subject, predicate) : (-1, -1);
    }

    /// <summary>The names of a phrase and of those joined to it: its own, or the one in apposition ("her ex-boyfriend, Christopher Rayshawn Calloway").</summary>
    private static List<int> NamesIn(Tree tree, int head)
    {
        var names = new List<int>();
        Add(head);
        foreach (var child in tree.Children(head))
        {
            if (tree.Document.Relations[child] == Relation.Conj) Add(child);
        }

        names.Sort();
        return names;

        void Add(int member)
        {
            var document = tree.Document;
            if (document.Upos[member] == Upos.PROPN) names.Add(member);
            else if (document.Upos[member] == Upos.NOUN && tree.Child(member, Relation.Appos, Relation.Flat) is >= 0 and var name && document.Upos[name] == Upos.PROPN) names.Add(name);
        }
    }

    /// <summary>The token of a name that the rest of it hangs on.</summary>
    private static int TopOfName(Tree tree, int token)
    {
        while (tree.Document.Relations[token] is Relation.Flat or Relation.Compound && tree.Document.Upos[tree.Document.Heads[token]] == Upos.PROPN) token = tree.Document.Heads[token];
        return token;
    }
}
