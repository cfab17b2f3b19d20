namespace Dateline.Language;

/// <summary>Mends tags that news spelling misleads: an acronym in capitals is a name even where a verb or pronoun is spelt like it, and a word printed as a name is one all over an article.</summary>
/// <remarks>"IS" in "the Islamic State (IS) hostage-takers" is no verb, "US" in "US forces" no pronoun. Texts in capitals come here recased.</remarks>
internal sealed class TagRepair(Recasing recasing)
{
    public void Mend(Document document)
    {
        Dictionary<string, int>? doubtful = null;
        foreach (var sentence in document.SentenceRanges)
        {
            MendAcronyms(document, sentence);
            if (!IsRunning(document, sentence)) continue;
            for (var token = sentence.First + 1; token < sentence.End; token++)
            {
                if (document.Upos[token] != Upos.NOUN || !IsCapitalised(document[token].Form)) continue;
                if (recasing.Truecaser.Known(document[token].Form) == WordCase.Capital) MakeName(document, token);
                else Count(doubtful ??= new Dictionary<string, int>(StringComparer.Ordinal), document, token, -1);
            }
        }

        if (doubtful is not null) MendLikeOthers(document, doubtful);
    }

    /// <summary>"the Coalition" is a name where the article has it as one at least as often.</summary>
    /// <param name="document">The document.</param>
    /// <param name="balance">Capitalised words that are tagged as nouns, and minus how often.</param>
    private static void MendLikeOthers(Document document, Dictionary<string, int> balance)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var sentence in document.SentenceRanges)
            {
                if (!IsRunning(document, sentence)) continue;
                for (var token = sentence.First + 1; token < sentence.End; token++)
                {
                    if (!IsCapitalised(document[token].Form)) continue;
                    if (round == 0 && document.Upos[token] == Upos.PROPN) Count(balance, document, token, 1);
                    else if (round == 1 && document.Upos[token] == Upos.NOUN && balance.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(document[token].Form, out var more) && more >= 0) MakeName(document, token);
                }
            }
        }
    }

    private static void Count(Dictionary<string, int> balance, Document document, int token, int step)
    {
        var lookup = balance.GetAlternateLookup<ReadOnlySpan<char>>();
        var known = lookup.TryGetValue(document[token].Form, out var count);
        if (known || step < 0) lookup[document[token].Form] = count + step;
    }

    private static void MakeName(Document document, int token)
    {
        document.Upos[token] = Upos.PROPN;
        document.Xpos[token] = document.Xpos[token] == "NNS" ? "NNPS" : "NNP";
    }

    private void MendAcronyms(Document document, TokenRange sentence)
    {
        // A shouted sentence says nothing by its capitals.
        if (Recasing.IsInCapitals(document, sentence)) return;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Upos[token] is Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.PUNCT or Upos.SYM || !IsInitials(document[token].Form)) continue;
            if (document.Upos[token] is Upos.ADJ or Upos.VERB or Upos.X || recasing.IsAcronym(document[token].Form)) MakeName(document, token);
        }
    }

    private static bool IsInitials(ReadOnlySpan<char> form) => form.Length is >= 2 and <= 6 && !form.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>A capital and small letters behind it.</summary>
    private static bool IsCapitalised(ReadOnlySpan<char> form) =>
        form.Length > 1 && char.IsUpper(form[0]) && char.IsLower(form[1]) && !form.Contains('.');

    /// <summary>Whether a capital says something: not in a headline, where most longer words have one.</summary>
    private static bool IsRunning(Document document, TokenRange sentence)
    {
        int words = 0, capitals = 0;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            var form = document[token].Form;
            if (form.Length < 4 || !char.IsLetter(form[0])) continue;
            words++;
            if (char.IsUpper(form[0])) capitals++;
        }

        return words < 3 || capitals * 10 < words * 8;
    }
}
