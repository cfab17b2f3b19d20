using Dateline.Language;

namespace Dateline.Mentions;

/// <summary>Looks up phrases of one or more words in a document, longest first.</summary>
/// <remarks>
/// A phrase word with an upper-case letter matches the printed form in that case ("IS" the group against "is"), or any case in
/// wire copy in capitals; a phrase word in lower case matches the lower-cased form or the lemma. Phrases are split at spaces
/// and hyphens, and hyphen tokens of the text are passed over: "hostage taker" finds "hostage-takers". A token that keeps its
/// hyphen counts as its parts: "anti-balaka" is one token and two words of a phrase.
/// </remarks>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>How many phrases it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a phrase. Of phrases with the same words the first added wins.</summary>
    public void Add(string phrase, T value)
    {
        var words = phrase.Split([' ', '-', '‑'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return;
        var key = words[0].ToLowerInvariant();
        if (!_byFirstWord.TryGetValue(key, out var phrases)) _byFirstWord.Add(key, phrases = []);
        var at = phrases.FindIndex(other => other.Words.Length < words.Length);
        phrases.Insert(at < 0 ? phrases.Count : at, (words, value));
        Count++;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <param name="document">The document, with lemmas.</param>
    /// <param name="token">Where the phrase must begin.</param>
    /// <param name="value">What the phrase stands for.</param>
    /// <param name="tokens">The tokens it covers.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFindAt(Document document, int token, out T value, out TokenRange tokens) => TryFindAt(document, token, int.MaxValue, out value, out tokens);

    /// <summary>The longest phrase of at most <paramref name="mostWords"/> words that begins at a token.</summary>
    public bool TryFindAt(Document document, int token, int mostWords, out T value, out TokenRange tokens)
    {
        if (TryFind(document, token, document.Lowers[token], mostWords, out value, out tokens)) return true;
        if (InnerHyphen(document.Lowers[token]) is > 0 and var hyphen && TryFind(document, token, document.Lowers[token].AsSpan(0, hyphen), mostWords, out value, out tokens)) return true;
        var lemma = document.Lemmas[token];
        return !string.Equals(lemma, document.Lowers[token], StringComparison.Ordinal)
            && TryFind(document, token, lemma.ToLowerInvariant(), mostWords, out value, out tokens);
    }

    /// <summary>Every phrase of the document, left to right, without overlap.</summary>
    public IEnumerable<(TokenRange Tokens, T Value)> FindAll(Document document)
    {
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (!TryFindAt(document, token, out var value, out var tokens)) continue;
            yield return (tokens, value);
            token = tokens.Last;
        }
    }

    private bool TryFind(Document document, int token, ReadOnlySpan<char> key, int mostWords, out T value, out TokenRange tokens)
    {
        if (_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var phrases))
        {
            foreach (var (words, candidate) in phrases)
            {
                if (words.Length > mostWords || End(document, token, words) is not { } end) continue;
                value = candidate;
                tokens = new TokenRange(token, end);
                return true;
            }
        }

        value = default!;
        tokens = default;
        return false;
    }

    private static int? End(Document document, int token, string[] words)
    {
        var sentenceEnd = document.SentenceRanges[document.SentenceOf[token]].End;
        for (var at = 0; at < words.Length; token++)
        {
            if (token < sentenceEnd && token > 0 && document.Spans[token].Length == 1 && IsHyphen(document.Text[document.Spans[token].Start])) token++;
            if (token >= sentenceEnd) return null;
            var taken = WordsTaken(document, token, words.AsSpan(at));
            if (taken == 0) return null;
            at += taken;
        }

        return token;
    }

    /// <summary>How many of the words a token stands for: one, or as many as a token with hyphens has parts; 0 when it is another word.</summary>
    private static int WordsTaken(Document document, int token, ReadOnlySpan<string> words)
    {
        if (InnerHyphen(document.Lowers[token]) <= 0) return Matches(document, token, words[0]) ? 1 : 0;
        var taken = 0;
        foreach (var part in document[token].Form.SplitAny('-', '‑'))
        {
            var form = document[token].Form[part];
            if (taken == words.Length || !form.Equals(words[taken], Comparison(document, words[taken]))) return 0;
            taken++;
        }

        return taken;
    }

    private static int InnerHyphen(string word) => word.Length < 3 ? -1 : word.AsSpan().IndexOfAny('-', '‑');

    private static bool IsHyphen(char c) => c is '-' or '‑';

    private static StringComparison Comparison(Document document, string word) =>
        word.AsSpan().ContainsAnyInRange('A', 'Z') && !document.Article.AllCapitals ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool Matches(Document document, int token, string word)
    {
        if (Comparison(document, word) == StringComparison.Ordinal) return document[token].Form.SequenceEqual(word);
        return string.Equals(document.Lowers[token], word, StringComparison.OrdinalIgnoreCase)
            || string.Equals(document.Lemmas[token], word, StringComparison.OrdinalIgnoreCase);
    }
}
