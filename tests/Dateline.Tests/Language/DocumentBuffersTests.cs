using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Mentions;
using Dateline.Mentions.Names;
using Dateline.Reading;
using Dateline.Reports;
using Dateline.Tests.Mentions.Names;
using FsCheck.Xunit;

namespace Dateline.Tests.Language;

public class DocumentBuffersTests
{
    private static readonly LanguageAnalyser Analyser = LanguageAnalyser.Load(
        Repository.Knowledge,
        Tagger.Load(Repository.Knowledge.ModelFile("tagger.bin")).Tag,
        GraphParser.Load(Repository.Knowledge.ModelFile("parser.bin")).Parse);

    private static readonly string[] News =
    [
        "Siege ends\n\nNORVIK: Two guards were freed on Sunday after Islamic State (IS) inmates held them for seven hours, the prison service said. They weren't hurt.",
        "Gunmen from the Front for Freedom and Change (FFC) killed 12 people in Mosul, President Fuad Masum said. Masum, who had met the FFC, blamed the Iraqi army.",
        "A bomb exploded near Larnaca Airport. Police said that 23 civilians including nine children were killed; the hostage-takers fled in a Toyota Hilux.",
    ];

    /// <summary>The slow twin makes every document in arrays of its own.</summary>
    [Property(MaxTest = 60)]
    public bool A_document_in_used_buffers_is_as_a_new_one(string?[] texts)
    {
        var buffers = new DocumentBuffers();
        return texts.Concat(News).All(text => Same(Analyser.Analyse(ArticleOf(text ?? ""), buffers), Analyser.Analyse(ArticleOf(text ?? ""))));
    }

    [Fact]
    public void A_document_is_empty_once_its_buffers_hold_another()
    {
        var buffers = new DocumentBuffers();
        var first = Analyser.Analyse(ArticleOf(News[0]), buffers);
        Assert.NotEqual(0, first.TokenCount);
        var second = Analyser.Analyse(ArticleOf(News[1]), buffers);
        Assert.Equal(0, first.TokenCount);
        Assert.True(first.Lowers.IsEmpty && first.Heads.IsEmpty && first.SentenceRanges.IsEmpty);
        Assert.Equal("gunmen", second.Lowers[0]);
        buffers.End();
        Assert.Equal(0, second.TokenCount);
    }

    [Fact]
    public void A_document_without_buffers_is_kept()
    {
        var kept = Analyser.Analyse(ArticleOf(News[0]));
        Analyser.Analyse(ArticleOf(News[1]));
        Assert.Equal("siege", kept.Lowers[0]);
    }

    [Fact]
    public void Every_thread_reads_its_own_words() =>
        Assert.True(Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).All(_ =>
        {
            var buffers = new DocumentBuffers();
            return Enumerable.Range(0, 50).All(i => Same(Analyser.Analyse(ArticleOf(News[i % 3]), buffers), Analyser.Analyse(ArticleOf(News[i % 3]))));
        }));

    /// <summary>Once everything is warm, a token costs nothing: what is left is a document and a list or two for each article.</summary>
    /// <remarks>The least of several rounds counts, as tests beside this one may push words out of the table that all share.</remarks>
    [Fact]
    public void Nothing_is_allocated_for_a_token()
    {
        var articles = News.Select(text => ArticleOf(string.Concat(Enumerable.Repeat(text + "\n\n", 20)))).ToArray();
        var buffers = new DocumentBuffers();
        var least = long.MaxValue;
        var tokens = 0;
        for (var round = 0; round < 8; round++)
        {
            tokens = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var article in articles) tokens += Analyser.Analyse(article, buffers).TokenCount;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, tokens);
    }

    [Fact]
    public void Nothing_but_names_is_allocated_for_names()
    {
        const int bytesOfName = 128;
        var document = Analyser.Analyse(ArticleOf(string.Concat(Enumerable.Repeat(News[1] + "\n\n", 20))));
        var finder = new NameFinder(TheNames.Tagger, TheNames.Lists);
        var least = long.MaxValue;
        var names = 0;
        for (var round = 0; round < 8; round++)
        {
            var mentions = new MentionLayer(document);
            var before = GC.GetAllocatedBytesForCurrentThread();
            finder.Find(document, mentions);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            names = mentions.Names.Count;
        }

        Assert.InRange(names, 60, document.TokenCount);
        Assert.InRange(least, 0, names * bytesOfName);
    }

    private static Article ArticleOf(string text) => new() { Report = new Report("test", text), Text = text, Body = new TextSpan(0, text.Length) };

    private static bool Same(Document a, Document b) =>
        a.Spans.SequenceEqual(b.Spans) && a.SentenceRanges.SequenceEqual(b.SentenceRanges) && a.SentenceOf.SequenceEqual(b.SentenceOf)
        && a.Upos.SequenceEqual(b.Upos) && a.Xpos.SequenceEqual(b.Xpos) && a.Lowers.SequenceEqual(b.Lowers) && a.Lemmas.SequenceEqual(b.Lemmas)
        && a.Heads.SequenceEqual(b.Heads) && a.Relations.SequenceEqual(b.Relations);
}
