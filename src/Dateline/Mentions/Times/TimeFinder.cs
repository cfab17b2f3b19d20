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
        var dateline = document.Article.Dateline?.Span;
        for (var token = 0; token < document.TokenCount; token++)
        {
            // The dateline's day is told by Article.Dateline; in the story it would count as a day of the news itself.
            if (dateline is { } head && head.Overlaps(document.Spans[token])) continue;
            if (matcher.At(token) is not { } match) continue;
            var reading = resolver.Resolve(match);
            if (reading is not null)
            {
                Add(document, mentions, match, reading);
                context.Remember(reading, token, match.Has(TimeSlot.Year) || match.Has(TimeSlot.Date), match.Rule.CountsFromPublication);
            }
            else if (match.Rule.Meaning != TimeMeaning.Nothing)
            {
                continue;
            }

            token = match.Tokens.Last;
        }
    }

    private static void Add(Document document, MentionLayer mentions, TimeMatch match, TimeReading reading)
    {
        var span = document.SpanOf(match.Tokens);
        mentions.Times.Add(new Timex(match.Tokens, span, match.Rule.Name)
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
