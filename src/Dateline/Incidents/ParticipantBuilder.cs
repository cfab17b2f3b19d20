using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Puts the mentions of one incident's participants together: which phrases are the same people.</summary>
/// <remarks>Precise rather than greedy: two phrases become one participant only by name, actor, noun, pronoun, or because an incident has one set of attackers or captives.</remarks>
internal sealed class ParticipantBuilder(Document document, FateLexicon fates)
{
    /// <summary>The participants, in order of first mention, and for every mention the index of its participant (-1 when it names nobody).</summary>
    public (IReadOnlyList<Participant> Participants, IReadOnlyList<int> Of) Build(IReadOnlyList<PartMention> parts, string type)
    {
        var groups = new List<List<PartMention>>();
        var of = new int[parts.Count];
        for (var i = 0; i < parts.Count; i++) of[i] = Assign(groups, parts[i]);
        return ([.. groups.Select(group => Participant(group, type))], of);
    }

    private int Assign(List<List<PartMention>> groups, PartMention part)
    {
        if (part.IsPronoun) return Antecedent(groups, part);
        if (part.SameAs >= 0 && groups.FindIndex(group => group.Exists(other => other.Phrase.Head == part.SameAs)) is >= 0 and var named)
        {
            groups[named].Add(part);
            return named;
        }

        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (!AreSame(groups[i], part)) continue;
            groups[i].Add(part);
            return i;
        }

        groups.Add([part]);
        return groups.Count - 1;
    }

    /// <summary>"he", "they": the nearest participant before it of that number, of the same role first.</summary>
    private int Antecedent(List<List<PartMention>> groups, PartMention part)
    {
        var best = -1;
        var bestAt = (SameRole: false, First: -1);
        for (var i = 0; i < groups.Count; i++)
        {
            var last = groups[i].LastOrDefault(other => other.Phrase.Head < part.Phrase.Head && !other.IsPronoun);
            if (last is null || last.IsPlural != part.IsPlural || last.Kind is ThingKind.Facility or ThingKind.Vehicle or ThingKind.Property) continue;
            if (document.SentenceOf[part.Phrase.Head] - document.SentenceOf[last.Phrase.Head] > 2) continue;
            var at = (groups[i][0].Role == part.Role, last.Phrase.Head);
            if (best >= 0 && at.CompareTo(bestAt) <= 0) continue;
            (best, bestAt) = (i, at);
        }

        if (best >= 0) groups[best].Add(part);
        return best;
    }

    private bool AreSame(List<PartMention> group, PartMention part)
    {
        var role = group[0].Role;
        if (role != part.Role) return false;
        if (group.Exists(other => SameName(other, part))) return true;
        if (part.IsMember || group.Exists(other => other.IsMember)) return false;
        if (group.Exists(other => other.Actor?.Actor.Id is { } a && part.Actor?.Actor.Id is { } b && a != b && IsOwn(other) && IsOwn(part))) return false;
        if (group.Exists(other => other.Actor is { } a && part.Actor is { } b && a.Actor.Id == b.Actor.Id && !Contradict(group, part))) return true;
        if (part.Name is not null && group.Exists(other => other.Name is not null && !SameName(other, part)) && part.Actor is null) return false;
        if (Contradict(group, part)) return false;
        if (role is Role.Target && group.Exists(other => other.Kind != part.Kind)) return false;
        if (role is Role.Perpetrator or Role.Hostage or Role.Detainee or Role.Responder)
        {
            var likeNumber = role is Role.Responder || group.Exists(other => other.IsPlural == part.IsPlural) || part.Kind == ThingKind.Group || group.Exists(other => other.Kind == ThingKind.Group);
            if (likeNumber && (role is not Role.Responder || group.Exists(other => other.Lemma == part.Lemma))) return !(role == Role.Perpetrator && IsForce(part) != IsForce(group[0]));
        }

        if (group.Exists(other => other.Lemma == part.Lemma && !other.IsPronoun)) return part.IsDefinite || part.Count is null || group.Exists(other => other.Count is null) || SameCount(group, part) || IsToldAgain(group, part) || fates.IsGeneral(part.Lemma);
        return role == Role.Victim && fates.IsGeneral(part.Lemma) && group.Exists(other => fates.IsGeneral(other.Lemma)) && (part.IsPlural || IsSingularGeneral(group, part));
    }

    private static bool IsSingularGeneral(List<PartMention> group, PartMention part) => !part.IsPlural && part.IsDefinite && group.Exists(other => !other.IsPlural);

    private static bool IsForce(PartMention part) => part.Kind is ThingKind.StateForce or ThingKind.Government;

    /// <summary>Whether the actor is the phrase itself and not a word in it: "Islamic State" against "IS detainees".</summary>
    private static bool IsOwn(PartMention part) => part.Actor is { } actor && actor.Tokens.Contains(part.Phrase.Head);

    private static bool SameName(PartMention a, PartMention b)
    {
        if (a.Name is not { } nameA || b.Name is not { } nameB) return false;
        if (string.Equals(nameA, nameB, StringComparison.OrdinalIgnoreCase)) return true;
        string[] wordsA = nameA.Split(' ', StringSplitOptions.RemoveEmptyEntries), wordsB = nameB.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return wordsA.Length > 0 && wordsB.Length > 0 && (wordsA.Length == 1 || wordsB.Length == 1)
            && string.Equals(wordsA[^1], wordsB[^1], StringComparison.OrdinalIgnoreCase);
    }

    private static bool Contradict(List<PartMention> group, PartMention part) =>
        part.Count is { IsPart: false, IsMore: false } count && part.Fate is null
            && group.Exists(other => other.Count is { IsPart: false, IsMore: false } known && other.Fate is null && !known.Count.AgreesWith(count.Count));

    private static bool SameCount(List<PartMention> group, PartMention part) => part.Count is { } count && group.Exists(other => other.Count?.Count.AgreesWith(count.Count) == true);

    /// <summary>"18 militants were killed. An activist said the blast killed 20 militants": one group, of whom two numbers are told.</summary>
    private bool IsToldAgain(List<PartMention> group, PartMention part) =>
        part.Fate is { } fate && part.Count is { IsMore: false, IsPart: false }
        && group.Exists(other => other.Fate == fate && document.SentenceOf[other.Phrase.Head] != document.SentenceOf[part.Phrase.Head]);

    private Participant Participant(List<PartMention> group, string type)
    {
        var named = group.Find(part => part.Name is not null && IsFullest(group, part));
        var described = group.Where(part => !part.IsPronoun && (part.Name is null || part.Phrase.Head != -1)).MaxBy(part => part.Phrase.Core.Count);
        var counts = Whole(group).Where(part => !IsGeneralVictim(part)).Select(part => (part.Count!.Count, Counted(part))).ToList();
        return new Participant
        {
            Role = group[0].Role,
            Kind = KindOf(group),
            Name = named?.Name,
            Description = described is null ? null : document.TextOf(described.Phrase.Core),
            Actor = group.Select(part => part.Actor?.Actor.Id).FirstOrDefault(id => id is not null),
            LegalStatus = group.Select(part => part.LegalStatus).LastOrDefault(status => status is not null),
            Mentions = [.. group.Where(part => !part.IsPronoun).Select(part => document.TextOf(part.Phrase.Core)).Distinct(StringComparer.Ordinal)],
            Statements = [.. group.Select(part => part.Statement).DistinctBy(statement => statement.Span)],
            Counts = counts,
            Fates = FatesOf(group, type),
        };
    }

    private static bool IsFullest(List<PartMention> group, PartMention part) =>
        group.TrueForAll(other => other.Name is null || other.Name.Length <= part.Name!.Length || (part.Actor is not null && other.Actor is null));

    private bool IsGeneralVictim(PartMention part) => part.Role == Role.Victim && part.IsPlural && fates.IsGeneral(part.Lemma);

    private Statement Counted(PartMention part) => part.Statement with
    {
        // "hostage-takers at six": the number stands behind.
        Span = part.Count!.Span.IsEmpty || part.Count.Tokens.First > part.Phrase.Head ? part.Statement.Span : part.Count.Span.Cover(document.Spans[part.Phrase.Head]),
        By = part.Count.By,
    };

    /// <summary>The kind that most mentions have; of equals the first.</summary>
    private static ThingKind KindOf(List<PartMention> group) =>
        group.Where(part => !part.IsPronoun).Select(part => part.Kind).DefaultIfEmpty(group[0].Kind)
            .GroupBy(kind => kind).OrderByDescending(kinds => kinds.Count()).First().Key;

    private static List<ToldFate> FatesOf(List<PartMention> group, string type)
    {
        var isDead = group.Exists(part => part.Fate == "killed");
        var isFree = group.Exists(part => part.Fate is "freed" or "rescued" or "escaped");
        var told = new List<ToldFate>();
        foreach (var byFate in group.Where(part => part.Fate is not null).GroupBy(part => Plain(part.Fate!, isDead, type)))
        {
            if (byFate.Key.Length == 0 || (byFate.Key == "captive" && isFree)) continue;
            told.Add(new ToldFate(
                byFate.Key,
                [.. Whole(byFate).Select(part => part.Count!.Count).Distinct()],
                [.. byFate.Select(part => part.FateStatement!).DistinctBy(statement => statement.Span)]));
        }

        return told;
    }

    /// <summary>The counted mentions; parts of a larger count only where nothing larger is counted.</summary>
    private static List<PartMention> Whole(IEnumerable<PartMention> parts)
    {
        var counted = parts.Where(part => part.Count is not null).ToList();
        return counted.Exists(part => !part.Count!.IsPart) ? [.. counted.Where(part => !part.Count!.IsPart)] : counted;
    }

    /// <summary>"shot" and "hurt" mean injured, unless the same people are told dead.</summary>
    private static string Plain(string fate, bool isDead, string type) => fate switch
    {
        "on-trial" or "acquitted" => "",
        "shot" or "hurt" => isDead ? "killed" : type.StartsWith("attack", StringComparison.Ordinal) || fate == "shot" ? "injured" : "",
        _ => fate,
    };
}
