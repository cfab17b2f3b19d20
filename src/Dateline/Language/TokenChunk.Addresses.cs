using System.Buffers;

namespace Dateline.Language;

/// <content>Web and mail addresses.</content>
internal ref partial struct TokenChunk
{
    private static readonly SearchValues<char> NewsgroupLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz.-_");

    /// <summary>How far a look-ahead for addresses goes: what keeps them linear.</summary>
    private const int LookAhead = 100;

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

        if (IsNewsgroup(text.AsSpan(at, to - at))) return to;
        if (stop < at + 2 || to - stop <= 2 || !words.IsDomain(text.AsSpan(stop + 1, to - stop - 1))) return at;
        return to < end && text[to] == '/' && IsWordAt(to + 1) ? UrlEnd(at) : to;
    }

    /// <summary>"comp.sources.unix": three words or more of small letters, of which a missing space after a full stop makes two at most.</summary>
    private static bool IsNewsgroup(ReadOnlySpan<char> name) =>
        name.Count('.') >= 2 && !name.ContainsAnyExcept(NewsgroupLetters) && name[^1] is not ('.' or '-') && name.IndexOf('.') >= 2 && !name.StartsWith("www");
}
