namespace Dateline.Language;

/// <summary>The dependency trees of a document, made walkable: children, subtrees, clauses.</summary>
/// <remarks>Built once a document in linear time. Where no parser ran every token is a root and has no children.</remarks>
public sealed class Tree
{
    private readonly Document _document;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;

    public Tree(Document document)
    {
        _document = document;
        var count = document.TokenCount;
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _left = new int[count];
        _right = new int[count];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var token = count - 1; token >= 0; token--)
        {
            _left[token] = _right[token] = token;
            var head = document.Heads[token];
            if (head < 0) continue;
            _nextSibling[token] = _firstChild[head];
            _firstChild[head] = token;
        }

        foreach (var sentence in document.SentenceRanges) SpreadEdges(sentence);
    }

    public Document Document => _document;

    /// <summary>The dependents of a token, left to right.</summary>
    public IEnumerable<int> Children(int token)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child]) yield return child;
    }

    /// <summary>The first dependent with one of the relations; -1 when there is none.</summary>
    public int Child(int token, params ReadOnlySpan<Relation> relations)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (relations.Contains(_document.Relations[child])) return child;
        }

        return -1;
    }

    /// <summary>Whether a dependent with one of the relations has the lemma.</summary>
    public bool HasChild(int token, string lemma, params ReadOnlySpan<Relation> relations)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (relations.Contains(_document.Relations[child]) && string.Equals(_document.Lemmas[child], lemma, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>From the leftmost to the rightmost token below a token, itself included.</summary>
    public TokenRange Subtree(int token) => new(_left[token], _right[token] + 1);

    /// <summary>The heads above a token, nearest first.</summary>
    public IEnumerable<int> Ancestors(int token)
    {
        for (var head = _document.Heads[token]; head >= 0; head = _document.Heads[head]) yield return head;
    }

    /// <summary>Whether a token is another or stands below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        for (var at = token; at >= 0; at = _document.Heads[at])
        {
            if (at == ancestor) return true;
        }

        return false;
    }

    /// <summary>The preposition of a noun phrase ("in", "by", "according to" as "according"), lower-cased; empty when it has none.</summary>
    public string Preposition(int token)
    {
        var preposition = Child(token, Relation.Case);
        return preposition < 0 ? "" : _document.Lowers[preposition];
    }

    /// <summary>The word that opens a subordinate clause ("after", "that", "because"), lower-cased; empty when there is none.</summary>
    public string Mark(int token)
    {
        var mark = Child(token, Relation.Mark);
        return mark < 0 ? "" : _document.Lowers[mark];
    }

    /// <summary>The verb or predicate of the clause that a token stands in: itself when it heads one.</summary>
    public int Clause(int token)
    {
        for (var at = token; ; at = _document.Heads[at])
        {
            if (HeadsClause(at) || _document.Heads[at] < 0) return at;
        }
    }

    /// <summary>Whether a token heads a clause of its own.</summary>
    public bool HeadsClause(int token) => _document.Relations[token] switch
    {
        Relation.Root or Relation.Ccomp or Relation.Advcl or Relation.AdvclRelcl or Relation.Acl or Relation.AclRelcl
            or Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter or Relation.Parataxis or Relation.Xcomp => true,
        Relation.Conj => _document.Upos[token] is Upos.VERB or Upos.AUX,
        _ => false,
    };

    private void SpreadEdges(TokenRange sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            var steps = 0;
            for (var head = _document.Heads[token]; head >= 0 && steps++ < sentence.Count; head = _document.Heads[head])
            {
                if (_left[head] <= token && _right[head] >= token) break;
                _left[head] = Math.Min(_left[head], token);
                _right[head] = Math.Max(_right[head], token);
            }
        }
    }
}
