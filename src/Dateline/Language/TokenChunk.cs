namespace Dateline.Language;

/// <summary>One run of characters without space, read from left to right.</summary>
internal ref partial struct TokenChunk(TokenWords words, Abbreviations abbreviations, string text, int start, int end, TextSpan region, List<TextSpan> tokens)
{
    private int _nextAt = -2;

    public void Read()
    {
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c)) at = ReadNumber(at);
            else if (Tokenizer.WordLength(text, at, end) > 0) at = ReadWord(at);
            else at = ReadMark(at, c);
        }
    }

    private readonly int Add(int from, int to)
    {
        var whole = to;
        while (whole - from > Tokenizer.MaxTokenLength)
        {
            var cut = from + Tokenizer.MaxTokenLength;
            if (char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1])) cut--;
            tokens.Add(new TextSpan(from, cut));
            from = cut;
        }

        if (whole > from) tokens.Add(new TextSpan(from, whole));
        return to;
    }

    private readonly int WordEnd(int at)
    {
        for (int length; at < end && (length = Tokenizer.WordLength(text, at, end)) > 0; at += length)
        {
        }

        return at;
    }

    private readonly bool IsWordAt(int at) => at < end && at >= start && Tokenizer.WordLength(text, at, end) > 0;

    private readonly bool IsDigitAt(int at) => at < end && char.IsAsciiDigit(text[at]);

    private int ReadWord(int at)
    {
        var address = AddressEnd(at);
        if (address > at) return Add(at, address);
        var to = ApostropheWordEnd(at);
        if (AbbreviationEnd(at, to) is { } stop) return Add(at, stop);
        if (to < end && text[to] == '$' && words.IsDollar(text.AsSpan(at, to - at))) return Add(at, to + 1);
        if (to < end && Tokenizer.IsHyphen(text[to]) && IsWordAt(to + 1))
        {
            var joined = ApostropheWordEnd(to + 1);
            // A prefix begins a word: in "Tehreek-e-Taliban" the "e" is a word between two others.
            if (((at == start || !Tokenizer.IsHyphen(text[at - 1])) && IsPrefix(at, to)) || words.IsWhole(text.AsSpan(at, joined - at)))
            {
                AddContracted(at, joined);
                return joined;
            }
        }

        // "b/c", "w/o": a slash inside that no other word has.
        if (to < end && text[to] == '/' && to - at <= 2 && WordEnd(to + 1) is var over && words.IsWhole(text.AsSpan(at, over - at))) return Add(at, over);
        AddContracted(at, to);
        return to;
    }

    /// <summary>A prefix, but not initials in capitals: "un-named" against "UN-backed".</summary>
    private readonly bool IsPrefix(int at, int to)
    {
        if (!words.IsPrefix(text.AsSpan(at, to - at))) return false;
        return to - at < 2 || !char.IsUpper(text[at + 1]) || (char.IsUpper(text[to + 1]) && to - at > 2);
    }

    /// <summary>A word with apostrophes or an ampersand inside: "O'Brien", "don't", "AT&amp;T".</summary>
    private readonly int ApostropheWordEnd(int at)
    {
        var to = WordEnd(at);
        while (to + 1 < end && IsWordAt(to + 1))
        {
            if (!(Tokenizer.IsApostrophe(text[to]) && char.IsLetter(text[to + 1]))
                && !(text[to] == '&' && to - at <= 4 && char.IsUpper(text[to - 1]) && char.IsUpper(text[to + 1]))) break;
            to = WordEnd(to + 1);
        }

        return to;
    }

    /// <summary>Cuts clitics off the end of a word; a bounded number, as a word of apostrophes could hold any.</summary>
    private readonly void AddContracted(int from, int to)
    {
        var split = words.SplitAt(text.AsSpan(from, to - from));
        if (split > 0)
        {
            Add(from, from + split);
            Add(from + split, to);
            return;
        }

        Span<int> cuts = stackalloc int[3];
        var count = 0;
        var last = to;
        while (count < 3 && last - from > 2 && CliticStart(from, last) is { } cut) cuts[count++] = last = cut;
        Add(from, last);
        for (var i = count - 1; i >= 0; i--) Add(cuts[i], i == 0 ? to : cuts[i - 1]);
    }

    private readonly int? CliticStart(int from, int to)
    {
        for (var back = 2; back <= 3 && to - back > from; back++)
        {
            var apostrophe = to - back;
            if (!Tokenizer.IsApostrophe(text[apostrophe])) continue;
            if (words.IsWhole(text.AsSpan(from, to - from))) return null;
            if (words.IsClitic(text.AsSpan(apostrophe + 1, back - 1))) return apostrophe;
            var isNot = back == 2 && text[to - 1] is 't' or 'T' && text[apostrophe - 1] is 'n' or 'N' && apostrophe - 1 > from;
            return isNot ? apostrophe - 1 : null;
        }

        return null;
    }

    private int ReadMark(int at, char c)
    {
        if (c is ':' or ';' or '=' or '^' or '<' && EmoticonEnd(at) is var face && face > at) return Add(at, face);
        if (Tokenizer.IsApostrophe(c)) return ReadApostrophe(at);
        if (c is '@' or '#' && IsWordAt(at + 1) && !IsDigitAt(at + 1) && (at == start || !IsWordAt(at - 1))) return Add(at, WordEnd(at + 1));
        if (c == '+' && at == start && IsDigitAt(at + 1)) return Add(at, PhoneEnd(at + 1));
        var to = at + 1;
        if (c is '.' or '-' or '=' or '*' or '~' or '#' or '+' or '<' or '>' or '|' or '…' or '—' or '–' or '•')
        {
            while (to < end && text[to] == c) to++;
        }
        else if (c is '!' or '?')
        {
            while (to < end && text[to] is '!' or '?') to++;
        }
        else if (char.IsHighSurrogate(c) && to < end && char.IsLowSurrogate(text[to]))
        {
            to++;
        }

        return Add(at, to);
    }

    /// <summary>Where an emoticon ends; <paramref name="at"/> when none begins there: not in "10:)", and a bracket that is open is closed.</summary>
    private readonly int EmoticonEnd(int at)
    {
        var to = at + words.EmoticonLength(text.AsSpan(at, end - at));
        if (to == at || (at > start && char.IsAsciiDigit(text[at - 1])) || (char.IsLetter(text[to - 1]) && IsWordAt(to))) return at;
        var before = text.AsSpan(Math.Max(region.Start, at - LookAhead), at - Math.Max(region.Start, at - LookAhead));
        return text[to - 1] == ')' && before.Count('(') > before.Count(')') ? at : to;
    }

    private readonly int PhoneEnd(int at)
    {
        while (IsDigitAt(at) || (at < end && text[at] is '-' && IsDigitAt(at + 1))) at++;
        return at;
    }

    /// <summary>A clitic that stands apart ("Syria 's"), a short form ('em, '90s), a doubled quote, or a quote.</summary>
    private readonly int ReadApostrophe(int at)
    {
        var word = IsWordAt(at + 1) ? WordEnd(at + 1) : at + 1;
        if (word > at + 1)
        {
            var letters = text.AsSpan(at + 1, word - at - 1);
            var detached = at == start || tokens.Count > 0 && tokens[^1].End == at && text[at - 1] is '.' or ')' or '"' or '”';
            if (detached && word == end && words.IsClitic(letters)) return Add(at, word);
            if (words.IsClitic(letters) && detached && at > start) return Add(at, word);
            if (words.IsWhole(text.AsSpan(at, word - at))) return Add(at, word);
            var year = letters.Length is 2 or 3 && char.IsAsciiDigit(letters[0]) && char.IsAsciiDigit(letters[1]) && (letters.Length == 2 || letters[2] == 's');
            if (year && at == start && (word == end || !Tokenizer.IsApostrophe(text[word]))) return Add(at, word);
        }
        else if (word < end && (text[word] == text[at] || (text[at] == '‘' && text[word] == '’')))
        {
            return Add(at, word + 1);
        }

        return Add(at, at + 1);
    }
}
