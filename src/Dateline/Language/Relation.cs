namespace Dateline.Language;

/// <summary>Universal dependency relations, with the subtypes that UD English uses; <see cref="Relations"/> gives their CoNLL-U names.</summary>
public enum Relation : byte
{
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Clf, Compound, CompoundPrt,
    Conj, Cop, Csubj, CsubjPass, CsubjOuter, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod,
    NmodPoss, NmodNpmod, NmodTmod, NmodDesc, NmodUnmarked, Nsubj, NsubjPass, NsubjOuter, Nummod, Obj, Obl, OblAgent, OblNpmod, OblTmod,
    OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp,
}

/// <summary>The CoNLL-U names of <see cref="Relation"/>: <c>AclRelcl</c> is <c>acl:relcl</c>.</summary>
public static class Relations
{
    private static readonly string[] ByValue = [.. Enum.GetNames<Relation>().Select(ConlluName)];

    private static readonly Dictionary<string, Relation> ByName =
        ByValue.Select((name, value) => (name, value)).ToDictionary(pair => pair.name, pair => (Relation)pair.value, StringComparer.Ordinal);

    /// <summary>The name as CoNLL-U writes it, such as <c>nsubj:pass</c>.</summary>
    public static string Name(this Relation relation) => ByValue[(int)relation];

    /// <summary>Reads a CoNLL-U name; an unknown subtype counts as its main relation, an unknown relation as <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string name)
    {
        if (ByName.TryGetValue(name, out var relation)) return relation;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ByName.TryGetValue(name[..colon], out relation) ? relation : Relation.Dep;
    }

    private static string ConlluName(string member)
    {
        var second = -1;
        for (var i = 1; i < member.Length && second < 0; i++)
        {
            if (char.IsUpper(member[i])) second = i;
        }

        var name = second < 0 ? member : member[..second] + ":" + member[second..];
        return name.ToLowerInvariant();
    }
}
