using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Actors;

/// <summary>Country names and adjectives, read as the ISO 3166-1 alpha-2 code they mean (data/en/lexicons/demonyms.yaml).</summary>
public sealed class CountryWords
{
    private const int LongestName = 6;
    private readonly PhraseTable<(string Code, bool IsName)> _words = new();

    private CountryWords(KnowledgeNode file)
    {
        foreach (var (code, country) in file["countries"]?.Entries ?? [])
        {
            country.AllowKeys("names", "adjectives", "people");
            foreach (var name in country.TextsOf("names")) _words.Add(PhraseWording.Of(name).First(), (code, true));
            foreach (var word in country.TextsOf("adjectives").Concat(country.TextsOf("people"))) _words.Add(word, (code, false));
            Count++;
        }
    }

    /// <summary>How many countries it knows.</summary>
    public int Count { get; }

    public static CountryWords Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new CountryWords(folder.Read("en/lexicons/demonyms.yaml"));
    }

    /// <summary>The country named by the words that begin at a token; null when none is.</summary>
    public string? At(Document document, int token, out TokenRange words)
    {
        ArgumentNullException.ThrowIfNull(document);
        words = default;
        return token < document.TokenCount && _words.TryFindAt(document, token, out var country, out words) ? country.Code : null;
    }

    /// <summary>The country whose name, and not only an adjective, begins at a token; null when none does.</summary>
    public string? NameAt(Document document, int token, out TokenRange words)
    {
        ArgumentNullException.ThrowIfNull(document);
        words = default;
        return token < document.TokenCount && _words.TryFindAt(document, token, out var country, out words) && country.IsName ? country.Code : null;
    }

    /// <summary>The country named by the words that end at a token, in the same sentence; null when none is.</summary>
    public string? EndingAt(Document document, int token, out TokenRange words)
    {
        ArgumentNullException.ThrowIfNull(document);
        var first = document.SentenceRanges[document.SentenceOf[token]].First;
        for (var start = Math.Max(first, token - LongestName + 1); start <= token; start++)
        {
            if (At(document, start, out words) is { } country && words.Last == token) return country;
        }

        words = default;
        return null;
    }
}
