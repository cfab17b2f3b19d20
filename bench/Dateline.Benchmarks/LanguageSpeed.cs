using System.Globalization;
using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>Prints what the language layer takes from text to trees and names: by stage, for new text and for text met before, on one thread and on two.</summary>
internal static class LanguageSpeed
{
    private const int Rounds = 8;

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
        var single = Least(run, fresh);
        Table($"the same text again, one thread, least of {Rounds} rounds", run);
        var pair = (LanguageRun[])[new LanguageRun(models), new LanguageRun(models)];
        var rates = new double[pair.Length];
        Parallel.For(0, pair.Length, new ParallelOptions { MaxDegreeOfParallelism = pair.Length }, i => rates[i] = Least(pair[i], fresh));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ntwo threads, each the same text again: {rates.Sum():0} tokens/s, {rates.Sum() / single:0.00} times one thread"));
        return 0;
    }

    /// <summary>Goes through the articles several times.</summary>
    /// <returns>Tokens a second.</returns>
    private static double Least(LanguageRun run, Article[] articles)
    {
        run.Forget();
        for (var round = 0; round < Rounds; round++) run.Run(articles);
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
