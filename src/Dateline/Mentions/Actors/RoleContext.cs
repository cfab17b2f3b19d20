using Dateline.Language;

namespace Dateline.Mentions.Actors;

/// <summary>Gives a role that every country has ("police", "interior ministry") its country and the whole of its name.</summary>
internal sealed class RoleContext(ActorList actors, CountryWords countries)
{
    private const int MostModifiers = 3;
    private const int MostNameParts = 3;
    private const string By = "actors/role";

    /// <param name="document">The document.</param>
    /// <param name="words">The words of the role itself.</param>
    /// <param name="alias">The role.</param>
    /// <param name="free">First token that no earlier mention covers.</param>
    /// <param name="mentions">What was found before; places, when there are any, give countries too.</param>
    /// <returns>Null when the wording needs a country and none stands before it.</returns>
    public ActorMention? Mention(Document document, TokenRange words, ActorAlias alias, int free, MentionLayer mentions)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[words.First]];
        var floor = Math.Max(sentence.First, free);
        var first = words.First;
        var country = Before(document, ref first, floor);
        var end = words.End;
        if (country is null && alias.Has(AliasUse.Local)) first = NameStart(document, words, floor);
        if (country is null && first > sentence.First) country = PlaceCountry(mentions, first == words.First ? first - 1 : first);
        country ??= first < words.First ? PlaceCountry(mentions, first) : null;
        country ??= After(document, ref end, sentence.End);
        if (country is null && alias.Has(AliasUse.WithCountry)) return null;
        return ActorFinder.Create(document, new TokenRange(first, end), alias.Actor, country ?? alias.Actor.Country, By);
    }

    /// <summary>"Russian federal" or "Egypt's" before the role.</summary>
    private string? Before(Document document, ref int first, int floor)
    {
        var at = first - 1;
        for (var skipped = 0; at >= floor && skipped < MostModifiers; skipped++)
        {
            if (!actors.Modifiers.Contains(document.Lowers[at])) break;
            at--;
        }

        if (at > floor && document.Lowers[at] is "'s" or "’s" or "'" or "’" or "s'" or "-") at--;
        if (at < floor || countries.EndingAt(document, at, out var name) is not { } country || name.First < floor) return null;
        first = name.First;
        return country;
    }

    /// <summary>"the government of Sudan", "Ministry of Health of Peru".</summary>
    private string? After(Document document, ref int end, int sentenceEnd)
    {
        var at = end;
        if (at >= sentenceEnd || document.Lowers[at] is not "of") return null;
        at++;
        if (at < sentenceEnd && document.Lowers[at] == "the") at++;
        if (at >= sentenceEnd || countries.NameAt(document, at, out var name) is not { } country) return null;
        end = name.End;
        return country;
    }

    /// <summary>Where a local body's name begins: "El Paso" of "El Paso police".</summary>
    private int NameStart(Document document, TokenRange words, int floor)
    {
        if (document.Article.AllCapitals) return words.First;
        var first = words.First;
        while (first > floor && words.First - first < MostNameParts && IsNamePart(document, first - 1)) first--;
        return first;
    }

    private bool IsNamePart(Document document, int token)
    {
        if (!document[token].IsCapitalised || actors.NoNamePart.Contains(document.Lowers[token])) return false;
        if (document.Upos[token] == Upos.PROPN) return true;
        var isSentenceStart = token == document.SentenceRanges[document.SentenceOf[token]].First;
        return document.Xpos[token].Length == 0 && (!isSentenceStart || document.SentenceOf[token] == 0);
    }

    // By halves, as an article may hold very many places and roles.
    private static string? PlaceCountry(MentionLayer mentions, int token)
    {
        int low = 0, high = mentions.Places.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions.Places[middle].Tokens.End > token) high = middle;
            else low = middle + 1;
        }

        return low < mentions.Places.Count && mentions.Places[low].Tokens.Contains(token) ? mentions.Places[low].Place?.Country : null;
    }
}
