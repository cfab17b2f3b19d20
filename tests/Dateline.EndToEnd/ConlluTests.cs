using System.Text;

namespace Dateline.EndToEnd;

/// <summary>CoNLL-U in and out: what is broken is told with file and line; what is strange is analysed within bounds.</summary>
public sealed class ConlluTests : IDisposable
{
    private const string Good =
        """
        # newdoc id = one
        # sent_id = one-1
        # text = They don't talk.
        1	They	_	_	_	_	_	_	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	_	_	_	_	_	_	_	_
        3	n't	_	_	_	_	_	_	_	_
        4	talk	_	_	_	_	_	_	_	SpaceAfter=No
        5	.	_	_	_	_	_	_	_	_

        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string, string> Broken => new()
    {
        { "nine columns", "1\tA\t_\t_\t_\t_\t_\t_\t_\n\n", "bad.conllu(1): a word has ten columns, this line has 9." },
        { "plain text", "Two guards were freed.\n", "bad.conllu(1): a word has ten columns, this line has 1." },
        { "a head outside", Row(1, "A", "7") + "\n", "bad.conllu(1): in the sentence that begins here, the head of word 1 lies outside the sentence." },
        { "a head that is no number", "# text = A\n" + Row(1, "A", "x") + "\n", "bad.conllu(2): the head must be a number, not \"x\"." },
        { "a circle", Row(1, "A", "2") + Row(2, "B", "1") + Row(3, "C", "0") + "\n", "bad.conllu(1): in the sentence that begins here, the heads above word 1 go in a circle." },
        { "a word that is its own head", Row(1, "A", "1") + "\n", "bad.conllu(1): in the sentence that begins here, the heads above word 1 go in a circle." },
        { "numbers out of order", Row(1, "A", "0") + Row(3, "B", "1") + "\n", "bad.conllu(2): the word's number must be 2, not \"3\"." },
        { "an empty sentence", "# sent_id = a\n# text = A\n\n" + Row(1, "A", "0"), "bad.conllu(3): the sentence above has no words." },
        { "an empty word", Row(1, "", "0") + "\n", "bad.conllu(1): a word has no form." },
        { "a contraction of nothing", Row(1, "A", "0") + "2-3\tB\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "bad.conllu(3): a contraction reaches beyond the sentence above." },
        { "a contraction backwards", "2-1\tB\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "bad.conllu(1): the contraction's numbers must begin with 1 and go up, not \"2-1\"." },
        { "a comment inside", Row(1, "A", "0") + "# text = A\n\n", "bad.conllu(2): a comment stands inside a sentence; sentences are parted by an empty line." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_files_are_told_with_their_line_and_the_next_is_read(string what, string text, string sentence)
    {
        Assert.NotEmpty(what);
        _desk.Write("bad.conllu", text);
        _desk.Write("good.conllu", Good);
        var run = _desk.Start("mentions", "--pretokenized", "bad.conllu", "good.conllu");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("dateline: " + sentence, Assert.Single(run.ErrorLines));
        Assert.Contains("2-3\tdon't\t", run.Output, StringComparison.Ordinal);
        var scored = _desk.Start("evaluate", "language", "bad.conllu");
        Assert.Equal((2, "", 1), (scored.ExitCode, scored.Output, scored.ErrorLines.Length));
        Assert.StartsWith("dateline: bad.conllu(", scored.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_told_with_their_line()
    {
        _desk.Write("latin.conllu", [.. Encoding.UTF8.GetBytes("# a comment\n1\tcaf"), 0xE9, .. "\t_\t_\t_\t_\t0\t_\t_\t_\n\n"u8]);
        foreach (var (args, code) in ((string[], int)[])[(["mentions", "--pretokenized", "latin.conllu"], 3), (["evaluate", "language", "latin.conllu"], 2)])
        {
            var run = _desk.Start(args);
            Assert.Equal((code, "dateline: latin.conllu(2): this line is not UTF-8.\n"), (run.ExitCode, run.Errors));
        }

        _desk.Write("no.conllu.gz", "1\tA"u8.ToArray());
        Assert.Contains("no.conllu.gz(1): the gzip archive is damaged or is none", _desk.Start("evaluate", "language", "no.conllu.gz").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_sentences_are_kept_and_the_rest_is_ours()
    {
        _desk.Write("good.conllu", Good);
        var run = _desk.Start("mentions", "--pretokenized", "good.conllu");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            ["# newdoc id = one", "# sent_id = one-1", "# text = They don't talk.", "1 They they PRON", "2-3 don't _ _", "2 do do AUX", "3 n't not PART", "4 talk talk VERB", "5 . . PUNCT"],
            run.Lines.Select(line => line[0] == '#' ? line : string.Join(' ', line.Split('\t')[..4])));
        // What was printed can be read again, and then agrees with itself.
        _desk.Write("ours.conllu", run.Output);
        var again = _desk.Start("mentions", "--pretokenized", "ours.conllu");
        Assert.Equal(run.Output, again.Output);
        var scores = _desk.Start("evaluate", "language", "ours.conllu", "--freeze", "scores.csv");
        Assert.Equal(0, scores.ExitCode);
        Assert.Contains("gold tokens: LAS                             P 100.00  R 100.00  F 100.00", scores.Output, StringComparison.Ordinal);
        Assert.Equal(0, _desk.Start("evaluate", "language", "ours.conllu", "--against", "scores.csv").ExitCode);
        _desk.Write("ours.conllu", run.Output.Replace("\tnot\t", "\tno\t", StringComparison.Ordinal));
        var fallen = _desk.Start("evaluate", "language", "ours.conllu", "--against", "scores.csv");
        Assert.Equal(5, fallen.ExitCode);
        Assert.Contains("dateline: fell: ours.conllu: gold tokens: lemmas", fallen.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_printed_as_treebanks_are()
    {
        _desk.Write("a.txt", "Siege ends\n\nThe guards weren't hurt,\u00A0he said. It's over.");
        var run = _desk.Start("mentions", "a.txt", "--format", "conllu");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("# text = The guards weren't hurt, he said.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n3-4\tweren't\t_\t_\t_\t_\t_\t_\t_\t_\n3\twere\tbe\tAUX\tVBD\t", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n5\thurt\thurt\t", run.Output, StringComparison.Ordinal);
        Assert.Contains("SpaceAfter=No\n", run.Output, StringComparison.Ordinal);
        _desk.Write("ours.conllu", run.Output);
        var scores = _desk.Start("evaluate", "language", "ours.conllu");
        foreach (var row in (string[])["text: tokens", "text: words", "text: sentences"]) Assert.Contains($"{row,-44} P 100.00  R 100.00", scores.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Strange => new()
    {
        { "a token of 100,000 letters", Row(1, new string('x', 100_000), "_") + "\n" },
        { "a token of 100,000 marks", Row(1, new string('\u0301', 100_000), "_") + "\n" },
        { "a sentence of 20,000 words", string.Concat(Enumerable.Range(1, 20_000).Select(i => Row(i, i % 7 == 0 ? "," : i % 3 == 0 ? "guards" : "fled", "_"))) + "\n" },
        { "a sentence of 20,000 brackets", string.Concat(Enumerable.Range(1, 20_000).Select(i => Row(i, i % 2 == 0 ? "(" : "\"", "_"))) + "\n" },
        { "5,000 hyphens between nouns", string.Concat(Enumerable.Range(1, 10_000).Select(i => Row(i, i % 2 == 0 ? "-" : "guard", "_").Replace("\t_\n", "\tSpaceAfter=No\n", StringComparison.Ordinal))) + "\n" },
        { "a word with spaces", Row(1, "10 000", "_") + Row(2, "x", "_") + "\n" },
        { "Windows line ends", Good.ReplaceLineEndings("\r\n") },
        { "a byte order mark", "\uFEFF" + Good },
        { "no last empty line", Good.TrimEnd() },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public void Strange_input_is_analysed_within_bounds(string what, string text)
    {
        Assert.NotEmpty(what);
        _desk.Write("in.conllu", text);
        var run = _desk.Start("mentions", "--pretokenized", "in.conllu");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        static int Words(string conllu) => conllu.Split('\n').Count(line => line.Length > 0 && line.TrimStart('\uFEFF')[0] != '#');
        Assert.Equal(Words(text.ReplaceLineEndings("\n")), Words(run.Output));
        // Every sentence is a tree: the reader checks it.
        _desk.Write("out.conllu", run.Output);
        Assert.Equal(0, _desk.Start("mentions", "--pretokenized", "out.conllu").ExitCode);
    }

    public static TheoryData<string, string> OfNoLanguage => new()
    {
        { "random bytes as Latin letters", string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(33 + (i * 7919 % 93)))) },
        { "one letter", new string('a', 300_000) },
        { "one full stop", new string('.', 300_000) },
        { "one word", string.Concat(Enumerable.Repeat("guard ", 30_000)) },
        { "letters of many scripts", string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(0x100 + (i * 104729 % 0x2000)))) },
    };

    [Theory]
    [MemberData(nameof(OfNoLanguage))]
    public void Text_of_no_language_gives_sound_trees(string what, string text)
    {
        Assert.NotEmpty(what);
        _desk.Write("in.txt", text);
        var run = _desk.Start("mentions", "in.txt", "--format", "conllu");
        Assert.True(run.ExitCode == 0 && run.Errors.Length == 0, run.Errors);
        _desk.Write("out.conllu", run.Output);
        Assert.Equal(0, _desk.Start("mentions", "--pretokenized", "out.conllu").ExitCode);
    }

    private static string Row(int number, string form, string head) => $"{number}\t{form}\t_\t_\t_\t_\t{head}\t_\t_\t_\n";
}
