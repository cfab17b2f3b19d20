using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Triggers;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Mentions, attributions and trees of one report → the incidents it tells.</summary>
/// <remarks>
/// Triggers become tellings, tellings are grouped into incidents, and each incident gets its type, day, place, people, figures
/// and circumstances from its own tellings and from the sentences that are about it. Nothing crosses from one to another.
/// </remarks>
public sealed class IncidentExtractor
{
    private readonly Codebook _codebook;
    private readonly TriggerFinder _triggers;
    private readonly ThingLexicon _things;
    private readonly SourceLexicon _sources;
    private readonly ModalityLexicon _modality;
    private readonly LightVerbs _lightVerbs;
    private readonly FateLexicon _fates;
    private readonly ResponsibilityLexicon _responsibility;
    private readonly ScopeReader _scopes;
    private readonly NarrationLexicon _narration;

    private IncidentExtractor(KnowledgeFolder folder, Codebook codebook, ThingLexicon things, SourceLexicon sources)
    {
        _codebook = codebook;
        _things = things;
        _sources = sources;
        Frames = FrameSet.Read(folder, codebook);
        _triggers = new TriggerFinder(Frames);
        _modality = ModalityLexicon.Read(folder);
        _lightVerbs = LightVerbs.Read(folder);
        _narration = NarrationLexicon.Read(folder);
        _fates = FateLexicon.Read(folder);
        _responsibility = ResponsibilityLexicon.Read(folder);
        _scopes = new ScopeReader(_modality, sources);
    }

    /// <summary>The frames in use.</summary>
    public FrameSet Frames { get; }

    /// <summary>Reads frames and lexicons.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static IncidentExtractor Load(KnowledgeFolder folder, Codebook codebook, ThingLexicon things, SourceLexicon sources) =>
        new(folder, codebook, things, sources);

    /// <summary>The triggers of a document: what <c>dateline mentions</c> shows.</summary>
    public IReadOnlyList<TriggerMention> Triggers(Tree tree, MentionLayer mentions) => _triggers.Find(tree, mentions);

    /// <summary>Names of the frames that a report's words tell, with arguments that fit: what the examples of data/en/frames are checked by.</summary>
    public IReadOnlyList<string> FramesTold(Tree tree, MentionLayer mentions, IReadOnlyList<Attribution> attributions) =>
        [.. Tellings(tree, mentions, attributions).Select(telling => telling.Frame.Name)];

    /// <summary>The incidents, main ones first, each kind in the order in which the report takes them up.</summary>
    public IReadOnlyList<ReportedIncident> Extract(Tree tree, MentionLayer mentions, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var reading = new ReportReading(tree.Document, tree, mentions, [.. attributions.Where(attribution => attribution.BringsClaim)]);
        var things = new ThingReader(tree, mentions, _things);
        var tellings = Tellings(tree, mentions, attributions);
        var drafts = new IncidentGrouping(reading, _codebook, _fates.Satellites).Group(tellings);
        SalienceJudge.Judge(reading, drafts);
        var builder = new IncidentBuilder(reading, things, _scopes, _fates, _responsibility, new SumReader(reading, _narration), tellings, drafts);
        var order = drafts.OrderBy(draft => draft.Salience).ThenBy(draft => draft.Index).ToList();
        return LinkReader.Link(order, [.. order.Select(builder.Build)]);
    }

    private IReadOnlyList<Telling> Tellings(Tree tree, MentionLayer mentions, IReadOnlyList<Attribution> attributions)
    {
        var reading = new ReportReading(tree.Document, tree, mentions, [.. attributions.Where(attribution => attribution.BringsClaim)]);
        var things = new ThingReader(tree, mentions, _things);
        return new TellingReader(reading, things, _scopes, _modality, _sources, _lightVerbs, _narration, new SumReader(reading, _narration)).Read(_triggers.Find(tree, mentions));
    }
}
