using Dateline.Evaluation.Records;
using Dateline.Language;

namespace Dateline.Evaluation.Treebanks;

/// <summary>Scores tokens, sentences, tags, features, lemmas and trees against a treebank in CoNLL-U.</summary>
/// <remarks>
/// <para>Every document is read three times by the language layer of <c>dateline read</c>. Rows <c>text: …</c> are of the plain text,
/// counted as in the CoNLL 2018 shared task: a word is right when it has an annotated word's first and last character and its tag, lemma or
/// head agrees; tokens leave contractions whole ("don't" is one), words do not. Rows <c>gold tokens: …</c> are of the annotated
/// sentences and words with our own tags and trees; <c>gold tags: lemmas</c> is with annotated tags. Rows <c>capitals: …</c> and <c>capitals text: …</c> are the same after all letters
/// were put in capitals.</para>
/// <para>LAS leaves subtypes of relations aside; features are those of the shared task. Rows that end in a genre, such as
/// <c>text: sentences [news]</c>, are parts of the row without it.</para>
/// </remarks>
public static class TreebankScorer
{
    /// <summary>Rows that are also counted by genre.</summary>
    private static readonly string[] ByGenre = ["tokens", "sentences", "words", "UPOS", "lemmas", "LAS"];

    /// <summary>Whether a file is a treebank, by its name.</summary>
    public static bool Reads(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".conllu.gz", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Scores a file.</summary>
    /// <param name="file">CoNLL-U, plain or gzipped.</param>
    /// <param name="coder">Whose language layer is scored.</param>
    /// <param name="sample">Only every so manieth document is read; 1 reads all.</param>
    /// <exception cref="Dateline.Resources.DataException">A line is broken.</exception>
    public static ScoreTable Score(string file, ReportCoder coder, int sample = 1)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentOutOfRangeException.ThrowIfLessThan(sample, 1);
        var documents = TreebankDocument.Of(ConlluReader.Read(file)).Where((_, index) => index % sample == 0);
        return Score(documents, coder.Language);
    }

    /// <summary>Scores documents.</summary>
    public static ScoreTable Score(IEnumerable<TreebankDocument> documents, LanguageAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(analyser);
        var (tally, errors) = (new Tally(), new List<string>());
        var read = 0;
        foreach (var document in documents)
        {
            read++;
            foreach (var capitals in (bool[])[false, true])
            {
                var found = analyser.Analyse(TreebankDocument.ArticleOf(document.Text, capitals));
                var rows = new GenreTally(tally, capitals ? "capitals text: " : "text: ", document.Genre);
                CountText(rows, document, found, capitals ? [] : errors);
                CountWords(rows, document, found, analyser.Morphology, new WordAlignment(document.WordSpans, found.Spans.ToArray()));
                var given = document.WithGoldTokens(capitals);
                analyser.Fill(given);
                rows = new GenreTally(tally, capitals ? "capitals: " : "gold tokens: ", document.Genre);
                CountWords(rows, document, given, analyser.Morphology, new WordAlignment(given.Spans.ToArray(), given.Spans.ToArray()));
                if (!capitals) CountLemmas(tally, document, analyser, errors);
            }
        }

        tally.Count("documents read", read, read, read);
        return new ScoreTable(tally.Rows, []) { Errors = errors };
    }

    private static void CountText(GenreTally rows, TreebankDocument gold, Document found, List<string> errors)
    {
        var tokens = Contractions.TokenSpans(found);
        var sentences = found.SentenceRanges.ToArray().Select(found.SpanOf).ToList();
        var spans = found.Spans.ToArray();
        rows.Count("tokens", WordAlignment.Common(gold.TokenSpans, tokens), gold.TokenSpans.Count, tokens.Count);
        rows.Count("sentences", WordAlignment.Common(gold.SentenceSpans, sentences), gold.SentenceSpans.Count, sentences.Count);
        rows.Count("words", WordAlignment.Common(gold.WordSpans, spans), gold.WordSpans.Count, found.TokenCount);
        var (annotated, ours) = (gold.SentenceSpans.ToHashSet(), sentences.ToHashSet());
        foreach (var missed in gold.SentenceSpans.Where(span => !ours.Contains(span))) errors.Add($"{gold.Id}: sentence missed: {Shown(found, missed)}");
        foreach (var extra in sentences.Where(span => !annotated.Contains(span))) errors.Add($"{gold.Id}: sentence extra: {Shown(found, extra)}");
        var words = gold.WordSpans.ToHashSet();
        foreach (var extra in spans.Where(span => !words.Contains(span))) errors.Add($"{gold.Id}: word extra: {Shown(found, extra)}");
    }

    private static string Shown(Document document, TextSpan span)
    {
        var (from, to) = (Math.Max(0, span.Start - 15), Math.Min(document.Text.Length, span.End + 15));
        var text = document.Text[from..span.Start] + "⟦" + document.TextOf(span) + "⟧" + document.Text[span.End..to];
        return text.ReplaceLineEndings("⏎");
    }

    private static void CountWords(GenreTally rows, TreebankDocument gold, Document found, Morphology morphology, WordAlignment alignment)
    {
        var words = new List<ConlluWord>(gold.WordSpans.Count);
        var heads = new List<int>(gold.WordSpans.Count);
        foreach (var sentence in gold.Sentences)
        {
            var first = words.Count;
            foreach (var word in sentence.Words)
            {
                words.Add(word);
                heads.Add(word.Head < 0 ? -1 : first + word.Head);
            }
        }

        int upos = 0, xpos = 0, features = 0, lemmas = 0, uas = 0, las = 0;
        for (var i = 0; i < found.TokenCount; i++)
        {
            if (alignment.GoldOf(i) is var at && at < 0) continue;
            var word = words[at];
            if (found.Upos[i] == word.Upos) upos++;
            if (found.Xpos[i] == word.Xpos) xpos++;
            if (word.Lemma == "_" || found.Lemmas[i] == word.Lemma) lemmas++;
            if (UniversalFeatures.Of(morphology.FeaturesOf(found, i)) == UniversalFeatures.Of(word.Features)) features++;
            var head = found.Heads[i] < 0 ? -1 : alignment.GoldOf(found.Heads[i]);
            if (head != heads[at] || (head < 0 && found.Heads[i] >= 0)) continue;
            uas++;
            if (Main(found.Relations[i]) == Main(word.Relation)) las++;
        }

        foreach (var (row, right) in ((string, int)[])[("UPOS", upos), ("XPOS", xpos), ("features", features), ("lemmas", lemmas), ("UAS", uas), ("LAS", las)])
            rows.Count(row, right, words.Count, found.TokenCount);
    }

    /// <summary>Lemmas of annotated tags: what the lemmatiser alone gets wrong.</summary>
    private static void CountLemmas(Tally tally, TreebankDocument gold, LanguageAnalyser analyser, List<string> errors)
    {
        var words = gold.Sentences.SelectMany(sentence => sentence.Words).ToList();
        var tagged = gold.WithGoldTokens(inCapitals: false);
        for (var i = 0; i < words.Count; i++) (tagged.Upos[i], tagged.Xpos[i]) = (words[i].Upos, words[i].Xpos);
        analyser.Lemmatizer.Lemmatize(tagged);
        var right = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Lemma == "_" || tagged.Lemmas[i] == words[i].Lemma) right++;
            else errors.Add($"{gold.Id}: lemma: {words[i].Form} {words[i].Upos}/{words[i].Xpos} is {words[i].Lemma}, found {tagged.Lemmas[i]}");
        }

        tally.Count("gold tags: lemmas", right, words.Count, words.Count);
    }

    /// <summary>A relation without its subtype.</summary>
    private static string Main(Relation relation) => relation.Name().Split(':')[0];

    /// <summary>Counts in a row and in the part of it that belongs to one genre.</summary>
    private sealed class GenreTally(Tally tally, string prefix, string genre)
    {
        public void Count(string row, int hits, int gold, int system)
        {
            tally.Count(prefix + row, hits, gold, system);
            if (genre.Length > 0 && prefix != "capitals text: " && ByGenre.Contains(row)) tally.Count($"{prefix}{row} [{genre}]", hits, gold, system);
        }
    }
}
