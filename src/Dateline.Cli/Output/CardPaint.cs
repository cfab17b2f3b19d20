using Dateline.Claims;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dateline.Cli.Output;

/// <summary>Lines of a card: labels, values, and the evidence under each value.</summary>
/// <param name="style">Width, colour, detail.</param>
/// <param name="outlet">Who speaks where a claim has no source; null when unknown.</param>
/// <param name="dim">Whether everything is drawn dimmed, as background incidents are.</param>
internal sealed class CardPaint(CardStyle style, string? outlet, bool dim)
{
    /// <summary>Claims shown under one value unless everything is asked for.</summary>
    private const int ShownClaims = 3;

    private const int LabelWidth = 15;

    private readonly List<(string Label, IRenderable Value)> _rows = [];
    private Paragraph? _summary;

    private static readonly Style Faint = new(Color.Grey);

    private Style ValueStyle => dim ? Faint : new Style(decoration: Decoration.Bold);

    /// <summary>A labelled value with the claims it rests on.</summary>
    /// <param name="label">What it is; empty to continue the row above.</param>
    /// <param name="value">The value in words.</param>
    /// <param name="claims">The claims; their quotes stand below.</param>
    /// <param name="withValues">Whether each claim shows its own value, because they differ.</param>
    public void Row(string label, string value, IEnumerable<ClaimRecord> claims, bool withValues = false)
    {
        var lines = new List<IRenderable> { new Paragraph(CardWords.Clean(value), ValueStyle) };
        var shown = claims.DistinctBy(claim => (claim.Evidence.In, claim.Evidence.Start, claim.Evidence.End, claim.Value, claim.Modality)).ToList();
        var most = style.Verbose || withValues ? int.MaxValue : ShownClaims;
        lines.AddRange(shown.Take(most).Select(claim => Evidence(claim, withValues)));
        if (shown.Count > most) lines.Add(new Paragraph($"and {shown.Count - most} more", Faint));
        _rows.Add((label, new Rows(lines)));
    }

    /// <summary>A line of plain words above all rows.</summary>
    public void Summary(string words) => _summary = new Paragraph(CardWords.Clean(words), Faint);

    /// <summary>All rows, labels beside their values or, where there is no room, above them.</summary>
    public IRenderable Draw()
    {
        if (style.IsNarrow)
        {
            List<IRenderable> stacked = _summary is null ? [] : [_summary];
            foreach (var (label, value) in _rows)
            {
                if (label.Length > 0) stacked.Add(new Paragraph(label, LabelStyle));
                stacked.Add(new Padder(value, new Padding(2, 0, 0, 0)));
            }

            return new Rows(stacked);
        }

        var grid = new Grid();
        grid.AddColumn(new GridColumn { Width = LabelWidth, Padding = new Padding(0, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var (label, value) in _rows) grid.AddRow(new Paragraph(label, LabelStyle), value);
        return _summary is null ? grid : new Rows(_summary, grid);
    }

    private Style LabelStyle => dim ? Faint : new Style(Color.Teal);

    private Padder Evidence(ClaimRecord claim, bool withValue)
    {
        var room = style.Width - (style.IsNarrow ? 8 : LabelWidth + 8);
        var line = new Paragraph();
        if (withValue) line.Append(CardWords.Value(claim.Value) + "  ", ValueStyle);
        line.Append("“" + CardWords.Quote(claim.Evidence.Quote, Math.Clamp(room, 24, 90)) + "”", Faint);
        line.Append(" — " + CardWords.Speaker(claim, outlet), dim ? Faint : new Style(Color.Olive));
        if (claim.Modality != "stated") line.Append(" [" + claim.Modality + "]", Badge(claim.Modality));
        return new Padder(line, new Padding(2, 0, 0, 0));
    }

    private static Style Badge(string modality) => modality switch
    {
        "denied" => new Style(Color.Maroon),
        "confirmed" => new Style(Color.Green),
        _ => new Style(Color.Purple),
    };
}
