using System.Globalization;
using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>Counts how words are printed inside sentences, for the <see cref="Truecaser"/>. The same sentences give the same bytes.</summary>
/// <remarks>Sentences in capitals or title case, and first words, say nothing and are passed over.</remarks>
public sealed class TruecaseTrainer
{
    /// <summary>Times that a word must stand behind another to be listed with it, where that changes its case.</summary>
    public int MinPair { get; init; } = 3;

    /// <summary>Trains on sentences, each a list of forms, and on a list of words, each counted once.</summary>
    public byte[] Train(IEnumerable<IReadOnlyList<string>> sentences, IEnumerable<string> lexicon)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(lexicon);
        var words = new Dictionary<uint, int[]>();
        var pairs = new Dictionary<uint, (uint Word, int[] Counts)>();
        foreach (var form in lexicon)
        {
            if (CaseOf(form) is { } usual) Count(words, Truecaser.Key(form))[(int)usual]++;
        }

        foreach (var sentence in sentences.Where(IsRunning))
        {
            var keys = sentence.Select(form => Truecaser.Key(form)).ToArray();
            var first = true;
            for (var i = 0; i < keys.Length; i++)
            {
                var form = sentence[i];
                if (!first && CaseOf(form) is { } usual)
                {
                    Count(words, keys[i])[(int)usual]++;
                    CountPair(pairs, Truecaser.KeyAfter(i > 0 ? keys[i - 1] : 0, keys[i]), keys[i], usual);
                    CountPair(pairs, Truecaser.KeyBefore(keys[i], i + 1 < keys.Length ? keys[i + 1] : 0), keys[i], usual);
                }

                // A colon or quote opens a sentence within the sentence.
                first = first ? !char.IsLetterOrDigit(form[0]) : form is ":" or "\"" or "“" or "." or "!" or "?" or "``";
            }
        }

        var cases = words.ToDictionary(word => word.Key, word => Most(word.Value));
        foreach (var (pair, (word, counts)) in pairs)
        {
            var most = Most(counts);
            if (most != cases[word] && counts[(int)most] >= MinPair && counts[(int)most] * 4 >= counts.Sum() * 3) cases.TryAdd(pair, most);
        }

        return Truecaser.Write(cases);
    }

    /// <summary>The forms of a text whose tokens carry their tags ("hostages_NNS"), a sentence a line.</summary>
    public static IEnumerable<IReadOnlyList<string>> TaggedText(string path) =>
        from line in File.ReadLines(path)
        let forms = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(token => token.LastIndexOf('_') is var bar and > 0 ? token[..bar] : token).ToArray()
        where forms.Length > 0
        select forms;

    /// <summary>The single words of a data file of WordNet, in the case that it prints them in.</summary>
    public static IEnumerable<string> WordNetWords(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split(' ');
            if (line.Length == 0 || line[0] == ' ' || cells.Length < 5 || !int.TryParse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var count)) continue;
            for (var word = 0; word < count && 4 + (2 * word) < cells.Length; word++)
            {
                var form = cells[4 + (2 * word)].Split('(')[0];
                if (form.Length > 2 && form.All(char.IsLetter)) yield return form;
            }
        }
    }

    /// <summary>Share of the words with letters whose case comes out right after the text was put in capitals; first words count too.</summary>
    public static (int Right, int Words) Score(Truecaser truecaser, IReadOnlyList<ConlluSentence> gold)
    {
        ArgumentNullException.ThrowIfNull(truecaser);
        ArgumentNullException.ThrowIfNull(gold);
        var document = ConlluSentence.Untagged([.. gold.Select(HeadlineStyle.Capitals)]);
        var (right, all) = (0, 0);
        Span<char> set = stackalloc char[128];
        foreach (var (sentence, index) in gold.Select((sentence, index) => (sentence, index)))
        {
            var range = document.SentenceRanges[index];
            var cases = new WordCase[range.Count];
            truecaser.Read(document, range, cases);
            for (var i = 0; i < range.Count; i++)
            {
                var form = sentence.Words[i].Form;
                if (!char.IsLetter(form[0]) || form.Length > set.Length) continue;
                all++;
                if (Truecaser.Set(document[range.First + i].Form, cases[i], set).SequenceEqual(form)) right++;
            }
        }

        return (right, all);
    }

    private static bool IsRunning(IReadOnlyList<string> sentence)
    {
        int words = 0, longWords = 0, longCapitals = 0, capitals = 0;
        foreach (var form in sentence)
        {
            if (form.Length < 2 || !char.IsLetter(form[0])) continue;
            words++;
            if (!form.AsSpan().ContainsAnyInRange('a', 'z')) capitals++;
            if (form.Length < 4) continue;
            longWords++;
            if (char.IsUpper(form[0])) longCapitals++;
        }

        return words >= 3 && capitals * 3 < words && (longWords < 3 || longCapitals * 10 < longWords * 8);
    }

    private static WordCase? CaseOf(string form)
    {
        if (form.Length == 0 || !char.IsLetter(form[0])) return null;
        if (!char.IsUpper(form[0])) return WordCase.Small;
        return form.Length > 1 && !form.AsSpan(1).ContainsAnyInRange('a', 'z') ? WordCase.Capitals : form.Length == 1 && form != "A" ? WordCase.Capitals : WordCase.Capital;
    }

    private static int[] Count(Dictionary<uint, int[]> counts, uint key) => counts.TryGetValue(key, out var found) ? found : counts[key] = new int[3];

    private static void CountPair(Dictionary<uint, (uint Word, int[] Counts)> pairs, uint pair, uint word, WordCase usual)
    {
        if (!pairs.TryGetValue(pair, out var known)) pairs[pair] = known = (word, new int[3]);
        known.Counts[(int)usual]++;
    }

    private static WordCase Most(int[] counts) => (WordCase)Array.IndexOf(counts, counts.Max());
}
