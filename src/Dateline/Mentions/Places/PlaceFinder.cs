using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Places;

/// <summary>Finds the places that an article names and puts them on the map.</summary>
/// <remarks>
/// Names come from the gazetteer and the hand-written files of data/gazetteer; <see cref="PlaceEvidence"/> leaves out people
/// and institutions, <see cref="PlaceResolver"/> chooses among places of one name, <see cref="FacilityFinder"/> adds buildings
/// and streets, which lie where the place that contains them lies.
/// </remarks>
public sealed class PlaceFinder : IMentionFinder
{
    private readonly PlaceNames _names;
    private readonly NameScanner _scanner;
    private readonly PlaceContext _context;
    private readonly PlaceEvidence _evidence;
    private readonly FacilityFinder _facilities;

    private PlaceFinder(PlaceNames names, PlaceWords words)
    {
        _names = names;
        _scanner = new NameScanner(names, words);
        _context = new PlaceContext(words);
        _evidence = new PlaceEvidence(words, _scanner);
        _facilities = new FacilityFinder(names, words);
    }

    public string Name => "places 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens, Layer.Tags];

    public Layer Gives => Layer.Places;

    /// <summary>Loads data/gazetteer.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static PlaceFinder Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var words = PlaceWords.Load(folder);
        return new PlaceFinder(PlaceNames.Load(folder, words), words);
    }

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var text = new PlaceText(document);
        var found = _scanner.Scan(text);
        found.RemoveAll(name => name.Candidates.Count == 0);
        _context.ReadKinds(text, found);
        PlaceContext.ReadContainers(text, found);
        Weigh(text, found);
        var kept = found.Where(name => name.Support >= PlaceEvidence.Enough).ToList();
        PlaceResolver.Resolve(kept, Home(document));
        var facilities = _facilities.Find(text, kept);
        foreach (var name in kept) Add(text, name, mentions);
        foreach (var facility in facilities) mentions.Places.Add(facility);
    }

    private void Weigh(PlaceText text, List<PlaceName> found)
    {
        var surnames = _evidence.Surnames(text);
        var lowerCase = PlaceEvidence.LowerCaseWords(text, found);
        foreach (var name in found)
        {
            var relation = _context.Relation(text, name.First);
            name.Relation = relation ?? PlaceRelation.At;
            _evidence.Weigh(text, name, relation, surnames, lowerCase);
            name.IsModifier = name.IsDemonym || name.IsEmbedded || (relation is null && _context.Qualifies(text, name)) || _context.Qualifies(text, name);
        }

        // A name that is a place beyond doubt once is a likelier place elsewhere in the article.
        var sure = found.Where(name => name.Support >= 4).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in found)
        {
            if (name.Support < PlaceEvidence.Enough && name.Support > -1.5 && sure.Contains(name.Key)) name.Support += 2.5;
        }
    }

    private static void Add(PlaceText text, PlaceName name, MentionLayer mentions)
    {
        var span = text.Span(name.First, name.End);
        mentions.Places.Add(new Toponym(text.Tokens(name.First, name.End), span, name.IsEmbedded ? "places/embedded" : name.By)
        {
            Place = name.Made ?? name.Best.ToPlace(),
            Relation = name.Relation,
            IsModifier = name.IsModifier,
            InDateline = text.Document.Article.Dateline is { } head && head.PlaceSpan.Overlaps(span),
        });
    }

    /// <summary>The country of the article's dateline or outlet; null when neither says.</summary>
    private string? Home(Document document)
    {
        if (document.Article.Dateline is { } head && _names.Find(head.Place.Split(',')[0]) is [var place, ..]) return place.Country;
        return null;
    }
}
