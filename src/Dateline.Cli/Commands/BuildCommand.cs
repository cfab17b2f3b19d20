using System.CommandLine;
using Dateline.Evaluation.Building;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline build</c>: makes knowledge files that are too large to write by hand.</summary>
public static class BuildCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand("build", "Build knowledge files from public sources.", "dateline build gazetteer --sources DIR --out data/gazetteer/places.bin");
        command.Subcommands.Add(Gazetteer());
        command.Subcommands.Add(Knowledge());
        return command;
    }

    private static ExampleCommand Knowledge()
    {
        var output = new Option<FileInfo>("--out") { Description = "The file to write; it is found when it lies beside the program as knowledge.pack.", Required = true };
        var command = new ExampleCommand("knowledge", "Read all YAML files ahead of time, so that later runs start faster; edited files are still honoured.", "dateline build knowledge --out knowledge.pack");
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var pack = KnowledgePack.Write(KnowledgeFolder.BesideProgram);
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, pack);
            Console.Out.WriteLine(FormattableString.Invariant($"{KnowledgePack.Read(pack).Count} files, {pack.Length} bytes"));
            return 0;
        });
        return command;
    }

    private static ExampleCommand Gazetteer()
    {
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder that data/gazetteer/fetch-sources.sh filled.", HelpName = "DIR", Required = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The data folder with gazetteer/exonyms.yaml; default: the one beside the program.", HelpName = "DIR" };
        var output = new Option<FileInfo>("--out") { Description = "The file to write, such as data/gazetteer/places.bin.", HelpName = "FILE", Required = true };
        var command = new ExampleCommand("gazetteer", "Build places.bin from GeoNames extracts, ISO 3166 and the spellings in exonyms.yaml.", "dateline build gazetteer --sources DIR --out data/gazetteer/places.bin");
        command.Options.Add(sources);
        command.Options.Add(data);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var knowledge = parsed.GetValue(data) is { } folder ? KnowledgeFolder.BesideProgram with { Data = folder.FullName } : KnowledgeFolder.BesideProgram;
            if (!parsed.GetRequiredValue(sources).Exists) throw new UsageException($"the folder {parsed.GetRequiredValue(sources)} does not exist; data/gazetteer/fetch-sources.sh fills one.");
            // In memory first: a build that stops half-way leaves the file as it was.
            using var built = new MemoryStream();
            var (places, names, unmatched) = GazetteerBuilder.Build(parsed.GetRequiredValue(sources).FullName, knowledge, built);
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, built.ToArray());
            Console.Out.WriteLine(FormattableString.Invariant($"{places} places, {names} names, {built.Length} bytes"));
            foreach (var name in unmatched) Console.Error.WriteLine($"exonyms.yaml: no place \"{name}\" in the sources");
            return ExitCode.Ok;
        });
        return command;
    }
}
