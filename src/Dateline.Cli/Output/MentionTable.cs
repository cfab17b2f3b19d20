using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>The mentions of one report as a table.</summary>
internal static class MentionTable
{
    public static string Render(string input, FoundMentions found, CardStyle style) => style.Draw(console =>
    {
        console.Write(new Paragraph(CardWords.Clean(input) + "\n", new Style(decoration: Decoration.Bold)));
        if (found.Mentions.Count == 0)
        {
            console.Write(new Paragraph("No mention was found in this report.\n\n"));
            return;
        }

        var table = new Table { Border = TableBorder.Simple, Expand = true };
        foreach (var heading in (string[])["Kind", "Words", "Means"]) table.AddColumn(new TableColumn(heading));
        foreach (var mention in found.Mentions)
        {
            table.AddRow(
                new Paragraph(CardWords.Clean(mention.Kind), new Style(Color.Teal)),
                new Paragraph(CardWords.Quote(mention.Words, 120)),
                new Paragraph(CardWords.Quote(mention.Details, 240), new Style(Color.Grey)));
        }

        console.Write(table);
        console.WriteLine();
    });
}
