using System.Diagnostics;
using System.Text;

namespace Dateline.EndToEnd;

/// <summary>What a run of the command left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A temporary folder in which the real command is started.</summary>
internal sealed class Desk : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("dateline-").FullName;

    /// <summary>User to start the command as; null is the one who runs the tests.</summary>
    public string? RunAs { get; set; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return name;
    }

    public Run Start(params string[] args) => Feed(null, args);

    /// <summary>Runs the command with text on standard input; null closes it at once.</summary>
    public Run Feed(string? input, params string[] args)
    {
        using var process = Begin(args);
        if (input is not null) process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "the command did not end within two minutes");
        return new Run(process.ExitCode, output, errors.Result);
    }

    /// <summary>Whether the command starts at all, as the user of <see cref="RunAs"/>.</summary>
    public bool CanRun()
    {
        try
        {
            return Start("--version").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public Process Begin(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment["NO_COLOR"] = "1";
        if (RunAs is not null) start.UserName = RunAs;
        start.ArgumentList.Add(Program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        foreach (var folder in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
