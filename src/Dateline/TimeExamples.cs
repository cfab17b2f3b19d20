using Dateline.Mentions;
using Dateline.Mentions.Times;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Resources;
using NodaTime;

namespace Dateline;

/// <summary>Runs the examples of data/en/rules/times-*.yaml: each <c>yes</c> must have its value, in each <c>no</c> the rule must find nothing.</summary>
public static class TimeExamples
{
    /// <summary>The clock time on the reference day at which requests are read.</summary>
    private static readonly LocalTime Clock = new(10, 0);

    /// <summary>One error a failing example, at its line; none when another finder of times is in use.</summary>
    public static IEnumerable<DataError> Failures(ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        if (coder.Times is not { } finder) yield break;
        foreach (var rule in finder.Rules.Rules.Concat(finder.RequestRules.Rules.Where(rule => !finder.Rules.Rules.Any(other => other.Name == rule.Name))))
        {
            foreach (var example in rule.Yes.Concat(rule.No))
            {
                if (Failure(coder, rule, example) is { } problem) yield return new DataError(rule.File, example.Line, problem);
            }
        }
    }

    /// <summary>What is wrong with one example; null when it holds.</summary>
    public static string? Failure(ReportCoder coder, TimeRule rule, TimeExample example)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(example);
        var isRequest = rule.File.EndsWith("/times-requests.yaml", StringComparison.Ordinal);
        var article = new Article
        {
            Report = new Report("example", example.Text) { PublishedClock = isRequest ? Clock : null },
            Text = example.Text,
            Body = new TextSpan(0, example.Text.Length),
            Published = coder.Times!.Rules.Reference,
        };
        var document = coder.Language.Analyse(article);
        var layer = new MentionLayer(document);
        coder.Times.For(isRequest ? TimeRegister.Request : TimeRegister.Report).Find(document, layer);
        var found = layer.Times.Count == 0 ? "nothing" : string.Join(", ", layer.Times.Select(time => $"\"{document.TextOf(time.Span)}\" {time.Value} by {time.By}"));
        if (example.Value is null) return layer.Times.Any(time => time.By == rule.Name) ? $"rule {rule.Name} finds a time in \"{example.Text}\", which stands under \"no:\" ({found})" : null;
        var holds = example.Value == "-" ? layer.Times.Count == 0 : layer.Times.Any(time => time.Value == example.Value);
        return holds ? null : $"\"{example.Text}\" of rule {rule.Name} is not {example.Value} (found: {found})";
    }
}
