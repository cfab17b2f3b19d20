using Dateline.Language;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Sourcing;
using NodaTime;

namespace Dateline.Incidents;

/// <summary>Decides when and where an incident happened, from what its tellings say, else from the head of the report.</summary>
internal sealed class SceneReader(ReportReading reading)
{
    private readonly Document _document = reading.Document;

    /// <summary>The day told in its own clauses; for the main incident without one, the day of the saying ("said on Sunday"); for what follows "since then", the days from that incident on.</summary>
    public ToldTime? When(IncidentDraft draft, bool mayUseReportingDay, Func<int, bool> isAbout)
    {
        var times = draft.Tellings.SelectMany(telling => telling.Times).Where(time => time.Days is not null).Distinct().ToList();
        if (times.Count > 0) return Told(Best(times), times, 0.85);
        if (draft.Follows?.Days is { } since && draft.Tellings.Find(telling => telling.TimeMark is "since") is { } after)
        {
            var until = _document.Article.Published ?? since.End;
            if (until < since.Start) return null;
            return new ToldTime(new DayInterval(since.Start, until), TimePrecision.Days, null, null, [after.Statement with { By = "times/since-then", Score = 0.6 }]);
        }

        if (!mayUseReportingDay) return null;
        var reporting = draft.Tellings.Select(telling => telling.ReportingTime).FirstOrDefault(time => time?.Days is not null)
            ?? reading.Mentions.Times.FirstOrDefault(time => !time.InDateline && time.Days is { } days && time.Type is TimexType.Date or TimexType.Time && isAbout(_document.SentenceOf[time.Tokens.First]) && IsFresh(days));
        return reporting is null ? null : Told(reporting, [reporting], 0.6);
    }

    /// <summary>The most exact scene that its clauses agree on; for the main incident without one, the dateline's or the headline's place.</summary>
    public ToldPlace? Where(IncidentDraft draft, bool isMain)
    {
        var places = Candidates(draft, isMain);
        if (places.Count == 0) return (isMain ? MostNamed() : null) ?? ByCountry(draft);
        if (isMain && places.TrueForAll(place => place.Place!.Kind == PlaceKind.Country) && InHeadline(draft, places[0]) is { } named) places.Insert(0, named);
        var first = places[0];
        var best = places.Where(place => IsInside(place.Place!, first.Place!)).OrderBy(place => place.Place!.Kind).ThenBy(place => place.Tokens.First).FirstOrDefault() ?? first;
        var agreeing = places.Where(place => IsInside(best.Place!, place.Place!) || place.Place!.Name == best.Place!.Name);
        var scene = best.Scene ?? (best.Relation == PlaceRelation.Near && best.Place!.Kind is not PlaceKind.Facility ? best.Place with { RadiusKm = (best.Place.RadiusKm ?? 0) + 15 } : best.Place!);
        return new ToldPlace(scene, [.. agreeing.OrderBy(place => place != best).ThenBy(place => place.Tokens.First).Select(place => State(place, 0.85)).DistinctBy(statement => statement.Span)]);
    }

    /// <summary>
    /// Scenes by trust: those of clauses that tell the incident itself; for the main one the dateline and the places that the
    /// headline names ("Gary club"); those of clauses that only tell a fate or an arrest.
    /// </summary>
    private List<Toponym> Candidates(IncidentDraft draft, bool isMain)
    {
        var core = draft.Tellings.Where(telling => telling.Type is not null && telling.Family == draft.Family || telling.Sentence == draft.Tellings[0].Sentence).ToList();
        if (!core.SelectMany(telling => telling.Places).Any(place => place.Place!.Kind <= PlaceKind.Region))
        {
            // "Kidnapped two and killed their driver near Gao": the sentence that tells the deed is more exact than the deed's own clause.
            var sentences = core.Select(telling => telling.Sentence).ToHashSet();
            core = draft.Tellings.FindAll(telling => sentences.Contains(telling.Sentence));
        }

        var places = core.OrderBy(telling => telling.InTitle).ThenBy(telling => telling.Sentence).SelectMany(telling => telling.Places).Distinct().ToList();
        if (places.Count == 0 && isMain)
        {
            places = [.. reading.Mentions.Places.Where(place => place.Place is { Kind: <= PlaceKind.Region } && place.Relation is PlaceRelation.At or PlaceRelation.Near
                && (place.InDateline || _document.Sentence(_document.SentenceOf[place.Tokens.First]).InTitle)).OrderByDescending(place => place.InDateline)];
        }

        return places.Count > 0 ? places : [.. draft.Tellings.OrderBy(telling => telling.Sentence).SelectMany(telling => telling.Places).Distinct()];
    }

    /// <summary>"Two aid workers snatched from Dadaab refugee camp": the headline is more exact than a text that only names the country.</summary>
    private Toponym? InHeadline(IncidentDraft draft, Toponym country) =>
        draft.Tellings.Exists(telling => telling.InTitle)
            ? reading.Mentions.Places.FirstOrDefault(place => place.Place is { Kind: < PlaceKind.Country } known && known.Country == country.Place!.Country && _document.Sentence(_document.SentenceOf[place.Tokens.First]).InTitle)
            : null;

    /// <summary>The town that a report names most, be it only in "Columbus police": local papers do not say where they are.</summary>
    private ToldPlace? MostNamed()
    {
        var towns = reading.Mentions.Places.Where(place => place.Place is { Kind: PlaceKind.City or PlaceKind.Admin2, Latitude: not null } && place.Relation is PlaceRelation.At or PlaceRelation.Near)
            .GroupBy(place => place.Place!.GeoNames ?? place.Place!.Name.Length, place => place).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Tokens.First).ToList();
        if (towns.Count == 0 || (towns[0].Count() < 2 && towns.Count > 1)) return null;
        var town = towns[0].First();
        return new ToldPlace(town.Place!, [State(town, 0.45) with { By = "places/most-named" }]);
    }

    /// <summary>Where nothing else is told and the whole report speaks of one country, that country.</summary>
    private ToldPlace? ByCountry(IncidentDraft draft)
    {
        var countries = reading.Mentions.Places.Where(place => place.Place?.Country is not null && place.Relation is not PlaceRelation.Origin)
            .GroupBy(place => place.Place!.Country!, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (countries.Count == 0 || countries[0].Count() * 5 < countries.Sum(group => group.Count()) * 3) return null;
        var near = countries[0].MinBy(place => Math.Abs(place.Tokens.First - draft.Tellings[0].Head))!;
        var country = countries[0].Select(place => place.Place!).FirstOrDefault(place => place.Kind == PlaceKind.Country) ?? new Place(countries[0].Key, PlaceKind.Country, countries[0].Key);
        return new ToldPlace(country, [State(near, 0.4) with { By = "places/only-country" }]);
    }

    private ToldTime Told(Timex best, IReadOnlyList<Timex> all, double score)
    {
        var agreeing = all.Where(time => time.Days is { } days && best.Days is { } known && days.Overlaps(known)).Prepend(best).Distinct();
        var clock = all.Select(time => time.Clock).FirstOrDefault(time => time is not null);
        return new ToldTime(best.Days, best.Precision == TimePrecision.Time ? TimePrecision.Day : best.Precision, clock, _document.TextOf(best.Span),
            [.. agreeing.Select(time => reading.State(time.Tokens, Modality.Stated, time.By, score))]);
    }

    /// <summary>The most exact of the times that do not contradict the first.</summary>
    private static Timex Best(List<Timex> times) =>
        times.Where(time => times[0].Days!.Value.Overlaps(time.Days!.Value)).OrderBy(time => Length(time.Days!.Value)).First();

    private static int Length(DayInterval days) => Period.DaysBetween(days.Start, days.End);

    private bool IsFresh(DayInterval days) => _document.Article.Published is not { } published || Math.Abs(Period.DaysBetween(days.End, published)) <= 7;

    private static bool IsInside(Place inner, Place outer)
    {
        if (inner == outer) return true;
        if (inner.Kind >= outer.Kind || inner.Country != outer.Country) return false;
        if (outer.Kind == PlaceKind.Country) return true;
        if (outer.Kind == PlaceKind.Admin1) return inner.Admin1 == outer.Admin1 || inner.Admin1 is null;
        return IncidentGrouping.Distance(inner, outer) <= Math.Max(30, outer.RadiusKm ?? 0);
    }

    private Statement State(Toponym place, double score) => reading.State(place.Tokens, Modality.Stated, place.By, score);
}
