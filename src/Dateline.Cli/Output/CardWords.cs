using System.Globalization;
using System.Text;
using Dateline.Claims;

namespace Dateline.Cli.Output;

/// <summary>Codes, counts and days in words, for people.</summary>
internal static class CardWords
{
    /// <summary>"16 June 2024", "22 March 2024 – 16 June 2024", "March 2024", "2022"; null when no day is known.</summary>
    public static string? Days(string? start, string? end, string? precision)
    {
        if (start is null) return null;
        if (precision == "month" && end is not null && start[..7] == end[..7]) return Day(start).Split(' ', 2)[^1];
        if (precision == "year" && end is not null && start[..4] == end[..4]) return start[..4];
        return end is null || end == start ? Day(start) : $"{Day(start)} – {Day(end)}";
    }

    public static string Day(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;

    /// <summary>"6", "at least 144", "20–30 (best 25)", "at most 5"; null when no number is known.</summary>
    public static string? Count(CountRecord? count)
    {
        if (count is null) return null;
        var best = count.Best is { } b && b != count.Low && b != count.High ? $" (best {Number(b)})" : "";
        return (count.Low, count.High) switch
        {
            (null, null) => count.Best is { } only ? Number(only) : null,
            ({ } low, { } high) when low == high => Number(low),
            ({ } low, { } high) => $"{Number(low)}–{Number(high)}" + (count.Best is { } chosen && best.Length == 0 ? $" (best {Number(chosen)})" : best),
            ({ } low, null) => $"at least {Number(low)}{best}",
            (null, { } high) => $"at most {Number(high)}{best}",
        };
    }

    /// <summary>A claim's value as people write it: <c>144..</c> is "at least 144".</summary>
    public static string Value(string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return value;
        var low = Parsed(value[..dots]);
        var high = Parsed(value[(dots + 2)..]);
        return Count(new CountRecord { Low = low, High = high }) ?? value;
    }

    /// <summary>The heading of a role. Nobody is called a perpetrator before a source says that a court did.</summary>
    public static string Role(ParticipantRecord participant) => participant.Role switch
    {
        "perpetrator" when participant.LegalStatus == "convicted" => "Perpetrator (convicted)",
        "perpetrator" => "Accused / perpetrator (as reported)",
        "claimant" => "Claimed by",
        "other" => "Others",
        var role => Capital(role),
    };

    /// <summary><c>hostage-taking/siege</c> is "hostage taking / siege".</summary>
    public static string Type(string code) => code.Replace("/", " / ", StringComparison.Ordinal).Replace('-', ' ');

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a police source &lt; TASS": who spoke, then who passed it on; the outlet, or "the report", for its own voice.</summary>
    public static string Speaker(ClaimRecord claim, string? outlet) =>
        claim.Sources.Count == 0 ? Clean(outlet ?? "the report") : Clean(string.Join(" < ", claim.Sources.Reverse().Select(source => source.Name)));

    /// <summary>Words of the report on one line, with everything taken out that a terminal could take for a command or that would turn the line around.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!char.IsControl(letter) && letter is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFEFF'))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The clean words, shortened in the middle to at most <paramref name="length"/> characters.</summary>
    public static string Quote(string text, int length)
    {
        var clean = Clean(text.Length > length * 8 ? text[..(length * 4)] + text[^(length * 4)..] : text);
        if (clean.Length <= length) return clean;
        var head = (length * 2 / 3) - 1;
        var tail = length - head - 3;
        if (char.IsHighSurrogate(clean[head - 1])) head--;
        if (char.IsLowSurrogate(clean[^tail])) tail--;
        return clean[..head].TrimEnd() + " … " + clean[^tail..].TrimStart();
    }

    private static string Number(int number) => number.ToString(number >= 10_000 ? "N0" : "D", CultureInfo.InvariantCulture);

    private static int? Parsed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
