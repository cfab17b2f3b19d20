using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Finds what stands between quotation marks, also over several paragraphs.</summary>
/// <remarks>
/// By the custom of the press a quotation that goes on in a new paragraph is opened again there and closed only at its end.
/// A mark that is never closed ends with its paragraph, so that one lost mark does not swallow the article.
/// </remarks>
public static class Quotations
{
    /// <summary>The quotations of a document, marks included, in order and apart from each other.</summary>
    public static IReadOnlyList<TokenRange> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<TokenRange>();
        var open = -1;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var opensParagraph = Quotation.OpensParagraph(document, token);
            if (open >= 0 && opensParagraph && !(Quotation.IsMark(document, token) && Quotation.MarkOf(document, token) == Quotation.MarkOf(document, open)))
            {
                if (token - open > 3 && Quotation.OpensParagraph(document, open)) found.Add(new TokenRange(open, token));
                open = -1;
            }

            if (!Quotation.IsMark(document, token)) continue;
            var mark = Quotation.MarkOf(document, token);
            if (open < 0)
            {
                if (Quotation.Opens(document, token)) open = token;
            }
            else if (!opensParagraph && Quotation.Closes(Quotation.MarkOf(document, open), mark) && Quotation.MayClose(document, token))
            {
                found.Add(new TokenRange(open, token + 1));
                open = -1;
            }
            else if (!opensParagraph && mark is '“' && Quotation.MarkOf(document, open) == '“')
            {
                open = token;
            }
        }

        return found;
    }
}

/// <summary>What a single quotation mark does where it stands.</summary>
internal static class Quotation
{
    private const int LongLine = 120;

    public static char MarkOf(Document document, int token) => document.Text[document.Spans[token].Start];

    public static bool IsMark(Document document, int token) =>
        document.Spans[token].Length <= 2 && MarkOf(document, token) is '"' or '“' or '”' or '„' or '«' or '»' or '`' or '‘' or '’' or '\''
        && (document.Spans[token].Length == 1 || document.Text[document.Spans[token].Start + 1] is '\'' or '`' or '’');

    /// <summary>A straight single mark opens only before a word and after a space; a straight double one unless it ends a word.</summary>
    public static bool Opens(Document document, int token)
    {
        var (before, after) = Around(document, token);
        return MarkOf(document, token) switch
        {
            '“' or '„' or '«' => true,
            '"' or '`' => !char.IsWhiteSpace(after) || char.IsWhiteSpace(before),
            '\'' or '‘' => (char.IsWhiteSpace(before) || before is '(' or '[' or '—') && char.IsLetterOrDigit(after),
            _ => false,
        };
    }

    public static bool Closes(char opening, char mark) => opening switch
    {
        '“' => mark is '”' or '"',
        '„' => mark is '“' or '”' or '"',
        '«' => mark == '»',
        '`' => mark is '\'' or '’',
        '‘' => mark is '’',
        '\'' => mark is '\'' or '’',
        _ => mark is '"' or '”',
    };

    /// <summary>A single mark right after a letter and before a space may be a possessor's ("soldiers' base") and closes only after punctuation or before it.</summary>
    public static bool MayClose(Document document, int token)
    {
        if (MarkOf(document, token) is not ('\'' or '’')) return true;
        var (before, after) = Around(document, token);
        return !char.IsLetterOrDigit(after) && (before is not ('s' or ' ') || !char.IsWhiteSpace(after));
    }

    public static bool OpensParagraph(Document document, int token)
    {
        if (token == 0) return true;
        var gap = document.Text.AsSpan(document.Spans[token - 1].End, document.Spans[token].Start - document.Spans[token - 1].End);
        return gap.Count('\n') > 1 || (gap.Contains('\n') && document.SentenceRanges[document.SentenceOf[token]].First == token && EndsLongLine(document.Text, document.Spans[token - 1].End));
    }

    /// <summary>Text wrapped at a column has no line as long as this, so the line is a paragraph.</summary>
    private static bool EndsLongLine(string text, int end) => end > LongLine && !text.AsSpan(end - LongLine, LongLine).Contains('\n');

    private static (char Before, char After) Around(Document document, int token)
    {
        var span = document.Spans[token];
        return (span.Start > 0 ? document.Text[span.Start - 1] : ' ', span.End < document.Text.Length ? document.Text[span.End] : ' ');
    }
}
