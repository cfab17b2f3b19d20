using Dateline.Language;

namespace Dateline.Sourcing;

/// <summary>Finds what stands between quotation marks.</summary>
public static class Quotations
{
    /// <summary>A quotation longer than this is taken for an unclosed mark, in tokens.</summary>
    private const int Longest = 250;

    /// <summary>The quotations of a document, marks included, in order. Single quotes count only when they are curly or stand apart from letters.</summary>
    public static IReadOnlyList<TokenRange> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<TokenRange>();
        var open = -1;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var mark = document.Text[document.Spans[token].Start];
            if (document.Spans[token].Length > 2) continue;
            if (open < 0 ? mark is '"' or '“' or '„' or '«' or '`' : Closes(document.Text[document.Spans[open].Start], mark))
            {
                if (open < 0) open = token;
                else
                {
                    found.Add(new TokenRange(open, token + 1));
                    open = -1;
                }
            }
            else if (open >= 0 && (token - open > Longest || mark == '“'))
            {
                open = mark == '“' ? token : -1;
            }
        }

        return found;
    }

    private static bool Closes(char opening, char mark) => opening switch
    {
        '“' => mark is '”' or '"',
        '„' => mark is '“' or '”' or '"',
        '«' => mark == '»',
        '`' => mark is '\'' or '’',
        _ => mark is '"' or '”',
    };
}
