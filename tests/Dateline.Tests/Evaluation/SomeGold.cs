using System.Text.Json;
using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

/// <summary>Small gold reports and records to score.</summary>
internal static class SomeGold
{
    /// <summary>A gold incident: three hostages freed, one guard named as source.</summary>
    public const string Siege = """
        {"key":"g1","salience":"main","type":"hostage-taking/siege","type_ok":["hostage-taking","security-operation/rescue"],"stage":"accomplished",
         "trigger":"held three wardens","trigger_ok":["the siege"],"start":"2013-02-20","end":"2013-02-20","precision":"day",
         "country":"EC","admin1":"Guayas","lat":-2.09,"lon":-79.94,"tolerance_km":20,
         "participants":[
           {"role":"perpetrator","kind":"person","name":null,"mentions":["seven prisoners"],"fates":[]},
           {"role":"hostage","role_ok":["victim"],"kind":"state-force","name":null,"mentions":["three wardens"],"fates":[{"fate":"freed","low":3,"high":3}]},
           {"role":"victim","kind":"person","name":null,"mentions":["ten people in all"],"fates":[],"aggregate":true}],
         "weapons":[{"text":"home-made knives","code":"melee/knife"}],"demands":["the transfer of their leader"],
         "responsibility":[{"who":"the Red Dawn Cells","stance":"claimed"}],
         "figures":[{"measure":"hostages","low":3,"high":3,"quote":"three wardens","sources":["the justice ministry"],"modality":"stated"}],
         "attributions":[{"fact":"weapons","quote":"armed with home-made knives","sources":["a prison employee"],"modality":"stated"}],"links":[]}
        """;

    /// <summary>A record's incident that has everything of <see cref="Siege"/> right.</summary>
    public const string CodedSiege = """
        {"key":"i1","salience":"main","type":"hostage-taking/siege","stage":"accomplished","trigger":{"quote":"held three wardens"},
         "when":{"start":"2013-02-20","end":"2013-02-20","claims":["c1"]},
         "where":{"country":"EC","admin1":"Guayas Province","latitude":-2.1,"longitude":-79.9,"claims":["c1"]},
         "participants":[
           {"key":"p1","role":"perpetrator","mentions":["the seven prisoners"],"fates":[],"claims":["c1"]},
           {"key":"p2","role":"hostage","mentions":["wardens"],"fates":[{"fate":"freed","claims":["c1"]}],"claims":["c1"]}],
         "weapons":[{"text":"knives","claims":["c1"]}],"demands":[{"text":"transfer of the leader","claims":["c1"]}],
         "responsibility":[{"participant":"p1","actor":"red-dawn-cells","stance":"claimed","claims":["c1"]}],
         "casualties":{"hostages":{"low":3,"high":3,"claims":["c2"]}},
         "claims":[
           {"id":"c1","field":"weapons","original":"home-made knives","evidence":{"in":"body","start":0,"end":4,"quote":"Some"},
            "sources":[{"name":"a prison employee"}],"modality":"stated"},
           {"id":"c2","field":"casualties/hostages","value":"3..3","original":"three wardens","evidence":{"in":"title","start":4,"end":9,"quote":"title"},
            "sources":[{"name":"the justice ministry"}],"modality":"confirmed"}]}
        """;

    public static GoldReport Report(params string[] incidents) => Reports(Line(incidents))[0];

    public static string Line(params string[] incidents) =>
        $$"""{"doc":"d1","title":"The title","text":"Some text.","published":"2013-02-20","incidents":[{{string.Join(',', incidents)}}]}""".ReplaceLineEndings(" ");

    public static string RecordLine(params string[] incidents) =>
        $$"""{"report":{"id":"d1"},"article":{"title":"The title","body":"Some text."},"incidents":[{{string.Join(',', incidents)}}]}""".ReplaceLineEndings(" ");

    public static JsonElement Record(params string[] incidents) => JsonDocument.Parse(RecordLine(incidents)).RootElement;

    public static ScoreTable Score(string[] gold, string[] coded) => RecordScorer.Score([Report(gold)], [Record(coded)]);

    private static IReadOnlyList<GoldReport> Reports(string line)
    {
        using var file = new TemporaryFile("gold.jsonl", line);
        return GoldFile.Read([file.Path]);
    }
}

/// <summary>A file in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dateline-");

    public TemporaryFile(string name, string text)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
