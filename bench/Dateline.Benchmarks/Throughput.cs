using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>Codes files of reports with one and with two threads and prints reports a second, words a second and peak memory.</summary>
/// <remarks>Each row is measured in a process of its own, so that peak memory belongs to it alone.</remarks>
internal static class Throughput
{
    private const string Row = "--row";

    public static int Run(string[] args)
    {
        if (args is [Row, var threads, .. var named]) return Measure(int.Parse(threads, CultureInfo.InvariantCulture), named);
        if (args.Length == 0)
        {
            Console.Error.WriteLine("throughput needs files: plain texts, or JSON Lines with \"text\".");
            return 2;
        }

        Console.WriteLine("| threads | reports | reports/s | words/s | peak MB | load ms | speed-up |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var single = 0.0;
        foreach (var count in (int[])[1, 2])
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            foreach (var arg in (string[])["throughput", Row, count.ToString(CultureInfo.InvariantCulture), .. args]) start.ArgumentList.Add(arg);
            using var child = Process.Start(start)!;
            var numbers = child.StandardOutput.ReadToEnd().Trim().Split(' ');
            child.WaitForExit();
            if (child.ExitCode != 0 || numbers.Length != 5) return 3;
            var rate = double.Parse(numbers[1], CultureInfo.InvariantCulture);
            if (count == 1) single = rate;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {count} | {numbers[0]} | {numbers[1]} | {numbers[2]} | {numbers[3]} | {numbers[4]} | {rate / single:0.00} |"));
        }

        Shares(args);
        return 0;
    }

    /// <summary>What each stage takes of one thread's time.</summary>
    private static void Shares(string[] files)
    {
        var reports = files.SelectMany(Read).ToList();
        var stages = new Stages(KnowledgeFolder.BesideProgram);
        foreach (var report in reports.Take(50)) stages.Run(report);
        var before = stages.Times.ToDictionary(pair => pair.Stage, pair => pair.Time);
        var tokens = stages.Tokens;
        foreach (var report in reports) stages.Run(report);
        tokens = stages.Tokens - tokens;
        var times = stages.Times.Select(pair => (pair.Stage, Time: pair.Time - before[pair.Stage])).ToList();
        var parts = times.Where(pair => pair.Stage != Stages.Whole).ToList();
        var all = parts.Sum(pair => pair.Time.TotalSeconds);
        Console.WriteLine();
        Console.WriteLine("| stage, one thread | reports/s | tokens/s | share % |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (stage, time) in parts) Line(stage, time.TotalSeconds);
        Line("all of these", all);

        void Line(string stage, double seconds) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {stage} | {reports.Count / seconds:0} | {tokens / seconds:0} | {100 * seconds / all:0.0} |"));
    }

    private static int Measure(int threads, string[] files)
    {
        var reports = files.SelectMany(Read).ToList();
        var loading = Stopwatch.StartNew();
        var coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);
        loading.Stop();
        foreach (var report in reports.Take(20)) coder.Code(report);
        var words = reports.Sum(report => Words(report.Text));
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(reports, new ParallelOptions { MaxDegreeOfParallelism = threads }, report => RecordJson.WriteLine(coder.Code(report)));
        var seconds = clock.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports.Count} {reports.Count / seconds:0} {words / seconds:0} {self.PeakWorkingSet64 / 1024 / 1024} {loading.ElapsedMilliseconds}"));
        return 0;
    }

    internal static IEnumerable<Report> Read(string file)
    {
        if (!file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Report(file, Report.WellFormed(File.ReadAllText(file, Encoding.UTF8)));
            yield break;
        }

        foreach (var line in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("text", out var text)) continue;
            var title = json.RootElement.TryGetProperty("title", out var head) && head.ValueKind == JsonValueKind.String ? head.GetString() : null;
            yield return new Report(file, Report.WellFormed(text.GetString()!)) { Title = title };
        }
    }

    /// <summary>Words between white space: a measure that does not move when the tokeniser changes.</summary>
    private static long Words(string text)
    {
        var words = 0L;
        var inside = false;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (!isSpace && !inside) words++;
            inside = !isSpace;
        }

        return words;
    }
}
