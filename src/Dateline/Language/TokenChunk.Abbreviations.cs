namespace Dateline.Language;

/// <content>Abbreviations and initials that keep their full stop.</content>
internal ref partial struct TokenChunk
{
    /// <summary>Where a word that keeps its full stop ends; null when the stop, if any, is a token of its own.</summary>
    private readonly int? AbbreviationEnd(int at, int to)
    {
        if (to >= end || text[to] != '.') return null;
        if (to - at == 1 && char.IsLetter(text[at]))
        {
            var acronym = AcronymEnd(at);
            if (acronym - at > 2) return acronym;
        }

        if (to - at > Abbreviations.MaxLength) return null;
        var dotted = to;
        while (dotted < end && dotted - at <= Abbreviations.MaxLength && (text[dotted] == '.' || char.IsAsciiLetter(text[dotted]))) dotted++;
        if (dotted > to + 1 && text[dotted - 1] == '.' && abbreviations.TryFind(text.AsSpan(at, dotted - at - 1), out _)) return dotted;
        if (to + 1 < end && text[to + 1] == '.') return null;
        if (abbreviations.TryFind(text.AsSpan(at, to - at), out var kind)) return IsAbbreviation(kind, at, to + 1) ? to + 1 : null;
        return to - at == 1 && char.IsUpper(text[at]) && IsInitial(at, to + 1) ? to + 1 : null;
    }

    /// <summary>"U.S.", "a.m.", "U.N": single letters with stops between them; the last stop belongs to it.</summary>
    private readonly int AcronymEnd(int at)
    {
        var to = at + 1;
        while (to + 1 < end && text[to] == '.' && char.IsLetter(text[to + 1]) && (to + 2 >= end || !IsWordAt(to + 2))) to += 2;
        if (to < end && text[to] == '.' && (to + 2 >= end || text[to + 1] != '.' || text[to + 2] != '.')) to++;
        return to;
    }

    private readonly bool IsAbbreviation(AbbreviationKind kind, int at, int stop)
    {
        var next = stop;
        while (next < region.End && text[next] is ' ' or '\u00A0') next++;
        var following = next < region.End ? text[next] : '\n';
        return kind switch
        {
            AbbreviationKind.Numbered => char.IsAsciiDigit(following) || (following == '#' && next > stop),
            AbbreviationKind.DateBesideNumber => char.IsAsciiDigit(following) || following is ',' or ')',
            AbbreviationKind.PlaceAfterComma => IsAfterComma(at),
            AbbreviationKind.BeforeSmallLetter => char.IsLower(following) || char.IsAsciiDigit(following) || following is ',' or ';' or ')',
            AbbreviationKind.Title => following != '\n' && following != '\r' && !char.IsLower(following),
            _ => true,
        };
    }

    private readonly bool IsAfterComma(int at)
    {
        var before = at - 1;
        while (before > region.Start && text[before] is ' ' or '\u00A0') before--;
        return before >= region.Start && text[before] is ',' or '(' or '-' or '[';
    }

    /// <summary>"J. Smith", "John F. Kennedy", "J.Smith"; not "vitamin C." and not "than I.".</summary>
    private readonly bool IsInitial(int at, int stop)
    {
        if (stop < end) return char.IsUpper(text[stop]) || text[stop] is ',' or '-';
        var next = stop;
        while (next < region.End && text[next] == ' ') next++;
        if (next >= region.End || (!char.IsUpper(text[next]) && text[next] != '(')) return false;
        var word = next;
        while (word < region.End && word - next < 14 && char.IsLetter(text[word])) word++;
        var before = at;
        while (before > region.Start && text[before - 1] == ' ') before--;
        while (before > region.Start && at - before < 40 && char.IsLetter(text[before - 1])) before--;
        var afterName = before < at && char.IsUpper(text[before]);
        return afterName || (text[at] != 'I' && !abbreviations.StartsSentence(text.AsSpan(next, word - next)));
    }
}
