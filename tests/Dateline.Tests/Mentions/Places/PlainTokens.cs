using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Tests.Mentions.Places;

/// <summary>A tokeniser for tests of places alone: words, numbers and marks; sentences end at a full stop before a capital.</summary>
internal static class PlainTokens
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "St", "Mt", "Ft", "Mr", "Mrs", "Ms", "Dr", "Gen", "Gov", "Sen", "Rep", "Sgt", "Lt", "Col", "Capt", "Maj", "Rev", "Ave", "Blvd", "Rd", "No", "Jr", "Sr", "Co", "Inc", "Corp",
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "Ont", "Que",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
    };

    public static Document Document(string text, bool allCapitals = false) => Document(new Article
    {
        Report = new Report("-", text),
        Text = text,
        Body = new TextSpan(0, text.Length),
        AllCapitals = allCapitals,
    });

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
                i++;
                continue;
            }

            var end = i + 1;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]) && text[end] is '-' or '.' or '\'' or '’' or ',' && Joins(text, end)))) end++;
                if (end < text.Length && text[end] == '.' && (Abbreviations.Contains(text[i..end]) || end - i == 1 || text[i..end].Contains('.', StringComparison.Ordinal))) end++;
            }

            tokens.Add(new TextSpan(i, end));
            var ends = text[end - 1] is '.' or '!' or '?' && (end - i == 1 || NextIsNewSentence(text, end));
            if (ends && NextIsCapital(text, end))
            {
                sentences.Add(new TokenRange(first, tokens.Count));
                first = tokens.Count;
            }

            i = end;
        }

        if (first < tokens.Count) sentences.Add(new TokenRange(first, tokens.Count));
        return new Document(article, [.. tokens], [.. sentences]);
    }

    private static bool Joins(string text, int at) => text[at] is not ',' || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));

    private static bool NextIsNewSentence(string text, int at) => at + 4 < text.Length && text[at] == ' ' && text[(at + 1)..(at + 5)] is "The " or "But " or "They" or "When";

    private static bool NextIsCapital(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '”' or '“')) at++;
        return at >= text.Length || char.IsUpper(text[at]) || char.IsDigit(text[at]);
    }
}
