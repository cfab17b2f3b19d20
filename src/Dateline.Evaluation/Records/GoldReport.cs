namespace Dateline.Evaluation.Records;

/// <summary>One report with the incidents that an annotator found in it.</summary>
/// <param name="Doc">Name of the report in its gold set; a record is matched by its <c>report.id</c>, else by its <c>input</c>.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">All below the headline, the line with the date included.</param>
/// <param name="Published">ISO day that relative dates are resolved against; null when unknown.</param>
/// <param name="Outlet">Who published it; null when unknown.</param>
/// <param name="Incidents">The incidents, in the annotator's order.</param>
public sealed record GoldReport(
    string Doc,
    string Title,
    string Text,
    string? Published,
    string? Outlet,
    IReadOnlyList<GoldIncident> Incidents);

/// <summary>One incident as the annotator coded it. Null means that the text does not say.</summary>
public sealed record GoldIncident
{
    public required string Key { get; init; }

    /// <summary><c>main</c> or <c>background</c>.</summary>
    public required string Salience { get; init; }

    public required string Type { get; init; }

    public required string Trigger { get; init; }

    /// <summary>Neither missed nor extra: whether this is an incident of its own is disputed.</summary>
    public bool Optional { get; init; }

    /// <summary>The type and the other types that are right too.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The salience and the other answers that are right too.</summary>
    public required IReadOnlyList<string> Saliences { get; init; }

    /// <summary>The stage and the other answers that are right too; a null in it means that none is right.</summary>
    public required IReadOnlyList<string?> Stages { get; init; }

    /// <summary>The trigger and the other wordings that state the incident, in one phrase.</summary>
    public required Phrase TriggerWords { get; init; }

    /// <summary>First day, ISO.</summary>
    public string? Start { get; init; }

    /// <summary>Last day, ISO, inclusive; the first when the annotator gave only that.</summary>
    public string? End { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public string? Admin1 { get; init; }

    /// <summary>Degrees north and east, WGS 84.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>How far, in kilometres, a right answer may lie from the point; 25 are always allowed.</summary>
    public double ToleranceKm { get; init; }

    public IReadOnlyList<GoldParticipant> Participants { get; init; } = [];

    public IReadOnlyList<Phrase> Weapons { get; init; } = [];

    public IReadOnlyList<Phrase> Demands { get; init; } = [];

    /// <summary>Who, then the stance: "the group claimed".</summary>
    public IReadOnlyList<Phrase> Responsibility { get; init; } = [];

    public IReadOnlyList<GoldFigure> Figures { get; init; } = [];

    public IReadOnlyList<GoldAttribution> Attributions { get; init; } = [];
}

/// <summary>Somebody or something that took part.</summary>
/// <param name="Role">The role coded.</param>
/// <param name="Roles">It and the other roles that are right too.</param>
/// <param name="Names">Name and printed wordings.</param>
/// <param name="Fates">Codes such as <c>killed</c>.</param>
/// <param name="Aggregate">Sums up other participants: a record may have it or not.</param>
public sealed record GoldParticipant(string Role, IReadOnlyList<string> Roles, IReadOnlyList<Phrase> Names, IReadOnlyList<string> Fates, bool Aggregate);

/// <summary>One stated number of people, with who states it (outermost first, none for the outlet's own voice).</summary>
public sealed record GoldFigure(FigureValue Value, IReadOnlyList<Phrase> Sources, string Modality);

/// <summary>Another attributed fact: the words, and any of the sources that state them.</summary>
public sealed record GoldAttribution(Phrase Quote, IReadOnlyList<Phrase> Sources);

/// <summary>A number of people under a measure, such as <c>killed</c>, 144 or more.</summary>
/// <param name="Measure">killed, injured, hostages, abducted, freed, arrested, missing or displaced.</param>
/// <param name="Low">Fewest; null when the words give no floor.</param>
/// <param name="High">Most; null when open-ended.</param>
public readonly record struct FigureValue(string Measure, long? Low, long? High);

/// <summary>Degrees north and east, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthDiameterKm = 12742;

    /// <summary>Great-circle distance in kilometres.</summary>
    public double KmTo(GeoPoint other)
    {
        const double radian = Math.PI / 180;
        var north = Math.Sin((other.Latitude - Latitude) * radian / 2);
        var east = Math.Sin((other.Longitude - Longitude) * radian / 2);
        var square = (north * north) + (Math.Cos(Latitude * radian) * Math.Cos(other.Latitude * radian) * east * east);
        return EarthDiameterKm * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }
}
