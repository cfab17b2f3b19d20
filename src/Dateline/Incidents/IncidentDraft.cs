using Dateline.Mentions.Times;
using Dateline.Resources;

namespace Dateline.Incidents;

/// <summary>An incident while it is put together: the tellings that belong to it.</summary>
internal sealed class IncidentDraft
{
    /// <summary>Tellings kept of one incident; reports have a dozen. What repeats itself beyond says nothing new, and stages compare tellings by pairs.</summary>
    private const int MostTellings = 200;

    private Telling? _firmest;

    /// <summary>The tellings, in the order in which they were added.</summary>
    public List<Telling> Tellings { get; } = [];

    /// <summary>Position in the order in which the report takes up its incidents.</summary>
    public required int Index { get; init; }

    public Salience Salience { get; set; } = Salience.Background;

    /// <summary>The draft that this one follows from, as arrests follow an attack; null when none.</summary>
    public IncidentDraft? Follows { get; set; }

    /// <summary>Sentences in which it is told, title included.</summary>
    public SentenceSet Sentences { get; } = new();

    /// <summary>Days told explicitly; the first told wins.</summary>
    public DayInterval? Days => Tellings.SelectMany(telling => telling.Times).Select(time => time.Days).FirstOrDefault(days => days is not null);

    /// <summary>Families that are only what became of somebody here, when the draft tells more than them.</summary>
    public required IReadOnlySet<string> Satellites { get; init; }

    /// <summary>
    /// The telling whose words fix the type most firmly; of equals the first. What was only threatened or planned yields to what
    /// happened, and an arrest to the crime.
    /// </summary>
    public Telling Firmest => _firmest ??= Tellings.Where(telling => telling.Type is not null)
        .OrderBy(telling => Satellites.Contains(Codebook.Family(telling.Type!)))
        .ThenBy(telling => telling.Scope.Stage is "threatened" or "planned" && telling.Frame.Stage is null)
        .ThenBy(IsRaidOfAttackers)
        .ThenByDescending(telling => telling.Frame.Firmness).FirstOrDefault() ?? Tellings[0];

    /// <summary>"The night raid" of gunmen: where an attack is told beside it, a raid of which nobody says that forces made it is that attack.</summary>
    private bool IsRaidOfAttackers(Telling telling) =>
        telling is { Type: "security-operation/raid", Trigger.IsNoun: true, Agents.Count: 0 } && Tellings.Exists(other => other.Family == "attack");

    public string Type => Firmest.Type ?? "attack";

    public string Family => Codebook.Family(Type);

    public void Add(Telling telling)
    {
        Sentences.Add(telling.Sentence);
        if (Tellings.Count >= MostTellings) return;
        Tellings.Add(telling);
        _firmest = null;
    }
}

/// <summary>Tellings of one sentence that hang together in its tree: "killing", "freeing" and "the siege" of one clause.</summary>
internal sealed class TellingGroup(IReadOnlyList<Telling> tellings)
{
    public IReadOnlyList<Telling> Tellings { get; } = tellings;

    public int Sentence => Tellings[0].Sentence;

    public bool InTitle => Tellings[0].InTitle;

    public Telling Firmest { get; } = tellings.MaxBy(telling => telling.Type is null ? -1 : telling.Frame.Firmness)!;

    public string? Type => Firmest.Type;

    public int Firmness => Type is null ? -1 : Firmest.Frame.Firmness;

    public DayInterval? Days { get; } = tellings.SelectMany(telling => telling.Times).Select(time => time.Days).FirstOrDefault(days => days is not null);

    public bool IsDefinite => Tellings.Any(telling => telling.IsDefinite);

    public bool IsAnother => Tellings.Any(telling => telling.IsAnother);

    /// <summary>Whether its sentence opens by going elsewhere: no part of what was told until then.</summary>
    public bool IsElsewhere => Tellings[0].IsElsewhere;

    /// <summary>Whether its words only qualify nouns: "a convicted jihadist". They tell what is known of somebody and are no news.</summary>
    public bool IsQualifier => Tellings.All(telling => telling.IsQualifier);

    /// <summary>"after", "since": the group is told at another time than its sentence.</summary>
    public string? TimeMark => Tellings.Select(telling => telling.TimeMark).FirstOrDefault(mark => mark is not null);
}
