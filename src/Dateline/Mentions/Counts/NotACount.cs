using Dateline.Language;

namespace Dateline.Mentions.Counts;

/// <summary>Tells numbers that name or measure something from those that count: years, ages, money, distances, "Detention Centre 1", "AK-47".</summary>
internal sealed class NotACount(CountLexicon lexicon)
{
    public bool Rejects(Document document, int[] ids, StatedNumber number)
    {
        var first = number.Tokens.First;
        var end = number.Tokens.End;
        var sentence = document.SentenceRanges[document.SentenceOf[first]];
        if (Behind(document, ids, first, sentence, number)) return true;
        if (end >= sentence.End) return false;
        var next = end;
        var isJoined = document.Spans[end].Start == document.Spans[end - 1].End;
        if (document.Lowers[end] is "-" or "‑")
        {
            // "two-man team", "7-Eleven", "20-year-old": the number is part of a compound.
            if (isJoined && end + 1 < sentence.End && document.Spans[end + 1].Start == document.Spans[end].End && document.Lowers[end + 1] is not ("odd" or "plus") && !char.IsAsciiDigit(document.Lowers[end + 1][0])
                && !lexicon.Numbers.TryRead(document, end + 1, out _)) return true;
            next = end + 1;
        }
        else if (isJoined && document.Lowers[end] is "/" or "°" or "%" or "′" or "'" or "″") return true;
        else if (isJoined && document.Lowers[end][0] is '%') return true;

        if (next >= sentence.End) return false;
        if (lexicon.Measure.TryMatch(document, ids, next, sentence.End, out _) && document.Lowers[next] is not ("points" or "point" or "m" or "times") || lexicon.Currency.TryMatch(document, ids, next, sentence.End, out _))
            return true;
        if (document.Lowers[next] is "points" or "times" or "percent") return true;
        if (IsAge(document, ids, number, sentence)) return true;
        return !number.IsWords && IsAddress(document, ids, next, sentence.End);
    }

    private bool Behind(Document document, int[] ids, int first, TokenRange sentence, StatedNumber number)
    {
        if (first == sentence.First) return false;
        var previous = document.Lowers[first - 1];
        var isJoined = document.Spans[first - 1].End == document.Spans[first].Start;
        if (lexicon.Currency.TryMatch(document, ids, first - 1, first, out _)) return true;
        if (isJoined && previous is "#" or "." or "/" or ":" or "+" or "_" or "@" or "°" or "=") return true;
        // "I-84", "AK-47", "555-1234": the number is the tail of a name or of another number.
        if (isJoined && previous is "-" or "‑" && first - 2 >= sentence.First && document.Spans[first - 2].End == document.Spans[first - 1].Start) return true;
        if (previous is "aged" or "age" or "ages") return true;
        if (number.IsWords) return false;
        if (lexicon.Numbered.TryMatch(document, ids, first - 1, first, out _)) return document.Lowers[first - 1] is not ("no" or "army" or "police" or "group") || document[first - 1].IsCapitalised;
        // A bare number right behind a name ("Group 7", "Windows 10") counts only where a noun of people follows it.
        if (!document[first - 1].IsCapitalised || document.Article.AllCapitals || lexicon.EndsPhrase.TryMatch(document, ids, first - 1, first, out _)) return false;
        if (lexicon.HarmVerb.TryMatch(document, ids, first - 1, first, out _) || first - 1 == sentence.First) return false;
        return !(number.Tokens.End < sentence.End && (HasNounSoon(document, number.Tokens.End, sentence.End) || lexicon.State.TryMatch(document, ids, number.Tokens.End, sentence.End, out _)));
    }

    private bool HasNounSoon(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 4); i++)
        {
            if (lexicon.TryNoun(document.Lowers[i], out var noun) && noun.IsPlural) return true;
        }

        return false;
    }

    /// <summary>"John Smith, 27, …", "Ahmed (19)".</summary>
    private static bool IsAge(Document document, int[] ids, StatedNumber number, TokenRange sentence)
    {
        _ = ids;
        var first = number.Tokens.First;
        if (number.IsWords || number.Value is < 1 or > 115 || first - 2 < sentence.First) return false;
        var open = document.Lowers[first - 1];
        if (open is not ("," or "(")) return false;
        var next = document.Lowers[number.Tokens.End];
        if (open == "(") return next == ")" && document[first - 2].IsCapitalised;
        return next is "," or "." or ";" or ")" or "and" or "of" or "from" or "was" or "who" or "were" && document[first - 2].IsCapitalised;
    }

    /// <summary>"1200 Main Street".</summary>
    private bool IsAddress(Document document, int[] ids, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 4); i++)
        {
            if (!char.IsUpper(document.Text[document.Spans[i].Start])) return false;
            if (i > from && lexicon.Street.TryMatch(document, ids, i, end, out _)) return true;
        }

        return false;
    }
}
