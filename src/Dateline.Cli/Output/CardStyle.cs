using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>How cards and tables are drawn.</summary>
/// <param name="Width">Columns to fill; below <see cref="LeastWidth"/> lines run over.</param>
/// <param name="Color">Whether colours and weights are used.</param>
/// <param name="Verbose">Whether notes and every claim are shown.</param>
internal sealed record CardStyle(int Width, bool Color, bool Verbose)
{
    /// <summary>Columns when the output is no terminal.</summary>
    public const int UsualWidth = 100;

    /// <summary>Columns at which a card is still readable.</summary>
    public const int LeastWidth = 40;

    /// <summary>Whether labels stand above their values, for want of room beside them.</summary>
    public bool IsNarrow => Width < 64;

    /// <summary>Draws into a text, the same on every machine: nothing is asked of the terminal.</summary>
    public string Draw(Action<IAnsiConsole> draw)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Max(Width, 20);
        console.Profile.Capabilities.Unicode = true;
        draw(console);
        return TrimLines(writer.ToString());
    }

    /// <summary>Takes the padding off line ends, so that a card can be compared and copied.</summary>
    private static string TrimLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
}
