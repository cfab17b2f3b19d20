using System.CommandLine;
using Dateline.Evaluation;
using Dateline.Evaluation.Training;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline train tagger|parser</c>: makes a model file from treebanks.</summary>
public static class TrainCommand
{
    private static readonly Option<FileInfo[]> Train =
        new("--train") { Description = "Treebanks to learn from (CoNLL-U, plain or .gz).", Required = true, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<FileInfo[]> Dev =
        new("--dev") { Description = "Treebanks to score on, each by itself.", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Seed =
        new("--seed") { Description = "Seed of all random choices; the same seed gives the same bytes.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Epochs =
        new("--epochs") { Description = "Times that all sentences are gone through.", DefaultValueFactory = _ => 8 };

    private static readonly Option<FileInfo> Out = new("--out") { Description = "The model file to write.", Required = true };

    public static Command Create() => new("train", "Train a model from treebanks.") { Tagger() };

    private static Command Tagger()
    {
        var command = new Command("tagger", "Train the part-of-speech tagger.") { Train, Dev, Seed, Epochs, Out };
        command.SetAction(result => Reported(() =>
        {
            var trainer = new TaggerTrainer { Seed = result.GetValue(Seed), Epochs = result.GetValue(Epochs) };
            var model = trainer.Train(Sentences(result.GetRequiredValue(Train)), Console.Error.WriteLine);
            Write(result.GetRequiredValue(Out), model);
            var tagger = Language.Tagger.Load(result.GetRequiredValue(Out).FullName);
            foreach (var file in result.GetValue(Dev) ?? []) Console.WriteLine($"{file.Name}: {TagScore.Of(tagger, ConlluReader.Read(file.FullName))}");
        }));
        return command;
    }

    private static IReadOnlyList<ConlluSentence> Sentences(FileInfo[] files) => [.. files.SelectMany(file => ConlluReader.Read(file.FullName))];

    private static void Write(FileInfo file, byte[] model)
    {
        File.WriteAllBytes(file.FullName, model);
        Console.WriteLine($"{file.Name}: {model.Length} bytes, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model))}");
    }

    private static int Reported(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception error) when (error is DataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
