using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;
using NodaTime;

namespace Dateline.Tests.Mentions;

/// <summary>Documents for tests of finders that need words only: split at spaces, punctuation and hyphens, as the real tokeniser does for plain text.</summary>
internal static class PlainWords
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mr", "mrs", "dr", "st", "jr", "lt", "col", "gen", "capt", "sgt", "no", "u.s", "u.n", "a.m", "p.m",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "inc", "corp", "co", "ltd", "gov", "sen", "rep", "b.c",
    };

    public static Document Document(string text, LocalDate? published = null, ArticleDateline? dateline = null)
    {
        var report = new Report("test", text);
        return Document(new Article { Report = report, Text = text, Body = new TextSpan(0, text.Length), Published = published, Dateline = dateline });
    }

    public static Document Document(Article article)
    {
        var text = article.Text;
        var tokens = new List<TextSpan>();
        var sentences = new List<TokenRange>();
        var first = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                var lines = 0;
                for (; i < text.Length && char.IsWhiteSpace(text[i]); i++) lines += text[i] == '\n' ? 1 : 0;
                if (lines >= 2) Close();
                continue;
            }

            var end = WordEnd(text, i);
            tokens.Add(new TextSpan(i, end));
            i = end;
            if (text[end - 1] is '.' or '!' or '?' && tokens[^1].Length == 1) Close();
        }

        Close();
        return new Document(article, [.. tokens], [.. sentences]);

        void Close()
        {
            if (tokens.Count > first) sentences.Add(new TokenRange(first, tokens.Count));
            first = tokens.Count;
        }
    }

    private static int WordEnd(string text, int start)
    {
        var i = start;
        if (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && i > 0 && char.IsLetterOrDigit(text[i - 1]))
        {
            for (i++; i < text.Length && char.IsLetter(text[i]); i++) { }
            return i;
        }

        if (text[i] is '\'' or '’' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
        {
            for (i++; i < text.Length && char.IsLetterOrDigit(text[i]); i++) { }
            return i;
        }

        if (!char.IsLetterOrDigit(text[i])) return start + 1;
        if (char.IsAsciiDigit(text[i]))
        {
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '.' or ',' or ':' or '/' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) i++;
            return IsoDate(text, start) ?? i;
        }

        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && i - start <= 3))) i++;
        return i < text.Length && text[i] == '.' && Abbreviations.Contains(text[start..i].ToLowerInvariant()) ? i + 1 : i;
    }

    private static int? IsoDate(string text, int start) =>
        start + 10 <= text.Length && text[start + 4] == '-' && text[start + 7] == '-' && char.IsAsciiDigit(text[start + 9]) ? start + 10 : null;
}
