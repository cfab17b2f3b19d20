using System.Globalization;
using Dateline.Reports;
using Dateline.Resources;
using NodaTime;

namespace Dateline.Benchmarks;

/// <summary>Codes texts that a hostile or broken feed may hold, at three lengths: the time of each stage must grow no faster than the text.</summary>
internal static class Lengths
{
    private const int Shortest = 100_000;

    public static int Run(string[] names)
    {
        var stages = new Stages(KnowledgeFolder.BesideProgram);
        stages.Run(Stories.News);
        foreach (var (name, text) in Texts())
        {
            if (names.Length > 0 && !names.Contains(name)) continue;
            Console.WriteLine($"\n{name}, milliseconds at 0.1, 0.2, 0.4 MB");
            var before = stages.Times.ToDictionary(pair => pair.Stage, pair => pair.Time);
            var rows = stages.Times.ToDictionary(pair => pair.Stage, _ => new List<double>());
            foreach (var length in (int[])[Shortest, 2 * Shortest, 4 * Shortest])
            {
                stages.Run(new Report(name, text(length)) { Published = new LocalDate(2024, 6, 16) });
                foreach (var (stage, time) in stages.Times)
                {
                    rows[stage].Add((time - before[stage]).TotalMilliseconds);
                    before[stage] = time;
                }
            }

            foreach (var (stage, times) in rows)
            {
                if (times[^1] >= 20) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage,-34} {times[0],8:0} {times[1],8:0} {times[2],8:0}{(times[2] > 3 * times[1] ? "  !" : "")}"));
            }
        }

        return 0;
    }

    /// <summary>Texts by length.</summary>
    private static IEnumerable<(string Name, Func<int, string> Text)> Texts()
    {
        var names = (string[])["Anna", "Boris", "Chen", "Dalia", "Emeka", "Farid", "Goran", "Hana"];
        yield return ("killings", Repeat(_ => "Gunmen killed 5 people in Mosul on Monday. "));
        yield return ("other killings", Repeat(i => $"Gunmen killed {(i % 90) + 2} people in {((string[])["Mosul", "Kano", "Lahore", "Goma", "Cali"])[i % 5]} on {((string[])["March", "April", "May"])[i % 3]} {(i % 28) + 1}, {1990 + (i % 34)}. "));
        yield return ("bare words", Repeat(_ => "attack "));
        yield return ("names", Repeat(i => $"{names[i % 8]} {names[i / 8 % 8]}ov{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} was killed. "));
        yield return ("name list", Repeat(i => $"{names[i % 8]} {names[i / 8 % 8]}ov{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}, "));
        yield return ("quotes", Repeat(i => $"\"The attack killed {(i % 50) + 1},\" police said. "));
        yield return ("open quotes", Repeat(_ => "“They killed him and he said "));
        yield return ("long sentences", Repeat(i => i % 50 == 49 ? "killed the man. " : "and the soldiers shot a rebel who "));
        yield return ("arrests", Repeat(_ => "Police arrested the suspect after the attack. He was charged. "));
        yield return ("hearsay", Repeat(_ => "A source told TASS that officials said that police believed that the group claimed responsibility for the bombing, citing Reuters. "));
        yield return ("numbers", Repeat(i => $"{i} dead, {i + 1} wounded, "));
        yield return ("one token", length => new string('x', length));
        yield return ("brackets", Repeat(_ => "((("));
        yield return ("places", Repeat(i => $"{((string[])["Mosul", "Kano", "Lahore", "Goma", "Cali", "Georgia", "Springfield"])[i % 7]}, "));
        yield return ("blank lines", Repeat(i => i % 2 == 0 ? "A bomb exploded.\n\n" : "By Staff Writer\n"));
        yield return ("days", Repeat(_ => "Monday, two days earlier, on March 22, in 2022, last week, "));
    }

    private static Func<int, string> Repeat(Func<int, string> part) => length =>
    {
        var text = new System.Text.StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++) text.Append(part(i));
        return text.ToString();
    };
}
