using System.CommandLine;
using System.Globalization;
using Dateline.Cli.Input;
using Dateline.Resources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Cli.Commands;

/// <summary>What every command that takes reports has in common: the inputs, what is known about them, and how they are read.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Text files, folders, JSON Lines of reports, or - for standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _published = new("--published") { Description = "Publication day where the report does not say it, such as 2024-06-16.", HelpName = "DAY" };

    private readonly Option<string?> _outlet = new("--outlet") { Description = "Who published it, where the input does not say it.", HelpName = "NAME" };

    private readonly Option<string?> _codebook = new("--codebook") { Description = "A codebook to use in place of the default one.", HelpName = "FILE" };

    private readonly Option<string?> _threads = new("--threads") { Description = "How many reports are read at once; the output is the same for any number.", HelpName = "N" };

    private readonly Option<string?> _data = new("--data") { Description = "The knowledge folder to use in place of the built-in one.", HelpName = "DIR" };

    /// <summary>Adds the options to a command.</summary>
    public InputOptions AddTo(Command command)
    {
        command.Add(_inputs);
        foreach (var option in (Option[])[_published, _outlet, _codebook, _threads, _data]) command.Add(option);
        _published.Validators.Add(result =>
        {
            var day = result.GetValueOrDefault<string?>();
            if (day is not null && !LocalDatePattern.Iso.Parse(day).Success) result.AddError($"--published takes a day such as 2024-06-16, not \"{day}\".");
        });
        _threads.Validators.Add(result =>
        {
            var number = result.GetValueOrDefault<string?>();
            if (number is not null && ThreadCount(number) is null) result.AddError($"--threads takes a number from 1 to 256, not \"{number}\".");
        });
        return this;
    }

    /// <summary>The reports that the command line names; reading happens as they are asked for.</summary>
    public IEnumerable<ReportInput> Reports(ParseResult parse)
    {
        var names = Names(parse);
        var published = parse.GetValue(_published) is { } day ? LocalDatePattern.Iso.Parse(day).Value : (LocalDate?)null;
        return new InputReader(new InputDefaults(published, parse.GetValue(_outlet)), Console.OpenStandardInput).Read(names);
    }

    /// <summary>The documents of the CoNLL-U files that the command line names; reading happens as they are asked for.</summary>
    public IEnumerable<ReportInput> Pretokenized(ParseResult parse) => new PretokenizedInput(Console.OpenStandardInput).Read(Names(parse));

    /// <summary>The names as given; standard input when none are given and something is piped in.</summary>
    public string[] Names(ParseResult parse)
    {
        var names = parse.GetValue(_inputs) ?? [];
        if (names.Length > 0) return names;
        if (Console.IsInputRedirected) return ["-"];
        throw new UsageException($"dateline {parse.CommandResult.Command.Name} needs an INPUT: a file, a folder, or - for standard input.");
    }

    public int Threads(ParseResult parse) =>
        parse.GetValue(_threads) is { } number ? ThreadCount(number)!.Value : Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Loads the coder with the knowledge that the options name.</summary>
    public ReportCoder Coder(ParseResult parse)
    {
        var folder = KnowledgeLocation.Of(parse.GetValue(_data));
        if (parse.GetValue(_codebook) is not { } codebook) return ReportCoder.Load(folder);
        if (!File.Exists(codebook)) throw new UsageException($"the codebook {codebook} does not exist.");
        return ReportCoder.Load(folder, KnowledgeNode.Read(codebook, codebook));
    }

    private static int? ThreadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 256 ? number : null;
}

/// <summary>Where <c>--data</c> points.</summary>
internal static class KnowledgeLocation
{
    /// <summary>A folder with <c>data</c> and <c>models</c> in it, or the data folder itself with the models beside it; null is what came with the program.</summary>
    public static KnowledgeFolder Of(string? folder)
    {
        var builtIn = KnowledgeFolder.BesideProgram;
        if (folder is null) return builtIn;
        if (!Directory.Exists(folder)) throw new UsageException($"the knowledge folder {folder} does not exist.");
        var inner = Path.Combine(folder, "data");
        var data = Directory.Exists(inner) ? inner : folder;
        var models = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data).TrimEnd(Path.DirectorySeparatorChar)) ?? data, "models");
        return new KnowledgeFolder(data, Directory.Exists(models) ? models : builtIn.Models);
    }
}
