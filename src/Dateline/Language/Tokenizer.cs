using System.Globalization;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Cuts text into tokens as the Universal Dependencies treebanks of English do.</summary>
/// <remarks>
/// Tokens cover every character that is not <see cref="IsSpace">space</see>, in order and without overlap. Contractions are
/// cut (do|n't, group|'s, can|not), hyphenated words too (hostage|-|taker) unless the first part is a prefix (non-commercial);
/// numbers, clock times, addresses and abbreviations with their stops stay whole. The word lists are
/// <c>en/lexicons/tokens.yaml</c> and <c>abbreviations.yaml</c>. Time is linear in the text, whatever it holds.
/// </remarks>
public sealed class Tokenizer
{
    /// <summary>Longest token in code units; longer runs are cut, so that no later stage meets a word of a megabyte.</summary>
    public const int MaxTokenLength = 1000;

    /// <summary>How far a look-ahead for addresses goes: what keeps them linear.</summary>
    private const int LookAhead = 100;

    private readonly TokenWords _words;
    private readonly Abbreviations _abbreviations;

    internal Tokenizer(TokenWords words, Abbreviations abbreviations)
    {
        _words = words;
        _abbreviations = abbreviations;
    }

    /// <summary>Loads the word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static Tokenizer Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Tokenizer(new TokenWords(folder.Read(TokenWords.File)), new Abbreviations(folder.Read(Abbreviations.File)));
    }

    /// <summary>White space, control characters and the invisible marks (zero-width space, byte order mark, direction marks) that carry no text.</summary>
    public static bool IsSpace(char c) =>
        c < 0x80 ? c <= ' ' || c == 0x7F
        : char.IsWhiteSpace(c) || c is (>= '\u0080' and <= '\u009F') or '\u200B' or '\u200E' or '\u200F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    /// <summary>The tokens of a whole text.</summary>
    public IReadOnlyList<TextSpan> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<TextSpan>(text.Length / 5);
        Tokenize(text, new TextSpan(0, text.Length), tokens);
        return tokens;
    }

    /// <summary>Adds the tokens of one region of a text; nothing outside the region is looked at.</summary>
    public void Tokenize(string text, TextSpan region, List<TextSpan> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var at = region.Start;
        while (at < region.End)
        {
            if (IsSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < region.End && !IsSpace(text[end])) end++;
            new Chunk(this, text, at, end, region, tokens).Read();
            at = end;
        }
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´' or '‘' or '′' or '＇';

    internal static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Code units of the letter, digit, mark or underscore at an offset; 0 when something else stands there.</summary>
    internal static int WordLength(string text, int at, int end)
    {
        var c = text[at];
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            return Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
        }

        if (c is '\u00AD' or '\u200C' or '\u200D') return 1;
        return char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            && !IsApostrophe(c) ? 1 : 0;
    }

    /// <summary>One run of characters without space, read from left to right.</summary>
    private ref struct Chunk(Tokenizer owner, string text, int start, int end, TextSpan region, List<TextSpan> tokens)
    {
        private int _nextAt = -2;

        public void Read()
        {
            var at = start;
            while (at < end)
            {
                var c = text[at];
                if (char.IsAsciiDigit(c)) at = ReadNumber(at);
                else if (WordLength(text, at, end) > 0) at = ReadWord(at);
                else at = ReadMark(at, c);
            }
        }

        private readonly int Add(int from, int to)
        {
            var whole = to;
            while (whole - from > MaxTokenLength)
            {
                var cut = from + MaxTokenLength;
                if (char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1])) cut--;
                tokens.Add(new TextSpan(from, cut));
                from = cut;
            }

            if (whole > from) tokens.Add(new TextSpan(from, whole));
            return to;
        }

        private readonly int WordEnd(int at)
        {
            for (int length; at < end && (length = WordLength(text, at, end)) > 0; at += length)
            {
            }

            return at;
        }

        private readonly bool IsWordAt(int at) => at < end && at >= start && WordLength(text, at, end) > 0;

        private readonly bool IsDigitAt(int at) => at < end && char.IsAsciiDigit(text[at]);

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
            if (clock || owner._words.IsUnit(letters)) return Add(at, to);
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
            return to - at is 2 or 4 && text[to - 1] == '0' && to + 1 < end && IsApostrophe(text[to]) && text[to + 1] is 's' && !IsWordAt(to + 2);
        }

        private int ReadWord(int at)
        {
            var address = AddressEnd(at);
            if (address > at) return Add(at, address);
            var to = ApostropheWordEnd(at);
            if (AbbreviationEnd(at, to) is { } stop) return Add(at, stop);
            if (to < end && text[to] == '$' && owner._words.IsDollar(text.AsSpan(at, to - at))) return Add(at, to + 1);
            if (to < end && IsHyphen(text[to]) && IsWordAt(to + 1))
            {
                var joined = ApostropheWordEnd(to + 1);
                if (owner._words.IsPrefix(text.AsSpan(at, to - at)) || owner._words.IsWhole(text.AsSpan(at, joined - at)))
                {
                    AddContracted(at, joined);
                    return joined;
                }
            }

            AddContracted(at, to);
            return to;
        }

        /// <summary>A word with apostrophes or an ampersand inside: "O'Brien", "don't", "AT&amp;T".</summary>
        private readonly int ApostropheWordEnd(int at)
        {
            var to = WordEnd(at);
            while (to + 1 < end && IsWordAt(to + 1))
            {
                if (!(IsApostrophe(text[to]) && char.IsLetter(text[to + 1]))
                    && !(text[to] == '&' && to - at <= 4 && char.IsUpper(text[to - 1]) && char.IsUpper(text[to + 1]))) break;
                to = WordEnd(to + 1);
            }

            return to;
        }

        /// <summary>Cuts clitics off the end of a word; a bounded number, as a word of apostrophes could hold any.</summary>
        private readonly void AddContracted(int from, int to)
        {
            var split = owner._words.SplitAt(text.AsSpan(from, to - from));
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
                if (!IsApostrophe(text[apostrophe])) continue;
                if (owner._words.IsWhole(text.AsSpan(from, to - from))) return null;
                if (owner._words.IsClitic(text.AsSpan(apostrophe + 1, back - 1))) return apostrophe;
                var isNot = back == 2 && text[to - 1] is 't' or 'T' && text[apostrophe - 1] is 'n' or 'N' && apostrophe - 1 > from;
                return isNot ? apostrophe - 1 : null;
            }

            return null;
        }

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
            if (dotted > to + 1 && text[dotted - 1] == '.' && owner._abbreviations.TryFind(text.AsSpan(at, dotted - at - 1), out _)) return dotted;
            if (to + 1 < end && text[to + 1] == '.') return null;
            if (owner._abbreviations.TryFind(text.AsSpan(at, to - at), out var kind)) return IsAbbreviation(kind, at, to + 1) ? to + 1 : null;
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
            return afterName || (text[at] != 'I' && !owner._abbreviations.StartsSentence(text.AsSpan(next, word - next)));
        }

        /// <summary>Where a web or mail address that begins here ends; <paramref name="at"/> when none does.</summary>
        private int AddressEnd(int at)
        {
            if (at > start && IsWordAt(at - 1)) return at;
            var rest = text.AsSpan(at, Math.Min(end - at, 9));
            if (rest[0] is 'h' or 'H' or 'w' or 'W' or 'f' or 'm'
                && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                    || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("ftp://", StringComparison.Ordinal)
                    || rest.StartsWith("mailto:", StringComparison.Ordinal))) return UrlEnd(at);
            var mail = MailEnd(at);
            return mail > at ? mail : HostEnd(at);
        }

        private readonly int UrlEnd(int at)
        {
            var to = at;
            while (to < end && text[to] is not ('<' or '>' or '"' or '“' or '”' or '|' or '\\' or '^' or '«' or '»' or '…')) to++;
            while (to > at && text[to - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '*') to--;
            return to;
        }

        private int MailEnd(int at)
        {
            if (_nextAt < at && _nextAt != -1)
            {
                var found = text.AsSpan(at, end - at).IndexOf('@');
                _nextAt = found < 0 ? -1 : at + found;
            }

            if (_nextAt < at || _nextAt - at > LookAhead) return at;
            for (var i = at; i < _nextAt; i++)
            {
                if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('.' or '_' or '-' or '+' or '%')) return at;
            }

            var to = _nextAt + 1;
            while (to < end && to - at < 2 * LookAhead && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '.' or '-' or '_')) to++;
            while (to > _nextAt && text[to - 1] is '.' or '-') to--;
            return to > _nextAt + 2 && text.AsSpan(_nextAt, to - _nextAt).Contains('.') ? to : at;
        }

        /// <summary>"KMOV.com", "example.co.uk": words joined by stops, the last a known domain in small letters.</summary>
        private readonly int HostEnd(int at)
        {
            var to = at;
            var stop = -1;
            while (to < end && to - at < LookAhead && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '.' or '-' or '_'))
            {
                if (text[to] == '.')
                {
                    if (to == stop + 1 || to + 1 >= end || !char.IsAsciiLetterOrDigit(text[to + 1])) break;
                    stop = to;
                }

                to++;
            }

            if (stop < at + 2 || to - stop <= 2 || !owner._words.IsDomain(text.AsSpan(stop + 1, to - stop - 1))) return at;
            return to < end && text[to] == '/' && IsWordAt(to + 1) ? UrlEnd(at) : to;
        }

        private int ReadMark(int at, char c)
        {
            if (IsApostrophe(c)) return ReadApostrophe(at);
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
                if (detached && word == end && owner._words.IsClitic(letters)) return Add(at, word);
                if (owner._words.IsClitic(letters) && detached && at > start) return Add(at, word);
                if (owner._words.IsWhole(text.AsSpan(at, word - at))) return Add(at, word);
                var year = letters.Length is 2 or 3 && char.IsAsciiDigit(letters[0]) && char.IsAsciiDigit(letters[1]) && (letters.Length == 2 || letters[2] == 's');
                if (year && at == start && (word == end || !IsApostrophe(text[word]))) return Add(at, word);
            }
            else if (word < end && (text[word] == text[at] || (text[at] == '‘' && text[word] == '’')))
            {
                return Add(at, word + 1);
            }

            return Add(at, at + 1);
        }
    }
}
