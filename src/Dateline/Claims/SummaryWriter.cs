using Dateline.Resources;

namespace Dateline.Claims;

/// <summary>One line on an incident, made of its fields and nothing else.</summary>
internal static class SummaryWriter
{
    /// <summary>"Siege with hostages at Detention Centre 1 (Rostov, RU), 2024-06-16: 2 hostages, 2 freed."</summary>
    public static string Write(IncidentRecord incident, Codebook codebook)
    {
        var label = codebook[incident.Type]?.Label ?? incident.Type;
        var stage = incident.Stage is "accomplished" ? "" : $" ({incident.Stage})";
        var where = incident.Where is { } place ? $", {place.Name}{Within(place)}" : "";
        var when = incident.When?.Start is { } start ? incident.When.End == start ? $", {start}" : $", {start} to {incident.When.End}" : "";
        var figures = string.Join(", ", incident.Casualties?.Told.Select(told => $"{Number(told.Count)} {told.Measure}") ?? []);
        return label + stage + where + when + (figures.Length > 0 ? ": " + figures : "");
    }

    private static string Within(WhereRecord place)
    {
        var parts = new[] { place.City, place.Admin1, place.Country }.Where(part => part is not null && part != place.Name);
        var text = string.Join(", ", parts);
        return text.Length > 0 ? $" ({text})" : "";
    }

    private static string Number(CountRecord count) => count.High is null ? $"at least {count.Best ?? count.Low}" : $"{count.Best ?? count.Low}";
}
