namespace Dateline.Cli;

/// <summary>What the command tells the shell; <c>dateline help exit-codes</c> prints this list.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int NothingFound = 1;
    public const int Usage = 2;
    public const int SomeInputsFailed = 3;
    public const int ValidationFailed = 5;
    public const int Interrupted = 130;

    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "everything was read and something was found"),
        (NothingFound, "everything was read and nothing was found"),
        (Usage, "the command line, a file that it names, or the knowledge files cannot be used"),
        (SomeInputsFailed, "some inputs could not be read; the others were"),
        (ValidationFailed, "a check found problems, or a score fell below the frozen one"),
        (Interrupted, "interrupted; what was printed is whole"),
    ];
}
