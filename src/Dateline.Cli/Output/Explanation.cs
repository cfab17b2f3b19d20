using System.Globalization;
using Dateline.Claims;
using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>Sentence by sentence: the words, what each finder found in them, and which claims rest on them by which rule.</summary>
internal static class Explanation
{
    public static string Render(ReportRecord record, FoundMentions found, CardStyle style) => style.Draw(console =>
    {
        console.Write(new Paragraph(CardWords.Clean(record.Article?.Title ?? record.Input) + "\n", new Style(decoration: Decoration.Bold)));
        var claims = record.Incidents
            .SelectMany(incident => incident.Claims.Select(claim => (Incident: incident.Key, Claim: claim)))
            .ToLookup(pair => pair.Claim.Evidence.Sentence);
        var told = 0;
        foreach (var (index, sentence) in found.Sentences.Index())
        {
            var mentions = found.Mentions.Where(mention => mention.Start >= sentence.Start && mention.Start < sentence.End).ToList();
            Sentence(console, index, found.Text[sentence.Start..sentence.End], mentions, claims[index]);
            told++;
        }

        // Claims of sentences that the analysis does not list, and mentions when it lists none.
        foreach (var group in claims.Where(group => group.Key >= told).OrderBy(group => group.Key)) Sentence(console, group.Key, "", [], group);
        if (found.Sentences.Count == 0 && found.Mentions.Count > 0) Sentence(console, 0, found.Text, found.Mentions, []);
        foreach (var note in record.Notes)
        {
            var words = note.Text is null ? "" : "“" + CardWords.Quote(note.Text, 60) + "” ";
            console.Write(new Paragraph($"  not coded by {note.Stage}: {words}{CardWords.Clean(note.Why)}\n", new Style(Color.Grey)));
        }

        console.WriteLine();
    });

    private static void Sentence(
        IAnsiConsole console, int index, string words, IReadOnlyList<FoundMention> mentions, IEnumerable<(string Incident, ClaimRecord Claim)> claims)
    {
        console.WriteLine();
        console.Write(new Paragraph(string.Create(CultureInfo.InvariantCulture, $"[{index}] {CardWords.Quote(words, 1000)}\n"), new Style(Color.Teal)));
        foreach (var mention in mentions) Line(console, mention.Kind, mention.Words, mention.Details);
        foreach (var (incident, claim) in claims)
        {
            var modality = claim.Modality == "stated" ? "" : $" [{claim.Modality}]";
            Line(console, "claim", claim.Evidence.Quote, $"{incident}/{claim.Field} = {claim.Value}{modality} — {CardWords.Speaker(claim, null)}  (by {claim.By})");
        }
    }

    private static void Line(IAnsiConsole console, string kind, string words, string details)
    {
        var line = new Paragraph("    ");
        line.Append(CardWords.Clean(kind).PadRight(12), new Style(Color.Olive));
        line.Append("“" + CardWords.Quote(words, 80) + "” ");
        line.Append(CardWords.Quote(details, 400), new Style(Color.Grey));
        line.Append("\n");
        console.Write(line);
    }
}
