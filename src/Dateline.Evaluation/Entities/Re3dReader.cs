using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Reads re3d (Dstl 2017, made one JSON object a line): reports on Syria and Iraq with annotated noun phrases.</summary>
/// <remarks>
/// A fifth of the texts, chosen by a hash of their id, and all of BBC (CC BY-NC) are held out: <see cref="IsHeldOut"/>. Annotations with
/// confidence 0 were proposed by a machine; they count where no surer one overlaps, since they hold the names within longer phrases.
/// </remarks>
public static class Re3dReader
{
    /// <summary>All texts of a file.</summary>
    /// <exception cref="EvaluationFileException">A line is no such object.</exception>
    public static IReadOnlyList<GoldNames> Read(string file, NameScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return [.. JsonLines.Read(file).Select(line => Parse(line.Element, scheme))];
    }

    /// <summary>Whether a text is kept from training, to be scored.</summary>
    public static bool IsHeldOut(GoldNames text, int fold = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Genre.StartsWith("BBC", StringComparison.Ordinal) || Language.FeatureHash.Word(text.Id) % 5 == (uint)fold;
    }

    private static GoldNames Parse(JsonElement root, NameScheme scheme)
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
            var isSure = entity.GetProperty("confidence").GetDouble() > 0;
            kind = scheme.KindOf(words, first, end, kind);
            annotated.Add((new GoldName(new TextSpan(spans[first].Start, spans[end - 1].End), kind), isSure ? 1 : 0));
        }

        return new GoldNames(root.GetProperty("id").GetString() ?? "", root.GetProperty("source").GetString() ?? "", text, null, null, NameOverlaps.Resolve(annotated));
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
