using Dateline.Language;
using Dateline.Reading;
using Dateline.Reports;

namespace Dateline.Tests.Language;

public class LanguageAnalyserTests
{
    private const string Text = "RTRS 14:22\n\nSiege ends at prison\n\nBy Jane Doe\n16 June 2024\n\nMOSCOW: Two guards were freed on Sunday. They were unhurt.\n\nRead more\n\nThe takers were killed.";

    private static readonly PlainTextReader Reader = PlainTextReader.Load(Repository.Knowledge);

    [Fact]
    public void Title_dateline_and_story_are_apart_and_skipped_lines_have_no_tokens()
    {
        var document = LanguageAnalyser.Load(Repository.Knowledge).Analyse(Reader.Read(new Report("test", Text[12..])));
        Assert.Equal(
            ["Siege ends at prison", "MOSCOW:", "Two guards were freed on Sunday.", "They were unhurt.", "The takers were killed."],
            document.Sentences.Select(sentence => sentence.ToString()));
        Assert.True(document.Sentence(0).InTitle);
        Assert.Equal("be", document.Lemmas[document.Lowers.IndexOf("were")]);
    }

    [Fact]
    public void A_slug_above_the_title_is_passed_over() => Assert.Equal("Siege ends at prison", Reader.Read(new Report("test", Text)).TitleText);

    [Fact]
    public void Tagger_comes_before_lemmas_and_parser_after_them()
    {
        var order = new List<string>();
        var analyser = LanguageAnalyser.Load(
            Repository.Knowledge,
            document =>
            {
                document.Upos.Fill(Upos.VERB);
                document.Xpos.Fill("VBG");
                order.Add("tag");
            },
            document => order.Add("parse " + document.Lemmas[0]));
        analyser.Analyse(Reader.Read(new Report("test", "fleeing guards")));
        Assert.Equal(["tag", "parse flee"], order);
    }

    [Fact]
    public void Same_text_gives_same_tokens_on_every_thread()
    {
        var analyser = LanguageAnalyser.Load(Repository.Knowledge);
        var readings = Enumerable.Range(0, 32).AsParallel().Select(_ => string.Join('|', analyser.Analyse(Reader.Read(new Report("test", Text))).Lemmas)).ToList();
        Assert.Single(readings.Distinct());
    }
}
