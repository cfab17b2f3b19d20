using Dateline.Language;

namespace Dateline.Mentions.Places;

/// <summary>A document's words as place names are made of them: tokens split at hyphens and at "'s", punctuation kept as what stands between.</summary>
/// <remarks>Names are matched on these pieces, so that it does not matter whether a tokeniser splits "Moscow-based" or "Syria's".</remarks>
internal sealed class PlaceText
{
    /// <summary>Words longer than this many characters are no names.</summary>
    private const int LongestWord = 40;

    private readonly List<Piece> _pieces = [];

    /// <param name="document">The document.</param>
    /// <param name="labels">A label for each token, see <see cref="Names.NameLabels"/>; null when no tagger of names ran.</param>
    internal PlaceText(Document document, byte[]? labels = null)
    {
        Document = document;
        Tagged = new TaggedNames(document, labels);
        for (var token = 0; token < document.TokenCount; token++) AddPieces(token);
        Headline = new bool[document.SentenceRanges.Length];
        for (var s = 0; s < Headline.Length; s++) Headline[s] = document.Article.AllCapitals;
        MarkHeadlines();
    }

    internal Document Document { get; }

    internal TaggedNames Tagged { get; }

    internal int Count => _pieces.Count;

    /// <summary>Sentences in which nearly every word has a capital: capitals say nothing about names there.</summary>
    internal bool[] Headline { get; }

    internal Piece this[int index] => _pieces[index];

    internal string Text => Document.Text;

    internal ReadOnlySpan<char> Form(int piece) => Text.AsSpan(_pieces[piece].Start, _pieces[piece].End - _pieces[piece].Start);

    internal TextSpan Span(int first, int end) => new(_pieces[first].Start, _pieces[end - 1].End);

    internal TokenRange Tokens(int first, int end) => new(_pieces[first].Token, _pieces[end - 1].Token + 1);

    internal string Lower(int piece) => piece < 0 || piece >= Count ? "" : _pieces[piece].Lower;

    /// <summary>Whether a piece follows the one before it with nothing but white space or a hyphen between, in one sentence.</summary>
    internal bool Joined(int piece) => piece > 0 && piece < Count && _pieces[piece].Before is ' ' or '-' && _pieces[piece].Sentence == _pieces[piece - 1].Sentence;

    internal bool IsCapital(int piece) => piece >= 0 && piece < Count && _pieces[piece].IsCapital;

    /// <summary>Whether a dash stands before a piece, as behind the head of a report: "HUME – A delegation", "CHARLESTON, W.Va. -- A man".</summary>
    internal bool FollowsDash(int piece)
    {
        if (piece <= 0 || piece >= Count) return false;
        var gap = Text.AsSpan(_pieces[piece - 1].End, _pieces[piece].Start - _pieces[piece - 1].End);
        return gap.Length is > 1 and < 12 && (gap.ContainsAny('–', '—') || gap.Contains("--", StringComparison.Ordinal) || gap.Contains(" - ", StringComparison.Ordinal));
    }

    /// <summary>The pieces of some tokens; empty when they hold none.</summary>
    internal TokenRange PiecesOf(TokenRange tokens)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].Token < tokens.First) low = middle + 1;
            else high = middle;
        }

        var end = low;
        while (end < Count && _pieces[end].Token < tokens.End) end++;
        return new TokenRange(low, end);
    }

    internal bool InHeadline(int piece) => Headline[_pieces[piece].Sentence];

    internal bool IsSentenceStart(int piece) => piece == 0 || _pieces[piece - 1].Sentence != _pieces[piece].Sentence || _pieces[piece].Before is '"' or ':';

    private void AddPieces(int token)
    {
        var span = Document.Spans[token];
        var form = Text.AsSpan(span.Start, span.Length);
        if (form.Length > LongestWord || !ContainsWord(form)) return;
        var end = form.Length;
        if (end > 2 && form[end - 1] is 's' or 'S' && form[end - 2] is '\'' or '’') end -= 2;
        else if (end > 1 && form[end - 1] is '\'' or '’') end--;
        if (end == 0 || (end <= 2 && form[0] is '\'' or '’')) return;
        var start = 0;
        for (var i = 0; i <= end; i++)
        {
            if (i < end && form[i] is not ('-' or '‑' or '–' or '/')) continue;
            if (i > start) Add(token, span.Start + start, span.Start + i);
            start = i + 1;
        }
    }

    private void Add(int token, int start, int end)
    {
        var first = Text[start];
        var whole = Document.Spans[token];
        var lower = whole.Start == start && whole.End == end ? Document.Lowers[token] : Text[start..end].ToLowerInvariant();
        _pieces.Add(new Piece(start, end, token, Document.SentenceOf[token], lower, char.IsUpper(first) || IsElided(start, end), char.IsDigit(first), Before(start)));
    }

    /// <summary>"d'Ivoire", "l'Aquila": the capital comes behind the elided article.</summary>
    private bool IsElided(int start, int end) => end - start > 3 && Text[start] is 'd' or 'l' && Text[start + 1] is '\'' or '’' && char.IsUpper(Text[start + 2]);

    /// <summary>What stands between the piece before and this one: a space for white space alone, else the telling mark.</summary>
    private char Before(int start)
    {
        if (_pieces.Count == 0) return '|';
        var from = _pieces[^1].End;
        if (start - from > 12) return '|';
        var mark = ' ';
        for (var i = from; i < start; i++)
        {
            var c = Text[i];
            if (char.IsWhiteSpace(c) && c != '\n') continue;
            if (c is '-' or '‑' && start - from == 1) return '-';
            mark = c switch
            {
                ',' when mark == ' ' => ',',
                '.' when mark == ' ' => '.',
                '(' => '(',
                '/' or '–' when start - from == 1 => '/',
                '"' or '“' or '”' or '«' => '"',
                ':' => ':',
                '\'' or '’' or 's' or 'S' when mark is ' ' or '\'' => '\'',
                _ => '|',
            };
        }

        return mark;
    }

    private void MarkHeadlines()
    {
        var words = new int[Headline.Length];
        var capitals = new int[Headline.Length];
        foreach (var piece in _pieces)
        {
            if (piece.Lower.Length < 4) continue;
            words[piece.Sentence]++;
            if (piece.IsCapital) capitals[piece.Sentence]++;
        }

        for (var s = 0; s < Headline.Length; s++) Headline[s] |= words[s] >= 4 && capitals[s] * 10 >= words[s] * 8 && Text[Document.Spans[Document.SentenceRanges[s].Last].End - 1] != '.';
    }

    private static bool ContainsWord(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }

    /// <summary>One word or part of a word.</summary>
    /// <param name="Start">Offset of its first character in the article's text.</param>
    /// <param name="End">Offset just past its last.</param>
    /// <param name="Token">The token it is of.</param>
    /// <param name="Sentence">The sentence it is of.</param>
    /// <param name="Lower">In lower case.</param>
    /// <param name="IsCapital">Whether it begins with an upper-case letter.</param>
    /// <param name="IsNumber">Whether it begins with a digit.</param>
    /// <param name="Before">What stands before it: ' ' for white space, '-' for a hyphen, ',' '.' '(' '"' ':' '/', ''' for a possessive, '|' for anything else.</param>
    internal readonly record struct Piece(int Start, int End, int Token, int Sentence, string Lower, bool IsCapital, bool IsNumber, char Before);
}
