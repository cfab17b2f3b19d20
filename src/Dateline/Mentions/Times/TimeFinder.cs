using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Times;

/// <summary>Finds time expressions by the rules of data/en/rules/times*.yaml and resolves them to days.</summary>
public sealed class TimeFinder(TimeRules rules) : IMentionFinder
{
    public string Name => "times 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens];

    public Layer Gives => Layer.Times;

    /// <summary>The rules in use.</summary>
    public TimeRules Rules { get; } = rules;

    /// <summary>Loads the rules and their lexicons.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static TimeFinder Load(KnowledgeFolder folder) => new(TimeRules.Load(folder));

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        if (document.TokenCount == 0) return;
        var matcher = new TimeMatcher(Rules, document);
        var context = new TimeContext(Rules, document, matcher.Ids);
        var resolver = new TimeResolver(context);
        var dateline = document.Article.Dateline;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (matcher.At(token) is not { } match) continue;
            var isNothing = match.Rule.Meaning == TimeMeaning.Nothing;
            if (dateline is not null && dateline.Span.Overlaps(document.Spans[token]))
            {
                // The reader has read the dateline's day; it is no day that the story tells, so nothing is counted from it.
                if (dateline.Day is { } day && match.Rule.Meaning == TimeMeaning.Date && match.Has(TimeSlot.Month)) Add(document, mentions, match, match.Tokens, TimeReading.Of(day));
                if (isNothing || dateline.Day is not null) token = match.Tokens.Last;
                continue;
            }

            if (match.Rule.Meaning == TimeMeaning.Range)
            {
                if (resolver.Range(match) is not { } range) continue;
                var (first, second) = match.Ends();
                Add(document, mentions, match, first, range.First);
                Add(document, mentions, match, second, range.Second);
                context.Remember(match, range.Second);
            }
            else if (!isNothing)
            {
                if (match.Lacks(TimeSlot.Year) && YearBehind(matcher, match) is { } year) match = match.With(TimeSlot.Year, year);
                if (resolver.Resolve(match) is not { } reading) continue;
                Add(document, mentions, match, match.Tokens, reading);
                context.Remember(match, reading);
            }

            token = match.Tokens.Last;
        }
    }

    /// <summary>The year of "May" in "May and June 1955": the one of the month that it is joined to.</summary>
    private static int? YearBehind(TimeMatcher matcher, TimeMatch match)
    {
        if (match.Whole(TimeSlot.Month) is not { } month || match.Rule.Meaning != TimeMeaning.Date) return null;
        if (!matcher.IsJoint(match.Tokens.End) || matcher.At(match.Tokens.End + 1) is not { } next) return null;
        if (next.Whole(TimeSlot.Month) is not { } nextMonth || next.Whole(TimeSlot.Year) is not { } year) return null;
        return nextMonth < month ? year - 1 : year;
    }

    private static void Add(Document document, MentionLayer mentions, TimeMatch match, TokenRange tokens, TimeReading reading)
    {
        var span = document.SpanOf(tokens);
        mentions.Times.Add(new Timex(tokens, span, match.Rule.Name)
        {
            Type = reading.Type,
            Value = reading.Value,
            Mod = reading.Mod,
            Days = reading.Days,
            Precision = reading.Precision,
            Clock = reading.Clock,
        });
        if (reading.Why is { } why) mentions.Notes.Add(new Note("Times", span, why));
    }
}
