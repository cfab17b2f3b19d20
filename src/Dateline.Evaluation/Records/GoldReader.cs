using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Reads one gold report from its JSON object.</summary>
internal static class GoldReader
{
    /// <exception cref="EvaluationFileException">A field is missing; the message says which.</exception>
    public static GoldReport Read(JsonElement line, string file, int lineNumber)
    {
        if (line.ValueKind != JsonValueKind.Object) throw new EvaluationFileException(file, lineNumber, "a gold report is a JSON object");
        if (line.Field("incidents") is not { ValueKind: JsonValueKind.Array })
            throw new EvaluationFileException(file, lineNumber, "there is no \"incidents\" list; is this a gold set of incident records?");

        return new GoldReport(
            Required(line, "doc"),
            line.Text("title") ?? "",
            Required(line, "text"),
            line.Text("published"),
            line.Text("outlet"),
            [.. line.Items("incidents").Select(Incident)]);

        string Required(JsonElement element, string name) =>
            element.Text(name) ?? throw new EvaluationFileException(file, lineNumber, $"\"{name}\" is missing or no text");

        GoldIncident Incident(JsonElement incident)
        {
            var type = Required(incident, "type");
            var salience = Required(incident, "salience");
            var trigger = incident.Text("trigger") ?? "";
            var start = incident.Text("start");
            return new GoldIncident
            {
                Key = incident.Text("key") ?? "",
                Salience = salience,
                Type = type,
                Trigger = trigger,
                Optional = incident.IsTrue("optional"),
                Types = [type, .. incident.Texts("type_ok")],
                Saliences = [salience, .. incident.Texts("salience_ok")],
                Stages = [incident.Text("stage"), .. incident.Texts("stage_ok")],
                TriggerWords = new Phrase(string.Join(' ', [trigger, .. incident.Texts("trigger_ok")])),
                Start = start,
                End = incident.Text("end") is { Length: > 0 } end ? end : start,
                Country = incident.Text("country"),
                Admin1 = incident.Text("admin1"),
                Point = incident.Number("lat") is { } latitude && incident.Number("lon") is { } longitude ? new GeoPoint(latitude, longitude) : null,
                ToleranceKm = incident.Number("tolerance_km") ?? 0,
                Participants = [.. incident.Items("participants").Select(Participant)],
                Weapons = [.. incident.Items("weapons").Select(weapon => new Phrase(Required(weapon, "text")))],
                Demands = Phrases(incident.Texts("demands")),
                Responsibility = [.. incident.Items("responsibility").Select(r => new Phrase(Required(r, "who") + " " + Required(r, "stance")))],
                Figures = [.. incident.Items("figures").Select(Figure)],
                Attributions = [.. incident.Items("attributions").Select(a => new GoldAttribution(new Phrase(Required(a, "quote")), Phrases(a.Texts("sources"))))],
            };
        }

        GoldParticipant Participant(JsonElement participant)
        {
            var role = Required(participant, "role");
            var fates = participant.Items("fates").Select(fate => Required(fate, "fate"));
            return new GoldParticipant(role, [role, .. participant.Texts("role_ok")], CodedIncident.NamesOf(participant), [.. fates], participant.IsTrue("aggregate"));
        }

        GoldFigure Figure(JsonElement figure) => new(
            new FigureValue(Required(figure, "measure"), figure.Whole("low"), figure.Whole("high")),
            Phrases(figure.Texts("sources")),
            figure.Text("modality") ?? "stated");
    }

    private static List<Phrase> Phrases(List<string> texts) => [.. texts.Select(text => new Phrase(text))];
}
