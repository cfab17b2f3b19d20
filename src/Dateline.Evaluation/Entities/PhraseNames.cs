namespace Dateline.Evaluation.Entities;

/// <summary>Splits running text into words for <see cref="NameScheme"/>: at white space and around marks, as treebanks do.</summary>
internal static class PhraseNames
{
    /// <summary>The words within a stretch of text, with where they stand.</summary>
    public static List<TextSpan> Words(string text, TextSpan span)
    {
        var words = new List<TextSpan>();
        var at = span.Start;
        while (at < span.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            if (IsWordMark(text, at, span)) while (end < span.End && IsWordMark(text, end, span)) end++;
            else if (text[at] is '\'' or '’' && end < span.End && text[end] is 's' or 'S' && (end + 1 == span.End || !char.IsLetter(text[end + 1]))) end++;
            words.Add(new TextSpan(at, end));
            at = end;
        }

        return words;
    }

    private static bool IsWordMark(string text, int at, TextSpan span)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return true;
        var before = at > span.Start && char.IsLetterOrDigit(text[at - 1]);
        var after = at + 1 < span.End && char.IsLetterOrDigit(text[at + 1]);
        return c switch
        {
            '.' => before && (after || (at >= 2 && text[at - 2] == '.') || at - 1 == span.Start || !char.IsLetterOrDigit(text[at - 2]) || IsAbbreviation(text, at)),
            '\'' or '’' => before && after && !(text[at + 1] is 's' or 'S' && (at + 2 >= span.End || !char.IsLetter(text[at + 2]))),
            _ => false,
        };
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text[start..dot] is "Lt" or "Gen" or "Col" or "Maj" or "Capt" or "Sgt" or "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Jr" or "Sr" or "Adm" or "Brig" or "Sen" or "Rep" or "Gov" or "Prof" or "Rev" or "Cmdr";
    }
}
