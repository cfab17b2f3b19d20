using Dateline.Language;

namespace Dateline.Mentions;

/// <summary>Looks up phrases of one or more words in a document, longest first.</summary>
/// <remarks>
/// A phrase word with an upper-case letter matches the printed form in that case ("IS" the group against "is"), or any case in
/// wire copy in capitals; a phrase word in lower case matches the lower-cased form or the lemma. Phrases are split at spaces
/// and hyphens, and hyphen tokens of the text are passed over: "hostage taker" finds "hostage-takers".
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

    private bool TryFind(Document document, int token, string key, int mostWords, out T value, out TokenRange tokens)
    {
        if (_byFirstWord.TryGetValue(key, out var phrases))
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
        foreach (var word in words)
        {
            if (token < sentenceEnd && token > 0 && document.Text[document.Spans[token].Start] is '-' or '‑' && document.Spans[token].Length == 1) token++;
            if (token >= sentenceEnd || !Matches(document, token, word)) return null;
            token++;
        }

        return token;
    }

    private static bool Matches(Document document, int token, string word)
    {
        var hasUpper = word.AsSpan().ContainsAnyInRange('A', 'Z');
        if (hasUpper && !document.Article.AllCapitals) return document[token].Form.SequenceEqual(word);
        return string.Equals(document.Lowers[token], word, StringComparison.OrdinalIgnoreCase)
            || string.Equals(document.Lemmas[token], word, StringComparison.OrdinalIgnoreCase);
    }
}
