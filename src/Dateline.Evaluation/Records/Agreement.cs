namespace Dateline.Evaluation.Records;

/// <summary>How well an incident of a record fits one of the gold, before it is known whether they are the same.</summary>
internal static class Agreement
{
    private static readonly string[][] RelatedFamilies =
    [
        ["attack", "bombing", "strike", "battle"],
        ["security-operation", "arrest"],
        ["unrest", "attack"],
        ["arrest", "trial"],
        ["plot", "arrest"],
    ];

    /// <summary>Points for type family, trigger, participants, day, place, figures and salience; about 15 at best.</summary>
    public static double Between(GoldIncident gold, CodedIncident coded)
    {
        double score = OfTypes(gold, coded);
        if (gold.TriggerWords.SharesContentWith(coded.TriggerWords)) score += 2;
        score += Math.Min(3, gold.Participants.Count(g => coded.Participants.Any(c => Phrase.AnyNames(g.Names, c.Names))));
        if (gold.Start is { Length: > 0 } start && coded.Start is { Length: > 0 } day) score += Day(start).SequenceEqual(Day(day)) ? 2 : -1;
        score += OfPlaces(gold, coded);
        score += Math.Min(2, gold.Figures.Select(f => (f.Value.Measure, f.Value.Low)).Distinct().Intersect(coded.Totals.Select(t => (t.Measure, t.Low))).Count());
        if (gold.Salience == coded.Salience) score += .5;
        return score;
    }

    /// <summary>The part of a type code before the slash; empty for none.</summary>
    public static string Family(string? type) => type is null ? "" : type.Split('/')[0];

    private static int OfTypes(GoldIncident gold, CodedIncident coded)
    {
        var right = gold.Types.Select(Family).ToHashSet();
        var family = Family(coded.Type);
        if (right.Contains(family)) return 3;
        return RelatedFamilies.Any(related => related.Contains(family) && right.Overlaps(related)) ? 1 : 0;
    }

    private static int OfPlaces(GoldIncident gold, CodedIncident coded)
    {
        if (gold.Point is { } point && coded.Point is { } other) return point.KmTo(other) < 100 ? 2 : -1;
        if (gold.Country is { Length: > 0 } && coded.Country is { Length: > 0 }) return gold.Country == coded.Country ? 1 : -1;
        return 0;
    }

    private static ReadOnlySpan<char> Day(string date) => date.AsSpan(0, Math.Min(10, date.Length));
}
