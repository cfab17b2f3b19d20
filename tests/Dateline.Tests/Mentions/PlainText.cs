using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Tests.Mentions;

/// <summary>Splits words from punctuation so that finders can be tested without the language layer. Lemmas lose a plural s only.</summary>
internal static class PlainText
{
    public static Document Read(string text, bool capitals = false)
    {
        var spans = Split(text);
        var sentences = Sentences(text, spans);
        var article = new Article
        {
            Report = TestReport(text),
            Text = text,
            Body = new TextSpan(0, text.Length),
            AllCapitals = capitals,
        };
        var document = new Document(article, [.. spans], [.. sentences]);
        for (var i = 0; i < spans.Count; i++) document.Lemmas[i] = Lemma(document.Lowers[i]);
        return document;
    }

    public static Document ReadPhrase(string phrase, bool plural)
    {
        var document = Read(phrase);
        for (var i = 0; i < document.TokenCount; i++) document.Lemmas[i] = document.Lowers[i];
        if (plural && document.TokenCount > 0) document.Xpos[^1] = "NNS";
        return document;
    }

    private static Report TestReport(string text) => new("test", text);

    private static List<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && IsInWord(text, at, end)) end++;
            if (end == at) end++;
            spans.Add(new TextSpan(at, end));
            at = end;
        }

        return spans;
    }

    private static bool IsInWord(string text, int start, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return true;
        if (c is '\'' or '’') return at + 1 < text.Length && (at == start ? text[at + 1] == 's' : char.IsLetter(text[at + 1]) && !IsPossessive(text, at));
        return c is '.' && at > start && at - start <= 4 && char.IsUpper(text[at - 1]) && (at - start == 1 || text[at - 2] == '.');
    }

    private static bool IsPossessive(string text, int at) =>
        text[at + 1] == 's' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static List<TokenRange> Sentences(string text, List<TextSpan> spans)
    {
        var sentences = new List<TokenRange>();
        var first = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            if (i + 1 < spans.Count && !(spans[i].Length == 1 && text[spans[i].Start] is '.' or '!' or '?')) continue;
            sentences.Add(new TokenRange(first, i + 1));
            first = i + 1;
        }

        return sentences;
    }

    private static string Lemma(string lower) => lower switch
    {
        "knives" => "knife",
        "was" or "were" or "is" => "be",
        { Length: > 3 } when lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) => lower[..^1],
        _ => lower,
    };
}
