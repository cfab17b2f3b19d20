namespace Dateline.Reading;

/// <summary>A line as words in lower case, without apostrophes; numbers and © are words too.</summary>
internal sealed class LineWords
{
    /// <summary>Longer lines, in code units, are prose.</summary>
    public const int MaxLength = 600;

    private readonly List<string> _words = [];
    private readonly List<TextSpan> _spans = [];

    private LineWords(string text, TextSpan line)
    {
        Text = text;
        Line = line;
        Span<char> word = stackalloc char[MaxLength];
        var at = line.Start;
        while (at < line.End)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                if (text[at] == '©')
                {
                    _words.Add("©");
                    _spans.Add(new TextSpan(at, at + 1));
                }

                at++;
                continue;
            }

            var (start, length) = (at, 0);
            for (; at < line.End && (char.IsLetterOrDigit(text[at]) || IsInnerApostrophe(text, at, line.End)); at++)
            {
                if (char.IsLetterOrDigit(text[at])) word[length++] = char.ToLowerInvariant(text[at]);
            }

            _words.Add(word[..length].ToString());
            _spans.Add(new TextSpan(start, at));
        }
    }

    public string Text { get; }

    public TextSpan Line { get; }

    public int Count => _words.Count;

    public string this[int word] => _words[word];

    public TextSpan SpanOf(int word) => _spans[word];

    /// <summary>The words of a line; null when the line is too long to be anything but prose.</summary>
    public static LineWords? Of(string text, TextSpan line) => line.Length > MaxLength ? null : new LineWords(text, line);

    /// <summary>The words of a phrase, cut in the same way.</summary>
    public static string[] Of(string phrase)
    {
        var words = new LineWords(phrase.Replace("#", "0", StringComparison.Ordinal), new TextSpan(0, phrase.Length));
        return [.. words._words.Select(word => word == "0" ? "#" : word)];
    }

    /// <summary>Whether the words of a phrase stand from a word on; "#" matches a number.</summary>
    public bool Has(string[] phrase, int from)
    {
        if (from + phrase.Length > Count) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var word = _words[from + i];
            if (phrase[i] == "#" ? !char.IsAsciiDigit(word[0]) : word != phrase[i]) return false;
        }

        return true;
    }

    /// <summary>The first character behind a word that is not a space; a line feed at the end of the line.</summary>
    public char MarkBehind(int word)
    {
        var at = _spans[word].End;
        while (at < Line.End && Text[at] is ' ' or '\u00A0') at++;
        return at < Line.End ? Text[at] : '\n';
    }

    private static bool IsInnerApostrophe(string text, int at, int end) =>
        text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1]);
}
