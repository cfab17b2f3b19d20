using System.Text.Json;
using Dateline.Evaluation.Records;
using NodaTime.Text;

namespace Dateline.Tests.Evaluation;

/// <summary>The reports shipped in corpus/reports: what their gold says stands in their text, in codes that the record knows.</summary>
public class ExampleReportTests
{
    private static readonly string[] Roles = ["perpetrator", "victim", "target", "hostage", "detainee", "responder", "claimant", "mediator", "other"];
    private static readonly string[] Kinds = ["person", "group", "organisation", "state-force", "government", "facility", "vehicle", "property", "place"];
    private static readonly string[] Measures = ["killed", "injured", "hostages", "abducted", "freed", "arrested", "missing", "displaced"];
    private static readonly string[] Stages = ["accomplished", "attempted", "foiled", "threatened", "planned", "alleged"];
    private static readonly string[] Modalities = ["stated", "confirmed", "alleged", "denied", "speculated"];
    private static readonly string[] Relations = ["background", "same-actor", "retaliation", "follow-up", "arrests-for", "part-of"];
    private static readonly string[] Stances = ["claimed", "blamed", "denied"];
    private static readonly string[] Precisions = ["day", "days", "month", "year", "unknown"];

    private static readonly string[] Fates =
    [
        "killed", "injured", "captive", "freed", "rescued", "escaped", "unharmed", "arrested", "charged", "convicted", "missing", "displaced",
        "surrendered", "destroyed", "damaged", "seized", "undamaged",
    ];

    /// <summary>Families and kinds of the default codebook, as the record's contract lists them.</summary>
    private static readonly Dictionary<string, string> Types = new()
    {
        ["attack"] = "armed-assault assassination stabbing vehicle-ramming execution unarmed arson sexual-violence massacre chemical shoot-down",
        ["bombing"] = "planted vehicle suicide letter grenade landmine",
        ["strike"] = "air drone missile shelling",
        ["battle"] = "clash ambush offensive takes-territory",
        ["hostage-taking"] = "siege kidnapping hijacking piracy",
        ["sabotage"] = "",
        ["robbery"] = "",
        ["unrest"] = "protest riot looting mob-violence prison-riot strike coup",
        ["security-operation"] = "raid rescue killing-of-suspects crackdown",
        ["arrest"] = "",
        ["trial"] = "charge conviction sentence acquittal",
        ["detention"] = "escape release exchange",
        ["plot"] = "",
        ["threat"] = "",
        ["seizure"] = "weapons drugs",
        ["disarmament"] = "",
        ["displacement"] = "evacuation",
        ["accident"] = "explosion crash collapse firearm stampede",
        ["false-alarm"] = "hoax",
    };

    public static TheoryData<string> Slugs() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "corpus", "reports")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_gold_holds_the_report_as_it_stands_beside_it(string slug)
    {
        var gold = Gold(slug);

        Assert.Equal(slug, Text(gold, "doc"));
        Assert.Equal(File.ReadAllText(Path.Combine(FolderOf(slug), "report.txt")), Text(gold, "title") + "\n\n" + Text(gold, "text") + "\n");
        Assert.True(LocalDatePattern.Iso.Parse(Text(gold, "published")!).Success);
        Assert.StartsWith(Text(gold, "published")![..7], slug, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_string_stands_in_title_or_text(string slug)
    {
        var gold = Gold(slug);
        var words = Text(gold, "title") + "\n" + Text(gold, "text");
        Assert.All(Incidents(gold).SelectMany(Quoted), quote => Assert.Contains(quote, words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Days_are_in_order_and_not_after_publication(string slug)
    {
        var gold = Gold(slug);
        foreach (var incident in Incidents(gold))
        {
            Assert.Contains(Text(incident, "precision"), Precisions);
            if (Text(incident, "start") is not { } start) continue;
            var (first, last) = (LocalDatePattern.Iso.Parse(start).Value, LocalDatePattern.Iso.Parse(Text(incident, "end")!).Value);
            Assert.True(first <= last);
            Assert.True(first <= LocalDatePattern.Iso.Parse(Text(gold, "published")!).Value);
            Assert.Equal(Text(incident, "precision") == "day", first == last);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_code_is_one_of_the_record(string slug)
    {
        foreach (var incident in Incidents(Gold(slug)))
        {
            Assert.Contains(Text(incident, "salience"), (string[])["main", "background"]);
            Assert.All(List(incident, "stage_ok").Select(s => s.GetString()).Append(Text(incident, "stage")), stage => Assert.Contains(stage, Stages));
            Assert.All(List(incident, "type_ok").Select(t => t.GetString()).Append(Text(incident, "type")), type => Assert.True(IsType(type!), type));
            foreach (var participant in List(incident, "participants"))
            {
                Assert.All(List(participant, "role_ok").Select(r => r.GetString()).Append(Text(participant, "role")), role => Assert.Contains(role, Roles));
                Assert.Contains(Text(participant, "kind"), Kinds);
                Assert.NotEmpty(List(participant, "mentions"));
                Assert.All(List(participant, "fates"), fate => Assert.Contains(Text(fate, "fate"), Fates));
            }

            Assert.All(List(incident, "figures"), figure => Assert.Contains(Text(figure, "measure"), Measures));
            Assert.All(List(incident, "figures").Concat(List(incident, "attributions")), stated => Assert.Contains(Text(stated, "modality"), Modalities));
            Assert.All(List(incident, "responsibility"), stance => Assert.Contains(Text(stance, "stance"), Stances));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Keys_are_unique_and_links_lead_to_them(string slug)
    {
        var incidents = Incidents(Gold(slug)).ToList();
        var keys = incidents.Select(incident => Text(incident, "key")).ToList();

        Assert.Equal(keys.Distinct(), keys);
        foreach (var incident in incidents)
        {
            Assert.All(List(incident, "links"), link => Assert.Contains(Text(link, "to"), keys));
            Assert.All(List(incident, "links"), link => Assert.NotEqual(Text(incident, "key"), Text(link, "to")));
            Assert.All(List(incident, "links"), link => Assert.Contains(Text(link, "relation"), Relations));
        }
    }

    /// <summary>Gold whose incidents are too alike to be told apart would punish a coder that has everything right.</summary>
    [Fact]
    public void Gold_told_as_a_record_is_right_in_every_row()
    {
        var gold = GoldFile.Read([Path.Combine(Repository.Root, "corpus", "reports")]);
        var table = RecordScorer.Score(gold, [.. gold.Select(report => GoldAsRecord.Of(Gold(report.Doc)))]);

        Assert.Equal(1, table.Headline);
        Assert.Empty(table.Differences);
        Assert.All(table.Rows.Where(row => !row.Name.StartsWith("evidence", StringComparison.Ordinal) && !row.Name.StartsWith("leak", StringComparison.Ordinal)), row => Assert.True(row.F == 1, $"{row}"));
    }

    [Theory]
    [InlineData("rostov-siege.txt", "2024-06-rostov-detention-centre")]
    [InlineData("market-bombing.txt", "2025-02-baidoa-market-bombing")]
    public void The_examples_are_reports_of_the_corpus(string example, string slug) =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(FolderOf(slug), "report.txt")),
            File.ReadAllText(Path.Combine(Repository.Root, "examples", example)));

    [Fact]
    public void The_bulk_example_is_json_lines_with_texts()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "examples", "reports.jsonl"));

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.NotEmpty(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!));
    }

    private static IEnumerable<string> Quoted(JsonElement incident) =>
    [
        Text(incident, "trigger")!,
        .. Strings(incident, "trigger_ok"),
        .. Strings(incident, "place_mentions"),
        .. Strings(incident, "demands"),
        .. List(incident, "participants").SelectMany(participant => Strings(participant, "mentions")),
        .. List(incident, "weapons").Select(weapon => Text(weapon, "text")!),
        .. List(incident, "responsibility").Select(responsibility => Text(responsibility, "who")!),
        .. List(incident, "figures").Concat(List(incident, "attributions")).SelectMany(stated => Strings(stated, "sources").Append(Text(stated, "quote")!)),
    ];

    private static bool IsType(string type)
    {
        var parts = type.Split('/');
        return Types.TryGetValue(parts[0], out var kinds) && (parts.Length == 1 || (parts.Length == 2 && kinds.Split(' ').Contains(parts[1])));
    }

    private static JsonElement Gold(string slug) => JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderOf(slug), "gold.json"))).RootElement;

    private static string FolderOf(string slug) => Path.Combine(Repository.Root, "corpus", "reports", slug);

    private static List<JsonElement> Incidents(JsonElement gold) => List(gold, "incidents");

    private static List<JsonElement> List(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? [.. value.EnumerateArray()] : [];

    private static IEnumerable<string> Strings(JsonElement element, string name) => List(element, name).Select(item => item.GetString()!);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
