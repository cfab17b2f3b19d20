using Dateline.Language;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Mentions.Triggers;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>One trigger with who, whom, when and where: one telling of an incident or of a fate in it.</summary>
internal sealed class Telling
{
    public required TriggerMention Trigger { get; init; }

    public required Frame Frame { get; init; }

    public required TriggerForm Form { get; init; }

    public required int Sentence { get; init; }

    public required bool InTitle { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>Where it is told and by whom.</summary>
    public required Statement Statement { get; init; }

    public IReadOnlyList<NounPhrase> Agents { get; init; } = [];

    public IReadOnlyList<NounPhrase> Patients { get; init; } = [];

    /// <summary>Times in its own clause, nearest first; reporting times ("said on Sunday") apart.</summary>
    public IReadOnlyList<Timex> Times { get; init; } = [];

    /// <summary>The day of the saying: the last resort for when it happened.</summary>
    public Timex? ReportingTime { get; init; }

    /// <summary>Scenes in its own clause, most exact first.</summary>
    public IReadOnlyList<Toponym> Places { get; init; } = [];

    /// <summary>"after", "since", "since then": told at another time than its sentence; null otherwise.</summary>
    public string? TimeMark { get; init; }

    /// <summary>"the attack", "this siege": refers to an incident told before or beside it.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>"another attack", "a second blast".</summary>
    public bool IsAnother { get; init; }

    /// <summary>"attacks claimed by the group": no incident of its own.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Its sentence opens by going elsewhere: "In a separate incident …".</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether it only qualifies a noun: "a convicted jihadist", "displaced families".</summary>
    public bool IsQualifier => Form == TriggerForm.Qualifier;

    public int Head => Trigger.Head;

    /// <summary>The code that the words suggest; null for a fate without a type.</summary>
    public string? Type => Frame.Type;

    /// <summary>The part of the code before the slash; null for a fate without a type.</summary>
    public string? Family => Type is null ? null : Resources.Codebook.Family(Type);
}
