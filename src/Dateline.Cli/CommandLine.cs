using System.CommandLine;
using System.CommandLine.Help;
using Dateline.Resources;

namespace Dateline.Cli;

/// <summary>Parses the arguments, runs the command, and turns whatever goes wrong into one sentence and an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = Root();
        var parse = root.Parse(args);
        if (UsageErrors.First(parse, args) is { } error) return Fail(error, ExitCode.Usage);
        try
        {
            return parse.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return Fail(e.Message, ExitCode.Usage);
        }
        catch (DataException e)
        {
            foreach (var dataError in e.Errors) Console.Error.WriteLine(dataError);
            return Fail("The knowledge files cannot be used; the lines above say why.", ExitCode.Usage);
        }
        catch (IOException) when (Console.IsOutputRedirected)
        {
            // The reader of the pipe went away ("| head"): there is nobody left to tell.
            return ExitCode.Ok;
        }
        catch (Exception e) when (!args.Contains("--verbose") && !args.Contains("-v"))
        {
            return Fail($"stopped by a fault in the program: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}; --verbose shows where.", ExitCode.Usage);
        }
    }

    public static RootCommand Root()
    {
        var root = new RootCommand("Turns news reports into sourced incident records: who did what to whom, where, when, and who says so.");
        foreach (var command in CommandTable.All()) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show how to use a command.";
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        root.SetAction(parse => help.Action is ExampleHelp show ? show.Invoke(parse) : ExitCode.Usage);
        return root;
    }

    private static int Fail(string sentence, int code)
    {
        Console.Error.WriteLine("dateline: " + sentence);
        return code;
    }
}
