using Dateline.Language;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Resources;
using NodaTime;

namespace Dateline.Incidents;

/// <summary>Decides which tellings are of one incident: first within a sentence by its tree, then from sentence to sentence by type, day, place and reference.</summary>
internal sealed class IncidentGrouping(ReportReading reading, Codebook codebook, IReadOnlySet<string> satellites)
{
    /// <summary>Two scenes further apart than this, in kilometres, are two incidents.</summary>
    private const double FarKm = 60;

    /// <summary>An undated incident takes a later day only when that day lies this close to publication.</summary>
    private const int FreshDays = 10;

    /// <summary>Incidents told apart in one report. Round-ups have some dozens; a text of thousands is no report, and each is compared with each.</summary>
    private const int MostDrafts = 200;

    private readonly List<IncidentDraft> _drafts = [];
    private IncidentDraft? _focus;
    private bool _isFull;

    /// <summary>The incidents, in the order in which the report takes them up.</summary>
    public IReadOnlyList<IncidentDraft> Group(IReadOnlyList<Telling> tellings)
    {
        var real = tellings.Where(telling => telling.Scope.IsReal && !telling.IsGeneric && telling.Statement.Modality is not Sourcing.Modality.Denied).ToList();
        foreach (var sentence in real.GroupBy(telling => telling.Sentence))
        {
            foreach (var group in WithinSentence([.. sentence])) Place(group);
        }

        return _drafts;
    }

    private bool Refuse(TellingGroup group)
    {
        if (_drafts.Count < MostDrafts) return false;
        if (!_isFull) reading.Mentions.Notes.Add(new Mentions.Note("Incidents", group.Firmest.Statement.Span, $"more than {MostDrafts} incidents; those first told from here on are not coded"));
        return _isFull = true;
    }

    private List<TellingGroup> WithinSentence(List<Telling> tellings)
    {
        var root = Enumerable.Range(0, tellings.Count).ToArray();
        for (var i = 0; i < tellings.Count; i++)
        {
            var scene = WhereClauseOf(tellings, i);
            if (scene >= 0) Join(root, i, scene);
            var above = NearestAbove(tellings, i);
            if (above >= 0 && AreOne(tellings[i], tellings[above])) Join(root, i, above);
            if (i > 0 && tellings[i].TimeMark is { } mark && tellings[i - 1].TimeMark == mark && AreOne(tellings[i], tellings[i - 1])) Join(root, i, i - 1);
        }

        return [.. Enumerable.Range(0, tellings.Count).GroupBy(i => Find(root, i)).Select(group => new TellingGroup([.. group.Select(i => tellings[i])]))];
    }

    /// <summary>"a deadly attack …, where gunmen killed 144": the clause tells of the event noun before it, wherever the tree puts it.</summary>
    private int WhereClauseOf(List<Telling> tellings, int index)
    {
        var document = reading.Document;
        var where = reading.Tree.Children(tellings[index].Head).FirstOrDefault(child => document.Lowers[child] is "where" or "which" && child < tellings[index].Head, -1);
        if (where < 0 || (document.Lowers[where] == "which" && (where == 0 || document.Lowers[where - 1] != "in"))) return -1;
        return tellings.FindLastIndex(telling => telling.Trigger.IsNoun && telling.Head < where);
    }

    private int NearestAbove(List<Telling> tellings, int index)
    {
        foreach (var ancestor in reading.Tree.Ancestors(tellings[index].Head))
        {
            var at = tellings.FindIndex(telling => telling.Head == ancestor);
            if (at >= 0) return at;
        }

        return -1;
    }

    private bool AreOne(Telling below, Telling above)
    {
        if (below.TimeMark is not null && above.TimeMark is null && !EndsIn(above, below)) return false;
        // "14 people were killed in another attack": the other one is what is told.
        if (below.IsAnother) return above.Frame.Firmness == 0 && above.TimeMark == below.TimeMark && reading.Document.Xpos[below.Head] == "NN";
        if (above.Type == "plot" && (below.Scope.Stage is "planned" || reading.Document.Heads[below.Head] == above.Head)) return true;
        if (below.Times.Count > 0 && above.Times.Count > 0 && below.Times[0].Days is { } a && above.Times[0].Days is { } b && !a.Overlaps(b)) return false;
        if (below.Type is null || above.Type is null || below.Frame.Firmness == 0 || above.Frame.Firmness == 0) return !(IsSatellite(below.Type) ^ IsSatellite(above.Type)) || below.Type is null || above.Type is null;
        return codebook.CanBeOne(below.Type, above.Type);
    }

    /// <summary>"shot dead four people before being killed by police": how it ended for those who did it.</summary>
    private static bool EndsIn(Telling deed, Telling end) =>
        end.TimeMark == "before" && end.Patients.Any(patient => deed.Agents.Any(agent => agent.Head == patient.Head));

    private void Place(TellingGroup group)
    {
        if (IsSatellite(group.Type) && PlaceSatellite(group)) return;
        var draft = group.IsAnother ? null : group.IsElsewhere ? SameSentence(group) : Existing(group);
        if (draft is null)
        {
            if (group.Firmness < 0 || (group.IsQualifier && !group.InTitle && _drafts.Count > 0) || Refuse(group)) return;
            draft = new IncidentDraft { Index = _drafts.Count, Satellites = satellites, Follows = IsSatellite(group.Type) ? Crime(_focus) : null };
            if (!IsSatellite(group.Type) && ArrestsFor(group) is { } arrests) arrests.Follows = draft;
            _drafts.Add(draft);
        }

        foreach (var telling in group.Tellings) draft.Add(telling);
        _focus = draft;
    }

    /// <summary>
    /// An arrest, a charge, a flight is an incident of its own where it is the news or has a day of its own, else what became of somebody
    /// in the incident at hand.
    /// </summary>
    private bool PlaceSatellite(TellingGroup group)
    {
        if (_focus is null || IsSatellite(_focus.Type)) return false;
        if (group.InTitle || group.TimeMark is not null || group.IsAnother || IsLeadingNews(group)) return false;
        var ownDay = group.Days is { } days && (_focus.Days is not { } known || !known.Overlaps(days));
        if (ownDay) return false;
        foreach (var telling in group.Tellings) _focus.Add(telling);
        return true;
    }

    /// <summary>"Four people have been charged in the death of a student.": the first sentence of the story says it in its own main clause.</summary>
    private bool IsLeadingNews(TellingGroup group)
    {
        if (group.Sentence != reading.Lead) return false;
        var head = group.Tellings[0].Head;
        while (reading.Document.Relations[head] is Relation.Ccomp or Relation.Parataxis or Relation.AuxPass or Relation.Aux && reading.Document.Heads[head] >= 0) head = reading.Document.Heads[head];
        return reading.Document.Heads[head] < 0;
    }

    /// <summary>What another group of the same sentence, which goes elsewhere, has begun.</summary>
    private IncidentDraft? SameSentence(TellingGroup group) =>
        _focus is { } focus && focus.Tellings[0].Sentence == group.Sentence && Fits(group, focus) ? focus : null;

    private IncidentDraft? Existing(TellingGroup group)
    {
        var byRecency = _drafts.OrderByDescending(draft => draft == _focus).ThenByDescending(draft => draft.Sentences.Max).ToList();
        var fitting = byRecency.Where(draft => Fits(group, draft)).ToList();
        if (fitting.Count == 0) return RefersToMain(group) ? _drafts[0] : null;
        var sameFamily = fitting.Find(draft => group.Type is { } type && draft.Tellings.Exists(telling => telling.Type is { } other && Codebook.Family(other) == Codebook.Family(type)));
        if (group.Days is { } days)
        {
            return fitting.Find(draft => draft.Days is { } known && known.Overlaps(days))
                ?? (IsBackstory(group) ? null : fitting.Find(draft => draft.Days is null && IsFresh(days) && !IsSatellite(group.Type)));
        }

        if (group.TimeMark is not null && !group.IsDefinite) return null;
        if (group.IsDefinite) return sameFamily ?? fitting[0];
        if (group.Firmness <= 1) return fitting.Contains(_focus!) ? _focus : fitting[0];
        return sameFamily ?? (fitting.Contains(_focus!) ? _focus : null);
    }

    /// <summary>"The city had been seized on Monday.": what a main clause tells in the past perfect came before what the report tells.</summary>
    private bool IsBackstory(TellingGroup group)
    {
        if (group.InTitle || group.Sentence == reading.Lead) return false;
        var verb = group.Tellings[0].Head;
        if (reading.Document.Relations[verb] == Relation.Conj) verb = reading.Document.Heads[verb];
        return reading.Document.Heads[verb] < 0 && reading.Tree.Children(verb).Any(child => reading.Document.Relations[child] == Relation.Aux && reading.Document.Lowers[child] == "had");
    }

    /// <summary>"The hijacking" where no hijacking was told: another word for what the report is about.</summary>
    private bool RefersToMain(TellingGroup group) =>
        group is { IsDefinite: true, Days: null, TimeMark: null, Tellings.Count: 1 } && group.Firmest.Trigger.IsNoun && _drafts.Count > 0
        && !IsSatellite(group.Type) && !IsSatellite(_drafts[0].Type) && _drafts[0].Firmest.Frame.Firmness < 3;

    private bool Fits(TellingGroup group, IncidentDraft draft)
    {
        if (group.Type is { } type && group.Firmness > 0 && draft.Firmest.Frame.Firmness > 0 && !codebook.CanBeOne(type, draft.Type) && !AreAttackAndRaid(group, draft)
            && !draft.Tellings.Exists(telling => telling.Type is { } other && telling.Frame.Firmness > 0 && Codebook.Family(other) == Codebook.Family(type))) return false;
        if (group.Firmness <= 0 && IsSatellite(draft.Type)) return false;
        if (group.Days is { } days && draft.Days is { } known && !known.Overlaps(days)) return false;
        return !FarApart(group, draft);
    }

    /// <summary>"The deadliest attack …", "the night raid": a raid of which nobody says that forces made it can be the attack told beside it.</summary>
    private static bool AreAttackAndRaid(TellingGroup group, IncidentDraft draft) =>
        (group.Tellings.Any(IsBareRaid) && draft.Family == "attack") || (draft.Tellings.TrueForAll(IsBareRaid) && group.Type is { } type && Codebook.Family(type) == "attack");

    private static bool IsBareRaid(Telling telling) => telling is { Type: "security-operation/raid", Trigger.IsNoun: true, Agents.Count: 0 };

    private bool FarApart(TellingGroup group, IncidentDraft draft)
    {
        var here = group.Tellings.SelectMany(telling => telling.Places).FirstOrDefault(IsExact);
        var there = draft.Tellings.SelectMany(telling => telling.Places).FirstOrDefault(IsExact) ?? HeadlinePlace(draft);
        return here?.Place is { } a && there?.Place is { } b && Distance(a, b) > FarKm + Math.Max(a.RadiusKm ?? 0, b.RadiusKm ?? 0);
    }

    /// <summary>"20 killed at El Paso Walmart": the town that the headline names is the scene of what it tells.</summary>
    private Toponym? HeadlinePlace(IncidentDraft draft)
    {
        if (draft.Index != 0 || !draft.Tellings[0].InTitle) return null;
        var title = reading.Document.SentenceRanges[draft.Tellings[0].Sentence];
        return reading.Mentions.Places.Within(title).FirstOrDefault(place => IsExact(place) && place.Place!.Kind is not PlaceKind.Admin1);
    }

    private static bool IsExact(Toponym toponym) => toponym.Place is { Latitude: not null, Kind: PlaceKind.Facility or PlaceKind.District or PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Admin1 };

    private bool IsFresh(DayInterval days) =>
        reading.Document.Article.Published is not { } published || Math.Abs(Period.DaysBetween(days.End, published)) <= FreshDays;

    /// <summary>What an arrest or trial is about: the incident at hand, or what that one follows itself.</summary>
    private IncidentDraft? Crime(IncidentDraft? draft) => draft is not null && IsSatellite(draft.Type) ? draft.Follows : draft;

    /// <summary>"those arrested in 2022 for planning an attack": the arrest that a group of the same sentence is the reason for.</summary>
    private IncidentDraft? ArrestsFor(TellingGroup group) =>
        _drafts.Find(draft => IsSatellite(draft.Type) && draft.Sentences.Max == group.Sentence
            && draft.Tellings.Exists(telling => telling.Sentence == group.Sentence && group.Tellings.Any(reason => reading.Tree.IsWithin(reason.Head, telling.Head))));

    private bool IsSatellite(string? type) => type is not null && satellites.Contains(Codebook.Family(type));

    /// <summary>Great-circle distance in kilometres.</summary>
    internal static double Distance(Place a, Place b)
    {
        if (a.Latitude is not { } latitudeA || b.Latitude is not { } latitudeB || a.Longitude is not { } longitudeA || b.Longitude is not { } longitudeB) return 0;
        const double Radian = Math.PI / 180;
        var half = Math.Pow(Math.Sin((latitudeB - latitudeA) * Radian / 2), 2)
            + (Math.Cos(latitudeA * Radian) * Math.Cos(latitudeB * Radian) * Math.Pow(Math.Sin((longitudeB - longitudeA) * Radian / 2), 2));
        return 12742 * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static void Join(int[] root, int a, int b) => root[Find(root, a)] = Find(root, b);

    private static int Find(int[] root, int i)
    {
        while (root[i] != i) i = root[i];
        return i;
    }
}
