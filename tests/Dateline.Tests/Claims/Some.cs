using Dateline.Claims;

namespace Dateline.Tests.Claims;

/// <summary>Small records for tests; the text is invented.</summary>
internal static class Some
{
    public const string Body = "Two guards were freed in Example Town on Sunday, police said.";

    public static ReportRecord Record(CasualtiesRecord? casualties = null) => new()
    {
        Input = "example.txt",
        Report = new ReportInfo { Id = "0123456789abcdef", Revision = "sha256:00", Language = "en" },
        Article = new ArticleInfo { Body = Body },
        Incidents = [Incident() with { Casualties = casualties }],
        Coder = new CoderInfo { Version = "0", Data = "sha256:00", Models = "sha256:00" },
    };

    public static IncidentRecord Incident() => new()
    {
        Key = "i1",
        Salience = "main",
        Type = "hostage-taking",
        Stage = "accomplished",
        Trigger = new TriggerRecord { In = "body", Start = 16, End = 21, Quote = "freed" },
        Claims = [Claim("c1", "casualties/freed", "2..2", "Two guards"), Claim("c2", "type", "hostage-taking", "freed")],
    };

    public static ClaimRecord Claim(string id, string field, string value, string quote)
    {
        var start = Body.IndexOf(quote, StringComparison.Ordinal);
        return new ClaimRecord
        {
            Id = id,
            Field = field,
            Value = value,
            Original = quote,
            Evidence = new EvidenceRecord { In = "body", Sentence = 0, Start = start, End = start + quote.Length, Quote = quote },
            Sources = [new SourceRecord { Name = "police", Kind = "police" }],
            Modality = "stated",
            By = "test",
        };
    }
}
