using System.IO.Compression;
using System.Text;
using Dateline.Language;

namespace Dateline.Tests.Language;

/// <summary>Scores against the dev parts of UD English EWT and GUM, where these are present; floors lie just below what was measured.</summary>
public class TreebankTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("data/ud/en_ewt-ud-dev.conllu.gz", "", 98.6, 80, 98.2)]
    [InlineData("data/ud/en_gum_open-dev.conllu.gz", "", 99.6, 94, 98.5)]
    [InlineData("data/ud/en_gum_open-dev.conllu.gz", "GUM_news", 99.8, 98, 98.2)]
    public void Tokens_sentences_and_lemmas_agree_with_the_treebank(string file, string documents, double tokens, double sentences, double lemmas)
    {
        var score = new Scores();
        foreach (var document in Read(Repository.RequireShared(file)).Where(document => document.Name.Contains(documents, StringComparison.Ordinal))) score.Add(document);
        output.WriteLine($"{file} {documents}: tokens F {score.TokenF:F2}, sentences F {score.SentenceF:F2}, lemmas {score.LemmaAccuracy:F2}");
        Assert.True(score.TokenF >= tokens, $"tokens F {score.TokenF:F2}");
        Assert.True(score.SentenceF >= sentences, $"sentences F {score.SentenceF:F2}");
        Assert.True(score.LemmaAccuracy >= lemmas, $"lemmas {score.LemmaAccuracy:F2}");
    }

    private static IEnumerable<TreebankDocument> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var document = new TreebankDocument("");
        var (text, paragraph, words) = ("", false, new List<string[]>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (document.Sentences.Count > 0) yield return document;
                document = new TreebankDocument(line);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                paragraph = true;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text = line[9..];
            }
            else if (line.Length == 0)
            {
                document.Add(text, paragraph, words);
                (paragraph, words) = (false, []);
            }
            else if (line[0] != '#' && line.Split('\t') is var columns && !columns[0].AsSpan().ContainsAny('-', '.'))
            {
                words.Add(columns);
            }
        }

        if (document.Sentences.Count > 0) yield return document;
    }

    /// <summary>The text put together again (an empty line before a paragraph), and where sentences and words stand in it.</summary>
    private sealed class TreebankDocument(string name)
    {
        private readonly StringBuilder _text = new();

        public string Name { get; } = name;

        public string Text => _text.ToString();

        public List<TextSpan> Sentences { get; } = [];

        public HashSet<TextSpan> Tokens { get; } = [];

        public List<string[]> Words { get; } = [];

        public void Add(string text, bool paragraph, List<string[]> words)
        {
            if (_text.Length > 0) _text.Append(paragraph ? "\n\n" : " ");
            var start = _text.Length;
            Sentences.Add(new TextSpan(start, start + text.Length));
            _text.Append(text);
            Words.AddRange(words);
            var at = 0;
            foreach (var word in words)
            {
                at = text.IndexOf(word[1], at, StringComparison.Ordinal);
                if (at < 0) return;
                Tokens.Add(new TextSpan(start + at, start + at + word[1].Length));
                at += word[1].Length;
            }
        }
    }

    private sealed class Scores
    {
        private static readonly Tokenizer Tokenizer = Tokenizer.Load(Repository.Knowledge);
        private static readonly SentenceSplitter Splitter = SentenceSplitter.Load(Repository.Knowledge);
        private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Repository.Knowledge, Recasing.Load(Repository.Knowledge));

        private int _tokensRight, _tokensBoth, _sentencesRight, _sentencesBoth, _lemmasRight, _lemmas;

        public double TokenF => 200.0 * _tokensRight / _tokensBoth;

        public double SentenceF => 200.0 * _sentencesRight / _sentencesBoth;

        public double LemmaAccuracy => 100.0 * _lemmasRight / _lemmas;

        public void Add(TreebankDocument document)
        {
            var text = document.Text;
            var tokens = Tokenizer.Tokenize(text).ToArray();
            var ranges = new List<TokenRange>();
            Splitter.Split(text, tokens, [], ranges);
            var sentences = ranges.Select(range => new TextSpan(tokens[range.First].Start, tokens[range.Last].End)).ToList();
            _tokensRight += tokens.Count(document.Tokens.Contains);
            _tokensBoth += tokens.Length + document.Tokens.Count;
            _sentencesRight += sentences.Count(document.Sentences.Contains);
            _sentencesBoth += sentences.Count + document.Sentences.Count;
            foreach (var word in document.Words.Where(word => word[3] != "X" && word[4] != "GW" && word[2] != "_"))
            {
                _lemmas++;
                if (Lemmatizer.Lemma(word[1], Enum.Parse<Upos>(word[3]), word[4]) == word[2]) _lemmasRight++;
            }
        }
    }
}
