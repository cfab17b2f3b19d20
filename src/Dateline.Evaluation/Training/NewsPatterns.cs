using System.Globalization;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Evaluation.Training;

/// <summary>Annotated sentences and headlines made from patterns: <c>models/training/news-patterns.yaml</c> explains the notation.</summary>
public sealed class NewsPatterns
{
    private static readonly string[] VerbTags = ["VB", "VBZ", "VBD", "VBN", "VBG"];

    private readonly Dictionary<string, ConlluWord[][]> _phrases;
    private readonly Dictionary<string, string[][]> _verbs;
    private readonly Item[][] _patterns;
    private readonly Item[][] _headlines;

    private NewsPatterns(KnowledgeNode root)
    {
        root.AllowKeys("phrases", "verbs", "patterns", "headlines");
        _phrases = Lists(root, "phrases", Phrase);
        _verbs = Lists(root, "verbs", Forms);
        _patterns = [.. Required(root, "patterns").Items.Select(Pattern)];
        _headlines = [.. Required(root, "headlines").Items.Select(Pattern)];
    }

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataException">A pattern names an unknown list, or a head outside itself.</exception>
    public static NewsPatterns Read(string path) => new(KnowledgeNode.Read(path, Path.GetFileName(path)));

    /// <summary>Fills every pattern <paramref name="each"/> times with words drawn at random; headlines in title case every other time.</summary>
    public IReadOnlyList<ConlluSentence> Sentences(int each, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var sentences = new List<ConlluSentence>();
        for (var round = 0; round < each; round++)
        {
            foreach (var pattern in _patterns) sentences.Add(Opened(Filled(pattern, random)));
            foreach (var pattern in _headlines) sentences.Add(HeadlineStyle.Headline(Filled(pattern, random), round % 2 == 0, dropAuxiliary: false));
        }

        return sentences;
    }

    private ConlluSentence Filled(Item[] pattern, Random random)
    {
        var filled = new List<ConlluWord[]>();
        foreach (var item in pattern)
        {
            if (item.Word is { } word) filled.Add([word]);
            else if (item.Form is { } form) filled.Add([Word(Drawn(_verbs[item.List], random)[form], item.Tag, item.Relation)]);
            else filled.Add(Drawn(_phrases[item.List], random));
        }

        var words = new List<ConlluWord>();
        var starts = filled.Select((phrase, i) => filled.Take(i).Sum(before => before.Length)).ToArray();
        for (var i = 0; i < pattern.Length; i++)
        {
            var head = pattern[i].Head < 0 ? -1 : starts[pattern[i].Head] + HeadOf(filled[pattern[i].Head]);
            var top = HeadOf(filled[i]);
            var relation = pattern[i].Relation;
            words.AddRange(filled[i].Select((word, k) =>
                k == top ? word with { Head = head, Relation = relation } : word with { Head = starts[i] + (word.Head >= 0 ? word.Head : top) }));
        }

        return new ConlluSentence(words);
    }

    private static ConlluSentence Opened(ConlluSentence sentence)
    {
        var first = sentence.Words[0];
        var form = char.ToUpper(first.Form[0], CultureInfo.InvariantCulture) + first.Form[1..];
        return new ConlluSentence([first with { Form = form }, .. sentence.Words.Skip(1)]);
    }

    private static int HeadOf(ConlluWord[] phrase) => Math.Max(0, Array.FindIndex(phrase, word => word.Relation == Relation.Root));

    private static T Drawn<T>(T[] list, Random random) => list[random.Next(list.Length)];

    private static KnowledgeNode Required(KnowledgeNode root, string key) => root[key] ?? throw root.Error($"\"{key}:\" is missing");

    private static Dictionary<string, T[]> Lists<T>(KnowledgeNode root, string key, Func<KnowledgeNode, T> read) =>
        Required(root, key).Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Items.Select(read).ToArray(), StringComparer.Ordinal);

    private static ConlluWord[] Phrase(KnowledgeNode node)
    {
        var words = node.Required().Split(' ').Select(word => word.Split('/')).ToArray();
        if (words.Any(parts => parts.Length is < 2 or > 4)) throw node.Error("a word of a phrase is form/tag, form/tag/relation or form/tag/relation/head");
        return [.. words.Select(parts => Word(parts[0], parts[1], parts.Length > 2 ? Relations.Parse(parts[2]) : Relation.Root) with
        {
            Head = parts.Length > 3 && int.TryParse(parts[3], CultureInfo.InvariantCulture, out var head) ? head - 1 : -1,
        })];
    }

    private static string[] Forms(KnowledgeNode node)
    {
        var forms = node.Required().Split(' ');
        return forms.Length == VerbTags.Length ? forms : throw node.Error("a verb has five forms");
    }

    private Item[] Pattern(KnowledgeNode node)
    {
        var texts = node.Required().Split(' ');
        return [.. texts.Select(text => ReadItem(node, text, texts.Length))];
    }

    private Item ReadItem(KnowledgeNode node, string text, int items)
    {
        var parts = text.Split('/');
        if (parts.Length < 3 || !int.TryParse(parts[^1], CultureInfo.InvariantCulture, out var head) || head < 0 || head > items)
        {
            throw node.Error($"\"{text}\" has no head in the pattern");
        }

        var relation = Relations.Parse(parts[^2]);
        if (parts[0] is not ['{', .., '}'])
        {
            return parts.Length == 4 ? new Item(Word(parts[0], parts[1], relation), "", null, "", relation, head - 1) : throw node.Error($"\"{text}\" is no word");
        }

        var slot = parts[0][1..^1].Split(':');
        int? form = slot.Length == 1 ? null : Array.IndexOf(VerbTags, slot[1] == "VBP" ? "VB" : slot[1]);
        var known = form is null ? _phrases.ContainsKey(slot[0]) : form >= 0 && _verbs.ContainsKey(slot[0]);
        return known ? new Item(null, slot[0], form, slot[^1], relation, head - 1) : throw node.Error($"there is no list \"{parts[0]}\"");
    }

    private static ConlluWord Word(string form, string xpos, Relation relation)
    {
        var upos = xpos switch
        {
            "IN" when relation == Relation.Mark => Upos.SCONJ,
            "IN" or "RP" => Upos.ADP,
            "VBD" or "VBP" or "VBZ" or "VBN" when relation is Relation.Aux or Relation.AuxPass => Upos.AUX,
            _ when xpos.StartsWith("VB", StringComparison.Ordinal) => Upos.VERB,
            "NN" or "NNS" => Upos.NOUN,
            "NNP" or "NNPS" => Upos.PROPN,
            "CD" => Upos.NUM,
            "DT" => Upos.DET,
            "PRP" or "PRP$" or "WP" or "WDT" => Upos.PRON,
            "RB" or "WRB" => form == "not" ? Upos.PART : Upos.ADV,
            "TO" => Upos.PART,
            "CC" => Upos.CCONJ,
            "," or "." => Upos.PUNCT,
            _ => Upos.ADJ,
        };
        var lemma = relation is Relation.Aux or Relation.AuxPass ? "be" : relation == Relation.Det && form != "the" ? "a" : form;
        return new ConlluWord(form, lemma, upos, xpos, -1, relation);
    }

    /// <summary>A word, a slot for a phrase, or (with a form) a slot for a verb; heads count from 0, -1 for the root.</summary>
    private sealed record Item(ConlluWord? Word, string List, int? Form, string Tag, Relation Relation, int Head);
}
