namespace Dateline.Language;

/// <content>Numbers, clock times, days and telephone numbers.</content>
internal ref partial struct TokenChunk
{
    /// <summary>"1,400", "3.5", "10:26", "9/11", "713-853-3989", "2024-06-16", "20th"; cuts "10am" behind the number.</summary>
    private int ReadNumber(int at)
    {
        var address = AddressEnd(at);
        if (address > at) return Add(at, address);
        var to = NumberEnd(at);
        if (!IsWordAt(to)) return IsDecade(at, to, out var decade) ? Add(at, decade) : Add(at, to);
        var word = WordEnd(to);
        var letters = text.AsSpan(to, word - to);
        var clock = letters.Length == 1 && letters[0] is 'a' or 'p' or 'A' or 'P' && word + 1 < end && text[word] == '.' && text[word + 1] is 'm' or 'M';
        if (clock || words.IsUnit(letters)) return Add(at, to);
        return Add(at, word);
    }

    private readonly int NumberEnd(int at)
    {
        var to = at;
        while (IsDigitAt(to)) to++;
        if (to - at <= 4 && DashedNumberEnd(at, to) is { } dashed) return dashed;
        if (to - at <= 4 && SlashedNumberEnd(at, to) is { } slashed) return slashed;
        while (IsDigitAt(to + 1))
        {
            var separator = text[to];
            var group = to + 1;
            while (IsDigitAt(group)) group++;
            var digits = group - to - 1;
            if (separator is '.' or ':' or '٫' || (separator is ',' or '’' or '\'' or '٬' && digits is 3 or 2 && IsThousands(at, to, group))) to = group;
            else break;
        }

        return to;
    }

    /// <summary>Thousands come in threes ("1,400"), in India also in twos before the last three ("12,34,567").</summary>
    private readonly bool IsThousands(int at, int comma, int group)
    {
        if (group - comma - 1 == 3) return comma - at <= 3 || text[comma - 3] == ',' || text[comma - 4] == ',';
        return group + 3 < end && text[group] == ',' && IsDigitAt(group + 1) && IsDigitAt(group + 2) && IsDigitAt(group + 3);
    }

    /// <summary>Telephone numbers and days with hyphens; spans such as "20-30" and "2003-2007" are not.</summary>
    private readonly int? DashedNumberEnd(int at, int first)
    {
        Span<int> lengths = stackalloc int[5];
        lengths[0] = first - at;
        var parts = 1;
        var to = first;
        while (parts < 5 && to < end && text[to] == '-' && IsDigitAt(to + 1))
        {
            var next = to + 1;
            while (IsDigitAt(next)) next++;
            if (next - to - 1 > 4) return null;
            lengths[parts++] = next - to - 1;
            to = next;
        }

        if (IsWordAt(to)) return null;
        return (parts, lengths[0], lengths[1], lengths[2]) switch
        {
            (2, 3, 4, _) or (3, 3, 3, 4) or (4, 1, 3, 3) => to,
            (3, 4, <= 2, <= 2) or (3, <= 2, <= 2, 2 or 4) => to,
            _ => null,
        };
    }

    private readonly int? SlashedNumberEnd(int at, int first)
    {
        if (first >= end || text[first] != '/' || !IsDigitAt(first + 1)) return null;
        var second = first + 1;
        while (IsDigitAt(second)) second++;
        var third = second;
        if (third < end && text[third] == '/' && IsDigitAt(third + 1))
        {
            third++;
            while (IsDigitAt(third)) third++;
            return third - second <= 5 && second - first <= 3 ? third : null;
        }

        return first - at <= 2 && second - first <= 3 ? second : null;
    }

    /// <summary>"1980's" is one token; "2016's" is a year's.</summary>
    private readonly bool IsDecade(int at, int to, out int decade)
    {
        decade = to + 2;
        return to - at is 2 or 4 && text[to - 1] == '0' && to + 1 < end && Tokenizer.IsApostrophe(text[to]) && text[to + 1] is 's' && !IsWordAt(to + 2);
    }
}
