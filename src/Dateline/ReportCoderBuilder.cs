using Dateline.Incidents;
using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Chains;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Names;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Weapons;
using Dateline.Reading;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline;

/// <summary>The stages from text to record, in order: the table of contents of the coder.</summary>
public sealed class ReportCoderBuilder(KnowledgeFolder folder)
{
    /// <summary>Another codebook than data/codebooks/dateline.yaml; null for that one.</summary>
    public KnowledgeNode? CodebookFile { get; init; }

    /// <summary>Finders that take the place of the built-in ones of the same layer, or add to them.</summary>
    public IReadOnlyList<IMentionFinder> Finders { get; init; } = [];

    /// <summary>Loads every stage and checks that each finds what it needs.</summary>
    /// <exception cref="DataException">A file is missing or broken, or a finder needs a layer that nobody gives.</exception>
    public ReportCoder Build()
    {
        // Loading is most of what a run on one report costs, so the parts load side by side; they share nothing but the folder.
        var tagger = Task.Run(() => Tagger.Load(folder.ModelFile("tagger.bin")));
        var parser = Task.Run(() => GraphParser.Load(folder.ModelFile("parser.bin")));
        var recasing = Task.Run(() => Recasing.Load(folder));
        var actors = Task.Run(() => ActorList.Load(folder));
        var names = Task.Run(async () => NameFinder.Load(folder, await actors.ConfigureAwait(false), await recasing.ConfigureAwait(false)));
        var things = Task.Run(() => ThingLexicon.Load(folder));
        var places = Task.Run(() => PlaceFinder.Load(folder));
        var times = Task.Run(() => TimeFinder.Load(folder));
        var sources = Task.Run(() => SourceLexicon.Read(folder));
        var codebook = Task.Run(() => Codebook.Read(CodebookFile ?? folder.Read("codebooks/dateline.yaml")));
        var incidents = Task.Run(async () => IncidentExtractor.Load(folder, await codebook.ConfigureAwait(false), await things.ConfigureAwait(false), await sources.ConfigureAwait(false)));
        var stamp = Task.Run(() => KnowledgeStamp.Of(folder));
        try
        {
            Loaded(codebook);
            var reader = PlainTextReader.Load(folder);
            var language = LanguageAnalyser.Load(folder, Loaded(tagger).Tag, Loaded(parser).Parse, Loaded(recasing));
            IMentionFinder[] builtIn =
            [
                new WeaponFinder(WeaponLexicon.Load(folder)),
                Loaded(places),
                new ActorFinder(Loaded(actors), CountryWords.Load(folder)),
                Loaded(names),
                new GroupReference(),
                Loaded(times),
                CountFinder.Load(folder),
            ];
            IMentionFinder[] finders = [.. builtIn.Where(finder => !Finders.Any(other => other.Gives == finder.Gives)), .. Finders];
            CheckNeeds(finders);
            var attributions = new AttributionFinder(Loaded(sources), CueLexicon.Read(folder));
            return new ReportCoder(reader, language, finders, attributions, new PredicateReader(ModalityLexicon.Read(folder)), Loaded(incidents), Loaded(codebook), Loaded(stamp), new PhraseDescriber(ChainLexicon.Load(folder, Loaded(things))), () => ChainModel.Load(folder.ModelFile("coreference.bin")));
        }
        catch (DataException)
        {
            // Errors are told in the order of the stages, and nothing goes on reading behind the caller's back.
            Task.WhenAll([tagger, parser, recasing, actors, names, things, places, times, sources, codebook, incidents, stamp]).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            throw;
        }
    }

    private static T Loaded<T>(Task<T> part) => part.GetAwaiter().GetResult();

    private static void CheckNeeds(IReadOnlyList<IMentionFinder> finders)
    {
        var given = new HashSet<Layer> { Layer.Tokens, Layer.Tags, Layer.Lemmas, Layer.Trees };
        foreach (var finder in finders)
        {
            foreach (var need in finder.Needs.Where(need => !given.Contains(need)))
            {
                throw new DataException("stages", 1, $"{finder.Name} needs the layer {need.Code()}, which no stage before it gives");
            }

            given.Add(finder.Gives);
        }
    }
}
