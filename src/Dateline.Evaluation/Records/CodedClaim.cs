using System.Globalization;
using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>One claim of a record, as far as the scorer looks at it.</summary>
internal sealed class CodedClaim
{
    public CodedClaim(JsonElement claim)
    {
        Id = claim.Text("id") ?? "";
        Modality = claim.Text("modality") is { Length: > 0 } modality ? modality : "stated";
        Sources = [.. claim.Items("sources").Select(source => new Phrase(source.Text("name")))];
        var original = new Phrase(claim.Text("original"));
        var words = original.Text.Length > 0 ? original : new Phrase(claim.Object("evidence")?.Text("quote"));
        Words = [.. words.Content, .. original.Words];
        Figure = FigureOf(claim);
    }

    public string Id { get; }

    /// <summary>Outermost first; empty for the outlet's own voice.</summary>
    public IReadOnlyList<Phrase> Sources { get; }

    public string Modality { get; }

    /// <summary>The words the claim rests on: as printed, else of its evidence.</summary>
    public HashSet<string> Words { get; }

    /// <summary>The number that a claim on <c>casualties/MEASURE</c> states; null for other claims.</summary>
    public FigureValue? Figure { get; }

    private static FigureValue? FigureOf(JsonElement claim)
    {
        var field = (claim.Text("field") ?? "").Split('/');
        if (field[0] != "casualties" || field.Length < 2 || claim.Field("value") is not { } value) return null;
        var range = (value.Text() ?? value.GetRawText()).Trim();
        var dots = range.IndexOf("..", StringComparison.Ordinal);
        var (low, high) = dots < 0 ? (range, range) : (range[..dots], range[(dots + 2)..]);
        return TryReadNumber(low, out var from) && TryReadNumber(high, out var to) ? new FigureValue(field[1], from, to) : null;
    }

    /// <summary>Reads decimal digits of any script; an empty end is an open one. More people than ever lived count as the most there can be.</summary>
    private static bool TryReadNumber(string digits, out long? number)
    {
        number = null;
        foreach (var character in digits)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0) return false;
            number = number > (long.MaxValue - digit) / 10 ? long.MaxValue : ((number ?? 0) * 10) + digit;
        }

        return true;
    }
}
