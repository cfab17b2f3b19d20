using Dateline.Language;

namespace Dateline.Mentions.Times;

/// <summary>Tells requests and appointments from reports.</summary>
internal static class RequestJudge
{
    /// <summary>Most words of a request.</summary>
    private const int MostWords = 24;

    /// <summary>Whether a text is one short sentence, has neither headline nor dateline, and asks, speaks of "I" or "you", or holds nothing but words of time.</summary>
    public static bool IsRequest(TimeRules rules, Document document, int[] ids)
    {
        if (document.TokenCount > MostWords || document.SentenceRanges.Length > 2 || document.Article.Title is not null || document.Article.Dateline is not null) return false;
        var (onlyTime, hasTime, asks) = (true, false, false);
        for (var token = 0; token < document.TokenCount; token++)
        {
            // A post on a social network tells what is going on, as a report does.
            var first = document.Text[document.Spans[token].Start];
            if (first is '#' or '@') return false;
            asks |= ids[token] >= 0 && rules.RequestCues?.Begins(ids[token]) == true;
            // Numbers alone may be counts: a word of the calendar or a mark between digits has to be there.
            var isTime = ids[token] >= 0 && (rules.ClassMasks[ids[token]] & ~TimeRules.BuiltInMask) != 0;
            hasTime |= isTime || document.Text.AsSpan(document.Spans[token].Start, document.Spans[token].Length).ContainsAny('/', ':');
            onlyTime &= isTime || !char.IsLetter(first) || rules.MayJoinTimes(ids[token]);
        }

        return asks || (onlyTime && hasTime);
    }
}
