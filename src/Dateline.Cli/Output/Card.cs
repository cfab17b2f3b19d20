using System.Globalization;
using Dateline.Claims;
using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>One record as a card: the report's head, a panel for each main incident, the background below, dimmed.</summary>
internal static class Card
{
    public static string Render(ReportRecord record, CardStyle style) => style.Draw(console =>
    {
        Head(console, record);
        var main = record.Incidents.Where(incident => incident.Salience == "main").ToList();
        var background = record.Incidents.Where(incident => incident.Salience != "main").ToList();
        if (record.Incidents.Count == 0) console.Write(new Paragraph("No incident was found in this report.\n"));
        foreach (var incident in main) console.Write(Panel(record, incident, style, dim: false));
        if (background.Count > 0) console.Write(new Rule("Background in the same report") { Justification = Justify.Left, Style = new Style(Color.Grey) });
        foreach (var incident in background) console.Write(Panel(record, incident, style, dim: true));
        if (style.Verbose) Notes(console, record);
        console.WriteLine();
    });

    private static void Head(IAnsiConsole console, ReportRecord record)
    {
        var title = record.Article?.Title ?? FirstLine(record.Article?.Body);
        if (title is not null) console.Write(new Paragraph(CardWords.Quote(title, 300) + "\n", new Style(decoration: Decoration.Bold)));
        var parts = new List<string>();
        if (record.Report?.Outlet is { } outlet) parts.Add(outlet);
        parts.Add(record.Report?.Published is { } day ? "published " + CardWords.Day(day) + From(record.Report.PublishedFrom) : "publication day not known");
        if (record.Article?.Dateline is { } dateline) parts.Add(Dateline(dateline));
        parts.Add(record.Input);
        console.Write(new Paragraph(CardWords.Clean(string.Join(" · ", parts)) + "\n", new Style(Color.Grey)));
    }

    private static Panel Panel(ReportRecord record, IncidentRecord incident, CardStyle style, bool dim)
    {
        var paint = new CardPaint(style, record.Report?.Outlet, dim);
        CardIncident.AddRows(paint, record, incident);
        var stage = incident.Stage == "accomplished" ? "" : " — " + incident.Stage;
        var panel = new Panel(paint.Draw())
        {
            Header = new PanelHeader(Markup.Escape($" {CardWords.Capital(CardWords.Type(incident.Type))}{stage} ")),
            Border = dim ? BoxBorder.Square : BoxBorder.Rounded,
            BorderStyle = new Style(dim ? Color.Grey : Color.Teal),
            Expand = true,
        };
        return panel;
    }

    private static void Notes(IAnsiConsole console, ReportRecord record)
    {
        if (record.Notes.Count == 0) return;
        console.Write(new Rule("Not coded, and why") { Justification = Justify.Left, Style = new Style(Color.Grey) });
        foreach (var note in record.Notes)
        {
            var words = note.Text is null ? "" : "“" + CardWords.Quote(note.Text, 60) + "”: ";
            console.Write(new Paragraph($"{note.Stage}: {words}{CardWords.Clean(note.Why)}\n", new Style(Color.Grey)));
        }
    }

    private static string From(string? from) => from switch
    {
        "text" => " (the text says so)",
        "option" => " (as given)",
        null => "",
        _ => string.Create(CultureInfo.InvariantCulture, $" ({from})"),
    };

    private static string Dateline(DatelineInfo dateline)
    {
        var place = dateline.Place is { } name && !name.Equals(dateline.Text, StringComparison.OrdinalIgnoreCase) ? $" ({name})" : "";
        return $"from {dateline.Text}{place}{(dateline.Country is { } country ? ", " + country : "")}";
    }

    private static string? FirstLine(string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return null;
        var text = body.AsSpan(0, Math.Min(body.Length, 1000)).TrimStart();
        var end = text.IndexOfAny('\r', '\n');
        return CardWords.Quote((end < 0 ? text : text[..end]).ToString(), 100);
    }
}
