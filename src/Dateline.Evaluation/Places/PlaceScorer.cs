using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Mentions.Places;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Evaluation.Places;

/// <summary>Scores recognition and resolution of places by the rule of EUPEG, the public platform for comparing geoparsers.</summary>
/// <remarks>
/// <para>Only annotated places with a point count, and only places found that have one and that the corpus annotates (<see cref="PlaceConvention"/>).</para>
/// <para>Rows: <c>recognised</c> (words and position agree); <c>recognised within 161 km</c>, the same but right only within 100 miles: its F is F1@161;
/// of the recognised, those within 161 km (accuracy@161) and 20 km; of the recognised whose country the corpus tells, those with the country right.</para>
/// </remarks>
public sealed class PlaceScorer
{
    /// <summary>A hundred miles, the bound of the literature, in kilometres.</summary>
    public const double FarKm = 161;

    private const double NearKm = 20;

    private readonly ReportCoder _coder;
    private readonly Gazetteer _gazetteer;

    /// <param name="coder">Reads the articles.</param>
    /// <param name="gazetteer">Tells the codes of the corpora's country names.</param>
    public PlaceScorer(ReportCoder coder, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(gazetteer);
        (_coder, _gazetteer) = (coder, gazetteer);
    }

    /// <summary>The scorers of <c>dateline evaluate places</c>.</summary>
    public static IReadOnlyList<LanguageScorer> All { get; } = [new("places", GoldPlaces.Recognises, Table)];

    private static ScoreTable Table(string file, ReportCoder coder, int sample)
    {
        var scores = new PlaceScorer(coder, Gazetteer.Load(KnowledgeFolder.BesideProgram)).Score(file, sample);
        return scores.Table with { Remarks = [string.Create(CultureInfo.InvariantCulture, $"error of the recognised: mean {scores.MeanKm:0} km, median {scores.MedianKm:0.0} km")] };
    }

    /// <summary>Scores every so manieth article of a file.</summary>
    /// <param name="file">Articles as <see cref="GoldPlaces"/> reads them.</param>
    /// <param name="sample">1 for all.</param>
    /// <param name="predictions">Receives what was found, a line for each article: <c>id</c>, <c>toponyms</c> of <c>start end text lat lon</c>; null for nowhere.</param>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no annotated article.</exception>
    public PlaceScores Score(string file, int sample = 1, TextWriter? predictions = null)
    {
        var tally = new Tally();
        var distances = new List<double>();
        var errors = new List<string>();
        foreach (var article in LanguageScorer.Sampled(GoldPlaces.Read(file), sample))
        {
            var found = Find(article);
            predictions?.WriteLine(Line(article, found));
            Count(tally, distances, article, found);
            errors.AddRange(PlaceErrors.Of(article, found));
        }

        distances.Sort();
        return new PlaceScores(new ScoreTable(tally.Rows, []) { Errors = errors }, distances);
    }

    /// <summary>The places found in an article that its corpus would annotate, in text order.</summary>
    public IReadOnlyList<FoundPlace> Find(GoldPlaces article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var convention = PlaceConvention.Of(article.Corpus);
        var reading = _coder.Read(new Report(article.Id, Report.WellFormed(article.Text)) { Title = "", Address = article.Address });
        var points = new CodePoints(article.Text);
        return [.. reading.Mentions.Places.Where(convention.Counts).Select(toponym => new FoundPlace(
            points[toponym.Span.Start], points[toponym.Span.End], reading.Document.TextOf(toponym.Span), toponym.Place!.Latitude!.Value, toponym.Place.Longitude!.Value, toponym.Place.Country))];
    }

    private void Count(Tally tally, List<double> distances, GoldPlaces article, IReadOnlyList<FoundPlace> found)
    {
        var gold = article.Places.Where(place => place.HasPoint).ToList();
        var pairs = FoundPlace.Pair(gold, found);
        var kilometres = pairs.Select(pair => pair.Found.DistanceTo(pair.Gold)).ToList();
        var right = kilometres.Count(km => km < FarKm);
        tally.Count("documents read", 1, 1, 1);
        tally.Count("recognised", pairs.Count, gold.Count, found.Count);
        tally.Count("recognised within 161 km", right, gold.Count, found.Count);
        tally.Count("of the recognised within 161 km", right, pairs.Count, pairs.Count);
        tally.Count("of the recognised within 20 km", kilometres.Count(km => km < NearKm), pairs.Count, pairs.Count);
        distances.AddRange(kilometres);
        foreach (var (place, other) in pairs)
        {
            if (place.Country is { } country && CodeOf(country) is { } code) tally.Judge("of the recognised in the right country", other.Country == code);
        }
    }

    private string? CodeOf(string country) =>
        _gazetteer.Find(Encoding.UTF8.GetBytes(NameFold.Fold(country))).FirstOrDefault(entry => entry.Kind == PlaceKind.Country)?.Country;

    private static string Line(GoldPlaces article, IReadOnlyList<FoundPlace> found) => JsonSerializer.Serialize(new
    {
        id = article.Id,
        toponyms = found.Select(place => new { start = place.Start, end = place.End, text = place.Text, lat = place.Latitude, lon = place.Longitude }),
    });
}
