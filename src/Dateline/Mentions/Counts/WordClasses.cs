using System.Globalization;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Counts;

/// <summary>What a word class found at a place in the text.</summary>
/// <param name="End">Index just past its last token.</param>
/// <param name="Text">The lexicon value, such as "NI" for "night"; null where only the number matters.</param>
/// <param name="Number">The value as a number where it is one.</param>
internal readonly record struct WordValue(int End, string? Text, decimal Number);

/// <summary>The words of a language by class, such as month, unit, holiday, floor, vague count.</summary>
/// <remarks>Every word gets an id, so that rules compare numbers while reading; a token is looked up once.</remarks>
/// <param name="anyCase">Whether words that need a capital are taken without one as well.</param>
internal sealed class WordClasses(bool anyCase = false)
{
    /// <summary>Id of words that no rule and no lexicon uses.</summary>
    public const int Unknown = -1;

    private const int LongestWord = 24;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Phrases> _classes = new(StringComparer.Ordinal);

    /// <summary>Names of the classes, for error messages.</summary>
    public IEnumerable<string> Classes => _classes.Keys;

    /// <summary>Adds the classes of a lexicon file.</summary>
    public void Add(KnowledgeNode file)
    {
        foreach (var node in file["classes"]?.Items ?? [file])
        {
            node.AllowKeys("class", "words", "capital");
            var phrases = new Phrases();
            _classes[node.Required("class")] = phrases;
            var capital = node.TextsOf("capital").ToHashSet(StringComparer.Ordinal);
            foreach (var (value, words) in (node["words"] ?? throw node.Error("\"words:\" is missing")).Entries)
            {
                foreach (var phrase in words.Texts) phrases.Add([.. phrase.Split(' ').Select(IdOf)], value, !anyCase && capital.Contains(phrase));
            }
        }
    }

    /// <summary>How many words have an id; ids run from 0.</summary>
    public int Count => _ids.Count;

    public Phrases? Class(string name) => _classes.GetValueOrDefault(name);

    /// <summary>The id of a word of a rule or lexicon, given when first seen.</summary>
    public int IdOf(string word)
    {
        if (!_ids.TryGetValue(word, out var id)) _ids.Add(word, id = _ids.Count);
        return id;
    }

    /// <summary>The ids of a document's tokens; a final full stop ("Dec.") and the kind of apostrophe or dash make no difference.</summary>
    public int[] Ids(Document document)
    {
        var ids = new int[document.TokenCount];
        for (var i = 0; i < ids.Length; i++) ids[i] = IdAt(document.Lowers[i]);
        return ids;
    }

    private int IdAt(string lower)
    {
        if (lower.Length is 0 or > LongestWord) return Unknown;
        if (_ids.TryGetValue(lower, out var id)) return id;
        if (lower[^1] == '.' && lower.Length > 1) return _ids.GetValueOrDefault(lower[..^1], Unknown);
        if (lower is "–" or "—" or "‑" or "−") return _ids.GetValueOrDefault("-", Unknown);
        return lower.Contains('’', StringComparison.Ordinal) ? _ids.GetValueOrDefault(lower.Replace('’', '\''), Unknown) : Unknown;
    }

    /// <summary>The phrases of one class, by their first word.</summary>
    internal sealed class Phrases
    {
        private readonly Dictionary<int, List<(int[] Words, string Value, decimal Number, bool Capital)>> _byFirst = [];

        public void Add(int[] words, string value, bool capital)
        {
            if (!_byFirst.TryGetValue(words[0], out var list)) _byFirst.Add(words[0], list = []);
            var number = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var at = list.FindIndex(other => other.Words.Length < words.Length);
            list.Insert(at < 0 ? list.Count : at, (words, value, number, capital));
        }

        public bool Begins(int id) => id >= 0 && _byFirst.ContainsKey(id);

        /// <summary>Ids of the words that its phrases begin with.</summary>
        public IEnumerable<int> FirstWords => _byFirst.Keys;

        /// <summary>The longest phrase at a token; one way to read it is enough, as phrases of a class do not nest with different tails.</summary>
        public bool TryMatch(Document document, int[] ids, int token, int sentenceEnd, out WordValue value)
        {
            value = default;
            if (!_byFirst.TryGetValue(ids[token], out var list)) return false;
            foreach (var (words, text, number, capital) in list)
            {
                if (token + words.Length > sentenceEnd || !ids.AsSpan(token, words.Length).SequenceEqual(words)) continue;
                if (capital && !document.Article.AllCapitals && !document[token].IsCapitalised) continue;
                value = new WordValue(token + words.Length, text, number);
                return true;
            }

            return false;
        }
    }
}
