using System.CommandLine;
using Dateline.Evaluation.Entities;
using Dateline.Evaluation.Records;
using Dateline.Evaluation.Training;
using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline train entities</c>: makes the model that finds names.</summary>
internal static class TrainEntities
{
    private static readonly Option<FileInfo[]> Train =
        new("--train") { Description = "Texts with annotated names: re3d (.jsonl), GUM (CoNLL-U), token files with B- and I- labels.", HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<FileInfo[]> Dev =
        new("--dev") { Description = "Texts to score on, each file by itself.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Seed =
        new("--seed") { Description = "Seed of all random choices; the same seed gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Epochs =
        new("--epochs") { Description = "Times that all texts are gone through; 0 only scores the model that --out names.", HelpName = "N", DefaultValueFactory = _ => 12 };

    private static readonly Option<int> Fold =
        new("--fold") { Description = "Which fifth of re3d is held out, 0 to 4.", HelpName = "N", DefaultValueFactory = _ => 0 };

    private static readonly Option<bool> Errors = new("--errors") { Description = "Print the names missed and the names too many of every text scored." };

    private static readonly Option<int> Retold =
        new("--retold") { Description = "Copies of each text with names of the lists in place of its own.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<FileInfo> Out = new("--out") { Description = "The model file to write.", HelpName = "FILE", Required = true };

    public static ExampleCommand Create()
    {
        var command = new ExampleCommand("entities", "Train the tagger of names.", "dateline train entities --train re3d.jsonl gum.conllu.gz --dev gum-dev.conllu.gz --out models/entities.bin") { Train, Dev, Seed, Epochs, Fold, Retold, Errors, Out };
        command.SetAction(result =>
        {
            var folder = KnowledgeFolder.BesideProgram;
            var actors = ActorList.Load(folder);
            var gazetteer = Gazetteer.Load(folder);
            var places = NameLexicon.Places(gazetteer);
            var lists = NameLexicon.Load(folder, actors);
            foreach (var (hash, flags) in places.Entries()) lists.Add(hash, flags);
            var clusters = WordClusters.Load(folder.ModelFile("clusters.bin"));
            var scheme = new NameScheme(lists);
            var language = LanguageAnalyser.Load(folder, Language.Tagger.Load(folder.ModelFile("tagger.bin")).Tag);
            var random = new Random(result.GetValue(Seed));
            var fold = result.GetValue(Fold);
            if (result.GetValue(Epochs) > 0)
            {
                var making = new NameTexts(language.Fill, lists, new OtherNames(folder, lists, actors, gazetteer)) { Retold = result.GetValue(Retold) };
                var texts = result.GetRequiredValue(Train).SelectMany(file => making.Of(EntityFiles.ForTraining(file.ToString(), scheme, fold), text => Analyse(text, language), random)).ToList();
                var trainer = new NameTrainer(places, lists, clusters) { Seed = result.GetValue(Seed), Epochs = result.GetValue(Epochs) };
                TrainCommand.Write(result.GetRequiredValue(Out), trainer.Train(texts, Console.Error.WriteLine));
            }

            var tagger = new NameTagger(NameModel.Load(result.GetRequiredValue(Out).FullName), lists, clusters);
            IMentionFinder[] finders = [PlaceFinder.Load(folder), new ActorFinder(actors, CountryWords.Load(folder)), new NameFinder(tagger, lists)];
            foreach (var file in result.GetValue(Dev) ?? [])
            {
                Console.WriteLine(file.Name);
                var gold = EntityFiles.ForScoring(file.ToString(), scheme, fold);
                ScoreReport.WriteTable(Console.Out, EntityScorer.Score(gold, text => Names(Analyse(text, language), finders)));
                if (result.GetValue(Errors)) EntityScorer.WriteErrors(Console.Out, gold, text => Names(Analyse(text, language), finders));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Document Analyse(GoldNames text, LanguageAnalyser language)
    {
        if (text.Tokens is not null)
        {
            var document = text.Untagged();
            language.Fill(document);
            return document;
        }

        return language.Analyse(new Article { Report = new Report(text.Id, text.Text), Text = text.Text, Body = new TextSpan(0, text.Text.Length) });
    }

    private static IEnumerable<GoldName> Names(Document document, IMentionFinder[] finders)
    {
        var mentions = new MentionLayer(document);
        foreach (var finder in finders) finder.Find(document, mentions);
        return mentions.Names.Select(name => new GoldName(name.Span, name.Kind));
    }
}
