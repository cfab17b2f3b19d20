using Dateline.Cli.Input;
using Dateline.Cli.Output;

namespace Dateline.Cli.Commands;

/// <summary>What one input came to: the bytes to print, and what the exit code has to know.</summary>
/// <param name="Bytes">What goes to standard output.</param>
/// <param name="Found">Whether anything was found in the report.</param>
internal readonly record struct Printable(ReadOnlyMemory<byte> Bytes, bool Found);

/// <summary>Reads inputs on several threads, prints in order, tells failures in one sentence each, and counts for the exit code.</summary>
internal sealed class ReportRun(int threads, bool verbose)
{
    /// <param name="inputs">The reports, read as they are asked for.</param>
    /// <param name="work">Codes one input (a failed one too: its record holds the error); runs on several threads.</param>
    /// <param name="print">Prints one result; runs on the calling thread, in input order.</param>
    /// <returns>The exit code.</returns>
    public int Run(IEnumerable<ReportInput> inputs, Func<ReportInput, Printable> work, Action<Printable> print)
    {
        using var interruption = new Interruption();
        int total = 0, failed = 0, found = 0;
        OrderedWork.Run(inputs, Guarded, Take, threads, interruption.Token);
        if (interruption.Happened)
        {
            Console.Error.WriteLine($"dateline: interrupted after {Reports(total)}.");
            return ExitCode.Interrupted;
        }

        if (verbose) Console.Error.WriteLine($"dateline: {Reports(total)} read, {found} with findings, {failed} failed.");
        return failed > 0 ? ExitCode.SomeInputsFailed : found > 0 ? ExitCode.Ok : ExitCode.NothingFound;

        (Printable Printable, string? Error, Exception? Fault) Guarded(ReportInput input)
        {
            try
            {
                return (work(input), input.Error, null);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One report must never take the others down; the fault is told and the run goes on.
                var sentence = $"{PlainText.Subject(input.Name)} could not be coded because of a fault in the program ({e.GetType().Name}).";
                return (work(ReportInput.Failed(input.Name, sentence) with { InBulk = input.InBulk }), sentence, e);
            }
        }

        void Take((Printable Printable, string? Error, Exception? Fault) result)
        {
            total++;
            if (result.Printable.Found) found++;
            if (result.Error is not null)
            {
                failed++;
                Console.Error.WriteLine("dateline: " + CardWords.Clean(result.Error));
                if (verbose && result.Fault is not null) Console.Error.WriteLine(result.Fault);
            }

            print(result.Printable);
        }
    }

    private static string Reports(int count) => count == 1 ? "1 report" : $"{count} reports";
}
