using Dateline.Resources;

namespace Dateline.Reading;

/// <summary>Tells lines that are not the story (share icons, "Read more", credits, captions, notices) from lines that are.</summary>
/// <remarks>
/// The rules are data, <c>en/lexicons/boilerplate.yaml</c>: a line is boilerplate when it is one of the rule's lines, begins with
/// one of its starts or labels, holds one of its phrases, or is made of nothing but its words, and has no more words than
/// the rule allows. Only whole lines count: "read more" within a line of prose is prose.
/// </remarks>
public sealed class Boilerplate
{
    public const string File = "en/lexicons/boilerplate.yaml";

    private readonly Dictionary<string, List<Pattern>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<(string Rule, HashSet<string> Words, HashSet<string> Needs)> _onlyWords = [];

    internal Boilerplate(KnowledgeNode file)
    {
        file.AllowKeys("rules");
        foreach (var rule in file["rules"]?.Items ?? [])
        {
            rule.AllowKeys("rule", "most", "tail", "lines", "starts", "labels", "holds", "only", "needs", "yes", "no");
            var name = rule.Required("rule");
            var most = int.Parse(rule.TextOf("most") ?? "30", System.Globalization.CultureInfo.InvariantCulture);
            Add(rule, "lines", name, Place.Whole, int.MaxValue);
            Add(rule, "starts", name, Place.Start, most);
            Add(rule, "labels", name, Place.Label, most);
            Add(rule, "holds", name, rule.TextOf("tail") == "true" ? Place.Anywhere : Place.Alone, most);
            if (rule["only"] is not null)
            {
                _onlyWords.Add((name, Words(rule, "only"), Words(rule, "needs")));
            }
        }
    }

    private enum Place
    {
        Whole,
        Start,
        Label,

        /// <summary>Anywhere but behind a sentence of the story.</summary>
        Alone,

        Anywhere,
    }

    /// <summary>Loads the rules.</summary>
    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static Boilerplate Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Boilerplate(folder.Read(File));
    }

    /// <summary>The name of the rule that says the line is not the story; null when none does.</summary>
    public string? RuleFor(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return RuleFor(line, new TextSpan(0, line.Length));
    }

    /// <summary>The same for a line within a text.</summary>
    public string? RuleFor(string text, TextSpan line) => LineWords.Of(text, TextLines.Trim(text, line)) is { } words ? RuleFor(words) : null;

    internal string? RuleFor(LineWords line)
    {
        if (line.Count == 0) return line.Line.IsEmpty ? null : "ornament";
        // A year by itself heads a section of an account.
        if (line.Count == 1 && line[0].Length == 4 && line[0][0] is '1' or '2' && line[0].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return null;
        for (var from = 0; from < line.Count; from++)
        {
            var first = line[from];
            if (_byFirstWord.TryGetValue(first, out var patterns) && Find(patterns, line, from) is { } rule) return rule;
            if (char.IsAsciiDigit(first[0]) && _byFirstWord.TryGetValue("#", out patterns) && Find(patterns, line, from) is { } counted) return counted;
        }

        foreach (var (rule, words, needs) in _onlyWords)
        {
            if (IsMadeOf(line, words, needs)) return rule;
        }

        return null;
    }

    private static string? Find(List<Pattern> patterns, LineWords line, int from)
    {
        foreach (var pattern in patterns)
        {
            if (line.Count > pattern.Most || (from > 0 && pattern.Place < Place.Alone) || !line.Has(pattern.Words, from)) continue;
            var found = pattern.Place switch
            {
                Place.Whole => line.Count == pattern.Words.Length,
                Place.Label => EndsLabel(line, from + pattern.Words.Length - 1),
                Place.Alone => !IsBehindSentence(line, from),
                _ => true,
            };
            if (found) return pattern.Rule;
        }

        return null;
    }

    /// <summary>A colon, bar, dash or the end of the line; a hyphen only with a space, as "Live-fire" is no label.</summary>
    private static bool EndsLabel(LineWords line, int word)
    {
        var mark = line.MarkBehind(word);
        if (mark == '-') return line.SpanOf(word).End is var end && (line.Text[end] != '-' || end + 1 >= line.Line.End || line.Text[end + 1] is ' ' or '-');
        return mark is ':' or '|' or '–' or '—' or '»' or '>' or '\n' or '•' or '…' or '\uFF1A';
    }

    /// <summary>Whether a sentence of the story stands before the phrase, as in "Classes go on as planned on Monday, he wrote. Click here to …".</summary>
    private static bool IsBehindSentence(LineWords line, int from)
    {
        const int sentence = 7;
        if (from < sentence) return false;
        var end = line.SpanOf(from).Start;
        var at = line.SpanOf(sentence - 1).End;
        for (; at + 1 < end; at++)
        {
            if (line.Text[at] is '.' or '!' or '?' && line.Text[at + 1] is ' ' or '"' or '”') return true;
        }

        return false;
    }

    private static bool IsMadeOf(LineWords line, HashSet<string> words, HashSet<string> needs)
    {
        var needed = needs.Count == 0;
        for (var i = 0; i < line.Count; i++)
        {
            var word = line[i].AsSpan().TrimEnd("0123456789");
            if (word.IsEmpty) continue;
            var plain = word.ToString();
            if (!words.Contains(plain) && !needs.Contains(plain)) return false;
            needed |= needs.Contains(plain);
        }

        return needed;
    }

    private static HashSet<string> Words(KnowledgeNode rule, string key) => new(rule.TextsOf(key).SelectMany(LineWords.Of), StringComparer.Ordinal);

    private void Add(KnowledgeNode rule, string key, string name, Place place, int most)
    {
        foreach (var phrase in rule.TextsOf(key))
        {
            var words = LineWords.Of(phrase);
            if (words.Length == 0) throw rule.Error($"rule {name}: \"{phrase}\" holds no word");
            if (!_byFirstWord.TryGetValue(words[0], out var patterns)) _byFirstWord.Add(words[0], patterns = []);
            patterns.Add(new Pattern(name, place, words, most));
        }
    }

    private sealed record Pattern(string Rule, Place Place, string[] Words, int Most);
}
