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
            return Fail("nothing was done; the lines above name what is wrong in the files.", ExitCode.Usage);
        }
        catch (IOException e) when (Console.IsOutputRedirected && IsBrokenPipe(e))
        {
            // The reader of the pipe went away ("| head"): there is nobody left to tell.
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(e is FileNotFoundException { FileName: { } name } ? $"{Shown(name)} does not exist." : e.Message.ReplaceLineEndings(" "), ExitCode.Usage);
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

    /// <summary>A path as short as it was probably given.</summary>
    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : path;

    /// <summary>EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.</summary>
    private static bool IsBrokenPipe(IOException error) => (error.HResult & 0xFFFF) is 32 or 109 or 232;

    private static int Fail(string sentence, int code)
    {
        Console.Error.WriteLine("dateline: " + sentence);
        return code;
    }
}
