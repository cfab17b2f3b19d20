namespace Dateline.Evaluation.Records;

/// <summary>Compares the fields of one gold incident with those of its pair; without a pair every field is wrong.</summary>
internal sealed class IncidentScorer(GoldIncident gold, CodedIncident? coded, Tally tally)
{
    /// <summary>A town's reach: nearer than this is right even where the gold asks for more.</summary>
    private const double NearKm = 25;

    /// <summary>Distance within which geoparsing is usually scored: 100 miles.</summary>
    private const double FarKm = 161;

    public void Count()
    {
        CountTypeAndStage();
        CountTime();
        CountPlace();
        new ParticipantScorer(gold.Participants, coded?.Participants ?? [], tally).Count();
        CountFigures();
        CountThings("weapons", gold.Weapons, coded?.Weapons ?? [], static (_, _) => true);
        CountThings("demands", gold.Demands, coded?.Demands ?? [], static (_, _) => true);
        CountThings("responsibility", gold.Responsibility, coded?.Responsibility ?? [], static (g, c) => LastWord(g) == LastWord(c));
        CountAttributions();
    }

    private void CountTypeAndStage()
    {
        tally.Judge("type", gold.Types.Contains(coded?.Type));
        tally.Judge("type family", coded is not null && gold.Types.Select(Agreement.Family).Contains(Agreement.Family(coded.Type)));
        tally.Judge("salience", gold.Saliences.Contains(coded?.Salience));
        tally.Judge("stage", gold.Stages.Contains(coded?.Stage));
    }

    private void CountTime()
    {
        if (gold.Start is not { Length: > 0 } first) return;
        var last = gold.End ?? first;
        tally.Judge("date exact", coded?.Start == first && coded.End == last);
        var overlaps = coded?.Start is { Length: > 0 } start
            && string.CompareOrdinal(start, last) <= 0
            && string.CompareOrdinal(coded.End is { Length: > 0 } end ? end : start, first) >= 0;
        tally.Judge("date overlaps", overlaps);
    }

    private void CountPlace()
    {
        if (gold.Country is { Length: > 0 }) tally.Judge("country", coded?.Country == gold.Country);
        if (gold.Admin1 is { Length: > 0 }) tally.Judge("admin1", coded is not null && coded.Admin1.SharesContentWith(new Phrase(gold.Admin1)));
        if (gold.Point is not { } point) return;
        var distance = coded?.Point is { } other ? point.KmTo(other) : double.PositiveInfinity;
        tally.Judge("place within 25 km or its tolerance", distance <= Math.Max(NearKm, gold.ToleranceKm));
        tally.Judge("place within 161 km", distance <= FarKm);
    }

    private void CountFigures()
    {
        var wanted = LastOfEach(gold.Figures, figure => figure.Value);
        var given = LastOfEach(coded?.Figures ?? [], figure => figure.Value);
        var hits = 0;
        foreach (var figure in wanted)
        {
            if (given.Find(other => other.Value == figure.Value) is not { } hit) continue;
            hits++;
            var sources = hit.Claim?.Sources ?? [];
            tally.Judge("figure source", figure.Sources.Count > 0 ? Phrase.AnyNames(figure.Sources, sources) : sources.Count == 0);
            tally.Judge("figure modality", AsStated(hit.Claim?.Modality ?? "stated") == AsStated(figure.Modality));
        }

        tally.Count("figures", hits, wanted.Count, given.Count);
        if (gold.Salience != "main" || coded is null) return;
        var own = gold.Figures.Select(figure => (figure.Value.Measure, figure.Value.Low)).ToHashSet();
        foreach (var figure in given)
            tally.Judge("leak of figures into the main incident (lower is better)", !own.Contains((figure.Value.Measure, figure.Value.Low)));
    }

    private void CountThings(string row, IReadOnlyList<Phrase> wanted, IReadOnlyList<Phrase> given, Func<Phrase, Phrase, bool> alsoAgree) =>
        tally.Count(row, Matching.Count(wanted, given, (g, c) => g.SharesContentWith(c) && alsoAgree(g, c)), wanted.Count, given.Count);

    private void CountAttributions()
    {
        foreach (var attribution in gold.Attributions)
        {
            IEnumerable<string> key = attribution.Quote.Content.Count > 0 ? attribution.Quote.Content : attribution.Quote.Words;
            var right = coded?.Claims.Any(claim => claim.Words.Overlaps(key)
                && claim.Sources.Any(source => Phrase.AnyNames([source], attribution.Sources)));
            tally.Judge("attribution of other facts", right == true);
        }
    }

    /// <summary>The scorer does not ask whether a figure is stated or confirmed.</summary>
    private static string AsStated(string modality) => modality.Replace("confirmed", "stated", StringComparison.Ordinal);

    /// <summary>The stance, which stands last.</summary>
    private static string? LastWord(Phrase phrase) =>
        phrase.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    /// <summary>One item per value, in order of first appearance; what comes last is kept.</summary>
    private static List<T> LastOfEach<T>(IReadOnlyList<T> items, Func<T, FigureValue> value)
    {
        var kept = new List<T>();
        var places = new Dictionary<FigureValue, int>();
        foreach (var item in items)
        {
            if (places.TryAdd(value(item), kept.Count)) kept.Add(item);
            else kept[places[value(item)]] = item;
        }

        return kept;
    }
}
