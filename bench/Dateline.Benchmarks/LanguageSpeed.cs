using System.Globalization;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>Prints what the language layer takes from text to trees and names: by stage, for new text and for text met before, on one thread and on two.</summary>
internal static class LanguageSpeed
{
    public static int Run(string[] files)
    {
        if (files.Length == 0)
        {
            Console.Error.WriteLine("language needs files: plain texts, or JSON Lines with \"text\".");
            return 2;
        }

        var folder = KnowledgeFolder.BesideProgram;
        var models = new LanguageModels(folder);
        var reader = PlainTextReader.Load(folder);
        var articles = files.SelectMany(Throughput.Read).Select(report => reader.Read(report)).ToArray();
        // The second half is new to every cache and table that the first has filled, as the next hour's news is.
        var (known, fresh) = (articles[..(articles.Length / 2)], articles[(articles.Length / 2)..]);
        var run = new LanguageRun(models);
        run.Run(known);
        run.Forget();
        run.Run(fresh);
        Table($"new text, one thread: {fresh.Length} articles, {run.Tokens} tokens", run);
        var single = Again(run, fresh);
        Table("the same text again, one thread", run);
        var pair = (LanguageRun[])[new LanguageRun(models), new LanguageRun(models)];
        Parallel.ForEach(pair, new ParallelOptions { MaxDegreeOfParallelism = 2 }, one => Again(one, fresh));
        var both = 0.0;
        Parallel.ForEach(pair, new ParallelOptions { MaxDegreeOfParallelism = 2 }, one => Again(one, fresh));
        foreach (var one in pair) both += one.Tokens / Seconds(one);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ntwo threads, each the same text again: {both:0} tokens/s, {both / single:0.00} times one thread"));
        return 0;
    }

    /// <summary>Tokens a second.</summary>
    private static double Again(LanguageRun run, Article[] articles)
    {
        run.Forget();
        run.Run(articles);
        return run.Tokens / Seconds(run);
    }

    private static double Seconds(LanguageRun run) => run.Costs.Sum(cost => cost.Cost.Time.TotalSeconds);

    private static void Table(string name, LanguageRun run)
    {
        Console.WriteLine($"\n{name}\n\n| stage | tokens/s | µs a token | bytes a token |\n|---|---|---|---|");
        foreach (var (stage, cost) in run.Costs) Row(stage, cost.Time.TotalSeconds, cost.Bytes);
        Row("all of these", Seconds(run), run.Costs.Sum(cost => cost.Cost.Bytes));

        void Row(string stage, double seconds, long bytes) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {stage} | {run.Tokens / seconds:0} | {1e6 * seconds / run.Tokens:0.000} | {(double)bytes / run.Tokens:0.00} |"));
    }
}
