using System.Text.RegularExpressions;

namespace Dateline.Evaluation.Building;

/// <summary>Spellings that newspapers use beside the one a gazetteer gives.</summary>
internal static partial class NameVariants
{
    private static readonly HashSet<string> Arabic = new(StringComparer.Ordinal)
    {
        "SY", "IQ", "LB", "JO", "PS", "IL", "EG", "LY", "YE", "SA", "DZ", "TN", "MA", "SD", "KW", "QA", "BH", "OM", "AE", "MR",
    };

    /// <summary>Countries whose names come as scholars write them: newspapers leave the marks out.</summary>
    private static readonly HashSet<string> Romanised = new(StringComparer.Ordinal) { "AF", "PK", "IR", "IN", "BD", "NP", "LK", "JP", "KZ", "UZ", "TJ", "TM", "AM", "GE", "UA", "RU", "BY", "KR", "KP", "MM" };

    /// <summary>The name without macrons, dots and half rings where newspapers print none: "Sialkot" for "Siālkot".</summary>
    internal static string Plain(string name, string country)
    {
        if (!Romanised.Contains(country) && !Arabic.Contains(country)) return name;
        const string marked = "āĀīĪūŪōŌēĒḩḨşŞţŢḑḐẕṟḏṯ";
        const string plain = "aAiIuUoOeEhHsStTdDzrdt";
        var text = new System.Text.StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var at = marked.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0) text.Append(plain[at]);
            else if (letter is not ('‘' or '’' or 'ʻ' or 'ʼ' or '̧' or '̱')) text.Append(letter);
        }

        return text.ToString();
    }

    /// <summary>Other spellings of a town's name: Arabic names without article or with "al-", "Deir" for "Dayr", "Nizhny" for "Nizhniy".</summary>
    internal static IEnumerable<string> Of(string name, string country)
    {
        if (Arabic.Contains(country)) return OfArabic(name);
        if (country is "RU" or "UA" or "BY" or "KZ" && OfSlavic(name) is { } slavic) return [slavic];
        return country switch
        {
            "US" when name.EndsWith(" City", StringComparison.Ordinal) => [],
            "PH" when name.EndsWith(" City", StringComparison.Ordinal) => [name[..^5]],
            "MX" when name.StartsWith("Ciudad ", StringComparison.Ordinal) => [],
            _ => [],
        };
    }

    /// <summary>A subdivision's name without notes in brackets, alternatives after a slash apart, without the word that says what it is.</summary>
    internal static IEnumerable<string> OfSubdivision(string name)
    {
        var bare = Bracketed().Replace(name, "").Trim();
        foreach (var part in bare.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var short_ = Generic().Replace(part.Split(',')[0], "").Trim();
            if (short_.Length > 2) yield return short_;
        }
    }

    private static HashSet<string> OfArabic(string name)
    {
        var variants = new HashSet<string>(StringComparer.Ordinal);
        var bare = Article().Replace(name, "");
        if (bare.Length >= 4 && bare != name)
        {
            variants.Add(bare);
            variants.Add("Al " + bare);
        }

        foreach (var form in variants.Append(name).ToList())
        {
            var softer = InnerArticle().Replace(form, " al ")
                .Replace("Dayr", "Deir", StringComparison.Ordinal).Replace("Bayt", "Beit", StringComparison.Ordinal)
                .Replace("Tall ", "Tal ", StringComparison.Ordinal).Replace("ay", "ei", StringComparison.Ordinal)
                .Replace("aw", "ow", StringComparison.Ordinal).Replace("īyah", "iya", StringComparison.Ordinal);
            if (softer.EndsWith("ah", StringComparison.Ordinal)) softer = softer[..^1];
            if (softer != name) variants.Add(softer);
            if (InnerArticle().IsMatch(form)) variants.Add(InnerArticle().Replace(form, " al "));
        }

        return variants;
    }

    private static string? OfSlavic(string name)
    {
        var softer = name.Replace("iy ", "y ", StringComparison.Ordinal).Replace("yy ", "y ", StringComparison.Ordinal);
        if (softer.EndsWith("iy", StringComparison.Ordinal) || softer.EndsWith("yy", StringComparison.Ordinal)) softer = softer[..^2] + "y";
        return softer == name ? null : softer;
    }

    [GeneratedRegex(@"^(Al|Ar|As|Ash|Az|An|Ad|At|Adh|Ath|Aş|Aţ|Aḑ|El) ", RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex(@" (ar|as|ash|az|an|ad|at|adh|ath|aş|aţ|aḑ|el|ul) ", RegexOptions.None, 1000)]
    private static partial Regex InnerArticle();

    [GeneratedRegex(@"[\[(].*?[\])]", RegexOptions.None, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@" (Province|District|Region|County|Governorate|Oblast|City|Municipality|kraj|sýsla|apskritis|novads|megye|oblast'|Department)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Generic();
}
