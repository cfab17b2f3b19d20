using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Reading;
using Dateline.Reports;
using NodaTime;

namespace Dateline.Tests;

/// <summary>Documents as the coder makes them, with the shipped models, for tests of the stages that follow.</summary>
internal static class Analysed
{
    private static readonly LanguageAnalyser Analyser = LanguageAnalyser.Load(
        Repository.Knowledge,
        Tagger.Load(Repository.Knowledge.ModelFile("tagger.bin")).Tag,
        GraphParser.Load(Repository.Knowledge.ModelFile("parser.bin")).Parse);

    /// <summary>A text that is all body.</summary>
    public static Document Text(string text, LocalDate? published = null, ArticleDateline? dateline = null, bool capitals = false) => Of(new Article
    {
        Report = new Report("test", text),
        Text = text,
        Body = new TextSpan(0, text.Length),
        Published = published,
        Dateline = dateline,
        AllCapitals = capitals,
    });

    public static Document Of(Article article) => Analyser.Analyse(article);
}
