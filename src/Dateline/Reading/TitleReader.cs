namespace Dateline.Reading;

/// <summary>Takes the outlet's name off a page's title: "Attack on camp kills three | Example Times", "Two shot downtown - KXYZ.com".</summary>
internal sealed class TitleReader(HeadWords words)
{
    private const int MostOutletWords = 5;

    private const int FewestHeadlineWords = 3;

    /// <summary>The headline within a title, and the outlet's name behind it; the whole title and null where it names none.</summary>
    public (TextSpan Headline, string? Outlet) Read(string text, TextSpan title)
    {
        for (var at = title.End - 2; at > title.Start; at--)
        {
            if (text[at] is not ('|' or '-' or '–' or '—' or '»' or '·') || text[at - 1] != ' ' || text[at + 1] != ' ') continue;
            var headline = TextLines.Trim(text, new TextSpan(title.Start, at));
            var behind = TextLines.Trim(text, new TextSpan(at + 1, title.End));
            return IsOutlet(text, behind, isBar: text[at] is '|' or '»') && LineWords.Of(text, headline) is { Count: >= FewestHeadlineWords }
                ? (headline, text.Substring(behind.Start, behind.Length))
                : (title, null);
        }

        return (title, null);
    }

    /// <summary>A few capitalised words; behind a dash, which may go on with the headline, one of them must be a word of outlets or an address.</summary>
    private bool IsOutlet(string text, TextSpan span, bool isBar)
    {
        var isNamed = isBar;
        var names = text.Substring(span.Start, span.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0 or > MostOutletWords) return false;
        foreach (var name in names)
        {
            var dot = name.LastIndexOf('.');
            var isAddress = dot > 1 && name.Length - dot is >= 3 and <= 5 && name.AsSpan(dot + 1).IndexOfAnyExceptInRange('a', 'z') < 0;
            if (!isAddress && !char.IsUpper(name[0]) && !char.IsAsciiDigit(name[0]) && name is not ("of" or "the" or "and" or "&" or "in" or "de" or "la")) return false;
            isNamed |= isAddress || words.Outlets.Contains(name);
        }

        return isNamed;
    }
}
