namespace Dateline.Language;

/// <summary>Whether a text's lines were broken at a fixed width, as wire copy is at some 72 columns, or each end a paragraph.</summary>
/// <remarks>
/// Decided once per text: lines that are followed by a further line (no blank line between) are counted. The text is wrapped when
/// most of these would not have had room for the next line's first word, and when most of them end without a full stop.
/// </remarks>
/// <param name="Width">Length of the longest wrapped line in code units; 0 when line breaks end paragraphs.</param>
internal readonly record struct LineWrap(int Width)
{
    private const int MaxWidth = 132;

    private const int MinWidth = 30;

    /// <summary>Looks at the text's first lines.</summary>
    public static LineWrap Of(ReadOnlySpan<char> text)
    {
        const int enough = 400;
        Span<int> rooms = stackalloc int[enough];
        var (joins, width, open) = (0, 0, 0);
        foreach (var line in new Lines(text))
        {
            if (joins == enough) break;
            if (line.NextWord == 0) continue;
            var length = line.Length;
            if (length > MaxWidth) return default;
            width = Math.Max(width, length);
            if (!line.EndsWithStop) open++;
            rooms[joins++] = length + 1 + line.NextWord;
        }

        if (joins < 2 || width < MinWidth || open * 2 < joins) return default;
        var full = 0;
        foreach (var room in rooms[..joins])
        {
            if (room > width - 6) full++;
        }

        return full * 10 >= joins * 6 ? new LineWrap(width) : default;
    }

    /// <summary>Whether the sentence goes on over the line break between two offsets.</summary>
    public bool Continues(string text, int from, int to)
    {
        var start = from;
        while (start > 0 && from - start <= MaxWidth && text[start - 1] is not ('\n' or '\r')) start--;
        var length = from - start;
        if (Width == 0)
        {
            // A paragraph broken by accident: a long line without a mark at its end, and a small letter behind it.
            return length >= 30 && char.IsLower(text[to]) && (char.IsLetter(text[from - 1]) || text[from - 1] is ',');
        }

        var lineBreak = text.AsSpan(from, to - from).LastIndexOfAny('\n', '\r') + from;
        var indented = to - lineBreak > 2 && (start >= text.Length || text[start] is not (' ' or '\t'));
        if (indented && text[from - 1] is '.' or '"' or '”' or '?' or '!') return false;
        var word = to;
        while (word < text.Length && word - to < MaxWidth && !char.IsWhiteSpace(text[word])) word++;
        return length + 1 + word - to > Width - 8 || char.IsLower(text[to]);
    }

    /// <summary>Lines with what follows each, without building strings.</summary>
    private ref struct Lines(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _next;

        public (int Length, int NextWord, bool EndsWithStop) Current { get; private set; }

        public readonly Lines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _text.Length) return false;
            var rest = _text[_next..];
            var end = rest.IndexOf('\n');
            if (end < 0) end = rest.Length;
            var line = rest[..end].TrimEnd();
            _next += end + 1;
            var word = 0;
            if (line.Length > 0 && _next < _text.Length)
            {
                var following = _text[_next..Math.Min(_text.Length, _next + MaxWidth)].TrimStart(" \t");
                while (word < following.Length && !char.IsWhiteSpace(following[word])) word++;
            }

            Current = (line.Length, word, line.Length > 0 && line[^1] is '.' or '!' or '?' or '"' or '”' or ':');
            return true;
        }
    }
}
