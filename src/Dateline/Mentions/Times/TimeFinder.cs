using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Times;

/// <summary>Finds time expressions by the rules of data/en/rules/times*.yaml and resolves them to days.</summary>
/// <param name="rules">The rules for reports.</param>
/// <param name="requestRules">Makes the rules for requests; called when a text first turns out to be one, as most never do.</param>
public sealed class TimeFinder(TimeRules rules, Func<TimeRules> requestRules) : IMentionFinder
{
    private readonly Lazy<TimeRules> _requestRules = new(requestRules);

    public string Name => "times 2";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens];

    public Layer Gives => Layer.Times;

    /// <summary>The rules for reports.</summary>
    public TimeRules Rules { get; } = rules;

    /// <summary>The rules for requests, those for reports among them.</summary>
    public TimeRules RequestRules => _requestRules.Value;

    /// <summary>How every text is read; null to tell it from the text, which is a request when it is short and speaks of "I" or "you" or is nothing but a time.</summary>
    public TimeRegister? Register { get; init; }

    /// <summary>Loads the rules and lexicons of a language.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static TimeFinder Load(KnowledgeFolder folder, string language = "en") =>
        new(TimeRules.Load(folder, TimeRegister.Report, language), () => TimeRules.Load(folder, TimeRegister.Request, language));

    /// <summary>The same finder for texts of one kind.</summary>
    public TimeFinder For(TimeRegister register) => new(Rules, () => RequestRules) { Register = register };

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        if (document.TokenCount == 0) return;
        var matcher = new TimeMatcher(Rules, document);
        if (Register is null ? RequestJudge.IsRequest(Rules, document, matcher.Ids) : Register == TimeRegister.Request) matcher = new TimeMatcher(RequestRules, document);
        var context = new TimeContext(matcher.Rules, document, matcher.Ids);
        var resolver = new TimeResolver(context);
        var dateline = document.Article.Dateline;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (matcher.At(token) is not { } match) continue;
            var isNothing = match.Rule.Meaning == TimeMeaning.Nothing;
            if (dateline is not null && dateline.Span.Overlaps(document.Spans[token]))
            {
                // The reader has read the dateline's day; it is no day that the story tells, so nothing is counted from it.
                if (dateline.Day is { } day && match.Rule.Meaning == TimeMeaning.Date && match.Has(TimeSlot.Month)) Add(document, mentions, match, match.Tokens, TimeReading.Of(day), inDateline: true);
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
                if (context.IsRequest && OffsetBehind(matcher, resolver, match) is var (whole, counted)) (match, reading) = (whole, counted);
                Add(document, mentions, match, match.Tokens, reading);
                context.Remember(match, reading);
            }

            token = match.Tokens.Last;
        }
    }

    /// <summary>The year of "May" in "May and June 1955", of "summer" in "the summer and autumn of 1995": the one of the time that it is joined to.</summary>
    private static int? YearBehind(TimeMatcher matcher, TimeMatch match)
    {
        if (match.Rule.Meaning is not (TimeMeaning.Date or TimeMeaning.Season) || !matcher.IsJoint(match.Tokens.End) || matcher.At(match.Tokens.End + 1) is not { } next) return null;
        if (match.Rule.Meaning == TimeMeaning.Season) return next.Rule.Meaning == TimeMeaning.Season ? next.Whole(TimeSlot.Year) : null;
        if (match.Whole(TimeSlot.Month) is not { } month) return null;
        if (next.Whole(TimeSlot.Month) is not { } nextMonth || next.Whole(TimeSlot.Year) is not { } year) return null;
        return nextMonth < month ? year - 1 : year;
    }

    /// <summary>"two days" and what they are counted from: "two days after Easter" as one time.</summary>
    private static (TimeMatch Match, TimeReading Reading)? OffsetBehind(TimeMatcher matcher, TimeResolver resolver, TimeMatch match)
    {
        if (match.Rule.Meaning != TimeMeaning.Duration || matcher.SignAt(match.Tokens.End) is not { } sign || matcher.At(match.Tokens.End + 1) is not { } next) return null;
        if (next.Rule.Meaning is TimeMeaning.Nothing or TimeMeaning.Range || resolver.Resolve(next) is not { } from || TimeResolver.Offset(match, sign, from) is not { } reading) return null;
        return (match with { Tokens = new TokenRange(match.Tokens.First, next.Tokens.End) }, reading);
    }

    private static void Add(Document document, MentionLayer mentions, TimeMatch match, TokenRange tokens, TimeReading reading, bool inDateline = false)
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
            InDateline = inDateline,
        });
        if (reading.Why is { } why) mentions.Notes.Add(new Note("Times", span, why));
    }
}
