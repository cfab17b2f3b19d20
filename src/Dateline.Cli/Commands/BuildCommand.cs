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
        return command;
    }

    private static ExampleCommand Gazetteer()
    {
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder that data/gazetteer/fetch-sources.sh filled.", Required = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The data folder with gazetteer/exonyms.yaml; default: the one beside the program." };
        var output = new Option<FileInfo>("--out") { Description = "The file to write, such as data/gazetteer/places.bin.", Required = true };
        var command = new ExampleCommand("gazetteer", "Build places.bin from GeoNames extracts, ISO 3166 and the spellings in exonyms.yaml.", "dateline build gazetteer --sources DIR --out data/gazetteer/places.bin");
        command.Options.Add(sources);
        command.Options.Add(data);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var knowledge = parsed.GetValue(data) is { } folder ? KnowledgeFolder.BesideProgram with { Data = folder.FullName } : KnowledgeFolder.BesideProgram;
            using var file = parsed.GetRequiredValue(output).Create();
            var (places, names, unmatched) = GazetteerBuilder.Build(parsed.GetRequiredValue(sources).FullName, knowledge, file);
            Console.Out.WriteLine(FormattableString.Invariant($"{places} places, {names} names, {file.Length} bytes"));
            foreach (var name in unmatched) Console.Error.WriteLine($"exonyms.yaml: no place \"{name}\" in the sources");
            return 0;
        });
        return command;
    }
}
