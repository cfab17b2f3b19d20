using Dateline.Language;

namespace Dateline.Mentions.Actors;

/// <summary>Finds the actors of the list, longest wording first, and gives roles such as "police" their country.</summary>
/// <remarks>
/// A wording followed by an acronym in brackets defines that acronym for the rest of the article: "Self-Defence Forces (SDF)".
/// Where places were found before, a place name before a role gives the country as well: "Columbus Police Department".
/// </remarks>
public sealed class ActorFinder(ActorList actors, CountryWords countries) : IMentionFinder
{
    private const string By = "actors/list";
    private const int LongestAcronym = 10;
    private readonly RoleContext _roles = new(actors, countries);

    public string Name => "actors 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens];

    public Layer Gives => Layer.Actors;

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var defined = new Dictionary<string, (Actor Actor, string? Country)>(StringComparer.Ordinal);
        var free = 0;
        for (var token = 0; token < document.TokenCount;)
        {
            var mention = Defined(document, token, defined) ?? Listed(document, token, free, mentions);
            if (mention is null)
            {
                token++;
                continue;
            }

            mentions.Actors.Add(mention);
            token = free = mention.Tokens.End;
            Define(document, mention, defined);
        }
    }

    private ActorMention? Listed(Document document, int token, int free, MentionLayer mentions)
    {
        if (!actors.Names.TryFindAt(document, token, out var alias, out var words)) return null;
        if (!ActorContext.Allows(actors, document, words, alias)) return null;
        if (alias.Actor.IsGeneric) return _roles.Mention(document, words, alias, free, mentions);
        return Create(document, WithSuffix(document, words, alias.Actor.Kind), alias.Actor, alias.Actor.Country, By);
    }

    /// <summary>Takes in the nouns that belong to the name: "Interfax news agency", "Islamic State group".</summary>
    private TokenRange WithSuffix(Document document, TokenRange words, ActorKind kind)
    {
        if (!actors.Suffixes.TryGetValue(kind, out var suffixes)) return words;
        var sentenceEnd = document.SentenceRanges[document.SentenceOf[words.First]].End;
        var end = words.End;
        while (end < sentenceEnd && end < words.End + 3 && suffixes.Contains(document.Lowers[end])) end++;
        return new TokenRange(words.First, end);
    }

    private static ActorMention? Defined(Document document, int token, Dictionary<string, (Actor Actor, string? Country)> defined)
    {
        if (defined.Count == 0 || document.Spans[token].Length > LongestAcronym) return null;
        return defined.TryGetValue(document[token].ToString(), out var meant)
            ? Create(document, new TokenRange(token, token + 1), meant.Actor, meant.Country, "actors/acronym")
            : null;
    }

    private static void Define(Document document, ActorMention mention, Dictionary<string, (Actor Actor, string? Country)> defined)
    {
        var at = mention.Tokens.End;
        if (at + 2 >= document.TokenCount || mention.Tokens.Count < 2) return;
        if (document[at].Form is not ("(" or "[") || document[at + 2].Form is not (")" or "]")) return;
        var acronym = document[at + 1].Form;
        if (acronym.Length is < 2 or > LongestAcronym || document.Article.AllCapitals) return;
        foreach (var c in acronym)
        {
            if (!char.IsUpper(c) && !char.IsDigit(c) && c is not ('.' or '&' or '/')) return;
        }

        defined[acronym.ToString()] = (mention.Actor, mention.Country);
    }

    internal static ActorMention Create(Document document, TokenRange tokens, Actor actor, string? country, string by) =>
        new(tokens, document.SpanOf(tokens), by) { Actor = actor, Country = country };
}
