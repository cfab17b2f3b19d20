namespace Dateline.Language;

/// <summary>Parses sentences with short brackets as if the brackets were not there: "the Islamic State (IS) hostage-takers".</summary>
/// <remarks>
/// An acronym, a unit or a party in brackets stands in the middle of a noun phrase, and a parser trained on other text breaks the
/// phrase there. The bracketed words are hung on the word before them as an apposition afterwards.
/// </remarks>
internal static class BracketParsing
{
    /// <summary>Longer brackets are parsed with their sentence, in tokens between the marks.</summary>
    private const int Longest = 3;

    /// <summary>Parses a document; sentences without short brackets go to the parser as they are.</summary>
    public static void Parse(Document document, Action<Document> parse)
    {
        var hidden = Hidden(document);
        parse(document);
        if (hidden.Count == 0) return;
        foreach (var sentence in hidden.Select(range => document.SentenceOf[range.First]).Distinct())
        {
            Reparse(document, document.SentenceRanges[sentence], [.. hidden.Where(range => document.SentenceOf[range.First] == sentence)], parse);
        }
    }

    private static List<TokenRange> Hidden(Document document)
    {
        var found = new List<TokenRange>();
        for (var open = 1; open < document.TokenCount; open++)
        {
            if (Mark(document, open) is not ('(' or '[')) continue;
            var sentence = document.SentenceRanges[document.SentenceOf[open]];
            for (var close = open + 2; close <= Math.Min(open + 1 + Longest, sentence.Last); close++)
            {
                if (Mark(document, close) is not (')' or ']')) continue;
                if (open > sentence.First) found.Add(new TokenRange(open, close + 1));
                break;
            }
        }

        return found;
    }

    private static void Reparse(Document document, TokenRange sentence, List<TokenRange> hidden, Action<Document> parse)
    {
        var kept = Enumerable.Range(sentence.First, sentence.Count).Where(token => !hidden.Exists(range => range.Contains(token))).ToArray();
        if (kept.Length == 0) return;
        var shorter = new Document(document.Article, [.. kept.Select(token => document.Spans[token])], [new TokenRange(0, kept.Length)]);
        for (var i = 0; i < kept.Length; i++)
        {
            shorter.Upos[i] = document.Upos[kept[i]];
            shorter.Xpos[i] = document.Xpos[kept[i]];
            shorter.Lemmas[i] = document.Lemmas[kept[i]];
        }

        parse(shorter);
        for (var i = 0; i < kept.Length; i++)
        {
            document.Heads[kept[i]] = shorter.Heads[i] < 0 ? -1 : kept[shorter.Heads[i]];
            document.Relations[kept[i]] = shorter.Relations[i];
        }

        foreach (var range in hidden)
        {
            var word = range.First + 1;
            for (var token = range.First; token < range.End; token++)
            {
                document.Heads[token] = token == word ? range.First - 1 : word;
                document.Relations[token] = token == word ? Relation.Appos : Mark(document, token) is '(' or ')' or '[' or ']' ? Relation.Punct : Relation.Flat;
            }
        }

        // A bracket behind a bracket hangs on the word before both.
        foreach (var range in hidden)
        {
            var word = range.First + 1;
            while (hidden.Exists(other => other.Contains(document.Heads[word]) && other != range)) document.Heads[word] = hidden.Find(other => other.Contains(document.Heads[word])).First - 1;
        }
    }

    private static char Mark(Document document, int token) => document.Spans[token].Length == 1 ? document.Text[document.Spans[token].Start] : '\0';
}
