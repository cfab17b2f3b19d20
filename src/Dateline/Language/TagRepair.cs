namespace Dateline.Language;

/// <summary>Mends tags that news spelling misleads: an acronym in capitals is a name even where a verb or pronoun is spelt like it.</summary>
/// <remarks>"IS" in "the Islamic State (IS) hostage-takers" is no verb, "US" in "US forces" no pronoun. Nothing is mended in texts set in capitals.</remarks>
internal static class TagRepair
{
    public static void Mend(Document document)
    {
        if (document.Article.AllCapitals) return;
        foreach (var sentence in document.SentenceRanges)
        {
            if (IsInCapitals(document, sentence)) continue;
            for (var token = sentence.First; token < sentence.End; token++)
            {
                if (document.Upos[token] is Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.PUNCT or Upos.SYM || !IsAcronym(document[token].Form)) continue;
                document.Upos[token] = Upos.PROPN;
                document.Xpos[token] = "NNP";
            }
        }
    }

    private static bool IsAcronym(ReadOnlySpan<char> form) => form.Length is >= 2 and <= 6 && !form.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>A shouted sentence says nothing by its capitals.</summary>
    private static bool IsInCapitals(Document document, TokenRange sentence)
    {
        int words = 0, capitals = 0;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            var form = document[token].Form;
            if (form.Length < 2 || !char.IsLetter(form[0])) continue;
            words++;
            if (IsAcronym(form) || !form.ContainsAnyInRange('a', 'z')) capitals++;
        }

        return capitals * 2 > words;
    }
}
