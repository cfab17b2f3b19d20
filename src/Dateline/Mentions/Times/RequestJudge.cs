using Dateline.Language;

namespace Dateline.Mentions.Times;

/// <summary>Tells requests and appointments from reports.</summary>
internal static class RequestJudge
{
    /// <summary>Most words of a request.</summary>
    private const int MostWords = 40;

    /// <summary>Whether a text is short, has neither headline nor dateline, and speaks of "I" or "you" or holds nothing but words of time.</summary>
    public static bool IsRequest(TimeRules rules, Document document, int[] ids)
    {
        if (document.TokenCount > MostWords || document.Article.Title is not null || document.Article.Dateline is not null) return false;
        var onlyTime = true;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (ids[token] >= 0 && rules.RequestCues?.Begins(ids[token]) == true) return true;
            onlyTime &= ids[token] >= 0 || !char.IsLetter(document.Text[document.Spans[token].Start]);
        }

        return onlyTime;
    }
}
