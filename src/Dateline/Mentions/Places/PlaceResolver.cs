namespace Dateline.Mentions.Places;

/// <summary>Chooses one place for every name of an article, by what the article says together.</summary>
/// <remarks>
/// Clear names come first: those that the text contains ("Portland, Ore."), countries, and names of which one place is far
/// more prominent. They vote, by country, by division and by nearness, for the readings of the others. One name, one place:
/// "Springfield" stays what "Springfield, Ohio" was. Names that the text spells out differently are kept apart.
/// </remarks>
internal static class PlaceResolver
{
    /// <summary>Most readings weighed for a name, and most names that vote: bounds the work on long lists.</summary>
    private const int MostReadings = 24;

    private const int MostVoters = 60;

    /// <summary>A degree of latitude is at least so long, in kilometres.</summary>
    private const double KmPerDegree = 110;

    /// <summary>Names further apart than this do not speak for each other by nearness, in kilometres.</summary>
    private const double FarKm = 300;

    /// <summary>A local paper speaks louder for the places around it than a town that it names once.</summary>
    private const double OutletVote = 1.5;

    /// <summary>Beyond so many different names only the likeliest readings are weighed: no article names as many.</summary>
    private const int ManyNames = 500;

    /// <param name="names">The names of the article; each receives its place.</param>
    /// <param name="outlet">The outlet's town: it comes first among those of its name, so that a town with the same name is that one. Null when unknown.</param>
    /// <param name="homes">Countries that the article is likely about, with how loud they speak.</param>
    internal static void Resolve(IReadOnlyList<PlaceName> names, PlaceName? outlet, IReadOnlyDictionary<string, double> homes)
    {
        IEnumerable<PlaceName> all = outlet is null ? names : names.Prepend(outlet);
        var groups = all.Where(name => name.Candidates.Count > 0).GroupBy(name => name.IsContained ? name.Key + "|" + name.Container!.Key : name.Worded is { } kind ? name.Key + "|" + kind : name.Key, StringComparer.Ordinal)
            .Select(group => new Group(group.ToList()) { IsOutlet = ReferenceEquals(group.First(), outlet) }).ToList();
        Share(groups);
        if (groups.Count > ManyNames)
        {
            foreach (var group in groups) group.Readings = [.. group.Readings.Take(3)];
        }

        var voters = groups.OrderByDescending(group => group.Clarity).Take(MostVoters).ToList();
        for (var round = 0; round < 2; round++)
        {
            foreach (var group in groups) group.Choose(voters, homes, useSoftVotes: round == 0);
        }

        foreach (var group in groups)
        {
            foreach (var name in group.Names) name.Chosen = group.Chosen;
        }
    }

    /// <summary>A bare name takes the reading that the same name has where the article spells it out.</summary>
    private static void Share(List<Group> groups)
    {
        var spelled = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Names[0].IsContained)) spelled.TryAdd(group.Names[0].Key, group);
        var worded = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Names[0].Worded is PlaceKind.Admin1)) worded.TryAdd(group.Names[0].Key, group);
        foreach (var group in groups.Where(group => !group.Names[0].IsContained))
        {
            // "Rostov region" once: a bare "Rostov" elsewhere is not a town of another division.
            if (!spelled.ContainsKey(group.Names[0].Key) && worded.TryGetValue(group.Names[0].Key, out var land) && group.Names[0].Worded is null)
            {
                var within = group.Readings.Where(reading => land.Readings.Exists(other => other == reading || PlaceContext.Contains(other, reading))).ToList();
                if (within.Count > 0) group.Readings = within;
            }

            if (spelled.TryGetValue(group.Names[0].Key, out var clear) && group.Names[0].Worded is null) group.Readings = clear.Readings;
        }
    }

    private sealed class Group
    {
        private List<GazetteerEntry> _readings;
        private double[] _weights;
        private double _clarity;

        internal Group(List<PlaceName> names)
        {
            Names = names;
            (_readings, _weights, _clarity) = ([], [], 0);
            Readings = [.. names[0].Candidates.Take(MostReadings)];
            Chosen = Readings[0];
        }

        internal List<PlaceName> Names { get; }

        /// <summary>Whether this is the outlet's own town.</summary>
        internal bool IsOutlet { get; init; }

        /// <summary>The places weighed. What follows from them alone is kept: every name asks every voter for it.</summary>
        internal List<GazetteerEntry> Readings
        {
            get => _readings;
            set
            {
                _readings = value;
                _weights = [.. value.Select(Weight)];
                _clarity = ClarityOf(value, _weights, Names[0].IsContained);
            }
        }

        internal GazetteerEntry Chosen { get; private set; }

        /// <summary>How clear the name is by itself: demonyms, countries and spelled-out names most.</summary>
        internal double Clarity => _clarity;

        private static double ClarityOf(List<GazetteerEntry> readings, double[] weights, bool isContained)
        {
            if (readings.Count == 1) return 4 + (readings[0].Kind is PlaceKind.Country ? 1 : 0);
            if (isContained) return 4;
            if (readings[0].Kind == PlaceKind.Country) return 3;
            return Math.Min(3, (weights[0] - weights[1]) * 1.2);
        }

        internal void Choose(List<Group> voters, IReadOnlyDictionary<string, double> homes, bool useSoftVotes)
        {
            if (Readings.Count == 1)
            {
                Chosen = Readings[0];
                return;
            }

            var best = double.MinValue;
            GazetteerEntry? chosen = null;
            for (var i = 0; i < _readings.Count; i++)
            {
                var (reading, score) = (_readings[i], _weights[i]);
                if (reading.Country is { } country) score += homes.GetValueOrDefault(country);
                score += Math.Min(1.6, 0.8 * Names.Sum(name => name.InListWith.Count(other => other.Best.Kind == reading.Kind && other.Best.Country == reading.Country && reading.Kind != PlaceKind.City)));
                double votes = 0, nearest = 0;
                foreach (var voter in voters)
                {
                    if (ReferenceEquals(voter, this)) continue;
                    var vote = voter.VoteFor(reading, useSoftVotes);
                    votes += vote;
                    nearest = Math.Max(nearest, vote);
                }

                score += Math.Min(2.2, votes * 0.55) + nearest;
                if (score <= best + 1e-9) continue;
                best = score;
                chosen = reading;
            }

            Chosen = chosen ?? Readings[0];
        }

        /// <summary>How much this name speaks for a reading of another: the same country, the same division, nearness.</summary>
        private double VoteFor(GazetteerEntry other, bool soft) => (IsOutlet ? OutletVote : 1) * Vote(other, soft);

        private double Vote(GazetteerEntry other, bool soft)
        {
            var clarity = Math.Clamp(Clarity / 3, 0.15, 1);
            if (!soft) return Agreement(Chosen, other) * Math.Max(clarity, 0.5);
            double best = 0;
            for (var i = 0; i < _readings.Count; i++)
            {
                var agreement = Agreement(_readings[i], other);
                if (agreement <= 0) continue;
                var share = Math.Clamp(1 - ((_weights[0] - _weights[i]) * 0.25), 0.3, 1);
                best = Math.Max(best, agreement * share * (agreement > 0.85 ? Math.Max(clarity, 0.7) : clarity));
            }

            return best;
        }

        private static double Agreement(GazetteerEntry voter, GazetteerEntry reading)
        {
            if (ReferenceEquals(voter, reading) || voter == reading) return 0;
            if (voter.Kind == PlaceKind.Country) return reading.IsIn(voter.Country!) ? 0.8 : 0;
            if (voter.Kind == PlaceKind.Admin1 && voter.Country == reading.Country && voter.Name == reading.Admin1) return 1.3;
            if (reading.Kind == PlaceKind.Country) return voter.Country == reading.Country ? 0.5 : 0;
            // Most readings are a continent away: the difference in latitude shows it without trigonometry.
            var isFar = Math.Abs(voter.Latitude - reading.Latitude) * KmPerDegree > Math.Max(FarKm, voter.RadiusKm);
            var distance = isFar ? double.PositiveInfinity : voter.DistanceTo(reading);
            var near = distance < 40 ? 1.5 : distance < 120 ? 0.9 : distance < FarKm ? 0.4 : 0;
            if (voter.Kind is PlaceKind.Region or PlaceKind.Natural && distance < voter.RadiusKm) near = Math.Max(near, 0.8);
            var sameDivision = voter.Country == reading.Country && voter.Admin1 is not null && voter.Admin1 == reading.Admin1 ? 0.7 : 0;
            var sameCountry = voter.Country is not null && reading.IsIn(voter.Country) ? 0.3 : 0;
            return Math.Max(near, Math.Max(sameDivision, sameCountry));
        }

        /// <summary>How likely a reading is before anything is read, in powers of ten of people.</summary>
        internal static double Weight(GazetteerEntry entry)
        {
            var weight = entry.Kind switch
            {
                PlaceKind.Country => 8.5,
                PlaceKind.Continent => 8.5,
                PlaceKind.Admin1 => Math.Max(5.2, Math.Log10(entry.Population + 1000)) - 0.6,
                PlaceKind.District when entry.IsOverlay => 5.2,
                _ when entry.IsOverlay => 6.2,
                PlaceKind.Admin2 => Math.Max(4.0, Math.Log10(entry.Population + 1000) - 0.7),
                PlaceKind.District => Math.Log10(entry.Population + 1000) - 0.8,
                _ => Math.Log10(entry.Population + 1000),
            };
            return (weight * 0.75) + (entry.IsSeat ? 0.25 : 0) + (entry.IsCapital ? 0.4 : 0) + (entry.Country is "US" or "GB" ? 0.2 : 0) - (entry.ByVariant ? 0.5 : 0);
        }
    }
}
