using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>The words of a source and the noun among them that says what it is.</summary>
internal readonly record struct SourcePhrase(int Head, TokenRange Tokens);

/// <summary>Cuts the noun phrase of a source out of a sentence by its words, leaning on the tree only where the words leave a choice.</summary>
/// <remarks>
/// Trees go wrong where commas were lost ("damaged a hospital a monitoring group said"), and there the words right before the cue
/// are the better guide. A determiner opens a phrase, a time never belongs to one, and one after a preposition is no subject.
/// </remarks>
internal sealed class SourcePhrases(SpeechText text)
{
    private const int Longest = 16;
    private readonly Document _document = text.Document;

    /// <summary>The phrase that ends right before a cue; times between them are passed over ("police on Monday said").</summary>
    public SourcePhrase? Before(int end, int floor, int cue)
    {
        var last = end - 1;
        while (last > floor && (text.IsTime(last) || (last < end - 1 && _document.Upos[last] is Upos.ADP or Upos.ADV))) last--;
        if (last >= floor && text.Lower(last) is ")" or "]") last = PastBracket(last, floor);
        if (last < floor || !IsNominal(last)) return null;
        if (_document.Upos[last] == Upos.PRON && _document.Relations[last] != Relation.NmodPoss) return new SourcePhrase(last, new TokenRange(last, last + 1));
        var first = RunStart(last, floor);
        if (first > floor + 1 && _document.Upos[first - 1] == Upos.CCONJ && JoinsSources(first - 1, first)) first = RunStart(first - 2, floor);
        if (first > floor + 1 && _document.Upos[first - 1] == Upos.ADP && IsNominal(first - 2)) return AfterPreposition(first, last, floor, cue);
        return new SourcePhrase(HeadIn(first, last), new TokenRange(first, last + 1));
    }

    /// <summary>The phrase that begins at a token: "according to [the head of peacekeeping] in …".</summary>
    public SourcePhrase? From(int start, int end)
    {
        if (start >= end) return null;
        if (_document.Upos[start] == Upos.PRON && text.Lower(start) is not ("its" or "their" or "his" or "her" or "all" or "both")) return new SourcePhrase(start, new TokenRange(start, start + 1));
        var last = RunEnd(start, end);
        if (last < start) return null;
        var head = HeadIn(start, last);
        for (var joints = 0; joints < 2 && last + 2 < end && text.Lower(last + 1) is "of" or "for" or "from" or "in" or "at" or "on" or "to" or "with"; joints++)
        {
            if (text.IsTime(last + 2) || (text.Lower(last + 1) != "of" && !text.Tree.IsWithin(last + 1, head))) break;
            var next = RunEnd(last + 2, end);
            if (next < last + 2) break;
            last = next;
        }

        return new SourcePhrase(head, new TokenRange(start, last + 1));
    }

    public bool IsNominal(int token) => _document.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.X or Upos.SYM
        || (_document.Upos[token] is Upos.ADJ or Upos.DET && _document.Relations[token] is Relation.Nsubj or Relation.NsubjPass);

    /// <summary>"officials in Nicosia say" is one phrase; "killed in Idlib activists said" ends before "activists".</summary>
    private SourcePhrase AfterPreposition(int first, int last, int floor, int cue)
    {
        var outer = first - 2;
        var start = RunStart(outer, floor);
        for (var joints = 0; joints < 2 && start > floor + 1 && _document.Upos[start - 1] == Upos.ADP && IsNominal(start - 2) && !text.IsTime(start - 2) && text.Lexicon.KindOf(text.Lemma(outer)) is null; joints++)
        {
            outer = start - 2;
            start = RunStart(outer, floor);
        }

        var subject = text.Tree.Child(cue, Relation.Nsubj);
        var whole = new SourcePhrase(HeadIn(start, outer), new TokenRange(start, last + 1));
        if (subject >= start && subject <= outer && whole.Tokens.Count <= Longest) return whole;
        if (StandsAlone(last) && first < last)
        {
            var alone = last;
            while (alone - 1 > first && (_document.Upos[alone - 1] == Upos.ADJ || text.Lexicon.KindOf(text.Lemma(alone - 1)) is not null)) alone--;
            return new SourcePhrase(last, new TokenRange(alone, last + 1));
        }

        var isSource = text.Lexicon.KindOf(text.Lemma(whole.Head)) is not null || text.ActorAt(whole.Head) is not null || _document.Upos[whole.Head] == Upos.PROPN;
        return isSource && whole.Tokens.Count <= Longest ? whole : new SourcePhrase(HeadIn(first, last), new TokenRange(first, last + 1));
    }

    /// <summary>"police", "activists", "officials": sources that need no determiner.</summary>
    private bool StandsAlone(int token) => text.Lexicon.KindOf(text.Lemma(token)) is not null && (_document.Xpos[token] == "NNS" || text.Lower(token) is "police" or "media" or "staff");

    private int RunStart(int last, int floor)
    {
        var first = last;
        while (first > floor && last - first < Longest)
        {
            var before = first - 1;
            if (text.IsTime(before) || (text.ActorAt(last) is { } actor && actor.Tokens.First == first && text.ActorAt(before) is { } other && other != actor)) break;
            if (_document.Upos[before] == Upos.DET || (_document.Upos[before] == Upos.PRON && text.Lower(before) is "its" or "their" or "his" or "her"))
            {
                return before;
            }

            if (!Belongs(before, first)) break;
            first = before;
        }

        while (first < last && (_document.Upos[first] is Upos.PART or Upos.PUNCT or Upos.CCONJ || IsPossessive(first))) first++;
        return first;
    }

    private int RunEnd(int start, int end)
    {
        var last = start - 1;
        var nominal = start - 1;
        for (var token = start; token < end && token - start < Longest; token++)
        {
            var opens = token == start && _document.Upos[token] is Upos.DET or Upos.PRON;
            if (!opens && ((text.IsTime(token) && !IsWithinPhrase(token)) || !(IsNominal(token) && _document.Upos[token] != Upos.PRON || Modifies(token, end)))) break;
            last = token;
            if (_document.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.X or Upos.NUM) nominal = last;
        }

        return nominal;
    }

    /// <summary>"a yearly poll", "recent data": a word of time that belongs to the noun behind it.</summary>
    private bool IsWithinPhrase(int token) => _document.Relations[token] is Relation.Amod or Relation.Compound && _document.Heads[token] > token;

    private bool Belongs(int token, int next) => _document.Upos[token] switch
    {
        Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.X or Upos.SYM => true,
        Upos.PART => IsPossessive(token),
        Upos.PUNCT => IsHyphen(token),
        Upos.VERB => _document.Xpos[token] is "VBN" or "VBG" && token > 0 && !IsHyphen(next)
            && (_document.Upos[token - 1] == Upos.DET || IsHyphen(token - 1) || text.Lexicon.KindOf(text.Lower(token) + " " + text.Lemma(next)) is not null),
        Upos.CCONJ => JoinsSources(token, next),
        _ => false,
    };

    private bool Modifies(int token, int end) =>
        _document.Upos[token] == Upos.ADJ || IsPossessive(token) || IsHyphen(token)
        || (_document.Upos[token] == Upos.CCONJ && token + 1 < end && IsNominal(token + 1) && text.Lower(token) is "and" or "&")
        || (_document.Upos[token] == Upos.VERB && _document.Xpos[token] is "VBN" or "VBG" && token + 1 < end && _document.Upos[token + 1] is Upos.NOUN or Upos.PROPN or Upos.PUNCT && IsHyphen(token - 1));

    /// <summary>"fire and police officials", "the LCC and the Observatory": the tree joins them, and what they join is what speaks.</summary>
    private bool JoinsSources(int conjunction, int next)
    {
        if (text.Lower(conjunction) is not ("and" or "&") || conjunction == 0 || !IsNominal(conjunction - 1)) return false;
        for (var token = next; token < Math.Min(next + 4, _document.TokenCount); token++)
        {
            if (_document.Relations[token] == Relation.Conj && _document.Heads[token] is var head && head >= 0 && head < conjunction && conjunction - head < 6)
                return _document.Relations[head] is Relation.Nsubj or Relation.Compound or Relation.Amod || text.Lexicon.KindOf(text.Lemma(head)) is not null;
        }

        return false;
    }

    private bool IsPossessive(int token) => text.Lower(token) is "'s" or "’s" or "'" or "’";

    private bool IsHyphen(int token) => token >= 0 && text.Lower(token) is "-" or "‑" or "/" or "&" && token > 0 && _document.Spans[token - 1].End == _document.Spans[token].Start;

    private int PastBracket(int close, int floor)
    {
        for (var token = close; token > Math.Max(floor, close - 8); token--)
        {
            if (text.Lower(token) is "(" or "[") return token - 1;
        }

        return close;
    }

    /// <summary>The last noun before the first preposition: "spokesman" in "army spokesman for the region".</summary>
    private int HeadIn(int first, int last)
    {
        var head = last;
        while (head >= first && _document.Upos[head] is not (Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.X)) head--;
        return head >= first ? head : last;
    }
}
