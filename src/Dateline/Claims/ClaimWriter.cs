using System.Globalization;
using Dateline.Incidents;
using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Times;
using Dateline.Resources;
using NodaTime.Text;

namespace Dateline.Claims;

/// <summary>Writes incidents as records in which every value names the claims it rests on.</summary>
public static class ClaimWriter
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>The records, in the order of the incidents, keyed <c>i1</c>, <c>i2</c> …</summary>
    public static IReadOnlyList<IncidentRecord> Write(Document document, Codebook codebook, IReadOnlyList<ReportedIncident> incidents)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(incidents);
        return [.. incidents.Select((incident, index) => Write(document, codebook, incident, index))];
    }

    private static IncidentRecord Write(Document document, Codebook codebook, ReportedIncident incident, int index)
    {
        var claims = new ClaimList(document);
        claims.Add("type", incident.Type, incident.TypeStatements);
        var (inTitle, trigger) = document.Article.Locate(incident.Trigger);
        var participants = incident.Participants.Select((participant, at) => Participant(claims, participant, Key('p', at))).ToList();
        var record = new IncidentRecord
        {
            Key = Key('i', index),
            Salience = incident.Salience.Code(),
            Type = incident.Type,
            Stage = incident.Stage.Code(),
            Trigger = new TriggerRecord { In = inTitle ? "title" : "body", Start = trigger.Start, End = trigger.End, Quote = document.TextOf(incident.Trigger) },
            When = incident.When is { } when ? When(claims, when) : null,
            Where = incident.Where is { } where ? Where(claims, where) : null,
            Participants = participants,
            Weapons = [.. incident.Weapons.Select(weapon => new WeaponRecord { Text = weapon.Text, Code = weapon.Code, Claims = claims.Add("weapons", weapon.Code ?? weapon.Text, weapon.Statements) })],
            Demands = [.. incident.Demands.Select(demand => new DemandRecord { Text = demand.Text, By = demand.By < 0 ? null : Key('p', demand.By), Claims = claims.Add("demands", demand.Text, demand.Statements) })],
            Responsibility = [.. incident.Responsibilities.Select(told => new ResponsibilityRecord
            {
                Actor = told.Actor,
                Participant = Key('p', told.Participant),
                Stance = told.Stance,
                Claims = claims.Add("responsibility", told.Stance + " " + (told.Actor ?? Key('p', told.Participant)), told.Statements),
            })],
            Outcome = incident.Outcome is { } outcome ? new OutcomeRecord { Code = outcome.Code, Claims = claims.Add("outcome", outcome.Code, outcome.Statements) } : null,
            Casualties = Casualties(claims, incident.Figures),
            Links = [.. incident.Links.Select(link => new LinkRecord { To = Key('i', link.To), Relation = link.Relation, Claims = claims.Add("links", link.Relation + " " + Key('i', link.To), link.Statements) })],
        };
        return record with { Claims = claims.All, Summary = SummaryWriter.Write(record, codebook) };
    }

    private static ParticipantRecord Participant(ClaimList claims, Participant participant, string key)
    {
        var path = "participants/" + key;
        var own = claims.Add(path, participant.Role.Code(), participant.Statements);
        var count = Figures.Span([.. participant.Counts.Select(told => told.Count)]);
        return new ParticipantRecord
        {
            Key = key,
            Role = participant.Role.Code(),
            LegalStatus = participant.LegalStatus,
            Kind = KindCode(participant.Kind),
            Name = participant.Name,
            Description = participant.Description,
            Actor = participant.Actor,
            Mentions = participant.Mentions,
            Claims = own,
            Count = count is null ? null : Count(count, [.. participant.Counts.SelectMany(told => claims.Add(path + "/count", told.Count.ToString(), [told.Statement])).Distinct(StringComparer.Ordinal)]),
            Fates = [.. participant.Fates.Select(fate => Fate(claims, path, fate, count))],
        };
    }

    /// <summary>A fate with its own numbers, else with those of the group that it is told of as a whole.</summary>
    private static FateRecord Fate(ClaimList claims, string path, ToldFate fate, Figures? group)
    {
        var stated = Figures.Span(fate.Counts);
        var value = fate.Counts.Count > 0 ? string.Join(" ", fate.Counts.Select(count => count.ToString())) : fate.Fate;
        var count = stated is not null ? new CountRecord { Low = stated.Low, Best = stated.Best, High = stated.High }
            : group is { Best: > 1 } ? new CountRecord { Low = 1, Best = group.Best, High = group.High, Basis = "told of the group as a whole; its number is stated elsewhere" }
            : null;
        return new FateRecord { Fate = fate.Fate, Count = count, Claims = claims.Add($"{path}/fates/{fate.Fate}", value, fate.Statements) };
    }

    private static CountRecord Count(Figures figures, IReadOnlyList<string> ids) =>
        new() { Low = figures.Low, Best = figures.Best, High = figures.High, Policy = figures.Policy, Claims = ids };

    private static WhenRecord When(ClaimList claims, ToldTime when)
    {
        var start = when.Days is { } days ? Iso.Format(days.Start) : null;
        var end = when.Days is { } known ? Iso.Format(known.End) : null;
        var value = start is null ? when.Text ?? "" : start == end ? start : start + "/" + end;
        return new WhenRecord
        {
            Start = start,
            End = end,
            Time = when.Clock is { } clock ? Minutes.Format(clock) : null,
            Precision = (when.Days is { IsDay: false } && when.Precision == TimePrecision.Day ? TimePrecision.Days : when.Precision).Code(),
            Text = when.Text,
            Claims = claims.Add("when", value, when.Statements),
        };
    }

    private static WhereRecord Where(ClaimList claims, ToldPlace where)
    {
        var place = where.Place;
        return new WhereRecord
        {
            Name = place.Name,
            Kind = place.Kind.Code(),
            City = place.City,
            Admin1 = place.Admin1,
            Country = place.Country,
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            RadiusKm = place.RadiusKm,
            Geonames = place.GeoNames,
            Claims = claims.Add("where", place.Name, where.Statements),
        };
    }

    private static CasualtiesRecord? Casualties(ClaimList claims, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0) return null;
        var ids = figures.ToLookup(figure => figure.Measure, figure => (figure, Id: claims.Add("casualties/" + figure.Measure, figure.Count.ToString(), figure.Statement)), StringComparer.Ordinal);
        CountRecord? Total(string measure)
        {
            var told = ids[measure].ToList();
            if (Figures.Resolve([.. told.Select(item => item.figure)]) is not var (resolved, _)) return null;
            return new CountRecord { Low = resolved.Low, Best = resolved.Best, High = resolved.High, Basis = "stated", Policy = resolved.Policy, Claims = [.. told.Select(item => item.Id).Distinct(StringComparer.Ordinal)] };
        }

        return new CasualtiesRecord
        {
            Killed = Total("killed"),
            Injured = Total("injured"),
            Hostages = Total("hostages"),
            Abducted = Total("abducted"),
            Freed = Total("freed"),
            Arrested = Total("arrested"),
            Missing = Total("missing"),
            Displaced = Total("displaced"),
        };
    }

    private static string KindCode(ThingKind kind) => kind switch
    {
        ThingKind.Group or ThingKind.Organisation or ThingKind.StateForce or ThingKind.Government or ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property or ThingKind.Place => kind.Code(),
        _ => "person",
    };

    private static string Key(char letter, int index) => letter + (index + 1).ToString(CultureInfo.InvariantCulture);
}
