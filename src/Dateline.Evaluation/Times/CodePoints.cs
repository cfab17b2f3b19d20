using System.Text.Json;

namespace Dateline.Evaluation.Times;

/// <summary>Turns offsets that count code points into offsets that count UTF-16 code units.</summary>
internal sealed class CodePoints
{
    /// <summary>The code unit that each code point begins at, and the end; null where both count alike.</summary>
    private readonly int[]? _units;

    private readonly int _length;

    public CodePoints(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return;
        var units = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1) units.Add(at);
        units.Add(text.Length);
        _units = [.. units];
    }

    /// <summary>The span between the fields <c>start</c> and <c>end</c> of an object.</summary>
    /// <exception cref="FormatException">It lies outside the text.</exception>
    public TextSpan Span(JsonElement item)
    {
        var (start, end) = (Unit(item.GetProperty("start").GetInt32()), Unit(item.GetProperty("end").GetInt32()));
        return start <= end ? new TextSpan(start, end) : throw new FormatException("a span ends before it begins");
    }

    private int Unit(int point)
    {
        if (point < 0 || point > (_units?.Length - 1 ?? _length)) throw new FormatException("an offset lies outside the text");
        return _units?[point] ?? point;
    }
}
