using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Leaves one name where several annotations overlap: surer ones first, then longer, then places before bodies.</summary>
internal static class NameOverlaps
{
    public static IReadOnlyList<GoldName> Resolve(IEnumerable<(GoldName Name, int Rank)> annotated)
    {
        var kept = new List<GoldName>();
        foreach (var (name, _) in annotated.OrderByDescending(item => item.Rank).ThenByDescending(item => item.Name.Span.Length)
            .ThenBy(item => item.Name.Kind == NameKind.Place ? 0 : 1).ThenBy(item => item.Name.Span.Start).ThenBy(item => item.Name.Kind))
        {
            if (!kept.Exists(other => other.Span.Overlaps(name.Span))) kept.Add(name);
        }

        return [.. kept.OrderBy(name => name.Span.Start)];
    }
}
