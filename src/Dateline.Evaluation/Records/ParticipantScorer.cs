namespace Dateline.Evaluation.Records;

/// <summary>Compares who took part, in which role, and what became of them.</summary>
internal sealed class ParticipantScorer(IReadOnlyList<GoldParticipant> gold, IReadOnlyList<CodedParticipant> coded, Tally tally)
{
    private readonly List<GoldParticipant> _needed = [.. gold.Where(participant => !participant.Aggregate)];

    public void Count()
    {
        var pairs = Pairs();
        var right = pairs.OfType<GoldParticipant>().Where(participant => !participant.Aggregate).ToList();

        // A group that sums up others may be given or not.
        var others = coded.Where((_, j) => pairs[j] is not { Aggregate: true }).ToList();
        tally.Count("participants", right.Count, _needed.Count, others.Count);
        foreach (var role in _needed.Select(participant => participant.Role).Distinct())
            tally.Count("participants " + role, right.Count(g => g.Role == role), _needed.Count(g => g.Role == role), others.Count(c => c.Role == role));

        tally.Count("participants any role", Matching.Count(_needed, coded, (g, c) => Phrase.AnyNames(g.Names, c.Names)), _needed.Count, others.Count);
        CountFates(others);
    }

    /// <summary>For each coded participant the gold one it was paired with, or null; those that sum up others choose last.</summary>
    private GoldParticipant?[] Pairs()
    {
        var pairs = new GoldParticipant?[coded.Count];
        var taken = new bool[coded.Count];
        foreach (var participant in _needed.Concat(gold.Where(participant => participant.Aggregate)))
        {
            var j = Matching.TryTake(participant, coded, taken, static (g, c) => g.Roles.Contains(c.Role) && Phrase.AnyNames(g.Names, c.Names));
            if (j >= 0) pairs[j] = participant;
        }

        return pairs;
    }

    private void CountFates(List<CodedParticipant> others)
    {
        var wanted = _needed.SelectMany(participant => participant.Fates, (participant, fate) => (participant.Names, Fate: fate)).ToList();
        var given = others.SelectMany(participant => participant.Fates, (participant, fate) => (participant.Names, Fate: fate)).ToList();
        var hits = Matching.Count(wanted, given, static (g, c) => g.Fate == c.Fate && Phrase.AnyNames(g.Names, c.Names));
        tally.Count("fates", hits, wanted.Count, given.Count);
    }
}
