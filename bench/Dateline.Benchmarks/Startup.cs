using System.Diagnostics;
using System.Globalization;
using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Names;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>Prints how long the models take to load: each by itself, and all that reading needs side by side, from the start of a process.</summary>
/// <remarks>Compiled code counts as much as data here: publish the benchmarks as the launcher publishes the command (bench/README.md).</remarks>
internal static class Startup
{
    private const string Once = "--once";
    private const string SideBySide = "side by side";
    private const int Runs = 9;

    private static readonly (string Name, bool IsRead, Func<KnowledgeFolder, object> Load)[] Parts =
    [
        ("tagger", true, folder => Tagger.Load(folder.ModelFile("tagger.bin"))),
        ("parser", true, folder => GraphParser.Load(folder.ModelFile("parser.bin"))),
        ("names: actors, lists, entities, clusters", true, folder => NameFinder.Load(folder, ActorList.Load(folder))),
        ("word lists of tokens, sentences, lemmas", true, folder => LanguageAnalyser.Load(folder)),
        ("truecase", false, folder => Truecaser.Load(folder.ModelFile("truecase.bin"))),
        ("coreference", false, folder => ChainModel.Load(folder.ModelFile("coreference.bin"))),
    ];

    public static int Run(string[] args)
    {
        if (args is [Once, var name])
        {
            Load(name);
            return 0;
        }

        // Knowledge files are parsed once and not at every start, as the launcher has it.
        File.WriteAllBytes(Path.Combine(AppContext.BaseDirectory, KnowledgePack.FileName), KnowledgePack.Write(KnowledgeFolder.BesideProgram));
        Console.WriteLine("| part | ready after process start, ms, least | median | of which loading, least |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var part in Parts.Select(part => part.Name).Append(SideBySide).Append(""))
        {
            var times = Enumerable.Range(0, Runs).Select(_ => Child(part)).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(part.Length == 0 ? "nothing: the process alone" : part)} | {times.Min(time => time.Ready):0} | {times.Order().ElementAt(Runs / 2).Ready:0} | {times.Min(time => time.Loading):0} |"));
        }

        return 0;
    }

    /// <summary>Starts a process that loads a part, and waits until it says that it has.</summary>
    private static (double Ready, double Loading) Child(string part)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var arg in (string[])["startup", Once, part]) start.ArgumentList.Add(arg);
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(start)!;
        var loading = child.StandardOutput.ReadLine();
        var ready = clock.Elapsed.TotalMilliseconds;
        child.WaitForExit();
        return (ready, double.Parse(loading!, CultureInfo.InvariantCulture));
    }

    private static void Load(string name)
    {
        var folder = KnowledgeFolder.BesideProgram;
        var clock = Stopwatch.StartNew();
        if (name == SideBySide) Task.WaitAll([.. Parts.Where(part => part.IsRead).Select(part => Task.Run(() => part.Load(folder)))]);
        else if (name.Length > 0) Parts.Single(part => part.Name == name).Load(folder);
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
    }
}
