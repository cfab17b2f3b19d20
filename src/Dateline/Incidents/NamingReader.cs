using Dateline.Language;

namespace Dateline.Incidents;

/// <summary>Finds who is given a name: "police identified him as Patrick Crusius", "the victim was named as …", "the gunman, identified as …".</summary>
internal static class NamingReader
{
    /// <summary>Pairs of heads: the description or pronoun, and the name given to it, in text order.</summary>
    public static IEnumerable<(int Described, int Name)> Find(Tree tree)
    {
        var document = tree.Document;
        for (var verb = 0; verb < document.TokenCount; verb++)
        {
            if (document.Lemmas[verb] is not ("identify" or "name") || document.Upos[verb] != Upos.VERB) continue;
            var name = Name(tree, verb);
            if (name < 0) continue;
            var described = document.Relations[verb] is Relation.Acl or Relation.AclRelcl ? document.Heads[verb] : tree.Child(verb, Relation.NsubjPass, Relation.Obj);
            if (described >= 0 && described != name) yield return (described, name);
        }
    }

    private static int Name(Tree tree, int verb)
    {
        var document = tree.Document;
        var end = document.SentenceRanges[document.SentenceOf[verb]].End;
        for (var token = verb + 1; token < Math.Min(end, verb + 8); token++)
        {
            if (document.Lowers[token] is not "as") continue;
            var name = -1;
            for (var next = token + 1; next < Math.Min(end, token + 8); next++)
            {
                if (document.Upos[next] == Upos.PUNCT && document.Lowers[next] is not ("-" or ".")) break;
                if (document.Upos[next] == Upos.PROPN) name = next;
                else if (name >= 0) break;
            }

            return name < 0 ? -1 : TopOfName(tree, name);
        }

        return -1;
    }

    /// <summary>The token of a name that the rest of it hangs on.</summary>
    private static int TopOfName(Tree tree, int token)
    {
        while (tree.Document.Relations[token] is Relation.Flat or Relation.Compound && tree.Document.Upos[tree.Document.Heads[token]] == Upos.PROPN) token = tree.Document.Heads[token];
        return token;
    }
}
