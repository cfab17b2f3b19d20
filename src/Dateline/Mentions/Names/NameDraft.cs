using System.Runtime.InteropServices;
using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>The names of one document while they are put together: at most one at each token. Not thread-safe: one for each caller, for one document after another.</summary>
internal sealed class NameDraft(NameTable lists)
{
    private readonly NameWords _words = new(lists, null);
    private readonly List<DraftName> _names = [];
    private readonly List<DraftName> _listed = [];

    /// <summary>For each token 1 + the index of its name in <see cref="_names"/>; 0 for none.</summary>
    private int[] _at = [];

    private Document? _document;

    public Document Document => _document!;

    public NameTable Lists => lists;

    /// <summary>Words in lower case, for whoever needs a set of them for a moment.</summary>
    public HashSet<string> Scratch { get; } = new(StringComparer.Ordinal);

    /// <summary>The name at a token; null when there is none.</summary>
    public DraftName? this[int token] => _at[token] is > 0 and var index ? _names[index - 1] : null;

    /// <summary>Begins a document without names.</summary>
    public void Begin(Document document)
    {
        _document = document;
        if (_at.Length < document.TokenCount) _at = new int[Math.Max(document.TokenCount, 2 * _at.Length)];
        _at.AsSpan(0, document.TokenCount).Clear();
        _names.Clear();
    }

    /// <summary>Lets the document go.</summary>
    public void End() => _document = null;

    /// <summary>The names as they are now, from left to right; good until the next call, whatever is put or removed meanwhile.</summary>
    public ReadOnlySpan<DraftName> Names()
    {
        _listed.Clear();
        for (var i = 0; i < Document.TokenCount; i++)
        {
            if (_at[i] == 0) continue;
            var name = _names[_at[i] - 1];
            _listed.Add(name);
            i = name.Tokens.Last;
        }

        return CollectionsMarshal.AsSpan(_listed);
    }

    /// <summary>Whether no name stands in a range of tokens.</summary>
    public bool IsFree(TokenRange tokens) => !_at.AsSpan(tokens.First, tokens.Count).ContainsAnyExcept(0);

    /// <summary>Whether a name reaches beyond a range that it shares tokens with.</summary>
    public bool IsCut(TokenRange tokens) =>
        (this[tokens.First] is { } first && first.Tokens.First < tokens.First) || (this[tokens.Last] is { } last && last.Tokens.End > tokens.End);

    /// <summary>Puts a name in place of all that share tokens with it.</summary>
    public void Put(TokenRange tokens, NameKind kind, string by)
    {
        if (tokens.Count <= 0) return;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (this[i] is { } old) Remove(old);
        }

        _names.Add(new DraftName(tokens, kind, by));
        _at.AsSpan(tokens.First, tokens.Count).Fill(_names.Count);
    }

    public void Remove(DraftName name) => _at.AsSpan(name.Tokens.First, name.Tokens.Count).Clear();

    /// <summary>What the lists know of a range of tokens as one phrase.</summary>
    public NameFlags FlagsOf(TokenRange tokens)
    {
        if (tokens.Count == 1) return FlagsOf(tokens.First);
        var hash = NameHash.Empty;
        for (var i = tokens.First; i < tokens.End; i++) hash = NameHash.Append(hash, Document[i].Form);
        return lists[hash];
    }

    /// <summary>What the lists know of one word.</summary>
    public NameFlags FlagsOf(int token) => _words.Of(Document.Forms[token]).Flags;
}

/// <summary>A name that may yet change.</summary>
/// <param name="Tokens">Its words.</param>
/// <param name="Kind">What it names.</param>
/// <param name="By">What found it.</param>
internal readonly record struct DraftName(TokenRange Tokens, NameKind Kind, string By);
