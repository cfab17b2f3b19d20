using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Counts;

/// <summary>Finds phrases that state how many people or things: "at least 144 people", "hundreds more", "no casualties", "a police officer".</summary>
/// <remarks>Numbers inside a time expression are no counts, so times are found first. Tags, where they are filled, help to find the counted noun.</remarks>
public sealed class CountFinder : IMentionFinder
{
    /// <summary><see cref="Mention.By"/> of a lone person: "a man", "the driver".</summary>
    public const string Singular = "counts/singular";

    private readonly CountLexicon _lexicon;
    private readonly CountPhrase _phrase;

    private CountFinder(CountLexicon lexicon) => (_lexicon, _phrase) = (lexicon, new CountPhrase(lexicon));

    public string Name => "counts 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens, Layer.Times];

    public Layer Gives => Layer.Counts;

    /// <summary>Loads the lexicons.</summary>
    /// <exception cref="DataException">A lexicon is missing or broken.</exception>
    public static CountFinder Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new CountFinder(CountLexicon.Load(folder));
    }

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var ids = _lexicon.Words.Ids(document);
        var barred = TimesAndDateline(document, mentions);
        CountMention? previous = null;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (barred[token]) continue;
            if (ids[token] < 0 && !_lexicon.Numbers.MayBegin(document.Lowers[token])) continue;
            if (_phrase.At(document, ids, barred, token) is not { } count) continue;
            // "including four women and two children": what is joined to a part is a part.
            if (!count.IsPart && previous is { IsPart: true } && previous.By == "counts/part" && JoinsOn(document, previous, count)) count = count with { IsPart = true, By = "counts/part" };
            mentions.Counts.Add(count);
            previous = count;
            token = count.Tokens.Last;
        }
    }

    private static bool[] TimesAndDateline(Document document, MentionLayer mentions)
    {
        var barred = new bool[document.TokenCount];
        foreach (var time in mentions.Times) barred.AsSpan(time.Tokens.First, time.Tokens.Count).Fill(true);
        if (document.Article.Dateline is { } dateline && document.TokensIn(dateline.Span) is { Count: > 0 } head) barred.AsSpan(head.First, head.Count).Fill(true);
        return barred;
    }

    private static bool JoinsOn(Document document, CountMention part, CountMention next)
    {
        if (document.SentenceOf[part.Tokens.First] != document.SentenceOf[next.Tokens.First] || next.Tokens.First - part.Tokens.End is < 1 or > 3) return false;
        for (var i = part.Tokens.End; i < next.Tokens.First; i++)
        {
            if (document.Lowers[i] is not ("," or "and" or "&")) return false;
        }

        return true;
    }
}
