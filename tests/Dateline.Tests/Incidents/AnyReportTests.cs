using Dateline.Claims;
using Dateline.Reports;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dateline.Tests.Incidents;

/// <summary>What holds for the record of any text: it keeps its promises, it is the same again, and coding does not throw.</summary>
public class AnyReportTests
{
    private static readonly string[] Examples =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "reports"), "report.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] Intruders =
    [
        "\"", "“", "”", "'", "(", ")", "[", "]", "\0", "\u0007", "\u001B[2J", "\u202E", "\u200F", "\u200B", "\uD83C", "\uDFA5", "🎥", "e\u0301", "مصر", "\r\n", "\n\n", "\t", " - ", "—", "...", ".", ",", ";", "@", "#", "%",
        " who ", " and ", " not ", " said ", " including ", " allegedly ", " police told Reuters ", " killed ", " hostages ", " 14 ", " more than 20 ", " on Sunday ", " in Lagos, Nigeria, ", "2 p.m. UPDATE: ", "MOSCOW: ",
    ];

    [Property(MaxTest = 150)]
    public bool Any_string(NonNull<string> text) => Holds(text.Get);

    [Property(MaxTest = 250)]
    public Property Any_mutation_of_a_report() => Prop.ForAll(Mutated().ToArbitrary(), Holds);

    [Property(MaxTest = 60)]
    public Property Any_two_reports_run_together() =>
        Prop.ForAll(Gen.Elements(Examples).Two().ToArbitrary(), pair => Holds(pair.Item1 + pair.Item2) && Holds(pair.Item1.Replace("\n", " ", StringComparison.Ordinal)));

    [Fact]
    public void Every_mention_lies_within_one_sentence()
    {
        foreach (var text in Examples.Append("Man killed by stray bullet\n\n2 p.m. UPDATE: Police named him.").Append("Girl hit by a 2,000-pound bomb\n\n500 fled; a bullet\n\nRocket men."))
        {
            var reading = TheCoder.Coder.Read(new Report("test", text));
            var document = reading.Document;
            var mentions = reading.Mentions;
            IEnumerable<Dateline.Mentions.Mention> all = [.. mentions.Actors, .. mentions.Places, .. mentions.Times, .. mentions.Counts, .. mentions.Weapons];
            Assert.All(all, mention => Assert.True(document.SentenceOf[mention.Tokens.First] == document.SentenceOf[mention.Tokens.Last], document.TextOf(mention.Span)));
        }
    }

    /// <summary>A shipped report after one to eight edits of characters, words and lines.</summary>
    private static Gen<string> Mutated() =>
        from text in Gen.Elements(Examples)
        from edits in Gen.Choose(1, 8).SelectMany(count => Edit().ListOf(count))
        select edits.Aggregate(text, (now, edit) => edit(now));

    private static Gen<Func<string, string>> Edit() =>
        from kind in Gen.Choose(0, 7)
        from at in Gen.Choose(0, 1_000_000)
        from other in Gen.Choose(0, 1_000_000)
        from intruder in Gen.Elements(Intruders)
        select (Func<string, string>)(text => Apply(text, kind, at, other, intruder));

    private static string Apply(string text, int kind, int at, int other, string intruder)
    {
        if (text.Length == 0) return intruder;
        if (kind == 0) return text.Insert(at % text.Length, intruder);
        if (kind == 1) return text.Remove(at % text.Length, 1);
        var separator = kind < 5 ? ' ' : '\n';
        var parts = text.Split(separator).ToList();
        var (a, b) = (at % parts.Count, other % parts.Count);
        if (kind is 2 or 5) parts.RemoveAt(a);
        else if (kind is 3 or 6) parts.Insert(b, parts[a]);
        else (parts[a], parts[b]) = (parts[b], parts[a]);
        return string.Join(separator, parts);
    }

    private static bool Holds(string text)
    {
        var report = new Report("any", Report.WellFormed(text));
        var record = TheCoder.Coder.Code(report);
        var line = RecordJson.WriteLine(record);
        var problems = RecordChecker.Check(RecordJson.Read(line), TheCoder.Coder.Codebook.Types.Select(type => type.Code).ToHashSet());
        if (problems.Count > 0) Assert.Fail(string.Join('\n', problems) + "\n\n" + text);
        Assert.Equal(line, RecordJson.WriteLine(TheCoder.Coder.Code(report)));
        foreach (var incident in record.Incidents)
        {
            Assert.All(incident.Links, link => Assert.Contains(record.Incidents, other => other.Key == link.To && other != incident));
            Assert.All(incident.Claims, claim =>
            {
                var part = claim.Evidence.In == "title" ? record.Article!.Title! : record.Article!.Body;
                Assert.Equal(claim.Evidence.Quote, part[claim.Evidence.Start..claim.Evidence.End]);
            });
        }

        Assert.Equal(record.Incidents.OrderBy(incident => incident.Salience == "main" ? 0 : 1).Select(incident => incident.Key), record.Incidents.Select(incident => incident.Key));
        return true;
    }
}
