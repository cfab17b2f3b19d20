using Dateline.Claims;
using Dateline.Reports;
using Dateline.Resources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dateline.EndToEnd;

/// <summary>The coder in process: whatever a text holds, coding it does not throw, keeps its promises and gives the same bytes again.</summary>
public class ReportCoderTests
{
    private static readonly ReportCoder Coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);

    private static readonly string[] Pieces =
    [
        "Gunmen killed", "at least 144 people", "near", "Example Town", "on Sunday", ",", ".", "\n\n", "police said", "“", "”", "\"", "(", ")", " - ", "the group claimed responsibility",
        "two hostages were freed", "in March 2022", "a pocket-knife", "20-30", "1,000,000,000,000", "MOSCOW:", "Mr.", "U.S.", "\u0000", "\u001B", "\u202E", "\uFFFD", "🎥", "مصر", "日本", "e\u0301",
        "not", "allegedly", "might have been", "who", "that", "which", "and", "\t", "http://example.org/?a=b", "@", "#", "...", "— ", "'s", "n't", "7:30 p.m.", "31 February", "\r\n",
    ];

    [Property(MaxTest = 200)]
    public bool Any_text_is_coded_and_its_record_holds(NonNull<string> text) => Holds(text.Get);

    [Property(MaxTest = 200)]
    public Property Any_mixture_of_news_words_is_coded_and_its_record_holds() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), Holds);

    [Property(MaxTest = 100)]
    public Property A_report_cut_anywhere_is_coded_and_its_record_holds() =>
        Prop.ForAll(Gen.Choose(0, Example.Length).Two().ToArbitrary(), cut => Holds(Example.Remove(Math.Min(cut.Item1, cut.Item2), Math.Abs(cut.Item1 - cut.Item2))));

    private const string Example = """
        Guards freed as siege at Example prison ends

        EXAMPLE TOWN, June 16 (Southline) - Two guards were freed unharmed on Sunday after six inmates took them hostage at Example Prison, officials said.

        A police source told the Northern Agency that the men were armed with a knife and an axe. According to Southline, they demanded a car.
        The siege comes three months after gunmen killed at least 144 people in a concert hall. "We deny it," the group's spokesman said.
        """;

    private static bool Holds(string text)
    {
        var report = new Report("fuzz", Report.WellFormed(text));
        var record = Coder.Code(report);
        var line = RecordJson.WriteLine(record);
        Assert.Empty(RecordChecker.Check(RecordJson.Read(line)));
        Assert.Equal(line, RecordJson.WriteLine(Coder.Code(report)));
        Assert.NotEmpty(Coder.MentionsJson(report, withLanguage: true));
        return true;
    }
}
