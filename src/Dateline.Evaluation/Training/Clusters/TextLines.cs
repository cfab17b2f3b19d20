namespace Dateline.Evaluation.Training.Clusters;

/// <summary>How a file holds its text.</summary>
internal enum TextKind
{
    Plain,

    /// <summary>One object a line with a <c>text</c> or a list of <c>tokens</c>.</summary>
    JsonLines,

    /// <summary>A word a line in columns parted by tabs, an empty line after each sentence: CoNLL, CoNLL-U, IOB.</summary>
    Columns,

    /// <summary>A sentence a line, each word with its tag behind an underscore.</summary>
    TaggedWords,

    /// <summary>WordNet's data files: the gloss of a line is the text.</summary>
    WordNet,

    /// <summary>Annotation without running text.</summary>
    None,
}

/// <summary>Takes words out of lines of corpora.</summary>
internal static class TextLines
{
    public static TextKind KindOf(string name, string[] lines)
    {
        var ending = Path.GetExtension(name);
        if (name is "data.noun" or "data.verb" or "data.adj" or "data.adv") return TextKind.WordNet;
        if (ending is ".jsonl" or ".json") return TextKind.JsonLines;
        if (ending is ".conllu" or ".conll" or ".tsv" or ".iob" or ".iob2") return TextKind.Columns;
        if (ending is ".ann" || name == "categories.txt") return TextKind.None;
        var first = lines.Where(line => line.Length > 0).Take(5).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return first.Length > 0 && first.Count(word => word.IndexOf('_', StringComparison.Ordinal) > 0) * 10 >= first.Length * 9 ? TextKind.TaggedWords : TextKind.Plain;
    }

    /// <summary>The word is the first column, or the second where the first counts the words.</summary>
    public static IEnumerable<string[]> Columns(IEnumerable<string> lines)
    {
        var words = new List<string>();
        foreach (var line in lines.Select(line => line.TrimEnd('\r')).Append(""))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (words.Count > 0) yield return [.. words];
                words.Clear();
                continue;
            }

            var columns = line.Split('\t');
            if (columns.Length < 2) continue;
            if (!columns[0].All(char.IsAsciiDigit) || columns.Length == 2) words.AddRange(IsNumber(columns[0]) && columns.Length > 2 ? [] : [columns[0]]);
            else words.Add(columns[1]);
        }
    }

    /// <summary>Words without their tags.</summary>
    public static string[] TaggedWords(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.LastIndexOf('_') is > 0 and var tag ? word[..tag] : word).Where(word => word.Length > 0)];

    /// <summary>The definition of a WordNet line and its examples, each by itself.</summary>
    public static IEnumerable<string> Glosses(string line)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        if (bar < 0 || line.StartsWith("  ", StringComparison.Ordinal)) yield break;
        foreach (var part in line[(bar + 3)..].Split("; \"", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return part.Trim('"', ' ');
    }

    /// <summary>Parts a list of tokens after full stops, question and exclamation marks.</summary>
    public static IEnumerable<string[]> Sentences(IEnumerable<string> tokens)
    {
        var words = new List<string>();
        foreach (var token in tokens.Where(token => token.Length > 0))
        {
            words.Add(token);
            if (token is not ("." or "?" or "!")) continue;
            yield return [.. words];
            words.Clear();
        }

        if (words.Count > 0) yield return [.. words];
    }

    // "2-3" and "4.1" count words that are written together or not written.
    private static bool IsNumber(string column) => column.Length > 0 && column.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.');
}
