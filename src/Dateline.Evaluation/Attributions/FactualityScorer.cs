using System.IO.Compression;
using System.Text.Json;
using Dateline.Evaluation.Records;
using Dateline.Reports;

namespace Dateline.Evaluation.Attributions;

/// <summary>Scores whether predicates are told as having happened against the factuality of Universal Decompositional Semantics on EWT.</summary>
/// <remarks>
/// <para>The file is <c>uds2_factuality_normalized.zip</c>. The sentences come from <c>en_ewt-ud-dev.conllu.gz</c> in a folder <c>ud</c> beside the zip's folder, and are read as plain text by the coder itself.
/// A predicate counts as having happened when its value is above 0.</para>
/// <para>Rows: <c>happened</c> and <c>not happened</c> count the predicates of either kind; <c>factuality</c> counts all, so that its F is the accuracy.
/// UDS numbers the sentences of an EWT that has one more sentence in its dev part than today's; the shift is found by where predicates fall on words.</para>
/// </remarks>
public static class FactualityScorer
{
    private const string Prefix = "ewt-dev-";

    /// <summary>Whether a file is UDS factuality: a zip of that name.</summary>
    public static bool Reads(string file) => Path.GetFileName(file) is var name && name.StartsWith("uds2_factuality_normalized", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Scores the dev part.</summary>
    /// <exception cref="EvaluationFileException">The zip or the treebank beside it cannot be read.</exception>
    public static ScoreTable Score(string file, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        var sentences = Sentences(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", "..", "ud", "en_ewt-ud-dev.conllu.gz"));
        var gold = Values(file);
        var tally = new Tally();
        var shift = 0;
        foreach (var (number, values) in gold)
        {
            if (shift == 0 && !Fits(sentences, number - 1, values) && Fits(sentences, number - 2, values)) shift = -1;
            if (Fits(sentences, number - 1 + shift, values)) Count(tally, sentences[number - 1 + shift], values, coder);
        }

        return new ScoreTable(tally.Rows, []);
    }

    private static bool Fits(List<UdsSentence> sentences, int index, List<(int Word, double Value)> values) =>
        index >= 0 && index < sentences.Count && values.TrueForAll(value => value.Word < sentences[index].Words.Count && sentences[index].Words[value.Word].IsContent);

    private static void Count(Tally tally, UdsSentence sentence, List<(int Word, double Value)> values, ReportCoder coder)
    {
        var reading = coder.Read(new Report("uds", Report.WellFormed(sentence.Text)) { Title = "" });
        var document = reading.Document;
        foreach (var (word, value) in values)
        {
            var tokens = document.TokensIn(sentence.Words[word].Span);
            if (tokens.Count == 0) continue;
            var happened = coder.Predicates.ReadAt(reading.Tree, tokens.First).Happened;
            var so = value > 0;
            tally.Judge("factuality", happened == so);
            tally.Count("happened", happened && so ? 1 : 0, so ? 1 : 0, happened ? 1 : 0);
            tally.Count("not happened", !happened && !so ? 1 : 0, so ? 0 : 1, happened ? 0 : 1);
        }
    }

    private static SortedDictionary<int, List<(int Word, double Value)>> Values(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            using var stream = zip.Entries[0].Open();
            using var json = JsonDocument.Parse(stream);
            var values = new SortedDictionary<int, List<(int Word, double Value)>>();
            foreach (var sentence in json.RootElement.GetProperty("data").EnumerateObject().Where(sentence => sentence.Name.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var list = new List<(int Word, double Value)>();
                foreach (var predicate in sentence.Value.EnumerateObject())
                {
                    if (predicate.Value.TryGetProperty("factuality", out var factuality))
                        list.Add((int.Parse(predicate.Name.AsSpan(predicate.Name.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture) - 1, factuality.GetProperty("factual").GetProperty("value").GetDouble()));
                }

                values[int.Parse(sentence.Name.AsSpan(Prefix.Length), System.Globalization.CultureInfo.InvariantCulture)] = list;
            }

            return values;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException or KeyNotFoundException or FormatException)
        {
            throw new EvaluationFileException(file, 0, "the file is no UDS factuality: " + e.Message);
        }
    }

    private static List<UdsSentence> Sentences(string file)
    {
        try
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            var sentences = new List<UdsSentence>();
            var (text, at, words) = ("", 0, new List<UdsWord>());
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line["# text = ".Length..];
                else if (line.Length == 0 && words.Count > 0) sentences.Add(new UdsSentence(text, words));
                if (line.Length == 0) (text, at, words) = ("", 0, []);
                if (line.Length == 0 || !char.IsAsciiDigit(line[0])) continue;
                var columns = line.Split('\t');
                if (columns[0].Contains('-', StringComparison.Ordinal) || columns[0].Contains('.', StringComparison.Ordinal)) continue;
                var start = text.IndexOf(columns[1], at, StringComparison.Ordinal);
                if (start >= 0) at = start + columns[1].Length;
                words.Add(new UdsWord(start < 0 ? new TextSpan(at, at) : new TextSpan(start, at), columns[3] is not ("PUNCT" or "SYM")));
            }

            return sentences;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(file, 0, "the treebank that UDS annotates is missing: " + e.Message);
        }
    }

    private sealed record UdsWord(TextSpan Span, bool IsContent);

    private sealed record UdsSentence(string Text, List<UdsWord> Words);
}
