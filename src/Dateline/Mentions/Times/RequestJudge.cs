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
        var (onlyTime, asks) = (true, false);
        for (var token = 0; token < document.TokenCount; token++)
        {
            // A post on a social network tells what is going on, as a report does.
            if (document.Text[document.Spans[token].Start] is '#' or '@') return false;
            asks |= ids[token] >= 0 && rules.RequestCues?.Begins(ids[token]) == true;
            onlyTime &= ids[token] >= 0 || !char.IsLetter(document.Text[document.Spans[token].Start]);
        }

        return onlyTime || asks;
    }
}
