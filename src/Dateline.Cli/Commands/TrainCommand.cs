using System.CommandLine;
using Dateline.Evaluation;
using Dateline.Evaluation.Chains;
using Dateline.Evaluation.Training;
using Dateline.Evaluation.Training.Neural;
using Dateline.Language.Neural;
using Dateline.Mentions.Chains;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline train tagger|parser|entities|clusters</c>: makes a model file from treebanks, texts with names, or text.</summary>
public static class TrainCommand
{
    private static readonly Option<FileInfo[]> Train =
        new("--train") { Description = "Treebanks to learn from (CoNLL-U, plain or .gz).", HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<FileInfo[]> Dev =
        new("--dev") { Description = "Treebanks to score on, each by itself.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Seed =
        new("--seed") { Description = "Seed of all random choices; the same seed gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Epochs =
        new("--epochs") { Description = "Times that all sentences are gone through.", HelpName = "N", DefaultValueFactory = _ => 8 };

    private static readonly Option<int> ChainEpochs =
        new("--epochs") { Description = "Times that all articles are gone through.", HelpName = "N", DefaultValueFactory = _ => 5 };

    private static readonly Option<int> ParserEpochs =
        new("--epochs") { Description = "Times that all sentences are gone through.", HelpName = "N", DefaultValueFactory = _ => 30 };

    private static readonly Option<FileInfo?> Clusters =
        new("--clusters") { Description = "Word clusters to learn with, made by `dateline train clusters`; they become part of the model.", HelpName = "FILE" };

    private static readonly Option<FileInfo?> Patterns =
        new("--patterns") { Description = "News patterns to learn from beside the treebanks (YAML).", HelpName = "FILE" };

    private static readonly Option<FileInfo[]> Tagged =
        new("--tagged") { Description = "Machine-tagged texts (word_TAG tokens, also .tgz) that tell which tags further words have.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<FileInfo?> Tags =
        new("--tagger") { Description = "The tagger model that scores on --dev are taken with; default: the one beside the program.", HelpName = "FILE" };

    private static readonly Option<FileInfo> Out = new("--out") { Description = "The model file to write.", HelpName = "FILE", Required = true };

    public static Command Create() => new ExampleCommand("train", "Train a model from treebanks or text.", "dateline train tagger --train train.conllu.gz --dev dev.conllu.gz --out models/tagger.bin") { Tagger(), Parser(), TrainEntities.Create(), TrainClusters.Create(Out), Truecase(), Coreference() };

    private static ExampleCommand Tagger()
    {
        var command = new ExampleCommand("tagger", "Train the part-of-speech tagger.", "dateline train tagger --train train.conllu.gz --dev dev.conllu.gz --out models/tagger.bin") { Train, Patterns, Tagged, Dev, Seed, Epochs, Out };
        command.SetAction(result =>
        {
            var trainer = new TaggerTrainer { Seed = result.GetValue(Seed), Epochs = result.GetValue(Epochs), TagClasses = TagClasses(result) };
            var model = trainer.Train(Sentences(result), Console.Error.WriteLine);
            Write(result.GetRequiredValue(Out), model);
            var tagger = Language.Tagger.Load(result.GetRequiredValue(Out).FullName);
            foreach (var file in result.GetValue(Dev) ?? []) Console.WriteLine($"{file.Name}: {TagScore.Of(tagger, ConlluReader.Read(file.ToString()))}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static ExampleCommand Parser()
    {
        var command = new ExampleCommand("parser", "Train the dependency parser.", "dateline train parser --train train.conllu.gz --tagger models/tagger.bin --out models/parser.bin") { Train, Patterns, Clusters, Tagged, Dev, Seed, ParserEpochs, Tags, Out };
        command.SetAction(result =>
        {
            var tagger = Language.Tagger.Load(result.GetValue(Tags)?.ToString() ?? KnowledgeFolder.BesideProgram.ModelFile("tagger.bin"));
            var clusters = result.GetValue(Clusters) is { } file ? Language.ModelFile.Read(file.FullName, "clusters").Bytes : [];
            var trainer = new GraphParserTrainer { Seed = result.GetValue(Seed), Epochs = result.GetValue(ParserEpochs), Clusters = clusters, TagClasses = TagClasses(result) };
            var model = trainer.Train(Sentences(result), Console.Error.WriteLine);
            Write(result.GetRequiredValue(Out), model);
            var parser = GraphParser.Load(result.GetRequiredValue(Out).FullName);
            foreach (var dev in result.GetValue(Dev) ?? []) Console.WriteLine($"{dev.Name}: {ParseScore.Of(tagger, parser, ConlluReader.Read(dev.ToString()))}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static ExampleCommand Truecase()
    {
        var text = new Option<FileInfo[]>("--text") { Description = "Tagged texts to count beside the treebanks: word_TAG tokens, a sentence a line.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };
        var words = new Option<FileInfo[]>("--words") { Description = "Data files of WordNet, whose words are counted once each.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };
        var command = new ExampleCommand("truecase", "Count how words are printed in running text, for texts in capitals.", "dateline train truecase --train train.conllu.gz --out models/truecase.bin") { Train, text, words, Dev, Out };
        command.SetAction(result =>
        {
            var sentences = result.GetRequiredValue(Train).SelectMany(file => ConlluReader.Read(file.ToString())).Select(sentence => (IReadOnlyList<string>)[.. sentence.Words.Select(word => word.Form)]);
            var texts = (result.GetValue(text) ?? []).OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => TruecaseTrainer.TaggedText(file.FullName));
            Write(result.GetRequiredValue(Out), new TruecaseTrainer().Train(sentences.Concat(texts), (result.GetValue(words) ?? []).SelectMany(file => TruecaseTrainer.WordNetWords(file.FullName))));
            var truecaser = Language.Truecaser.Load(result.GetRequiredValue(Out).FullName);
            foreach (var file in result.GetValue(Dev) ?? [])
            {
                var (right, words) = TruecaseTrainer.Score(truecaser, ConlluReader.Read(file.ToString()));
                Console.WriteLine(FormattableString.Invariant($"{file.Name}: {100.0 * right / Math.Max(1, words):F2} % of {words} words have their case back"));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static ExampleCommand Coreference()
    {
        var command = new ExampleCommand("coreference", "Train the coreference model.", "dateline train coreference --train gum_open_entities_coref.jsonl.gz --out models/coreference.bin") { Train, Dev, Seed, ChainEpochs, Out };
        command.SetAction(result =>
        {
            var coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);
            var articles = result.GetRequiredValue(Train).SelectMany(file => GoldChains.Read(file.ToString())).Where(article => article.Split != "dev").ToList();
            var trainer = new CoreferenceTrainer { Seed = result.GetValue(Seed), Epochs = result.GetValue(ChainEpochs) };
            Write(result.GetRequiredValue(Out), trainer.Train(articles, coder.Language, coder.Phrases, Console.Error.WriteLine));
            var resolver = new ChainResolver(coder.Phrases, ChainModel.Load(result.GetRequiredValue(Out).FullName));
            foreach (var file in result.GetValue(Dev) ?? [])
            {
                foreach (var row in ChainScorer.Score(ChainScorer.Held(file.ToString()), coder.Language, resolver).Rows)
                {
                    Console.WriteLine($"{file.Name}: {row.Name}: P {100 * row.Precision:F2} R {100 * row.Recall:F2} F {100 * row.F:F2}");
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static IReadOnlyDictionary<uint, byte> TagClasses(ParseResult result) => TagClassCounts.Of((result.GetValue(Tagged) ?? []).Select(file => file.ToString()));

    private static List<ConlluSentence> Sentences(ParseResult result)
    {
        var sentences = result.GetRequiredValue(Train).SelectMany(file => ConlluReader.Read(file.ToString())).ToList();
        if (result.GetValue(Patterns) is { } patterns)
        {
            sentences.AddRange(NewsPatterns.Read(patterns.ToString()).Sentences(each: 25, new Random(result.GetValue(Seed))));
        }

        return sentences;
    }

    internal static void Write(FileInfo file, byte[] model)
    {
        File.WriteAllBytes(file.FullName, model);
        Console.WriteLine($"{file.Name}: {model.Length} bytes, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model))}");
    }
}
