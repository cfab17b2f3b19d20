using System.CommandLine;
using Dateline.Evaluation.Training.Clusters;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline train clusters</c>: clusters of words from text without annotation.</summary>
internal static class TrainClusters
{
    private static readonly Option<FileInfo[]> Text =
        new("--text") { Description = "Text to learn from (plain, JSON Lines, CoNLL, tagged words, WordNet data; also .gz and .tgz).", HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Count =
        new("--count") { Description = "Clusters to make.", HelpName = "N", DefaultValueFactory = _ => ClusterTrainer.UsualCount };

    private static readonly Option<int> Least =
        new("--min") { Description = "Occurrences below which a word gets no cluster.", HelpName = "N", DefaultValueFactory = _ => ClusterTrainer.UsualLeast };

    private static readonly Option<FileInfo?> List =
        new("--list") { Description = "Also write the words with their paths and counts, for those who look at them.", HelpName = "FILE" };

    public static Command Create(Option<FileInfo> file)
    {
        var command = new ExampleCommand("clusters", "Train the word clusters.", "dateline train clusters --text news.jsonl train.conllu.gz --out models/clusters.bin") { Text, Count, Least, List, file };
        command.SetAction(result =>
        {
            var corpus = new ClusterText(KnowledgeFolder.BesideProgram);
            foreach (var text in result.GetRequiredValue(Text))
            {
                corpus.Add(text.ToString());
                Console.Error.WriteLine($"{text.Name}: {corpus.Tokens} tokens so far, {corpus.Repeated} sentences skipped as repeated");
            }

            var trainer = new ClusterTrainer { Count = result.GetValue(Count), Least = result.GetValue(Least) };
            var trained = trainer.Train(corpus.Sentences, Console.Error.WriteLine);
            TrainCommand.Write(result.GetRequiredValue(file), trained.Model());
            if (result.GetValue(List) is { } list) File.WriteAllLines(list.FullName, trained.Lines());
            return ExitCode.Ok;
        });
        return command;
    }
}
