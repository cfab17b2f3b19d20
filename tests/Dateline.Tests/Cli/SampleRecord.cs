using Dateline.Claims;

namespace Dateline.Tests.Cli;

/// <summary>A record with every kind of value, about an invented incident.</summary>
internal static class SampleRecord
{
    private const string Title = "Guards freed as siege at Norvik prison ends";

    private const string Body =
        """
        NORVIK, Freland, June 16 (Southline) - Two guards were freed unharmed on Sunday after inmates of the Red Dawn movement held them for seven hours at Norvik Prison, the prison service said.

        Six inmates armed with a kitchen knife took part, a police source told the Northern Agency. Freland Radio put their number at four.
        They demanded a helicopter. "All of them were shot dead," a guard who asked not to be named said. The movement denied any part in it.

        In March gunmen killed at least 144 people in a concert hall in the capital; a doctor spoke of 160. It might have been the same group, local media speculated.
        """;

    public static ReportRecord Build()
    {
        var main = new Claims();
        var background = new Claims();
        return new ReportRecord
        {
            Input = "norvik.txt",
            Report = new ReportInfo { Id = "norvik", Revision = "sha256:00", Outlet = "Southline", Published = "2024-06-16", PublishedFrom = "text", Language = "en" },
            Article = new ArticleInfo { Title = Title, Dateline = new DatelineInfo { Text = "NORVIK, Freland", Place = "Norvik", Country = "FL" }, Body = Body },
            Incidents = [Siege(main), Attack(background)],
            Notes = [new NoteRecord { Stage = "Times", Text = "for seven hours", In = "body", Start = At("for seven hours"), End = At("for seven hours") + 15, Why = "a duration, no day" }],
            Coder = new CoderInfo { Version = "0", Data = "sha256:00", Models = "sha256:00" },
        };
    }

    private static IncidentRecord Siege(Claims claims)
    {
        SourceRecord service = new() { Name = "the prison service", Kind = "official" };
        SourceRecord agency = new() { Name = "Northern Agency", Kind = "news-agency" };
        SourceRecord police = new() { Name = "a police source", Kind = "anonymous" };
        SourceRecord radio = new() { Name = "Freland Radio", Kind = "outlet" };
        SourceRecord guard = new() { Name = "a guard who asked not to be named", Kind = "anonymous" };
        SourceRecord movement = new() { Name = "The movement", Kind = "armed-group" };
        claims.Add("type", "hostage-taking/siege", "held them for seven hours", service);
        return new IncidentRecord
        {
            Key = "i1",
            Salience = "main",
            Type = "hostage-taking/siege",
            Stage = "accomplished",
            Trigger = new TriggerRecord { In = "body", Start = At("held them"), End = At("held them") + 9, Quote = "held them" },
            Summary = "Hostage-taking (siege) at Norvik Prison, 16 June 2024: 2 freed.",
            When = new WhenRecord { Start = "2024-06-16", End = "2024-06-16", Precision = "day", Text = "Sunday", Claims = claims.Add("when", "2024-06-16", "on Sunday", service) },
            Where = new WhereRecord
            {
                Name = "Norvik Prison",
                Kind = "facility",
                City = "Norvik",
                Country = "FL",
                Latitude = 47.231,
                Longitude = -39.72,
                RadiusKm = 5,
                Claims = claims.Add("where", "Norvik Prison", "at Norvik Prison", service),
            },
            Participants =
            [
                new ParticipantRecord
                {
                    Key = "p1", Role = "perpetrator", Kind = "group", Name = "Red Dawn", Description = "inmates of the Red Dawn movement", LegalStatus = "charged",
                    Mentions = ["inmates of the Red Dawn movement", "Six inmates"],
                    Count = new CountRecord { Low = 4, Best = 6, High = 6, Policy = "latest-official", Claims = [.. claims.Add("participants/p1/count", "6..6", "Six inmates", agency, police), .. claims.Add("participants/p1/count", "4..4", "put their number at four", radio)] },
                    Fates = [new FateRecord { Fate = "killed", Count = new CountRecord { Low = 4, Best = 6, High = 6, Basis = "stated" }, Claims = claims.Add("participants/p1/fates/killed", "all", "All of them were shot dead", "alleged", guard) }],
                },
                new ParticipantRecord
                {
                    Key = "p2", Role = "hostage", Kind = "state-force", Description = "two guards", Mentions = ["Two guards"],
                    Count = new CountRecord { Low = 2, Best = 2, High = 2, Claims = claims.Add("participants/p2/count", "2..2", "Two guards", service) },
                    Fates =
                    [
                        new FateRecord { Fate = "freed", Claims = claims.Add("participants/p2/fates/freed", "freed", "were freed unharmed", "confirmed", service) },
                        new FateRecord { Fate = "unharmed", Claims = claims.Add("participants/p2/fates/unharmed", "unharmed", "unharmed", service) },
                    ],
                },
            ],
            Weapons = [new WeaponRecord { Text = "kitchen knife", Code = "melee/knife", Claims = claims.Add("weapons", "melee/knife", "armed with a kitchen knife", agency, police) }],
            Demands = [new DemandRecord { Text = "a helicopter", By = "p1", Claims = claims.Add("demands", "a helicopter", "They demanded a helicopter") }],
            Responsibility = [new ResponsibilityRecord { Participant = "p1", Stance = "denied", Claims = claims.Add("responsibility", "denied", "denied any part in it", "denied", movement) }],
            Outcome = new OutcomeRecord { Code = "hostages-freed", Claims = claims.Add("outcome", "hostages-freed", "Two guards were freed", service) },
            Casualties = new CasualtiesRecord { Freed = new CountRecord { Low = 2, Best = 2, High = 2, Basis = "stated", Claims = claims.Add("casualties/freed", "2..2", "Two guards were freed unharmed", service) } },
            Links = [new LinkRecord { To = "i2", Relation = "background", Claims = claims.Add("links", "i2", "It might have been the same group", "speculated", new SourceRecord { Name = "local media", Kind = "outlet" }) }],
            Claims = claims.All,
        };
    }

    private static IncidentRecord Attack(Claims claims)
    {
        claims.Add("type", "attack/armed-assault", "gunmen killed at least 144 people");
        claims.Add("participants/p1", "gunmen", "gunmen");
        return new IncidentRecord
        {
            Key = "i2",
            Salience = "background",
            Type = "attack/armed-assault",
            Stage = "accomplished",
            Trigger = new TriggerRecord { In = "body", Start = At("killed"), End = At("killed") + 6, Quote = "killed" },
            When = new WhenRecord { Start = "2024-03-01", End = "2024-03-31", Precision = "month", Text = "In March", Claims = claims.Add("when", "2024-03", "In March") },
            Participants = [new ParticipantRecord { Key = "p1", Role = "perpetrator", Kind = "group", Description = "gunmen", Mentions = ["gunmen"] }],
            Casualties = new CasualtiesRecord
            {
                Killed = new CountRecord
                {
                    Low = 144,
                    Best = 144,
                    Policy = "first-stated",
                    Claims = [.. claims.Add("casualties/killed", "144..", "at least 144 people"), .. claims.Add("casualties/killed", "160..160", "a doctor spoke of 160", new SourceRecord { Name = "a doctor", Kind = "medic" })],
                },
            },
            Claims = claims.All,
        };
    }

    private static int At(string quote) => Body.IndexOf(quote, StringComparison.Ordinal);

    private sealed class Claims
    {
        private readonly List<ClaimRecord> _claims = [];

        public IReadOnlyList<ClaimRecord> All => _claims;

        public IReadOnlyList<string> Add(string field, string value, string quote, params SourceRecord[] sources) => Add(field, value, quote, "stated", sources);

        public IReadOnlyList<string> Add(string field, string value, string quote, string modality, params SourceRecord[] sources)
        {
            var id = "c" + (_claims.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _claims.Add(new ClaimRecord
            {
                Id = id,
                Field = field,
                Value = value,
                Original = quote,
                Sources = sources,
                Modality = modality,
                By = "sample",
                Evidence = new EvidenceRecord { In = "body", Sentence = 1, Start = At(quote), End = At(quote) + quote.Length, Quote = quote },
            });
            return [id];
        }
    }
}
