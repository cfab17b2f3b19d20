using System.Diagnostics;
using System.Text;
using Dateline.Claims;
using Dateline.Reports;
using Dateline.Resources;
using NodaTime;

namespace Dateline.Tests;

/// <summary>Time grows with the text and no faster, whatever the text repeats.</summary>
/// <remarks>Four times the text may take nine times as long: sixteen would be one stage that compares everything with everything. The
/// least of a few attempts counts, since other work on the machine only ever adds.</remarks>
public class LongTextTests
{
    private const int Short = 20_000;
    private const int Attempts = 5;
    private const int Most = 9;

    private static readonly ReportCoder Coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);

    private static readonly string[] Towns = ["Mosul", "Kano", "Lahore", "Goma", "Cali"];

    private static readonly Dictionary<string, Func<int, string>> Parts = new()
    {
        ["one incident told again and again"] = _ => "Gunmen killed 5 people in Mosul on Monday. ",
        ["thousands of incidents"] = i => $"Gunmen killed {(i % 90) + 2} people in {Towns[i % 5]} on March {(i % 28) + 1}, {1990 + (i % 34)}. ",
        ["one word"] = _ => "attack ",
        ["thousands of names"] = i => $"Anna {(char)('A' + (i % 26))}ov{(char)('a' + (i / 26 % 26))} was killed. ",
        ["thousands of quotations"] = i => $"\"The attack killed {(i % 50) + 1},\" police said. ",
        ["quotations without end"] = _ => "“They killed him and he said ",
        ["sentences without end"] = _ => "and the soldiers shot a rebel who ",
        ["sources behind sources"] = _ => "A source told TASS that officials said that the group claimed responsibility for the bombing, citing Reuters. ",
        ["numbers"] = i => $"{i} dead, {i + 1} wounded, ",
        ["brackets"] = _ => "(((",
        ["one token"] = _ => "x",
        ["lines"] = i => i % 2 == 0 ? "A bomb exploded.\n\n" : "By Staff Writer\n",
    };

    public static TheoryData<string> Texts => new(Parts.Keys);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Four_times_the_text_takes_about_four_times_as_long(string text)
    {
        double small = double.MaxValue, large = double.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            small = Math.Min(small, Milliseconds(Text(Parts[text], Short)));
            large = Math.Min(large, Milliseconds(Text(Parts[text], 4 * Short)));
            if (attempt > 0 && large <= (Most * small) + 50) return;
        }

        Assert.Fail($"{text}: {small:0} ms for {Short / 1000} KB, {large:0} ms for four times as much");
    }

    [Fact]
    public void More_incidents_than_a_report_can_have_are_cut_with_a_note()
    {
        var record = Coder.Code(new Report("list", Text(Parts["thousands of incidents"], 400_000)) { Published = new LocalDate(2024, 6, 16) });
        Assert.InRange(record.Incidents.Count, 100, 200);
        Assert.Contains(record.Notes, note => note.Stage == "Incidents");
    }

    private static double Milliseconds(string text)
    {
        var start = Stopwatch.GetTimestamp();
        RecordJson.WriteLine(Coder.Code(new Report("long", text) { Published = new LocalDate(2024, 6, 16) }));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Text(Func<int, string> part, int length)
    {
        var text = new StringBuilder(length + 200);
        for (var i = 0; text.Length < length; i++) text.Append(part(i));
        return text.ToString();
    }
}
