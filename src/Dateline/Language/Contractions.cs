namespace Dateline.Language;

/// <summary>Which neighbouring tokens are printed as one, as UD English counts them: "don't" is do and n't, "company's" company and 's, "cannot" can and not.</summary>
public static class Contractions
{
    /// <summary>Whether a token is written onto the one before and, in UD's terms, is a word of the same token.</summary>
    public static bool Joins(Document document, int token)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (token == 0 || document.Spans[token - 1].End != document.Spans[token].Start || document.SentenceOf[token] != document.SentenceOf[token - 1]) return false;
        var form = document[token].Form;
        var before = document[token - 1].Form;
        if (!char.IsLetterOrDigit(before[^1]) && !Tokenizer.IsApostrophe(before[^1]) && before[^1] is not ('.' or '$' or '%')) return false;
        if (Tokenizer.IsApostrophe(form[0]))
        {
            // A bare apostrophe is the genitive of a plural only where it is tagged so; else it is a quote.
            return form.Length == 1 ? document.Upos[token] == Upos.PART : char.IsLetter(form[1]);
        }

        // Two runs of letters side by side are only ever the pieces of one word: n't, not, na, ta.
        return char.IsLetter(form[0]) && char.IsLetter(before[^1]);
    }

    /// <summary>Where the printed tokens stand: contractions whole.</summary>
    public static IReadOnlyList<TextSpan> TokenSpans(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var spans = new List<TextSpan>(document.TokenCount);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (Joins(document, token)) spans[^1] = new TextSpan(spans[^1].Start, document.Spans[token].End);
            else spans.Add(document.Spans[token]);
        }

        return spans;
    }
}
