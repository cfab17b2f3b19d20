using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Reads re3d (Dstl 2017, made one JSON object a line): reports on Syria and Iraq with annotated noun phrases.</summary>
/// <remarks>
/// A fifth of the texts, chosen by a hash of their id, and all of BBC (CC BY-NC) are held out: <see cref="IsHeldOut"/>. Annotations with
/// confidence 0 were proposed by a machine; they count where no surer one overlaps, since they hold the names within longer phrases.
/// One word with a capital at the head of a sentence is no name when the corpus has it in lower case too ("Witnesses", "Refugees").
/// </remarks>
public static class Re3dReader
{
    /// <summary>All texts of a file.</summary>
    /// <exception cref="EvaluationFileException">A line is no such object.</exception>
    public static IReadOnlyList<GoldNames> Read(string file, NameScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var lines = JsonLines.Read(file).ToList();
        var small = lines.SelectMany(line => SmallWords(line.Element.GetProperty("text").GetString() ?? "")).ToHashSet(StringComparer.Ordinal);
        return [.. lines.Select(line => Parse(line.Element, scheme, small))];
    }

    /// <summary>Whether a text is kept from training, to be scored.</summary>
    public static bool IsHeldOut(GoldNames text, int fold = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Genre.StartsWith("BBC", StringComparison.Ordinal) || Language.FeatureHash.Word(text.Id) % 5 == (uint)fold;
    }

    private static GoldNames Parse(JsonElement root, NameScheme scheme, HashSet<string> small)
    {
        var text = root.GetProperty("text").GetString() ?? "";
        var annotated = new List<(GoldName, int)>();
        foreach (var entity in root.GetProperty("entities").EnumerateArray())
        {
            if (KindOf(entity.GetProperty("type").GetString()) is not { } kind) continue;
            var span = new TextSpan(entity.GetProperty("begin").GetInt32(), Math.Min(text.Length, entity.GetProperty("end").GetInt32()));
            // An annotation that begins or ends within a word is a slip.
            if (span.IsEmpty || (span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1])) || (span.End < text.Length && char.IsLetterOrDigit(text[span.End]))) continue;
            var spans = PhraseNames.Words(text, span);
            var words = spans.ConvertAll(word => text.Substring(word.Start, word.Length));
            var (first, end) = scheme.Cut(words, kind);
            if (end <= first) continue;
            if (end == first + 1 && IsSentenceStart(text, spans[first].Start) && words[first].Skip(1).Any(char.IsLower) && small.Contains(words[first].ToLowerInvariant())) continue;
            var isSure = entity.GetProperty("confidence").GetDouble() > 0;
            kind = scheme.KindOf(words, first, end, kind);
            annotated.Add((new GoldName(new TextSpan(spans[first].Start, spans[end - 1].End), kind), isSure ? 1 : 0));
        }

        return new GoldNames(root.GetProperty("id").GetString() ?? "", root.GetProperty("source").GetString() ?? "", text, null, null, NameOverlaps.Resolve(annotated));
    }

    /// <summary>The words that a text has in lower case: at the head of a sentence they are no names.</summary>
    private static IEnumerable<string> SmallWords(string text) =>
        PhraseNames.Words(text, new TextSpan(0, text.Length)).Where(word => char.IsLower(text[word.Start])).Select(word => text.Substring(word.Start, word.Length));

    private static bool IsSentenceStart(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is '"' or '“' or '\'' or '‘')) before--;
        if (before >= 4 && text[(before - 2)..(before + 1)] is "The" or "the" or "THE") return IsSentenceStart(text, before - 2);
        return before < 0 || text[before] is '.' or '!' or '?' or ':' || text.AsSpan(before, at - before).Contains('\n');
    }

    private static NameKind? KindOf(string? type) => type switch
    {
        "Person" => NameKind.Person,
        "Organisation" => NameKind.Organisation,
        "Location" => NameKind.Place,
        "Nationality" => NameKind.Group,
        "MilitaryPlatform" or "Vehicle" => NameKind.Vehicle,
        "Weapon" => NameKind.Weapon,
        _ => null,
    };
}
