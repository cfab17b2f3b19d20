using Dateline.Language;
using Dateline.Mentions.Names;
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
    private readonly PlaceWords _words;
    private readonly NameScanner _scanner;
    private readonly PlaceContext _context;
    private readonly PlaceEvidence _evidence;
    private readonly FacilityFinder _facilities;
    private readonly FacilityPlacer _placer;
    private readonly UnlistedNames _unlisted;
    private readonly OutletHomes _outlets;
    private readonly NameTagger? _tagger;

    private PlaceFinder(PlaceNames names, PlaceWords words, OutletHomes outlets, NameFinder? tagged = null)
    {
        _names = names;
        _outlets = outlets;
        _words = words;
        _tagger = tagged?.Tagger;
        _scanner = new NameScanner(names, words);
        _context = new PlaceContext(words);
        _evidence = new PlaceEvidence(words, _scanner, tagged?.Table);
        _facilities = new FacilityFinder(words);
        _placer = new FacilityPlacer(names);
        _unlisted = new UnlistedNames(_context, words, tagged?.Table);
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
        var names = PlaceNames.Load(folder, words);
        return new PlaceFinder(names, words, OutletHomes.Load(folder, names));
    }

    /// <summary>The same finder with the tagger of the finder of names, whose labels are one more clue; they are kept for the finder of names.</summary>
    public PlaceFinder With(NameFinder tagged) => new(_names, _words, _outlets, tagged);

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var text = new PlaceText(document, _tagger is null ? null : mentions.NameLabels(_tagger));
        var found = _scanner.Scan(text);
        found.RemoveAll(name => name.Candidates.Count == 0);
        _context.ReadKinds(text, found);
        _context.ReadPluralKinds(text, found);
        for (var i = found.Count - 1; i > 0; i--)
        {
            // "Catawba River": the name took up the noun that a name of its own began with.
            if (found[i].First < found[i - 1].End) found.RemoveAt(i);
        }

        PlaceContext.ReadContainers(text, found);
        Weigh(text, found);
        var kept = found.Where(name => name.Support >= PlaceEvidence.Enough).ToList();
        for (var i = 0; i + 1 < kept.Count; i++)
        {
            if (!PlaceContext.InList(text, kept[i], kept[i + 1])) continue;
            kept[i].InListWith.Add(kept[i + 1]);
            kept[i + 1].InListWith.Add(kept[i]);
        }

        PlaceResolver.Resolve(kept, Outlet(document), Homes(text));
        foreach (var name in kept) name.IsModifier |= _context.Acts(text, name);
        var known = new KnownNames(text, kept);
        var scene = Scene(kept);
        foreach (var name in kept)
        {
            if (name.IsQuarter && !name.IsContained && scene is { Best.Kind: PlaceKind.City } && name.Best.DistanceTo(scene.Best) > 50) name.Quarter = _placer.Within(text.Document.TextOf(text.Span(name.First, name.End)), PlaceKind.District, scene.Best);
        }

        var facilities = _facilities.Find(text, known);
        foreach (var facility in facilities)
        {
            // A town inside a facility's name only qualifies it; a landmark that is the whole of it is a place of its own.
            foreach (var name in known.Between(facility.First, facility.End)) name.IsModifier |= name.First > facility.First || name.End < facility.End;
        }

        var all = new List<Toponym>(kept.Count + facilities.Count);
        for (var i = 0; i < kept.Count; i++) all.Add(AsToponym(text, kept[i]) with { Scene = RelativePlaces.Read(text, kept[i], i + 1 < kept.Count ? kept[i + 1] : null) });
        all.AddRange(facilities.Where(facility => known.At(facility.First) is not { } name || name.End < facility.End).Select(facility => Facility(text, facility, known, scene)));
        all.AddRange(Unlisted(text, [.. _unlisted.Find(text, known, facilities, Scanned(text, found))], known, scene));
        foreach (var toponym in all.OrderBy(toponym => toponym.Tokens.First).ThenByDescending(toponym => toponym.Tokens.End)) mentions.Places.Add(toponym);
    }

    private Toponym Facility(PlaceText text, FacilityName facility, KnownNames known, PlaceName? scene) =>
        new(text.Tokens(facility.First, facility.End), text.Span(facility.First, facility.End), "places/facility")
        {
            Place = _placer.Put(text, facility, known, scene),
            Relation = _context.Relation(text, facility.First) ?? PlaceRelation.At,
        };

    /// <summary>
    /// "The village of Solhan", "Tadaryat village": a place that no list has lies in the place that the text names behind it, there or where the
    /// article names it again; else in the place that the article is most about.
    /// </summary>
    private IEnumerable<Toponym> Unlisted(PlaceText text, IReadOnlyList<(int First, int End, PlaceKind Kind)> names, KnownNames known, PlaceName? scene)
    {
        var containers = new Dictionary<string, PlaceName>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (Container(text, name, known) is { } container) containers.TryAdd(text.Document.TextOf(text.Span(name.First, name.End)), container);
        }

        foreach (var (first, end, kind) in names)
        {
            var span = text.Span(first, end);
            var printed = text.Document.TextOf(span);
            yield return new Toponym(text.Tokens(first, end), span, "places/unlisted")
            {
                Place = _placer.Within(printed, kind, (containers.GetValueOrDefault(printed) ?? scene)?.Best),
                Relation = _context.Relation(text, first) ?? PlaceRelation.At,
            };
        }
    }

    private static PlaceName? Container(PlaceText text, (int First, int End, PlaceKind Kind) name, KnownNames known) =>
        known.Between(name.End, name.End + 6).FirstOrDefault(other => !other.IsDemonym && text[other.First].Sentence == text[name.First].Sentence && other.Best.Kind > name.Kind);

    /// <summary>The town or division that the article names most, its dateline first; a country when it names nothing smaller.</summary>
    private static PlaceName? Scene(List<PlaceName> kept)
    {
        PlaceName? best = null;
        double most = 0;
        foreach (var group in kept.Where(name => !name.IsDemonym && name.Relation is PlaceRelation.At or PlaceRelation.Near && name.Best.Kind is not PlaceKind.Continent).GroupBy(name => name.Best))
        {
            double score = group.Sum(name => name.IsModifier ? 0.5 : 1);
            score *= group.Key.Kind switch { PlaceKind.City or PlaceKind.District or PlaceKind.Facility => 2, PlaceKind.Admin2 => 1.6, PlaceKind.Admin1 => 1.2, PlaceKind.Country => 0.3, _ => 0.8 };
            if (score <= most) continue;
            most = score;
            best = group.First();
        }

        return best;
    }

    private static bool[] Scanned(PlaceText text, List<PlaceName> found)
    {
        var scanned = new bool[text.Count];
        foreach (var name in found) scanned.AsSpan(name.First, name.End - name.First).Fill(true);
        return scanned;
    }

    private void Weigh(PlaceText text, List<PlaceName> found)
    {
        var surnames = _evidence.Surnames(text);
        var lowerCase = PlaceEvidence.LowerCaseWords(text, found);
        foreach (var name in found)
        {
            var relation = _context.Relation(text, name.First);
            name.Relation = relation ?? PlaceRelation.At;
            name.HasRelation = relation is not null;
            var qualifies = _context.Qualifies(text, name);
            name.IsModifier |= qualifies;
            _evidence.Weigh(text, name, relation, qualifies, surnames, lowerCase);
            name.IsModifier = name.IsDemonym || name.IsEmbedded || qualifies;
        }

        // A small place is believed in an article that is about its country.
        var countries = found.Where(name => name.Support >= 2.5 && name.Candidates[0].Country is not null).Select(name => name.Candidates[0].Country!).ToHashSet(StringComparer.Ordinal);
        foreach (var name in found)
        {
            if (name.Support is > 0 and < PlaceEvidence.Enough && name.HasRelation && name.Candidates.Any(candidate => candidate.Country is { } country && countries.Contains(country))) name.Support += 0.8;
        }

        // A name that is a place beyond doubt once is a likelier place elsewhere in the article.
        var sure = found.Where(name => name.Support >= 2.2).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in found)
        {
            if (name.Support < PlaceEvidence.Enough && name.Support > -3 && sure.Contains(name.Key)) name.Support = PlaceEvidence.Enough;
        }
    }

    private static Toponym AsToponym(PlaceText text, PlaceName name)
    {
        var (span, tokens) = (text.Span(name.First, name.End), text.Tokens(name.First, name.End));
        if (name.HasDot)
        {
            span = new TextSpan(span.Start, span.End + 1);
            if (tokens.End < text.Document.TokenCount && text.Document.Spans[tokens.End].End == span.End) tokens = new TokenRange(tokens.First, tokens.End + 1);
        }

        return new Toponym(tokens, span, name.IsEmbedded ? "places/embedded" : name.By)
        {
            Place = name.Quarter ?? name.Best.ToPlace(),
            Relation = name.Relation,
            IsModifier = name.IsModifier,
            InDateline = text.Document.Article.Dateline is { } head && head.PlaceSpan.Overlaps(span),
        };
    }

    /// <summary>The outlet's town as a name that no words of the article hold: it speaks for the places around it. Null when unknown.</summary>
    private PlaceName? Outlet(Document document)
    {
        var homes = _outlets.Find(document.Article.Report.Address, document.Article.Outlet);
        return homes.Count == 0 ? null : new PlaceName { First = 0, End = 0, Key = NameFold.Fold(homes[0].Name), Candidates = homes };
    }

    /// <summary>Countries that the dateline, the outlet's name and the words of the country's own reports speak for, with how loud.</summary>
    private Dictionary<string, double> Homes(PlaceText text)
    {
        var homes = new Dictionary<string, double>(StringComparer.Ordinal);
        void Speak(string? country, double loudness)
        {
            if (country is not null) homes[country] = Math.Min(1.6, homes.GetValueOrDefault(country) + loudness);
        }

        if (text.Document.Article.Dateline is { } head && _names.Find(head.Place.Split(',')[^1]) is [var place, ..]) Speak(place.Country, 0.6);
        Speak(_outlets.Country(text.Document.Article.Report.Address), 0.8);
        foreach (var word in (text.Document.Article.Outlet ?? "").Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            if (char.IsUpper(word[0]) && _names.Find(word, 1) is [{ Kind: PlaceKind.Country } country]) Speak(country.Country, 0.4);
        }

        for (var i = 0; i < text.Count; i++)
        {
            if (_words.CountryCues.TryGetValue(text[i].Lower, out var country)) Speak(country, 0.4);
        }

        return homes;
    }
}
