using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Claims;

/// <summary>Checks one incident of a record; see <see cref="RecordChecker"/>.</summary>
internal sealed class IncidentChecker(
    ArticleInfo article, IncidentRecord incident, HashSet<string> keys, IReadOnlySet<string>? types, List<string> problems)
{
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _participants = new(StringComparer.Ordinal);

    public void Check()
    {
        foreach (var claim in incident.Claims)
        {
            if (!_claims.Add(claim.Id)) Add($"claim id {claim.Id} stands twice");
        }

        foreach (var participant in incident.Participants)
        {
            if (!_participants.Add(participant.Key)) Add($"participant key {participant.Key} stands twice");
        }

        foreach (var claim in incident.Claims) CheckClaim(claim);
        CheckHead();
        foreach (var participant in incident.Participants) CheckParticipant(participant);
        CheckLists();
        if (incident.Casualties is { } casualties)
        {
            foreach (var (measure, count) in casualties.Told) CheckCount($"casualties/{measure}", count, needsClaims: true);
        }
    }

    private void CheckHead()
    {
        Known(RecordCodes.Saliences, "salience", incident.Salience);
        Known(RecordCodes.Stages, "stage", incident.Stage);
        if (!RecordCodes.IsWellFormed(incident.Type)) Add($"type \"{incident.Type}\" is no code");
        else if (types is not null && !types.Contains(incident.Type)) Add($"type \"{incident.Type}\" is not in the codebook");
        if (!incident.Claims.Any(claim => claim.Field == "type")) Add("type rests on no claim");
        var trigger = incident.Trigger;
        if (RecordChecker.Misquote(article, trigger.In, trigger.Start, trigger.End, trigger.Quote) is { } why) Add($"the trigger's words {why}");
        if (incident.When is { } when) CheckWhen(when);
        if (incident.Where is { } where) CheckWhere(where);
        if (incident.Outcome is { } outcome) Rests("outcome", outcome.Claims);
    }

    private void CheckWhen(WhenRecord when)
    {
        Rests("when", when.Claims);
        Known(RecordCodes.Precisions, "when/precision", when.Precision);
        if (when.Start is { } start && !IsDay(start)) Add($"when starts on \"{start}\", which is no day");
        if (when.End is { } end && !IsDay(end)) Add($"when ends on \"{end}\", which is no day");
        if (when.Start is null != when.End is null) Add("when has one of start and end, not both");
        if (string.CompareOrdinal(when.Start, when.End) > 0) Add("when ends before it starts");
    }

    private void CheckWhere(WhereRecord where)
    {
        Rests("where", where.Claims);
        Known(RecordCodes.PlaceKinds, "where/kind", where.Kind);
        if (where.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper))) Add($"country \"{country}\" is no ISO 3166-1 alpha-2 code");
        if (where.Latitude is < -90 or > 90) Add("latitude lies outside -90..90");
        if (where.Longitude is < -180 or > 180) Add("longitude lies outside -180..180");
        if (where.Latitude is null != where.Longitude is null) Add("where has one of latitude and longitude, not both");
        if (where.RadiusKm is < 0) Add("radiusKm is negative");
    }

    private void CheckParticipant(ParticipantRecord participant)
    {
        var path = "participants/" + participant.Key;
        Known(RecordCodes.Roles, path + "/role", participant.Role);
        Known(RecordCodes.Kinds, path + "/kind", participant.Kind);
        if (!incident.Claims.Any(claim => claim.Field == path || claim.Field.StartsWith(path + "/", StringComparison.Ordinal))) Add($"{path} rests on no claim");
        if (participant.Count is { } count) CheckCount(path + "/count", count, needsClaims: true);
        foreach (var fate in participant.Fates)
        {
            var fatePath = $"{path}/fates/{fate.Fate}";
            Known(RecordCodes.Fates, path + "/fates", fate.Fate);
            Rests(fatePath, fate.Claims);
            if (fate.Count is { } affected) CheckCount(fatePath, affected, needsClaims: false);
        }
    }

    private void CheckLists()
    {
        foreach (var weapon in incident.Weapons) Rests($"weapon \"{RecordChecker.Short(weapon.Text)}\"", weapon.Claims);
        foreach (var demand in incident.Demands)
        {
            Rests($"demand \"{RecordChecker.Short(demand.Text)}\"", demand.Claims);
            Exists(demand.By, "demand");
        }

        foreach (var responsibility in incident.Responsibility)
        {
            Rests("responsibility", responsibility.Claims);
            Known(RecordCodes.Stances, "responsibility", responsibility.Stance);
            Exists(responsibility.Participant, "responsibility");
        }

        foreach (var link in incident.Links)
        {
            Rests("link to " + link.To, link.Claims);
            Known(RecordCodes.Relations, "links", link.Relation);
            if (link.To == incident.Key || !keys.Contains(link.To)) Add($"links to \"{link.To}\", which is no other incident of the report");
        }
    }

    private void CheckClaim(ClaimRecord claim)
    {
        Known(RecordCodes.Modalities, $"claim {claim.Id}", claim.Modality);
        if (claim.Score is < 0 or > 1 or double.NaN) Add($"claim {claim.Id} has a score outside 0..1");
        if (claim.Evidence.Sentence < 0) Add($"claim {claim.Id} stands in a sentence below 0");
        var evidence = claim.Evidence;
        if (RecordChecker.Misquote(article, evidence.In, evidence.Start, evidence.End, evidence.Quote) is { } why) Add($"claim {claim.Id}: its words {why}");
        if (!PathExists(claim.Field)) Add($"claim {claim.Id} is on the field \"{claim.Field}\", which does not exist");
        var isCount = claim.Field.StartsWith("casualties/", StringComparison.Ordinal) || claim.Field.EndsWith("/count", StringComparison.Ordinal);
        if (isCount && !IsRange(claim.Value)) Add($"claim {claim.Id} has the value \"{claim.Value}\", which is no count low..high");
    }

    private bool PathExists(string field)
    {
        var parts = field.Split('/');
        return parts[0] switch
        {
            "participants" => parts.Length is 2 or 3 or 4 && _participants.Contains(parts[1]) && parts.Length switch
            {
                3 => RecordCodes.ParticipantFields.Contains(parts[2]),
                4 => parts[2] == "fates" && RecordCodes.Fates.Contains(parts[3]),
                _ => true,
            },
            "casualties" => parts.Length == 2 && RecordCodes.Measures.Contains(parts[1]),
            "links" => parts.Length == 1 || (parts.Length == 2 && keys.Contains(parts[1])),
            _ => parts.Length == 1 && RecordCodes.Fields.Contains(field),
        };
    }

    private void CheckCount(string path, CountRecord count, bool needsClaims)
    {
        if (count.Low is < 0 || count.Best is < 0 || count.High is < 0) Add($"{path} is negative");
        if (count.Low > count.Best || count.Best > count.High || count.Low > count.High) Add($"{path} is not ordered low, best, high");
        if (needsClaims) Rests(path, count.Claims ?? []);
        else if (count.Claims is { } claims) Rests(path, claims);
    }

    private void Rests(string path, IReadOnlyList<string> claims)
    {
        if (claims.Count == 0) Add($"{path} rests on no claim");
        foreach (var claim in claims)
        {
            if (!_claims.Contains(claim)) Add($"{path} rests on claim {claim}, which does not exist");
        }
    }

    private void Exists(string? participant, string what)
    {
        if (participant is not null && !_participants.Contains(participant)) Add($"{what} names participant {participant}, who does not exist");
    }

    private void Known(FrozenSet<string> codes, string field, string code)
    {
        if (!codes.Contains(code)) Add($"{field} has the unknown code \"{code}\"");
    }

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsRange(string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        return dots >= 0 && IsNumber(value.AsSpan(0, dots), out var low) && IsNumber(value.AsSpan(dots + 2), out var high)
            && (dots > 0 || value.Length > 2) && (low is null || high is null || low <= high);
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return text.IsEmpty || number is not null;
    }

    private void Add(string problem) => problems.Add($"incident {incident.Key}: {problem}.");
}
