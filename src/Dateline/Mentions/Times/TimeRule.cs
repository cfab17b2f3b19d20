using Dateline.Mentions.Counts;
using Dateline.Resources;

namespace Dateline.Mentions.Times;

/// <summary>One rule of data/en/rules/times*.yaml, with the examples that its file gives.</summary>
public sealed record TimeRule
{
    /// <summary>Name recorded with what it finds, such as <c>times/weekday</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The file it stands in, relative to the data folder.</summary>
    public required string File { get; init; }

    /// <summary>Examples in which a time of the given value must be found.</summary>
    public required IReadOnlyList<TimeExample> Yes { get; init; }

    /// <summary>Texts in which it must find nothing.</summary>
    public required IReadOnlyList<TimeExample> No { get; init; }

    internal TimeMeaning Meaning { get; init; }

    internal string? Unit { get; init; }

    internal int? Direction { get; init; }

    /// <summary>Whether it counts from the time told before, and not from publication.</summary>
    internal bool FromAnchor { get; init; }

    /// <summary>Whether it counts from the time told before only where the text is an account of years past.</summary>
    internal bool FromStory { get; init; }

    /// <summary>Whether it counts from the quarter that the text speaks of.</summary>
    internal bool FromQuarter { get; init; }

    /// <summary>Whether it names a time by its distance from publication, as "yesterday" and "last week" do.</summary>
    internal bool CountsFromPublication => !FromAnchor && Meaning is TimeMeaning.Day or TimeMeaning.Unit or TimeMeaning.Shift or TimeMeaning.Clock;

    internal string? Value { get; init; }

    internal string? Mod { get; init; }

    internal string? Part { get; init; }

    internal int? Amount { get; init; }

    internal IReadOnlySet<int>? After { get; init; }

    internal IReadOnlySet<int>? NotAfter { get; init; }

    internal IReadOnlySet<int>? Before { get; init; }

    internal IReadOnlySet<int>? NotBefore { get; init; }

    /// <summary>Whether its first word must be printed with a capital.</summary>
    internal bool Capital { get; init; }

    /// <summary>Whether all its words must be printed with capitals, as names of papers and programmes are.</summary>
    internal bool Capitals { get; init; }

    /// <summary>Penn Treebank tags that the word before, the first word and the word behind may or must not have; an untagged text has none of them.</summary>
    internal IReadOnlySet<string>? AfterTag { get; init; }

    internal IReadOnlySet<string>? NotAfterTag { get; init; }

    internal IReadOnlySet<string>? NotTag { get; init; }

    internal IReadOnlySet<string>? NotBeforeTag { get; init; }

    internal static TimeRule Read(KnowledgeNode node, WordClasses lexicon)
    {
        node.AllowKeys("rule", "when", "gives", "yes", "no", "after", "not-after", "before", "not-before", "capital", "after-tag", "not-after-tag", "not-tag", "not-before-tag");
        var gives = node["gives"] ?? throw node.Error("\"gives:\" is missing");
        gives.AllowKeys("meaning", "unit", "direction", "from", "value", "mod", "part", "amount");
        var yes = node["yes"]?.Entries ?? [];
        if (yes.Count == 0) throw node.Error($"rule {node.Required("rule")} has no \"yes:\" example");
        if (!node.TextsOf("no").Any()) throw node.Error($"rule {node.Required("rule")} has no \"no:\" example");
        return new TimeRule
        {
            Name = "times/" + node.Required("rule"),
            File = node.File,
            Yes = [.. yes.Select(example => new TimeExample(example.Key, example.Value.Required(), example.Value.Line))],
            No = [.. (node["no"] is { IsList: true } list ? list.Items : node["no"] is { } one ? [one] : []).Select(example => new TimeExample(example.Required(), null, example.Line))],
            Meaning = CodeNames.Parse<TimeMeaning>(gives["meaning"] ?? throw gives.Error("\"meaning:\" is missing")),
            Unit = gives.TextOf("unit"),
            Direction = Number(gives["direction"]),
            Amount = Number(gives["amount"]),
            FromAnchor = gives.TextOf("from") == "anchor",
            FromStory = gives.TextOf("from") == "story",
            FromQuarter = gives.TextOf("from") == "quarter",
            Value = gives.TextOf("value"),
            Mod = gives.TextOf("mod"),
            Part = gives.TextOf("part"),
            After = Words(node["after"], lexicon),
            NotAfter = Words(node["not-after"], lexicon),
            Before = Words(node["before"], lexicon),
            NotBefore = Words(node["not-before"], lexicon),
            Capital = node.TextOf("capital") is "true" or "all",
            Capitals = node.TextOf("capital") == "all",
            AfterTag = Tags(node["after-tag"]),
            NotAfterTag = Tags(node["not-after-tag"]),
            NotTag = Tags(node["not-tag"]),
            NotBeforeTag = Tags(node["not-before-tag"]),
        };
    }

    private static int? Number(KnowledgeNode? node) =>
        node is null ? null : int.TryParse(node.Required(), out var number) ? number : throw node.Error("a whole number is expected here");

    private static HashSet<string>? Tags(KnowledgeNode? node) => node?.Texts.ToHashSet(StringComparer.Ordinal);

    private static HashSet<int>? Words(KnowledgeNode? node, WordClasses lexicon) => node?.Texts.Select(lexicon.IdOf).ToHashSet();
}

/// <summary>An example of a rule.</summary>
/// <param name="Text">The words.</param>
/// <param name="Value">The TIMEX3 value that they have on the reference day; "-" for no time at all; null under <c>no</c>.</param>
/// <param name="Line">Line in the rule's file, from 1.</param>
public sealed record TimeExample(string Text, string? Value, int Line);

/// <summary>How the words that a rule kept become a TIMEX3 value; <c>gives: { meaning: … }</c> in the rules.</summary>
internal enum TimeMeaning
{
    /// <summary>A calendar date or a part of one: year, month, day, weekday.</summary>
    Date,

    /// <summary>A date in digits.</summary>
    Numeric,

    /// <summary>A weekday by name.</summary>
    Weekday,

    /// <summary>A day counted from publication or from the anchor: yesterday, that night.</summary>
    Day,

    /// <summary>The unit before, at or after: last week, the following year.</summary>
    Unit,

    /// <summary>So many units before or after: three months ago, two days later.</summary>
    Shift,

    /// <summary>So many units up to or from now: the past two months.</summary>
    Span,

    Duration,

    Set,

    /// <summary>PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
    Ref,

    /// <summary>A clock time on the day spoken of.</summary>
    Clock,

    Season,

    Quarter,

    /// <summary>The first or second half of a year.</summary>
    Half,

    Decade,

    Century,

    Holiday,

    /// <summary>Several days of one month: from 3 to 5 March.</summary>
    Range,

    /// <summary>A clock time of a request, perhaps on a day: "friday at 8", "a quarter past three".</summary>
    Moment,

    /// <summary>The nth day, week or weekday of a month or year: the first Monday of October.</summary>
    Nth,

    /// <summary>Words that look like a time and are none; they keep other rules from the place.</summary>
    Nothing,
}
