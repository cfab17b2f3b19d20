using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>The names of one document while they are put together: at most one at each token.</summary>
internal sealed class NameDraft
{
    private readonly NameMention?[] _at;

    public NameDraft(Document document, NameTable lists)
    {
        (Document, Lists) = (document, lists);
        _at = new NameMention?[document.TokenCount];
    }

    public Document Document { get; }

    public NameTable Lists { get; }

    /// <summary>The name at a token; null when there is none.</summary>
    public NameMention? this[int token] => _at[token];

    /// <summary>The names, from left to right.</summary>
    public IEnumerable<NameMention> Names
    {
        get
        {
            for (var i = 0; i < _at.Length; i++)
            {
                if (_at[i] is not { } name) continue;
                yield return name;
                i = name.Tokens.Last;
            }
        }
    }

    /// <summary>Whether no name stands in a range of tokens.</summary>
    public bool IsFree(TokenRange tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (_at[i] is not null) return false;
        }

        return true;
    }

    /// <summary>Whether a name reaches beyond a range that it shares tokens with.</summary>
    public bool IsCut(TokenRange tokens) =>
        (_at[tokens.First] is { } first && first.Tokens.First < tokens.First) || (_at[tokens.Last] is { } last && last.Tokens.End > tokens.End);

    /// <summary>Puts a name in place of all that share tokens with it.</summary>
    public void Put(TokenRange tokens, NameKind kind, string by)
    {
        if (tokens.Count <= 0) return;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (_at[i] is { } old) Remove(old);
        }

        var name = new NameMention(tokens, Document.SpanOf(tokens), by) { Kind = kind };
        _at.AsSpan(tokens.First, tokens.Count).Fill(name);
    }

    public void Remove(NameMention name) => _at.AsSpan(name.Tokens.First, name.Tokens.Count).Clear();

    /// <summary>What the lists know of a range of tokens as one phrase.</summary>
    public NameFlags FlagsOf(TokenRange tokens)
    {
        var hash = NameHash.Empty;
        for (var i = tokens.First; i < tokens.End; i++) hash = NameHash.Append(hash, Document[i].Form);
        return Lists[hash];
    }

    public NameFlags FlagsOf(int token) => Lists[NameHash.Of(Document[token].Form)];
}
