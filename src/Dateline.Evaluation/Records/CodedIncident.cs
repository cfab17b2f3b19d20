using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>One incident of a record, as far as the scorer looks at it. Null means that the record does not say.</summary>
internal sealed class CodedIncident
{
    public CodedIncident(JsonElement incident)
    {
        var when = incident.Object("when");
        var where = incident.Object("where");
        Json = incident;
        Type = incident.Text("type");
        Stage = incident.Text("stage");
        Salience = incident.Text("salience");
        Summary = incident.Text("summary");
        TriggerWords = new Phrase(incident.Field("trigger") is { } trigger ? trigger.Text("quote") ?? trigger.Text() : null);
        Start = when?.Text("start");
        End = when?.Text("end");
        Country = where?.Text("country");
        Admin1 = new Phrase(where?.Text("admin1"));
        Point = where?.Number("latitude") is { } latitude && where.Value.Number("longitude") is { } longitude ? new GeoPoint(latitude, longitude) : null;
        Participants = [.. incident.Items("participants").Select(participant => new CodedParticipant(participant))];
        Claims = [.. incident.Items("claims").Select(claim => new CodedClaim(claim))];
        Totals = [.. incident.Entries("casualties").Select(total => new FigureValue(total.Name, total.Value.Whole("low"), total.Value.Whole("high")))];
        Figures = FiguresOf(Claims, Totals);
        Weapons = Things("weapons");
        Demands = Things("demands");
        Responsibility = Things("responsibility");
    }

    public JsonElement Json { get; }

    public string? Type { get; }

    public string? Stage { get; }

    public string? Salience { get; }

    public string? Summary { get; }

    public Phrase TriggerWords { get; }

    public string? Start { get; }

    public string? End { get; }

    public string? Country { get; }

    public Phrase Admin1 { get; }

    public GeoPoint? Point { get; }

    public IReadOnlyList<CodedParticipant> Participants { get; }

    public IReadOnlyList<CodedClaim> Claims { get; }

    /// <summary>The resolved totals under <c>casualties</c>.</summary>
    public IReadOnlyList<FigureValue> Totals { get; }

    /// <summary>Every figure stated for the incident: the claims on casualties, else the resolved totals.</summary>
    public IReadOnlyList<CodedFigure> Figures { get; }

    public IReadOnlyList<Phrase> Weapons { get; }

    public IReadOnlyList<Phrase> Demands { get; }

    /// <summary>Actor and names, then the stance.</summary>
    public IReadOnlyList<Phrase> Responsibility { get; }

    /// <summary>Name, description and printed wordings of a participant, those that are not empty.</summary>
    public static IReadOnlyList<Phrase> NamesOf(JsonElement participant) =>
    [
        .. new[] { participant.Text("name"), participant.Text("description") }.Concat(participant.Texts("mentions"))
            .Where(name => !string.IsNullOrEmpty(name)).Select(name => new Phrase(name)),
    ];

    private static List<CodedFigure> FiguresOf(IReadOnlyList<CodedClaim> claims, IReadOnlyList<FigureValue> totals)
    {
        var figures = claims.Where(claim => claim.Figure is not null).Select(claim => new CodedFigure(claim.Figure!.Value, claim)).ToList();
        return figures.Count > 0 ? figures : [.. totals.Where(total => total.Low is not null).Select(total => new CodedFigure(total, null))];
    }

    private List<Phrase> Things(string field) => [.. Json.Items(field).Select(thing => new Phrase(WordsOf(thing)))];

    /// <summary>The printed text; without one, who is named and the stance last.</summary>
    private string WordsOf(JsonElement thing)
    {
        if (thing.Text("text") is { Length: > 0 } text) return text;
        var key = thing.Text("participant");
        var names = Participants.FirstOrDefault(participant => participant.Key == key)?.Names ?? [];
        return $"{thing.Text("actor")} {string.Join(' ', names)} {thing.Text("stance") ?? "None"}";
    }
}

/// <summary>Somebody or something that took part, as the record has it.</summary>
internal sealed class CodedParticipant(JsonElement participant)
{
    public string? Key { get; } = participant.Text("key");

    public string? Role { get; } = participant.Text("role");

    public IReadOnlyList<Phrase> Names { get; } = CodedIncident.NamesOf(participant);

    public IReadOnlyList<string?> Fates { get; } = [.. participant.Items("fates").Select(fate => fate.Text("fate"))];
}

/// <summary>A figure and the claim it rests on; no claim when only the total is given.</summary>
internal sealed record CodedFigure(FigureValue Value, CodedClaim? Claim);
