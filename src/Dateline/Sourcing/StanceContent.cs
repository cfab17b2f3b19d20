using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Cuts out what is said, thought or wanted: what follows the cue up to where another clause begins, else what stands before it.</summary>
internal sealed class StanceContent(SpeechText text, SourcePhrases phrases, SourceNamer namer)
{
    private readonly Document _document = text.Document;

    /// <param name="around">The cue and what stands beside it.</param>
    /// <param name="part">The part of the sentence that the cue stands in.</param>
    /// <param name="phrase">The source.</param>
    /// <param name="isImpersonal">Whether the subject belongs to what is said: "the plan seems to work".</param>
    public TokenRange Read(CueSurroundings around, TokenRange part, SourcePhrase? phrase, bool isImpersonal)
    {
        var token = around.Token;
        if ((around.IsPassive || isImpersonal) && around.Subject >= part.First && around.Subject < token && _document.Upos[token] == Upos.VERB)
            return Trimmed(new TokenRange(NounPhrases.At(text.Tree, around.Subject).Whole.First, Math.Max(token + 1, End(token, around.Next, part))));
        if (around.IsPassive && _document.Relations[token] == Relation.Acl && _document.Heads[token] is var noun and >= 0 && noun >= part.First && noun < token)
            return Trimmed(new TokenRange(NounPhrases.At(text.Tree, noun).Whole.First, Math.Max(token + 1, End(token, around.Next, part))));
        if (around.IsObjectRelative && _document.Heads[token] is var antecedent and >= 0 && antecedent >= part.First && antecedent < token)
            return NounPhrases.At(text.Tree, antecedent).Core;
        var start = around.Next;
        if (_document.Upos[token] == Upos.VERB) start = CueComplement.After(text, phrases, namer, around.Next, _document.Lemmas[token], part.End).End;
        else if (start < part.End && text.Lower(start) == "that") start++;
        if (phrase is { } source && source.Tokens.First >= around.Next && source.Tokens.First <= start + 1) start = Math.Max(start, source.Tokens.End);
        while (start + 1 < part.End && _document.Xpos[start] == "RB" && _document.Heads[start] == token) start++;
        var end = End(token, start, part);
        var following = Trimmed(new TokenRange(start, Math.Max(start, end)));
        if (following.Count > 0 && around.Fronted < 0) return following;
        var before = phrase is { } holder && holder.Tokens.First < token ? holder.Tokens.First : token;
        return before - part.First > 2 && (around.Fronted >= 0 || text.IsComma(before - 1) || Quotation.IsMark(_document, before - 1)) ? Trimmed(new TokenRange(part.First, before)) : following;
    }

    /// <summary>Where the clause of a cue ends: before a verb that is joined to it, a clause set beside it, or the end of the part.</summary>
    private int End(int token, int start, TokenRange part)
    {
        var end = Math.Min(part.End, text.Tree.Subtree(token).End);
        if (end <= start) end = _document.Upos[token] == Upos.VERB ? part.End : PhraseEnd(start, part.End);
        foreach (var child in text.Tree.Children(token))
        {
            if (child <= start || child >= end) continue;
            var parts = _document.Relations[child] switch
            {
                Relation.Conj or Relation.Parataxis => true,
                Relation.Advcl => text.Lower(text.Tree.Subtree(child).First) is "while" or "although" or "though" or "after" or "when" or "whereas" or "since" or "before" or "as",
                Relation.Obl or Relation.OblUnmarked => IsSetting(child) && !HasCoreBehind(token, child),
                _ => false,
            };
            if (parts) end = Math.Max(start, Math.Min(end, text.Tree.Subtree(child).First));
        }

        while (end > start && _document.Upos[end - 1] is Upos.CCONJ or Upos.SCONJ) end--;
        return end;
    }

    /// <summary>What belongs to a noun or adjective where the tree hangs nothing on it: up to the next verb or comma.</summary>
    private int PhraseEnd(int start, int end)
    {
        var at = start;
        while (at < end && !text.IsFinite(at) && !text.IsComma(at)) at++;
        return at;
    }

    /// <summary>"endorsed him on Monday", "criticised the plan in an interview": when and where somebody speaks is not what he says.</summary>
    private bool IsSetting(int child) =>
        text.IsTime(child) || (text.Tree.Preposition(child) is "in" or "on" or "at" or "during" && text.Lexicon.IsOccasion(text.Lemma(child)));

    private bool HasCoreBehind(int token, int child)
    {
        foreach (var other in text.Tree.Children(token))
        {
            if (other > child && _document.Relations[other] is Relation.Obj or Relation.Ccomp or Relation.Xcomp) return true;
        }

        return false;
    }

    private TokenRange Trimmed(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (end > first && text.Lower(end - 1) is "," or "." or ";" or ":" or "—" or "–" or "-" or "?" or "!") end--;
        while (first < end && text.Lower(first) is "," or ";" or ":" or "—" or "–") first++;
        return new TokenRange(first, end);
    }
}
