using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Groups tokens into sentences.</summary>
/// <remarks>
/// A sentence ends at a full stop, question or exclamation mark with the quotes and brackets that close behind it, at a blank
/// line, and at a line break unless the text is <see cref="LineWrap">wrapped</see> wire copy. Headings and list items, which
/// end without a mark, are sentences by their lines. A dateline head ("MOSCOW:") is a sentence of its own, because the story's
/// first sentence parses better without it; <see cref="LanguageAnalyser"/> passes its end as a boundary.
/// </remarks>
public sealed class SentenceSplitter
{
    /// <summary>Most tokens in a sentence; longer ones are cut at the best mark, so that later stages stay linear on any input.</summary>
    public const int MaxTokens = 400;

    /// <summary>Most quotes and brackets that close behind one mark.</summary>
    private const int MaxClosers = 4;

    private readonly Abbreviations _abbreviations;

    internal SentenceSplitter(Abbreviations abbreviations) => _abbreviations = abbreviations;

    /// <summary>Loads the word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static SentenceSplitter Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new SentenceSplitter(new Abbreviations(folder.Read(Abbreviations.File)));
    }

    /// <summary>Adds the sentences of a text, leaving no token out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in order.</param>
    /// <param name="boundaries">Offsets, in order, that no sentence crosses: ends of title, dateline and skipped lines.</param>
    /// <param name="sentences">Receives the sentences.</param>
    public void Split(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<int> boundaries, List<TokenRange> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var wrap = LineWrap.Of(text);
        var first = 0;
        var boundary = 0;
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length)
            {
                while (boundary < boundaries.Length && boundaries[boundary] < tokens[i - 1].End) boundary++;
                var hard = boundary < boundaries.Length && boundaries[boundary] <= tokens[i].Start;
                if (!hard && !BreaksLine(text, tokens, i, wrap) && !EndsBefore(text, tokens, first, i)) continue;
            }

            AddCapped(text, tokens, new TokenRange(first, i), sentences);
            first = i;
        }
    }

    private static bool BreaksLine(string text, ReadOnlySpan<TextSpan> tokens, int next, LineWrap wrap)
    {
        var (from, to) = (tokens[next - 1].End, tokens[next].Start);
        if (to - from == 0) return false;
        if (to - from == 1 && text[from] == ' ') return false;
        var lines = 0;
        for (var at = from; at < to; at++)
        {
            if (text[at] is '\n' or '\u2028' or '\u2029' or '\u0085' || (text[at] == '\r' && (at + 1 >= to || text[at + 1] != '\n'))) lines++;
            if (text[at] == '\u2029') return true;
        }

        return lines >= 2 || (lines == 1 && !wrap.Continues(text, from, to));
    }

    private bool EndsBefore(string text, ReadOnlySpan<TextSpan> tokens, int first, int next)
    {
        var mark = next - 1;
        if (IsCloser(text, tokens, next)) return false;
        for (var back = 0; back < MaxClosers && mark > first && IsCloser(text, tokens, mark); back++) mark--;
        if (!IsStop(text, tokens[mark])) return mark == next - 1 && EndsAtAbbreviation(text, tokens, first, next);
        var closed = mark < next - 1;
        var span = tokens[mark];
        var spaced = tokens[next].Start > tokens[next - 1].End;
        var following = text[tokens[next].Start];
        if (following is ',' or ';' or ':' or ')' or ']') return false;
        if (char.IsLower(following) && (closed || !spaced || !EndsBeforeSmallLetter(text, tokens, first, mark, next))) return false;
        if (IsStop(text, tokens[next])) return false;
        if (following is '-' or '–' or '—') return spaced && !closed && next + 1 < tokens.Length && char.IsUpper(text[tokens[next + 1].Start]);
        if (!spaced && !closed) return char.IsUpper(following) && mark > first && char.IsLetter(text[tokens[mark - 1].End - 1]) && !IsEllipsis(text, span);
        if (text[span.Start] == '.' && span.Length == 1 && mark == first + 1 && IsListNumber(text, tokens[first])) return false;
        if (!closed && text[span.Start] is '!' or '?' && span.Length == 1) return true;
        return !IsSpeechTag(text, tokens, mark, next);
    }

    /// <summary>A mark before a small letter ends a sentence in careless typing and before an address; behind a short word it may belong to an abbreviation that no list has.</summary>
    private static bool EndsBeforeSmallLetter(string text, ReadOnlySpan<TextSpan> tokens, int first, int mark, int next)
    {
        if (mark == first || tokens[mark].Length > 1) return false;
        var address = text.AsSpan(tokens[next].Start, tokens[next].Length);
        if (address.StartsWith("http", StringComparison.Ordinal) || address.StartsWith("www.", StringComparison.Ordinal)) return true;
        var word = text.AsSpan(tokens[mark - 1].Start, tokens[mark - 1].Length);
        return text[tokens[mark].Start] switch
        {
            // "Who Is Who? was written": a title.
            '?' or '!' => !char.IsUpper(word[0]),
            '.' => mark - first >= 2 && word.Length >= 3 && char.IsLower(word[0]) && char.IsLower(word[^1]),
            _ => false,
        };
    }

    /// <summary>"…!" Smith said.: a mark that is not a full stop, a closing quote and a name with its verb go on.</summary>
    private static bool IsSpeechTag(string text, ReadOnlySpan<TextSpan> tokens, int mark, int next)
    {
        if (next - 1 == mark || text[tokens[mark].Start] is not ('!' or '?')) return false;
        for (var i = next; i < Math.Min(next + 4, tokens.Length); i++)
        {
            var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (word is "said" or "asked" or "says" or "shouted" or "added" or "told" or "cried" or "asks" or "replied" or "wrote") return true;
        }

        return false;
    }

    /// <summary>"the U.S. The", "at 5 p.m. Police": the stop of an abbreviation ends the sentence when the next word begins one.</summary>
    private bool EndsAtAbbreviation(string text, ReadOnlySpan<TextSpan> tokens, int first, int next)
    {
        var last = tokens[next - 1];
        if (last.Length < 2 || text[last.End - 1] != '.' || tokens[next].Start == last.End) return false;
        var following = tokens[next];
        if (!char.IsUpper(text[following.Start]) && text[following.Start] is not ('"' or '“')) return false;
        var form = text.AsSpan(last.Start, last.Length - 1);
        var known = _abbreviations.TryFind(form, out var kind);
        if (known && kind is AbbreviationKind.Title or AbbreviationKind.Numbered or AbbreviationKind.DateBesideNumber) return false;
        if (text[following.Start] is '"' or '“') return next - first > 5 && form is "p.m" or "a.m" or "U.S" or "etc" or "Inc" or "Corp" or "Ltd";
        var starts = _abbreviations.StartsSentence(text.AsSpan(following.Start, following.Length));
        var isInitial = form.Length == 1;
        if (isInitial && next - 2 >= first && char.IsUpper(text[tokens[next - 2].Start])) return false;
        return starts && next - first > 2;
    }

    private static bool IsStop(string text, TextSpan token) =>
        text[token.Start] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।'
        && (token.Length == 1 || text[token.End - 1] is '.' or '!' or '?' or '…');

    private static bool IsEllipsis(string text, TextSpan token) => text[token.Start] == '…' || (token.Length > 1 && text[token.Start] == '.');

    private static bool IsListNumber(string text, TextSpan token) =>
        token.Length <= 3 && (char.IsAsciiDigit(text[token.Start]) || (token.Length == 1 && char.IsLetter(text[token.Start])));

    /// <summary>
    /// A quote or bracket that closes: curly ones by their shape; straight ones when they stand right behind a word and not
    /// right before one.
    /// </summary>
    private static bool IsCloser(string text, ReadOnlySpan<TextSpan> tokens, int token, int depth = 0)
    {
        var span = tokens[token];
        if (span.Length > 2) return false;
        var c = text[span.Start];
        if (c is ')' or ']' or '}' or '”' or '»' or '›') return true;
        if (c is not ('"' or '\'' or '’' or '`' or '„')) return false;
        if (span.Length == 2 && text[span.Start + 1] != c) return false;
        if (token == 0) return false;
        var touchesLeft = tokens[token - 1].End == span.Start;
        var touchesRight = token + 1 < tokens.Length && tokens[token + 1].Start == span.End;
        return touchesLeft && (!touchesRight || (depth < MaxClosers && IsCloser(text, tokens, token + 1, depth + 1)));
    }

    private static void AddCapped(string text, ReadOnlySpan<TextSpan> tokens, TokenRange range, List<TokenRange> sentences)
    {
        while (range.Count > MaxTokens)
        {
            var cut = BestCut(text, tokens, range.First);
            sentences.Add(new TokenRange(range.First, cut));
            range = range with { First = cut };
        }

        if (range.Count > 0) sentences.Add(range);
    }

    /// <summary>Behind the last semicolon, else dash or colon, else comma of the second half of what fits; else where it is full.</summary>
    private static int BestCut(string text, ReadOnlySpan<TextSpan> tokens, int first)
    {
        var (best, rank) = (first + MaxTokens, 0);
        for (var i = first + MaxTokens - 1; i >= first + MaxTokens / 2; i--)
        {
            var here = text[tokens[i].Start] switch { '.' or '!' or '?' => 4, ';' => 3, ':' or '—' or '–' => 2, ',' => 1, _ => 0 };
            if (here > rank) (best, rank) = (i + 1, here);
        }

        return best;
    }
}
