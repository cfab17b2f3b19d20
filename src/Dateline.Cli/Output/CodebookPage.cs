using System.Text;
using Dateline.Resources;

namespace Dateline.Cli.Output;

/// <summary>A codebook as a Markdown page: a section for each family, a row for each type.</summary>
internal static class CodebookPage
{
    /// <summary>The page, with line feeds only.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="command">The command that prints this page, named at its end.</param>
    public static string Write(Codebook codebook, string command)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var schemes = codebook.Types.SelectMany(type => type.Crosswalk.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var page = new StringBuilder();
        page.Append("# Codebook: ").Append(codebook.Name).Append("\n\n");
        page.Append("A type is a family, or a family and a kind. The text decides how far it can be told: a report that says \"attack\" and no more is coded as the family.\n");
        if (schemes.Count > 0)
        {
            page.Append("The columns ").Append(string.Join(", ", schemes)).Append(" give the nearest category of other schemes; \"none\" means that the scheme does not code it.\n");
        }

        foreach (var family in codebook.Types.GroupBy(type => Codebook.Family(type.Code)))
        {
            page.Append("\n## ").Append(family.Key).Append("\n\n| Code | Label | Definition |");
            foreach (var scheme in schemes) page.Append(' ').Append(scheme).Append(" |");
            page.Append("\n|---|---|---|").Insert(page.Length, "---|", schemes.Count).Append('\n');
            foreach (var type in family)
            {
                page.Append("| `").Append(type.Code).Append("` | ").Append(Cell(type.Label)).Append(" | ").Append(Cell(type.Definition)).Append(" |");
                foreach (var scheme in schemes) page.Append(' ').Append(Cell(type.Crosswalk.GetValueOrDefault(scheme, ""))).Append(" |");
                page.Append('\n');
            }
        }

        return page.Append("\nPrinted by `").Append(command).Append("`.\n").ToString();
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
