using System.Globalization;
using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>Reads token files with B-, I- and O labels: UNER (.iob2), wikigold (.conllu), WNUT-17 (.conll), GMB (.tsv).</summary>
/// <remarks>The columns of word and label are found in the first lines. Texts end at <c># newdoc</c>, or where the file marks none after ten sentences.</remarks>
public static class ColumnReader
{
    private const int SentencesOfText = 10;

    /// <summary>All texts of a file.</summary>
    public static IReadOnlyList<GoldNames> Read(string file, NameScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var texts = new List<GoldNames>();
        var words = new List<(string Word, string Label)>();
        var sentences = new List<TokenRange>();
        var first = 0;
        var marked = false;
        void EndSentence()
        {
            if (words.Count == first) return;
            sentences.Add(new TokenRange(first, words.Count));
            first = words.Count;
            if (!marked && sentences.Count >= SentencesOfText) EndText();
        }

        void EndText()
        {
            if (words.Count > 0) texts.Add(Text($"{Path.GetFileName(file)} {texts.Count.ToString(CultureInfo.InvariantCulture)}", words, sentences, scheme));
            words.Clear();
            sentences.Clear();
            first = 0;
        }

        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                marked = true;
                EndSentence();
                EndText();
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                EndSentence();
            }
            else if (!line.StartsWith("# ", StringComparison.Ordinal) && Columns(line) is { } row)
            {
                words.Add(row);
            }
        }

        EndSentence();
        EndText();
        return texts;
    }

    /// <summary>"1 tampa B-LOC - x" and "tampa B-location" alike: the label is the first column that looks like one, the word stands before it.</summary>
    private static (string Word, string Label)? Columns(string line)
    {
        var columns = line.Split('\t');
        for (var i = 1; i < columns.Length; i++)
        {
            if (columns[i] == "O" || columns[i].StartsWith("B-", StringComparison.Ordinal) || columns[i].StartsWith("I-", StringComparison.Ordinal))
                return columns[i - 1].Trim().Length == 0 ? null : (columns[i - 1].Trim().Replace(' ', '_'), columns[i]);
        }

        return null;
    }

    private static GoldNames Text(string id, List<(string Word, string Label)> rows, List<TokenRange> sentences, NameScheme scheme)
    {
        var names = new List<(GoldName, int)>();
        var (text, tokens) = JoinedTokens.Join([.. rows.Select(row => row.Word)], sentences);
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (rows[i].Label == "O") continue;
                var end = i + 1;
                while (end < sentence.End && rows[end].Label.StartsWith("I-", StringComparison.Ordinal)) end++;
                if (KindOf(rows[i].Label[2..]) is { } kind) Add(names, tokens, rows, i, end, kind, scheme);
                i = end - 1;
            }
        }

        return new GoldNames(id, "", text, tokens, [.. sentences], NameOverlaps.Resolve(names));
    }

    /// <summary>These files annotate names already: only a leading article and titles before people go.</summary>
    private static void Add(List<(GoldName, int)> names, TextSpan[] tokens, List<(string Word, string Label)> rows, int first, int end, NameKind kind, NameScheme scheme)
    {
        var words = rows[first..end].ConvertAll(row => row.Word);
        var (cut, stop) = kind == NameKind.Person ? scheme.Cut(words, kind) : (0, words.Count);
        if (kind != NameKind.Other && cut == 0 && words.Count > 1 && words[0] is "the" or "The" or "THE") cut = 1;
        if (stop <= cut) return;
        kind = scheme.KindOf(words, cut, stop, kind);
        names.Add((new GoldName(new TextSpan(tokens[first + cut].Start, tokens[first + stop - 1].End), kind), 0));
    }

    private static NameKind? KindOf(string label) => label switch
    {
        "PER" or "person" or "per" => NameKind.Person,
        "ORG" or "corporation" or "group" or "org" => NameKind.Organisation,
        "LOC" or "location" or "geo" => NameKind.Place,
        "gpe" => NameKind.Group,
        "MISC" or "creative-work" or "product" or "art" or "eve" or "OTH" => NameKind.Other,
        _ => null,
    };
}
