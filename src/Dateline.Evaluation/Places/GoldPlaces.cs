using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Evaluation.Places;

/// <summary>A place name as annotated.</summary>
/// <param name="Start">Where it begins, in code points of the text, as the corpora count.</param>
/// <param name="End">Just past its end.</param>
/// <param name="Text">The words.</param>
/// <param name="Latitude">Degrees north; null when the annotators gave no point.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Country">Its country as the corpus writes it, such as "United States"; null when the corpus tells none.</param>
public sealed record GoldPlace(int Start, int End, string Text, double? Latitude, double? Longitude, string? Country)
{
    /// <summary>Whether it has a point: only then it counts.</summary>
    public bool HasPoint => Latitude is not null && Longitude is not null;
}

/// <summary>An article with its place names, one JSON object a line: <c>id</c>, <c>text</c>, <c>toponyms</c> of <c>start end text lat lon country</c>; beside them <c>corpus</c> and <c>url</c>.</summary>
/// <param name="Id">Its name in the corpus.</param>
/// <param name="Corpus">The corpus; decides what counts, see <see cref="PlaceConvention"/>. Null when not told.</param>
/// <param name="Address">Where it was published; null when unknown.</param>
/// <param name="Text">What is read.</param>
/// <param name="Places">The names annotated, in the order of the file.</param>
public sealed record GoldPlaces(string Id, string? Corpus, string? Address, string Text, IReadOnlyList<GoldPlace> Places)
{
    /// <summary>Whether a file looks like articles with places: JSON Lines whose first line has <c>toponyms</c>.</summary>
    public static bool Recognises(string file) => GoldLines.FirstHas(file, "toponyms", "text");

    /// <summary>The articles of a file.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read or a line is no annotated article.</exception>
    public static IEnumerable<GoldPlaces> Read(string file)
    {
        foreach (var (article, line) in JsonLines.Read(file))
        {
            yield return article.Text("id") is { } id && article.Text("text") is { } text && article.Field("toponyms") is not null
                ? new GoldPlaces(id, article.Text("corpus"), article.Text("url"), text, [.. article.Items("toponyms").Select(place => Place(place, file, line))])
                : throw new EvaluationFileException(file, line, "an article with places has \"id\", \"text\" and \"toponyms\"");
        }
    }

    private static GoldPlace Place(JsonElement place, string file, int line) =>
        place.Whole("start") is { } start && place.Whole("end") is { } end && place.Text("text") is { } words
            ? new GoldPlace((int)start, (int)end, words, place.Number("lat"), place.Number("lon"), place.Text("country"))
            : throw new EvaluationFileException(file, line, "a toponym has \"start\", \"end\" and \"text\"");
}
