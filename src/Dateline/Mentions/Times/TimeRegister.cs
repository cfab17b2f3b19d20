namespace Dateline.Mentions.Times;

/// <summary>The kind of text that times stand in.</summary>
public enum TimeRegister
{
    /// <summary>A report: where no word tells, a time lies in the past.</summary>
    Report,

    /// <summary>A request or an appointment ("remind me in two days", "friday at 8"): where no word tells, a time lies ahead; shorter forms count as times.</summary>
    Request,
}
