using System.CommandLine;
using System.Globalization;
using Dateline.Cli.Output;

namespace Dateline.Cli.Commands;

/// <summary>What every command that prints has in common: format, colour, width, detail.</summary>
internal sealed class OutputOptions
{
    private readonly string[] _formats;
    private readonly Option<string?> _format;

    private readonly Option<string?> _color = new("--color") { Description = "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.", HelpName = "auto|always|never" };

    private readonly Option<string?> _width = new("--width") { Description = "Columns to fill; by default the terminal's width, 100 elsewhere.", HelpName = "N" };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also print notes and details of faults." };

    /// <param name="formats">The formats that the command prints; the first is the default on a terminal, the last in a pipe.</param>
    public OutputOptions(params string[] formats)
    {
        _formats = formats;
        _format = new("--format", "-f") { Description = $"What to print: {Choices(formats)}; {formats[0]} on a terminal, {formats[^1]} in a pipe.", HelpName = string.Join('|', formats) };
    }

    public OutputOptions AddTo(Command command)
    {
        if (_formats.Length > 1) command.Add(_format);
        command.Add(_color);
        command.Add(_width);
        command.Add(_verbose);
        AllowOnly(_format, _formats);
        AllowOnly(_color, ["auto", "always", "never"]);
        _width.Validators.Add(result =>
        {
            var number = result.GetValueOrDefault<string?>();
            if (number is not null && Columns(number) is null) result.AddError($"--width takes a number of columns from 20 to 1000, not \"{number}\".");
        });
        return this;
    }

    public string Format(ParseResult parse) =>
        (_formats.Length > 1 ? parse.GetValue(_format) : null) ?? (Console.IsOutputRedirected ? _formats[^1] : _formats[0]);

    /// <summary>The format that was asked for by name; null when none was.</summary>
    public string? Named(ParseResult parse) => _formats.Length > 1 ? parse.GetValue(_format) : null;

    public bool Verbose(ParseResult parse) => parse.GetValue(_verbose);

    /// <summary>How to draw, from options, environment and terminal.</summary>
    public CardStyle Style(ParseResult parse)
    {
        var color = parse.GetValue(_color) switch
        {
            "always" => true,
            "never" => false,
            _ => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
        return new CardStyle(parse.GetValue(_width) is { } number ? Columns(number)!.Value : TerminalWidth(), color, Verbose(parse));
    }

    private static int TerminalWidth() => Console.IsOutputRedirected ? CardStyle.UsualWidth : Math.Clamp(Console.WindowWidth, CardStyle.LeastWidth, 120);

    private static void AllowOnly(Option<string?> option, string[] allowed)
    {
        option.CompletionSources.Add(allowed);
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<string?>();
            if (value is null || allowed.Contains(value)) return;
            result.AddError($"{option.Name} takes {Choices(allowed)}, not \"{value}\"{Suggestion.For(value, allowed)}");
        });
    }

    /// <summary>"a, b or c".</summary>
    internal static string Choices(string[] values) =>
        values.Length == 1 ? values[0] : string.Join(", ", values[..^1]) + " or " + values[^1];

    private static int? Columns(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 20 and <= 1000 ? number : null;
}
